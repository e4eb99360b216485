"""Words: what paragraphs speak of, told by the stems of their words."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain, compress, filterfalse, islice, pairwise, repeat

from checker.draft import Node
from checker.index.vocabulary import Vocabulary
from checker.patterns import lazy
from checker.records import Record

_WORD = lazy(r"[A-Za-z][A-Za-z’'-]{0,40}[A-Za-z]")
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
_EMPTY = frozenset(f"{_GRAMMAR} {_CITING}".split())
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied"),
    *("ed", "es", "s", "e", "y"),
)
_ENDINGS_BY_LETTER = {
    letter: tuple(ending for ending in _ENDINGS if ending[-1] == letter) for letter in "sntgdey"
}
_SHORTEST_STEM = 3
# How many characters there are to a word that carries meaning, more or less.
_NEAR = 14
# A paragraph that says until when sets the period that others mention.
_ALIKE = {"until": "period"}

# How likely it is that a word with which a paragraph is cited stands in it.
_ECHO = 0.6
_AGAIN = 0.3
_BORROWED = 0.4
# A word of the draft at large, against one of the same frequency in a paragraph.
_CHANCE = 8
_SHORTEST = 45
_LENGTH_COUNTS = 0.35


def words_of(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words that carry meaning in a stretch of the text as read."""
    return [word for word in _WORD.finditer(text, start, end) if word[0].lower() not in _EMPTY]


def carries_words(text: str, start: int, end: int) -> bool:
    """Whether a stretch of the text as read has words that carry meaning."""
    return any(word[0].lower() not in _EMPTY for word in _WORD.finditer(text, start, end))


def first_words(text: str, start: int, end: int, most: int) -> list[str]:
    """Return the first words that carry meaning in a stretch, at most so many."""
    words = (word[0] for word in _WORD.finditer(text, start, end))
    return list(islice((word for word in words if word.lower() not in _EMPTY), most))


def last_words(text: str, start: int, end: int, most: int) -> list[re.Match[str]]:
    """Return the last words that carry meaning in a stretch, at most so many."""
    if end - start > _NEAR * most:
        near = text.find(" ", end - _NEAR * most, end)
        found = words_of(text, near, end) if near > start else []
        if len(found) >= most:
            return found[-most:]
    return words_of(text, start, end)[-most:]


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


class _Standing(Record):
    """Where a term stands.

    Attributes:
        within: the numbers of the paragraphs that have it.
        places: the places of the pieces that have it, as often as they have it, in order.
        echoes: how strongly the paragraphs that somebody asked for echo it.
        by_chance: how likely it is that it stands in any paragraph.
        absent: how well it fits a paragraph that does not have it.
        again: by how much it counts more where it stands again.
    """

    within: frozenset[int]
    places: Sequence[int]
    echoes: dict[int, float]
    by_chance: float
    absent: float
    again: float


class Subjects:
    """What the paragraphs of a draft speak of, as far as somebody asks for it."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        paragraphs: Sequence[Node],
        borrowed: Sequence[tuple[int, int]],
        terms: Iterable[str],
    ) -> None:
        """Keep the words; a term is looked for when it is first asked for.

        Args:
            vocabulary: the words of the draft, those of the paragraphs among them.
            paragraphs: the paragraphs, numbered from 1.
            borrowed: the stretches of the text as read, in order and apart, that say what stands
                elsewhere.
            terms: what may be asked for: stems, and pairs of stems with a space between.
        """
        self._vocabulary = vocabulary
        self._count = len(paragraphs)
        self._ranges = [vocabulary.places_in(paragraph) for paragraph in paragraphs]
        self._numbers = [0] * len(vocabulary.pieces)
        for number, places in enumerate(self._ranges, start=1):
            self._numbers[places.start : places.stop] = [number] * len(places)
        self._borrowed = [range(*map(vocabulary.place_at, stretch)) for stretch in borrowed]
        self._borrowed_starts = [places.start for places in self._borrowed]
        self._elsewhere = frozenset(chain(*self._borrowed))
        self._standing: dict[str, _Standing] = {}
        # The pieces that have stems which may be asked for, and the other way round.
        self._stems: dict[str, Sequence[str]] = {}
        self._pieces: defaultdict[str, list[str]] = defaultdict(list)
        # The pieces within a node that have no word that carries meaning.
        self._silent: set[str] = set()
        # How many such words there are in pieces that do not have one.
        self._carrying: dict[str, int] = {}
        self._read_pieces({stem for term in terms for stem in term.split()})
        self._sizes: dict[int, float] = {}
        self._held: dict[int, frozenset[str]] = {}

    def has(self, term: str, place: int) -> bool:
        """Whether a paragraph has a stem as its own, not only of what stands elsewhere."""
        return term in self._held_by(place) and self._weight(self._of(term), place) >= 1

    def likely(self, terms: Iterable[str], places: Iterable[int]) -> list[str]:
        """Return the terms that may stand in paragraphs; all others do not.

        Where a pair stands, its stems do; most terms need not be looked for in the whole draft.
        """
        held = [self._held_by(place) for place in places]
        either = frozenset().union(*held)
        found: list[str] = []
        for term in terms:
            first, _, second = term.partition(" ")
            if first in either and (
                not second or any(first in stems and second in stems for stems in held)
            ):
                found.append(term)
        return found

    def fits(self, terms: Iterable[str], places: Collection[int]) -> list[float]:
        """Return how well each term fits paragraphs, as the logarithm of a likelihood.

        The best of several paragraphs counts. Rare terms tell more, long paragraphs less.
        """
        found: list[float] = []
        for standing in map(self._of, terms):
            best = 0.0
            for place in standing.within.intersection(places):
                best = max(best, self._echo(standing, place))
            found.append(math.log(_ECHO * best + standing.by_chance) if best else standing.absent)
        return found

    # where terms stand

    def _held_by(self, number: int) -> frozenset[str]:
        """Return the stems in a paragraph, all that may be asked for among them."""
        found = self._held.get(number)
        if found is None:
            places = self._ranges[number - 1]
            pieces = self._vocabulary.pieces[places.start : places.stop]
            stems = map(self._stems.__getitem__, self._stems.keys() & pieces)
            found = self._held[number] = frozenset(chain.from_iterable(stems))
        return found

    def _of(self, term: str) -> _Standing:
        found = self._standing.get(term)
        if found is None:
            first, _, second = term.partition(" ")
            places = self._pairs(first, second) if second else self._places(term)
            again = 0.0 if second else _AGAIN
            within = frozenset(map(self._numbers.__getitem__, places)) - {0}
            by_chance = (1 - _ECHO) * (len(within) + 0.5) / (self._count + 1) / _CHANCE
            found = self._standing[term] = _Standing(
                within, places, {}, by_chance, math.log(by_chance), again
            )
        return found

    def _echo(self, standing: _Standing, number: int) -> float:
        """Return how strongly a paragraph that has a term echoes it."""
        found = standing.echoes.get(number)
        if found is None:
            weight = self._weight(standing, number)
            found = standing.echoes[number] = weight / (weight + 1) / self._size(number)
        return found

    def _weight(self, standing: _Standing, number: int) -> float:
        """Return what a term counts in a paragraph that has it."""
        places, here = standing.places, self._ranges[number - 1]
        first, end = bisect_left(places, here.start), bisect_left(places, here.stop)
        found = 0.0
        for place in places[first:end]:
            # What only says what stands elsewhere counts less.
            weight = _BORROWED if place in self._elsewhere else 1.0
            found = max(found, weight) + standing.again * weight if found else weight
        return found

    def _places(self, stem: str) -> list[int]:
        """Return the places of the pieces that have a stem, as often as they have it, in order."""
        places = self._vocabulary.places
        found: list[int] = []
        for piece in self._pieces.get(stem, ()):
            found += places[piece]
        return sorted(found)

    def _pairs(self, first: str, second: str) -> list[int]:
        """Return the places of the second of two stems with no other between them, in order.

        Only those in paragraphs are told.
        """
        one, other = self._of(first), self._of(second)
        both = one.within & other.within
        pieces, silent, stems = self._vocabulary.pieces, self._silent, self._stems
        found: set[int] = set()
        if not both:
            return []
        forwards = len(one.places) < len(other.places)
        step = 1 if forwards else -1
        for place in one.places if forwards else other.places:
            if self._numbers[place] in both:
                near = place + step
                while pieces[near] in silent:
                    near += step
                before, after = (place, near) if forwards else (near, place)
                ends, begins = stems.get(pieces[before]), stems.get(pieces[after])
                if ends and begins and ends[-1] == first and begins[0] == second:
                    found.add(after)
        for piece in self._carrying.keys() & self._pieces[first]:
            if (first, second) in pairwise(stems[piece]):
                found.update(self._vocabulary.places[piece])
        return sorted(found)

    def _read_pieces(self, stems: Collection[str]) -> None:
        """Find the pieces that have some stems; most are one word, with a mark behind at most."""
        vocabulary = self._vocabulary
        # How a word begins tells most of the others at once.
        beginnings = {stem[:_SHORTEST_STEM] for stem in (*stems, *_ALIKE)}
        small = [piece for piece in vocabulary.small if piece[:_SHORTEST_STEM] in beginnings]
        folded = [*map(str.lower, vocabulary.marked.values())]
        marked = [
            (piece, word)
            for piece, word in zip(vocabulary.marked, folded, strict=True)
            if word[:_SHORTEST_STEM] in beginnings
        ]
        for piece, word in chain(zip(small, small, strict=True), marked):
            one = stem(word)
            if one in stems and word not in _EMPTY and piece.isascii():
                self._pieces[one].append(piece)
                self._stems[piece] = (one,)
        self._silent.update(vocabulary.small & _EMPTY)
        silent = [word in _EMPTY for word in folded]
        self._silent.update(compress(vocabulary.marked, silent))
        foreign = {*filterfalse(str.isascii, vocabulary.places)}
        self._silent -= foreign
        for piece in foreign.union(vocabulary.odd):
            found = _stems_of(piece)
            if len(found) != 1:
                self._carrying[piece] = len(found)
            if not found:
                self._silent.add(piece)
            else:
                self._stems[piece] = found
                for one in found:
                    self._pieces[one].append(piece)
        self._carrying.update(dict.fromkeys(self._silent, 0))
        self._silent.discard(vocabulary.END)

    # how much paragraphs say

    def _size(self, place: int) -> float:
        """Return how much the length of a paragraph takes from what stands in it."""
        found = self._sizes.get(place)
        if found is None:
            size = max(self._words_of(self._ranges[place - 1]), _SHORTEST)
            found = self._sizes[place] = size**_LENGTH_COUNTS
        return found

    def _words_of(self, places: range) -> float:
        """Return how many words that carry meaning a paragraph has, those borrowed in part."""
        size, starts = self._words_in(places), self._borrowed_starts
        first = max(bisect_right(starts, places.start) - 1, 0)
        for one in self._borrowed[first : bisect_left(starts, places.stop)]:
            within = range(max(one.start, places.start), min(one.stop, places.stop))
            size -= (1 - _BORROWED) * self._words_in(within)
        return size

    def _words_in(self, places: range) -> float:
        """Return how many words that carry meaning stand at some places."""
        pieces = self._vocabulary.pieces[places.start : places.stop]
        return float(sum(map(self._carrying.get, pieces, repeat(1))))


def _stems_of(piece: str) -> Sequence[str]:
    words = _WORD.findall(piece)
    return [stem(word) for word in words if word.lower() not in _EMPTY]
