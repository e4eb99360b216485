"""Words: what paragraphs speak of, told by the stems of their words."""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache
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


class Word(NamedTuple):
    """A word that carries meaning: its stem, and its offset in the text as read."""

    start: int
    stem: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words that carry meaning in a stretch of the text as read."""
    return [Word(place, stem(word)) for place, word in _carrying(text, start, end)]


def last_words(text: str, start: int, end: int, most: int) -> list[Word]:
    """Return the last words that carry meaning in a stretch, at most so many."""
    near = text.find(" ", max(start, end - _NEAR * most), end)
    found = _carrying(text, near, end) if near > start else []
    if len(found) < most:
        found = _carrying(text, start, end)
    return [Word(place, stem(word)) for place, word in found[-most:]]


def _carrying(text: str, start: int, end: int) -> list[tuple[int, str]]:
    found = _WORD.finditer(text, start, end)
    return [(match.start(), word) for match in found if (word := match[0]).lower() not in _EMPTY]


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


class Subjects:
    """What the paragraphs of a draft speak of, as far as somebody asks for it."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        paragraphs: Sequence[Node],
        borrowed: Sequence[tuple[int, int]],
        terms: Collection[str],
    ) -> None:
        """Find where the terms stand; a paragraph is read when it is first asked for.

        Args:
            vocabulary: the words of the draft, those of the paragraphs among them.
            paragraphs: the paragraphs, numbered from 1.
            borrowed: the stretches of the text as read, in order, that say what stands elsewhere.
            terms: what may be asked for: stems, and pairs of stems with a space between.
        """
        self._vocabulary, self._paragraphs = vocabulary, paragraphs
        self._terms = frozenset(terms)
        self._stems = _wanted(vocabulary, {term for term in terms if " " not in term})
        self._borrowed = [tuple(map(vocabulary.place_at, stretch)) for stretch in borrowed]
        self._starts = [start for start, _ in self._borrowed]
        self._read: dict[int, tuple[Mapping[str, float], float]] = {}
        self._counts: dict[str, int] = {}

    def has(self, term: str, place: int) -> bool:
        """Whether a paragraph has a term as its own, not only of what stands elsewhere."""
        return self.terms_in(place).get(term, 0) >= 1

    def standing(self, places: Sequence[int]) -> set[str]:
        """Return the terms that stand in one of some paragraphs."""
        return set().union(*map(self.terms_in, places))

    def terms_in(self, place: int) -> Mapping[str, float]:
        """Return the terms of a paragraph, each with the weight that it has there."""
        return self._paragraph(place)[0]

    def _count(self, term: str) -> int:
        """Return how many paragraphs have a term."""
        if term not in self._counts:
            first, _, second = term.partition(" ")
            within = self._within.get(first, set())
            if second:
                both = within & self._within.get(second, set())
                self._counts[term] = sum(term in self.terms_in(place) for place in both)
            else:
                self._counts[term] = len(within)
        return self._counts[term]

    @cached_property
    def _within(self) -> Mapping[str, set[int]]:
        """The paragraphs that have a stem."""
        numbers: list[int] = [0] * len(self._vocabulary.pieces)
        for number, places in enumerate(self._ranges, start=1):
            numbers[places.start : places.stop] = [number] * len(places)
        found: defaultdict[str, set[int]] = defaultdict(set)
        for piece, stems in self._stems.items():
            within = {numbers[place] for place in self._vocabulary.places[piece]} - {0}
            for stem in filter(None, stems):
                found[stem] |= within
        return found

    @cached_property
    def _ranges(self) -> Sequence[range]:
        """The places of the pieces of each paragraph."""
        return [self._vocabulary.places_in(paragraph) for paragraph in self._paragraphs]

    @cached_property
    def _silent(self) -> set[str]:
        """The pieces within a node that have no word that carries meaning."""
        none = {piece for piece, words in self._carrying.items() if not words}
        return none - {self._vocabulary.END}

    @cached_property
    def _carrying(self) -> Mapping[str, int]:
        """How many words that carry meaning each piece has."""
        return _carried_by(self._vocabulary)

    def fit(self, term: str, places: Sequence[int]) -> float:
        """Return how well a term fits paragraphs, as the logarithm of a likelihood.

        The best of several paragraphs counts. Rare terms tell more, long paragraphs less.
        """
        by_chance = (1 - _ECHO) * (self._count(term) + 0.5) / (len(self._paragraphs) + 1) / _CHANCE
        best = 0.0
        for place in places:
            terms, size = self._paragraph(place)
            if weight := terms.get(term):
                best = max(best, weight / (weight + 1) / size**_LENGTH_COUNTS)
        return math.log(_ECHO * best + by_chance)

    def _paragraph(self, place: int) -> tuple[Mapping[str, float], float]:
        """Return the weights of the terms in a paragraph, and how much it says, in words."""
        found = self._read.get(place)
        if found is None:
            found = self._read[place] = self._read_paragraph(self._ranges[place - 1])
        return found

    def _read_paragraph(self, places: range) -> tuple[Mapping[str, float], float]:
        pieces, wanted = self._vocabulary.pieces[places.start : places.stop], self._stems
        borrowed = self._borrowed_in(places)
        found: dict[str, float] = {}
        before, last = "", -1
        for place in [place for place, piece in enumerate(pieces) if piece in wanted]:
            inside = borrowed and any(place in stretch for stretch in borrowed)
            weight = _BORROWED if inside else 1.0
            for rank, word in enumerate(wanted[pieces[place]]):
                if word:
                    known = found.get(word)
                    found[word] = max(known, weight) + _AGAIN * weight if known else weight
                    pair = f"{before} {word}"
                    if pair in self._terms and (rank or self._beside(pieces[last + 1 : place])):
                        found[pair] = max(found.get(pair, 0), weight)
                before = word
            last = place
        size = self._words_in(pieces)
        for stretch in borrowed:
            size -= (1 - _BORROWED) * self._words_in(pieces[stretch.start : stretch.stop])
        return found, max(size, _SHORTEST)

    def _borrowed_in(self, places: range) -> list[range]:
        """Return the stretches of a paragraph that say what stands elsewhere, counted in it."""
        first = max(bisect_right(self._starts, places.start) - 1, 0)
        near = self._borrowed[first : bisect_left(self._starts, places.stop)]
        begin, end = places.start, places.stop
        return [
            range(max(low, begin) - begin, min(high, end) - begin)
            for low, high in near
            if high > begin
        ]

    def _beside(self, between: Sequence[str]) -> bool:
        """Whether no word that carries meaning stands among pieces, nor the end of a node."""
        return self._silent.issuperset(between)

    def _words_in(self, pieces: Sequence[str]) -> float:
        """Return how many words that carry meaning some pieces have."""
        return float(sum(map(self._carrying.__getitem__, pieces)))


def _wanted(vocabulary: Vocabulary, wanted: Collection[str]) -> Mapping[str, Sequence[str]]:
    """Return the pieces with a wanted stem, and the stems of their words, "" for all others."""
    # How a word begins tells most of the others at once.
    beginnings = {stem[:_SHORTEST_STEM] for stem in (*wanted, *_ALIKE)}
    pieces = [one for one in vocabulary.places if one[:_SHORTEST_STEM].lower() in beginnings]
    found: dict[str, Sequence[str]] = {}
    for piece in {*pieces, *_several(vocabulary)}:
        stems = [one if (one := stem(word)) in wanted else "" for word in _carrying_in(piece)]
        if any(stems):
            found[piece] = stems
    return found


def _carried_by(vocabulary: Vocabulary) -> Mapping[str, int]:
    """Return how many words that carry meaning each piece has."""
    found = dict.fromkeys(vocabulary.places, 1)
    for word in _EMPTY:
        found.update(dict.fromkeys(vocabulary.pieces_of(word), 0))
    found.update({piece: len(_carrying_in(piece)) for piece in _several(vocabulary)})
    return found


def _several(vocabulary: Vocabulary) -> set[str]:
    """Return the pieces that need not be one word as it is understood here."""
    others = {one for one in vocabulary.places if len(one) < _SHORTEST_STEM or not one.isascii()}
    return others.union(vocabulary.odd)


def _carrying_in(piece: str) -> list[str]:
    return [word for word in _WORD.findall(piece) if word.lower() not in _EMPTY]
