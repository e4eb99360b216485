"""Words: what paragraphs speak of, told by the stems of their words."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, islice, pairwise, repeat

from checker.draft import Node
from checker.index.stems import EMPTY, WORD, Stems, stems_of
from checker.index.vocabulary import Vocabulary
from checker.records import Record

# How many characters there are to a word that carries meaning, more or less.
_NEAR = 14

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
    return [word for word in WORD.finditer(text, start, end) if word[0].lower() not in EMPTY]


def carries_words(text: str, start: int, end: int) -> bool:
    """Whether a stretch of the text as read has words that carry meaning."""
    return any(word[0].lower() not in EMPTY for word in WORD.finditer(text, start, end))


def first_words(text: str, start: int, end: int, most: int) -> list[str]:
    """Return the first words that carry meaning in a stretch, at most so many."""
    words = (word[0] for word in WORD.finditer(text, start, end))
    return list(islice((word for word in words if word.lower() not in EMPTY), most))


def last_words(text: str, start: int, end: int, most: int) -> list[re.Match[str]]:
    """Return the last words that carry meaning in a stretch, at most so many."""
    if end - start > _NEAR * most:
        near = text.find(" ", end - _NEAR * most, end)
        found = words_of(text, near, end) if near > start else []
        if len(found) >= most:
            return found[-most:]
    return words_of(text, start, end)[-most:]


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


class Standings(dict[str, _Standing]):
    """Where terms stand, each kept while no text with all its words changes."""

    def __init__(self) -> None:
        """Know no term yet."""
        super().__init__()
        self._turn = 0
        self._paragraphs: Sequence[range] = ()

    def keep(self, vocabulary: Vocabulary, paragraphs: Sequence[range]) -> None:
        """Forget what may be otherwise in a vocabulary, given the places of its paragraphs."""
        changes, follows = vocabulary.changes, vocabulary.turn == self._turn + 1
        if changes is None or not follows or paragraphs != self._paragraphs:
            self.clear()
        else:
            stems = set(chain.from_iterable(map(stems_of, changes.pieces)))
            for term in [term for term in self if stems.issuperset(term.split(" "))]:
                del self[term]
        for standing in self.values():
            standing.echoes.clear()
        self._turn, self._paragraphs = vocabulary.turn, paragraphs


class Subjects:
    """What the paragraphs of a draft speak of, as far as somebody asks for it."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        paragraphs: Sequence[Node],
        borrowed: Sequence[tuple[int, int]],
        stems: Stems,
        standings: Standings,
    ) -> None:
        """Keep the words; a term is looked for when it is first asked for.

        Args:
            vocabulary: the words of the draft, those of the paragraphs among them.
            paragraphs: the paragraphs, numbered from 1.
            borrowed: the stretches of the text as read, in order and apart, that say what stands
                elsewhere.
            stems: the stems of the words of the draft.
            standings: where the terms stood that were asked for before an edit.
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
        self._standing = standings
        self._standing.keep(vocabulary, self._ranges)
        self._stems = stems
        self._sizes: dict[int, float] = {}

    def has(self, term: str, place: int) -> bool:
        """Whether a paragraph has a stem as its own, not only of what stands elsewhere."""
        return self._weight(self._of(term), place) >= 1

    def likely(self, terms: Iterable[str], places: Iterable[int]) -> list[str]:
        """Return the terms that may stand in paragraphs; all others do not.

        Where a pair stands, its stems do; most terms need not be looked for in the whole draft.
        """
        near = frozenset(places)
        found: list[str] = []
        for term in terms:
            first, _, second = term.partition(" ")
            within = self._of(first).within & near
            if within and (not second or not within.isdisjoint(self._of(second).within)):
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
        for piece in self._stems.pieces.get(stem, ()):
            found += places[piece]
        return sorted(found)

    def _pairs(self, first: str, second: str) -> list[int]:
        """Return the places of the second of two stems with no other between them, in order.

        Only those in paragraphs are told.
        """
        one, other = self._of(first), self._of(second)
        both = one.within & other.within
        pieces, silent, stems = self._vocabulary.pieces, self._stems.silent, self._stems.of
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
        for piece in self._stems.carrying.keys() & self._stems.pieces[first]:
            if (first, second) in pairwise(stems[piece]):
                found.update(self._vocabulary.places[piece])
        return sorted(found)

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
        return float(sum(map(self._stems.carrying.get, pieces, repeat(1))))
