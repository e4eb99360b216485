"""Stems: words without their endings, so that "requested" and "Requests" are one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain, filterfalse

from checker.index.cutting import END
from checker.index.vocabulary import Vocabulary
from checker.patterns import lazy

WORD = lazy(r"[A-Za-z][A-Za-z’'-]{0,40}[A-Za-z]")
"""A word that may carry meaning."""

# Words that every paragraph has, and words that only say that something is cited.
_GRAMMAR = (
    "a all also an and any are as at be been being by can could for from had has have her his "
    "in into is it its may no not of on or other shall such that the their them these they this "
    "those to was were which who whom whose will with would"
)
_CITING = (
    "above accordance also below consistent contained defined described enumerated forth "
    "further identified implement implementation implementing include includes included "
    "including indicated laid down line listed mentioned noted out outlined paragraph "
    "paragraphs particular per present provided provision provisions pursuant referenced "
    "referred regard relation relevant resolution resolutions respect set set-out specified "
    "stated sub-paragraph subject subparagraph through under well"
)
EMPTY = frozenset(f"{_GRAMMAR} {_CITING}".split())
"""The words that carry no meaning, in lower case."""

_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied"),
    *("ed", "es", "s", "e", "y"),
)
_ENDINGS_BY_LETTER = {
    letter: tuple(ending for ending in _ENDINGS if ending[-1] == letter) for letter in "sntgdey"
}
_SHORTEST_STEM = 3
# A paragraph that says until when sets the period that others mention.
_ALIKE = {"until": "period"}


# The same few thousand words make up all drafts.
@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word without its ending, so that "requested" and "Requests" are one."""
    folded = word.lower().replace("’", "'").removesuffix("'s")
    folded = _ALIKE.get(folded, folded)
    for ending in _ENDINGS_BY_LETTER.get(folded[-1:], ()):
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            folded = folded.removesuffix(ending)
            break
    doubled = len(folded) > _SHORTEST_STEM + 1 and folded[-1] == folded[-2]
    return folded[:-1] if doubled else folded


def stems_of(piece: str) -> list[str]:
    """Return the stems of the words of a piece that carry meaning."""
    return [stem(word) for word in WORD.findall(piece) if word.lower() not in EMPTY]


class Stems:
    """The stems of the different pieces of a text, as far as somebody asks for them.

    Attributes:
        of: pieces with words that carry meaning, each with the stems of these; those with stems
            that were asked for are among them.
        pieces: the stems, each with the pieces that have it, as often as they have it.
        silent: the pieces within a text that have no word that carries meaning.
        carrying: the pieces that do not have exactly one such word, each with how many it has.
    """

    def __init__(self) -> None:
        """Know no piece yet."""
        self.of: dict[str, Sequence[str]] = {}
        self.pieces: defaultdict[str, list[str]] = defaultdict(list)
        self.silent: set[str] = set()
        self.carrying: dict[str, int] = {}
        self._held: frozenset[str] = frozenset()
        # How a word begins tells most others at once, so that few need to be read.
        self._beginnings: set[str] = set()

    def hold(self, vocabulary: Vocabulary, asked: Iterable[str]) -> None:
        """Hold the pieces of other words than before, and find those that have some stems."""
        pieces = vocabulary.places.keys()
        held, self._held = self._held, frozenset(pieces)
        for piece in held - pieces:
            self._leave_out(piece)
        beginnings = {one[:_SHORTEST_STEM] for one in (*asked, *_ALIKE)} - self._beginnings
        self._beginnings |= beginnings
        if held and beginnings:
            self._read(_Words(vocabulary, held & pieces), beginnings)
        new = _Words(vocabulary, self._held - held)
        self._read(new, self._beginnings)
        self._read_odd(new)

    def _leave_out(self, piece: str) -> None:
        self.silent.discard(piece)
        self.carrying.pop(piece, None)
        for one in self.of.pop(piece, ()):
            self.pieces[one].remove(piece)

    def _read(self, words: "_Words", beginnings: AbstractSet[str]) -> None:
        """Read the pieces that are one word, with a mark behind at most, and begin in some way."""
        small = [one for one in words.small if one[:_SHORTEST_STEM] in beginnings]
        marked = [(one, word) for one, word in words.marked if word[:_SHORTEST_STEM] in beginnings]
        for piece, word in chain(zip(small, small, strict=True), marked):
            if word not in EMPTY and piece.isascii():
                stems = self.of[piece] = (stem(word),)
                self.pieces[stems[0]].append(piece)

    def _read_odd(self, words: "_Words") -> None:
        """Read the pieces that are more than one word or none, and tell those without meaning."""
        silent = {*(words.small & EMPTY), *[one for one, word in words.marked if word in EMPTY]}
        silent -= words.foreign
        for piece in words.odd | words.foreign:
            found = stems_of(piece)
            if len(found) != 1:
                self.carrying[piece] = len(found)
            if found:
                self.of[piece] = found
            else:
                silent.add(piece)
            for one in found:
                self.pieces[one].append(piece)
        self.carrying |= dict.fromkeys(silent, 0)
        self.silent |= silent - {END}


class _Words:
    """Some pieces of a vocabulary, by what words they have."""

    def __init__(self, vocabulary: Vocabulary, pieces: frozenset[str]) -> None:
        self.small = pieces & vocabulary.small
        several = pieces - self.small
        marked = vocabulary.marked
        self.marked = [(one, marked[one].lower()) for one in several if one in marked]
        self.odd = {one for one in several if one not in marked}
        self.foreign = {*filterfalse(str.isascii, pieces)}
