"""Words: what paragraphs speak of, told by the stems of their words."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
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
        text: str,
        vocabulary: Vocabulary,
        paragraphs: Sequence[Node],
        borrowed: Sequence[tuple[int, int]],
        terms: Collection[str],
    ) -> None:
        """Prepare to look terms up; a paragraph is read when it is first asked for.

        Args:
            text: the text as read.
            vocabulary: its words, those of the paragraphs among them.
            paragraphs: the paragraphs, numbered from 1.
            borrowed: the stretches of the text, in order, that say what stands somewhere else.
            terms: what may be asked for: stems, and pairs of stems with a space between.
        """
        self._text, self._paragraphs, self._borrowed = text, paragraphs, borrowed
        self._vocabulary = vocabulary
        self._terms = frozenset(terms)
        self._starts = [start for start, _ in borrowed]
        self._stems = _Stems(term for term in self._terms if " " not in term)
        self._read: dict[int, tuple[Mapping[str, float], float]] = {}
        self._counts: dict[str, int] = {}

    def has(self, term: str, place: int) -> bool:
        """Whether a paragraph has a term as its own, not only of what stands elsewhere."""
        return self.terms_in(place).get(term, 0) >= 1

    def stands(self, term: str, places: Sequence[int]) -> bool:
        """Whether a term stands in one of some paragraphs."""
        return any(term in self.terms_in(place) for place in places)

    def terms_in(self, place: int) -> Mapping[str, float]:
        """Return the terms of a paragraph, each with the weight that it has there."""
        return self._paragraph(place)[0]

    def _count(self, term: str) -> int:
        """Return how many paragraphs have a term."""
        if term not in self._counts:
            first, _, second = term.partition(" ")
            within = self._within(first)
            if second:
                both = within & self._within(second)
                self._counts[term] = sum(term in self.terms_in(place) for place in both)
            else:
                self._counts[term] = len(within)
        return self._counts[term]

    def _within(self, stem: str) -> set[int]:
        """Return the paragraphs that have a stem."""
        places = self._vocabulary.places
        found = {
            self._numbers.get(id(self._vocabulary.node_at(place)), 0)
            for piece in self._pieces.get(stem, ())
            for place in places[piece]
        }
        return found - {0}

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        """The number of the paragraph to which each node belongs."""
        numbered = enumerate(self._paragraphs, start=1)
        return {id(node): number for number, top in numbered for node in top.walk()}

    @cached_property
    def _pieces(self) -> Mapping[str, Sequence[str]]:
        """The pieces of the text that have a stem."""
        found: dict[str, list[str]] = {}
        for piece in self._vocabulary.places:
            for stem in filter(None, self._stems[piece]):
                found.setdefault(stem, []).append(piece)
        return found

    def fit(self, term: str, places: Sequence[int]) -> float:
        """Return how well a term fits paragraphs, as the logarithm of a likelihood.

        The best of several paragraphs counts. Rare terms tell more, long paragraphs less.
        """
        by_chance = (1 - _ECHO) * (self._count(term) + 0.5) / (len(self._paragraphs) + 1) / _CHANCE
        read = (self._paragraph(place) for place in places)
        weights = ((terms[term], size) for terms, size in read if term in terms)
        best = max(
            (weight / (weight + 1) / size**_LENGTH_COUNTS for weight, size in weights), default=0
        )
        return math.log(_ECHO * best + by_chance)

    def _paragraph(self, place: int) -> tuple[Mapping[str, float], float]:
        """Return the weights of the terms in a paragraph, and how much it says, in words."""
        found = self._read.get(place)
        if found is None:
            found = self._read[place] = self._read_paragraph(self._paragraphs[place - 1])
        return found

    def _read_paragraph(self, paragraph: Node) -> tuple[Mapping[str, float], float]:
        found: dict[str, float] = {}
        size = 0.0
        for node in paragraph.walk():
            stems, weights = self._words(node)
            size += sum(weights)
            before, last = "", -2
            for place in [place for place, word in enumerate(stems) if word]:
                word, weight = stems[place], weights[place]
                again = _AGAIN * weight if word in found else 0
                found[word] = max(found.get(word, 0), weight) + again
                pair = f"{before} {word}"
                if last == place - 1 and pair in self._terms:
                    found[pair] = max(found.get(pair, 0), weight)
                before, last = word, place
        return found, max(size, _SHORTEST)

    def _words(self, node: Node) -> tuple[Sequence[str], Sequence[float]]:
        """Return the stems of a node, "" for those that nobody asks for, and their weights."""
        low = bisect_right(self._starts, node.start)
        high = bisect_left(self._starts, node.end)
        if low == high and (not low or self._borrowed[low - 1][1] <= node.start):
            pieces = node.text.split(" ")
            told = list(chain.from_iterable(map(self._stems.__getitem__, pieces)))
            return told, [1.0] * len(told)
        stems: list[str] = []
        weights: list[float] = []
        for match in _WORD.finditer(self._text, node.start, node.end):
            stretch = bisect_right(self._starts, match.start()) - 1
            inside = stretch >= 0 and match.start() < self._borrowed[stretch][1]
            for word in self._stems[match[0]]:
                stems.append(word)
                weights.append(_BORROWED if inside else 1.0)
        return stems, weights


class _Stems(dict[str, tuple[str, ...]]):
    """The stems of the words of pieces of a text, "" for those that nobody asks for."""

    def __init__(self, wanted: Iterable[str]) -> None:
        super().__init__()
        self._wanted = frozenset(wanted)
        # How a word begins tells most of the others at once.
        begin = {stem[:_SHORTEST_STEM] for stem in self._wanted}
        self._begin = begin.union(other[:_SHORTEST_STEM] for other in _ALIKE)

    def __missing__(self, piece: str) -> tuple[str, ...]:
        found: list[str] = []
        for word in _WORD.findall(piece):
            folded = word.lower()
            if folded not in _EMPTY:
                known = folded[:_SHORTEST_STEM] in self._begin
                found.append(one if known and (one := stem(word)) in self._wanted else "")
        self[piece] = told = tuple(found)
        return told
