"""Words: what paragraphs speak of, as an inverted index over the stems of their words."""

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.draft import Node

_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]{0,40}[A-Za-z]")
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
_SHORTEST_STEM = 3
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


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries meaning: its stem, and its offset in the text as read."""

    start: int
    stem: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words that carry meaning in a stretch of the text as read."""
    found = _WORD.finditer(text, start, end)
    return [
        Word(match.start(), stem(match[0])) for match in found if match[0].lower() not in _EMPTY
    ]


def stem(word: str) -> str:
    """Return a word without its ending, so that "requested" and "Requests" are one."""
    folded = word.lower().replace("’", "'").removesuffix("'s")
    folded = _ALIKE.get(folded, folded)
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            folded = folded.removesuffix(ending)
            break
    doubled = len(folded) > _SHORTEST_STEM + 1 and folded[-1] == folded[-2]
    return folded[:-1] if doubled else folded


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the paragraphs of a draft speak of.

    Attributes:
        places: for each term, a stem or two in a row, the weight it has in each paragraph that
            has it, by the place of the paragraph from 1.
        sizes: how much each paragraph says, in words; the first is that of paragraph 1.
    """

    places: Mapping[str, Mapping[int, float]]
    sizes: Sequence[float]

    @staticmethod
    def of(
        text: str, paragraphs: Sequence[Node], borrowed: Sequence[tuple[int, int]]
    ) -> "Subjects":
        """Index the words of paragraphs, their items included.

        Args:
            text: the text as read.
            paragraphs: the paragraphs, numbered from 1.
            borrowed: the stretches of the text, in order, that say what stands somewhere else.
        """
        starts = [start for start, _ in borrowed]
        places: dict[str, dict[int, float]] = defaultdict(dict)
        sizes: list[float] = []
        for place, paragraph in enumerate(paragraphs, start=1):
            size = 0.0
            for node in paragraph.walk():
                words = words_of(text, node.start, node.end)
                weights: list[float] = []
                for word in words:
                    stretch = bisect_right(starts, word.start) - 1
                    inside = stretch >= 0 and word.start < borrowed[stretch][1]
                    weights.append(_BORROWED if inside else 1.0)
                size += sum(weights)
                for word, weight in zip(words, weights, strict=True):
                    within = places[word.stem]
                    again = _AGAIN * weight if place in within else 0
                    within[place] = max(within.get(place, 0), weight) + again
                for pair, weight in zip(_pairs(words), weights[1:], strict=False):
                    places[pair][place] = max(places[pair].get(place, 0), weight)
            sizes.append(max(size, _SHORTEST))
        return Subjects(dict(places), tuple(sizes))

    def has(self, term: str, place: int) -> bool:
        """Whether a paragraph has a term as its own, not only of what stands elsewhere."""
        return self.places.get(term, {}).get(place, 0) >= 1

    def fit(self, term: str, places: Sequence[int]) -> float:
        """Return how well a term fits paragraphs, as the logarithm of a likelihood.

        The best of several paragraphs counts. Rare terms tell more, long paragraphs less.
        """
        within = self.places.get(term, {})
        by_chance = (1 - _ECHO) * (len(within) + 0.5) / (len(self.sizes) + 1) / _CHANCE
        weights = ((within[place], self.sizes[place - 1]) for place in places if place in within)
        best = max(
            (weight / (weight + 1) / size**_LENGTH_COUNTS for weight, size in weights), default=0
        )
        return math.log(_ECHO * best + by_chance)


def _pairs(words: Sequence[Word]) -> Iterator[str]:
    return (f"{first.stem} {second.stem}" for first, second in pairwise(words))
