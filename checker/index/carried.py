"""Carried words: what a reference says of the paragraph that it points at.

"the priority measures referenced in paragraph 3": the words before the reference, and a few after
it, name what stands there.
"""

from collections.abc import Sequence
from re import Match
from typing import TypeAlias

from checker.index.index import Index
from checker.index.stems import stem
from checker.index.words import carries_words, first_words, last_words
from checker.mentions import Reference
from checker.records import Record

Word: TypeAlias = Match[str]

_BEFORE = 14
_AFTER = 5
_NAMING = 3
_NEAR = 8
_LONGEST_BEFORE = 400
_LONGEST_AFTER = 120
_LONGEST_SHOWN = 60
_CLAUSE_ENDS = ";:."

# Nearer words count more; a comma between makes them strangers.
_FADING = 0.2
_COMMA = 0.6
_PAIR = 0.3
_BEHIND = 0.3


class Carried(Record):
    """References in a row that share the words before them, and those words.

    Attributes:
        references: one or several, "paragraph 4 and paragraph 5".
        words: the words before the first of them that carry meaning, the nearest last.
        named: the place of the first word that is shown: from there on they name the thing.
        after: the stretch of the text as read behind the first reference, to the end of its clause.
    """

    references: tuple[Reference, ...]
    words: Sequence[Word]
    named: int
    after: tuple[int, int]

    @property
    def start(self) -> int:
        """Where the first reference begins, and with it the words before end."""
        return self.references[0].start

    @property
    def naming(self) -> list[str]:
        """The nearest stems before the first reference, the nearest first."""
        return [stem(word[0]) for word in self.words[-_NAMING:][::-1]]

    @property
    def said_from(self) -> int:
        """Where the nearest words begin, a few more than those that name."""
        return self.words[-_NEAR:][0].start() if self.words else self.start

    def terms(self, text: str) -> dict[str, float]:
        """Return stems and pairs of stems, each with what it counts; the draft's text is given."""
        return _terms(text, self.words, first_words(text, *self.after, _AFTER), self.start)


def carried_words(index: Index) -> list[Carried]:
    """Return the references of a draft with the words that they carry, in reading order."""
    rows: list[list[Reference]] = []
    said: list[tuple[Sequence[Word], int, tuple[int, int]]] = []
    text, references = index.text, index.draft.mentions.references
    for place, reference in enumerate(references):
        start, end = _clause(index, reference)
        before = references[place - 1] if place else None
        if before is not None and before.end > start:
            start = before.end
            if not carries_words(text, start, reference.start):
                rows[-1].append(reference)
                continue
        if place + 1 < len(references):
            end = max(min(end, references[place + 1].start), reference.end)
        words = last_words(text, start, reference.start, _BEFORE)
        nearest = [word.start() for word in words[-_NAMING:]]
        near = (place for place in nearest if reference.start - place <= _LONGEST_SHOWN)
        named = min(near, default=reference.start)
        rows.append([reference])
        said.append((words, named, (reference.end, end)))
    return [Carried(tuple(row), *rest) for row, rest in zip(rows, said, strict=True)]


def _clause(index: Index, reference: Reference) -> tuple[int, int]:
    """Return the bounds of the clause around a reference."""
    node, text = index.node_at(reference.start), index.text
    start = max(node.start, reference.start - _LONGEST_BEFORE)
    start = max(
        start, *(text.rfind(f"{mark} ", start, reference.start) + 1 for mark in _CLAUSE_ENDS)
    )
    end = max(min(node.end, reference.end + _LONGEST_AFTER), reference.end)
    stops = (text.find(mark, reference.end, end) for mark in _CLAUSE_ENDS)
    return start, min((stop for stop in stops if stop >= 0), default=end)


def _terms(text: str, words: Sequence[Word], behind: Sequence[str], end: int) -> dict[str, float]:
    terms: dict[str, float] = {}
    after, nearer = "", 0.0
    for distance, word in enumerate(reversed(words)):
        one = stem(word[0])
        counts = _COMMA ** text.count(",", word.start(), end) / (1 + _FADING * distance)
        terms[one] = max(terms.get(one, 0), counts)
        if after:
            pair = f"{one} {after}"
            terms[pair] = max(terms.get(pair, 0), _PAIR * nearer)
        after, nearer = one, counts
    for distance, following in enumerate(behind):
        one = stem(following)
        terms[one] = max(terms.get(one, 0), _BEHIND / (1 + _FADING * distance))
    return terms
