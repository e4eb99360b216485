"""Words: what paragraphs speak of, told by the stems of their words."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, filterfalse, pairwise
from typing import NamedTuple

from checker.draft import Node
from checker.index.vocabulary import Vocabulary
from checker.patterns import lazy

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
_MARKS = ",;.:)"
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


def last_words(text: str, start: int, end: int, most: int) -> list[re.Match[str]]:
    """Return the last words that carry meaning in a stretch, at most so many."""
    near = text.find(" ", max(start, end - _NEAR * most), end)
    found = words_of(text, near, end) if near > start else []
    if len(found) < most:
        found = words_of(text, start, end)
    return found[-most:]


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


class _Standing(NamedTuple):
    """Where a term stands.

    Attributes:
        within: the numbers of the paragraphs that have it.
        places: the places of the pieces that have it, as often as they have it, in order.
        weights: what it counts in the paragraphs that somebody asked for.
        by_chance: how likely it is that it stands in any paragraph.
        absent: how well it fits a paragraph that does not have it.
        again: by how much it counts more where it stands again.
    """

    within: frozenset[int]
    places: Sequence[int]
    weights: dict[int, float]
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
        self._pieces: defaultdict[str, list[str]] = defaultdict(list)
        # The pieces that are not one word that carries meaning, with the stems in them.
        self._several: dict[str, Sequence[str]] = {}
        self._read_pieces({stem for term in terms for stem in term.split()})
        self._sizes: dict[int, float] = {}
        self._lettered: dict[int, str] = {}

    def has(self, term: str, place: int) -> bool:
        """Whether a paragraph has a term as its own, not only of what stands elsewhere."""
        return self._weight(self._of(term), place) >= 1

    def likely(self, terms: Iterable[str], places: Iterable[int]) -> list[str]:
        """Return the terms that may stand in paragraphs; all others do not.

        A glance at the letters saves looking for most terms through the whole draft.
        """
        letters = "".join(map(self._letters, places))
        return [term for term in terms if all(_has_letters(letters, one) for one in term.split())]

    def _letters(self, place: int) -> str:
        found = self._lettered.get(place)
        if found is None:
            places = self._ranges[place - 1]
            pieces = self._vocabulary.pieces[places.start : places.stop]
            found = self._lettered[place] = " ".join(pieces).lower().replace("’", "'")
        return found

    def fits(self, terms: Iterable[str], places: Collection[int]) -> list[float]:
        """Return how well each term fits paragraphs, as the logarithm of a likelihood.

        The best of several paragraphs counts. Rare terms tell more, long paragraphs less.
        """
        found: list[float] = []
        for standing in map(self._of, terms):
            best = 0.0
            if not standing.within.isdisjoint(places):
                for place in standing.within.intersection(places):
                    weight = self._weight(standing, place)
                    best = max(best, weight / (weight + 1) / self._size(place))
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

    def _weight(self, standing: _Standing, number: int) -> float:
        """Return what a term counts in a paragraph."""
        if number not in standing.within:
            return 0.0
        found = standing.weights.get(number)
        if found is None:
            places, here = standing.places, self._ranges[number - 1]
            first, end = bisect_left(places, here.start), bisect_left(places, here.stop)
            found = 0.0
            for place in places[first:end]:
                # What only says what stands elsewhere counts less.
                weight = _BORROWED if place in self._elsewhere else 1.0
                found = max(found, weight) + standing.again * weight if found else weight
            standing.weights[number] = found
        return found

    def _places(self, stem: str) -> list[int]:
        """Return the places of the pieces that have a stem, as often as they have it, in order."""
        places = self._vocabulary.places
        found: list[int] = []
        for piece in self._pieces.get(stem, ()):
            found += places[piece]
        return sorted(found)

    def _pairs(self, first: str, second: str) -> list[int]:
        """Return the places of the second of two stems with no other between them, in order."""
        one, other = self._of(first), self._of(second)
        if one.within.isdisjoint(other.within):
            return []
        firsts, seconds = set(one.places), set(other.places)
        if len(firsts) < len(seconds):
            near = [(place, self._next(place, 1)) for place in firsts]
        else:
            near = [(self._next(place, -1), place) for place in seconds]
        found = {
            after
            for before, after in near
            if before in firsts
            and after in seconds
            and self._stems_at(before)[-1] == first
            and self._stems_at(after)[0] == second
        }
        for place in firsts & seconds:
            if (first, second) in pairwise(self._stems_at(place)):
                found.add(place)
        return sorted(found)

    def _next(self, place: int, step: int) -> int:
        """Return the next place, one way or the other, with a word that carries meaning."""
        pieces = self._vocabulary.pieces
        place += step
        while pieces[place] in self._silent:
            place += step
        return place

    def _read_pieces(self, stems: Iterable[str]) -> None:
        """Find the pieces that have some stems; most are one word, with a mark behind at most."""
        vocabulary = self._vocabulary
        foreign = {*filterfalse(str.isascii, vocabulary.places)}
        # How a word begins tells most of the others at once.
        beginnings = {stem[:_SHORTEST_STEM] for stem in (*stems, *_ALIKE)}
        for piece in vocabulary.small - _EMPTY - foreign:
            if piece[:_SHORTEST_STEM] in beginnings:
                self._pieces[stem(piece)].append(piece)
        self._several.update(dict.fromkeys(vocabulary.small & _EMPTY, ()))
        for piece, word in vocabulary.marked.items():
            folded = word.lower()
            if folded in _EMPTY:
                self._several[piece] = ()
            elif folded[:_SHORTEST_STEM] in beginnings and piece not in foreign:
                self._pieces[stem(word)].append(piece)
        for piece in foreign.union(vocabulary.odd):
            found = self._several[piece] = _stems_of(piece)
            for one in found:
                self._pieces[one].append(piece)

    def _stems_at(self, place: int) -> Sequence[str]:
        """Return the stems of the words in the piece at a place that carry meaning."""
        piece = self._vocabulary.pieces[place]
        found = self._several.get(piece)
        return (stem(piece.rstrip(_MARKS)),) if found is None else found

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
        return float(sum(map(self._carrying.__getitem__, pieces)))

    @cached_property
    def _silent(self) -> set[str]:
        """The pieces within a node that have no word that carries meaning."""
        none = {piece for piece, stems in self._several.items() if not stems}
        return none - {self._vocabulary.END}

    @cached_property
    def _carrying(self) -> Mapping[str, int]:
        """How many words that carry meaning each piece has."""
        found = dict.fromkeys(self._vocabulary.places, 1)
        found.update(zip(self._several, map(len, self._several.values()), strict=True))
        return found


def _stems_of(piece: str) -> Sequence[str]:
    words = _WORD.findall(piece)
    return [stem(word) for word in words if word.lower() not in _EMPTY]


def _has_letters(letters: str, stem: str) -> bool:
    """Whether the letters of paragraphs have those of a word with a stem."""
    if stem in letters:
        return True
    return any(stem == other and word in letters for word, other in _ALIKE.items())
