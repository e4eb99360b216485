"""The words of a draft: each with its place, and for each form the places where it stands.

Only the main text is read, from the first preambular paragraph on: an annex is often another text,
with spellings of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checker.draft import Kind, Node

_READ = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ITEM, Kind.TEXT, Kind.HEADING})
_TOKEN = re.compile(
    r"[“”\"]"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W_]+(?:['’][^\W_]+)*)*(?P<cut>[-‐‑]?))"
)
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_SENTENCE_BEFORE = re.compile(r"[.:;!?…)]\s?[“\"‘(\[]?$|[“\"‘(\[]$")
_JOINED_BEFORE = 3
_TITLE = 90
_HYPHENS = str.maketrans("‐‑’", "--'")
_ENDS = (".", ";", ",", ":")
# Small words of French and Spanish names: what stands beside them is not English.
_FOREIGN = frozenset(
    {"de", "du", "des", "la", "le", "les", "et", "au", "aux", "del", "los", "las", "el", "y", "sur"}
)
_FOREIGN_REACH = 2

_SMALL = """
a about above after against all along also among an and any are as at back be been before behind
below between both but by can could down each every for from had has have here his how if in
inside into is it its may more most must no non not of off on one only or other out outside over
own per shall she should since so some such than that the their them then there these they this
those through time to too toward towards under until up upon very was way well were what when
where whether which while who will with within without would
"""
SMALL_WORDS = frozenset(_SMALL.split())
"""Articles, prepositions, particles and the like, which begin and end no term."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a draft, a compound with its hyphens.

    Attributes:
        start: where it begins in the text as read.
        end: the offset after its last letter, a possessive ending left out.
        text: its letters as written, typographic hyphens and apostrophes made plain.
        folded: the same in lower case.
        place: its number in the vocabulary.
        joined: whether a single space, and nothing else, stands between it and the word before.
        opens: whether it begins a sentence, an item or something in brackets, or follows a quote.
        heading: whether it stands in a heading or in an item that is a title.
        quoted: whether it stands in quotation marks.
        foreign: whether it belongs to a name in French or Spanish.
        hangs: whether it ends with a hyphen, as "troop-" in "troop- and police-contributing".
    """

    start: int
    end: int
    text: str
    folded: str
    place: int
    joined: bool
    opens: bool
    heading: bool
    quoted: bool
    foreign: bool
    hangs: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Vocabulary:
    """All words of the main text, in reading order."""

    words: tuple[Word, ...]
    _places: Mapping[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out the forms once; every question is then a look-up."""
        places: dict[str, list[int]] = defaultdict(list)
        for word in self.words:
            places[word.folded].append(word.place)
        object.__setattr__(self, "_places", {form: tuple(at) for form, at in places.items()})

    @property
    def forms(self) -> Iterable[str]:
        """Every form in lower case, in order of first appearance."""
        return self._places.keys()

    def uses(self, form: str) -> list[Word]:
        """Return where a form stands, whatever its capitals."""
        return [self.words[place] for place in self._places.get(form, ())]

    def count(self, form: str) -> int:
        """Return how often a form stands in the draft."""
        return len(self._places.get(form, ()))

    def before(self, word: Word) -> Word | None:
        """Return the word before, if only a space stands between the two."""
        return self.words[word.place - 1] if word.joined else None

    def after(self, word: Word) -> Word | None:
        """Return the word after, if only a space stands between the two."""
        following = self.words[word.place + 1 : word.place + 2]
        return following[0] if following and following[0].joined else None

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """The pairs of joined words, in lower case, with the places of the first of the two."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for word in self.words:
            if word.joined:
                found[self.words[word.place - 1].folded, word.folded].append(word.place - 1)
        return {pair: tuple(at) for pair, at in found.items()}


def vocabulary_of(text: str, nodes: Sequence[Node]) -> Vocabulary:
    """Read the words of the nodes of a main text, each node with everything under it."""
    words: list[Word] = []
    for top in nodes:
        for node in top.walk():
            if node.kind in _READ and node.start < node.end:
                words.extend(_words(text, node, len(words)))
    return Vocabulary(tuple(words))


def _words(text: str, node: Node, place: int) -> Iterator[Word]:
    tokens = list(_TOKEN.finditer(text, node.start, node.end))
    matches = [token for token in tokens if token["word"]]
    quoted = _quoted(tokens, node.start)
    foreign = _foreign(text, matches)
    heading = node.kind is Kind.HEADING or _is_title(node)
    end = node.start
    for number, match in enumerate(matches):
        start = match.start()
        gap = text[end:start]
        written = _POSSESSIVE.sub("", match["word"].removesuffix(match["cut"]))
        plain = written.translate(_HYPHENS)
        yield Word(
            start=start,
            end=start + len(written),
            text=plain,
            folded=plain.casefold(),
            place=place + number,
            joined=number > 0 and gap == " ",
            opens=number == 0 or _SENTENCE_BEFORE.search(gap[-_JOINED_BEFORE:]) is not None,
            heading=heading,
            quoted=start in quoted,
            foreign=start in foreign,
            hangs=bool(match["cut"]),
        )
        end = match.end()


def _quoted(tokens: Sequence[re.Match[str]], first: int) -> set[int]:
    """Return where the words in quotation marks begin.

    A mark before the first word quotes nothing: so does every paragraph of a statement begin.
    """
    found: set[int] = set()
    inside = False
    for token in tokens:
        if token["word"]:
            if inside:
                found.add(token.start())
        elif token.group() == "“":
            inside = token.start() > first
        elif token.group() == "”":
            inside = False
        elif token.group() == '"' and token.start() > first:
            inside = not inside
    return found


def _foreign(text: str, matches: Sequence[re.Match[str]]) -> set[int]:
    """Return where the words begin that stand beside small words of another language."""
    found: set[int] = set()
    for number, match in enumerate(matches):
        if match["word"] not in _FOREIGN and not match["word"].startswith(("l’", "l'", "d’", "d'")):
            continue
        for step in (-1, 1):
            near = number
            for _ in range(_FOREIGN_REACH):
                beside = near + step
                if not 0 <= beside < len(matches):
                    break
                low, high = sorted((near, beside))
                if text[matches[low].end() : matches[high].start()] != " ":
                    break
                found.add(matches[beside].start())
                near = beside
    return found


def _is_title(node: Node) -> bool:
    """Whether an item is a short line without a mark at its end: "(c) Protection of civilians"."""
    return (
        node.kind is Kind.ITEM
        and len(node.text) < _TITLE
        and not node.text.rstrip().endswith(_ENDS)
    )
