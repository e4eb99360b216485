"""Carried words: what a reference says of the paragraph that it points at.

"the priority measures referenced in paragraph 3": the words before the reference, and a few after
it, name what stands there.
"""

from collections.abc import Sequence
from typing import NamedTuple

from checker.index.index import Index
from checker.index.words import Word, last_words, words_of
from checker.mentions import Reference

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


class Carried(NamedTuple):
    """References in a row that share the words before them, and those words.

    Attributes:
        references: one or several, "paragraph 4 and paragraph 5".
        terms: stems and pairs of stems, each with what it counts.
        naming: the nearest stems before the first reference, the nearest first.
        start: where the naming words begin in the text as read; they end at the first reference.
        said_from: where the nearest words begin, a few more than those that name.
    """

    references: tuple[Reference, ...]
    terms: dict[str, float]
    naming: tuple[str, ...]
    start: int
    said_from: int


def carried_words(index: Index) -> list[Carried]:
    """Return the references of a draft with the words that they carry, in reading order."""
    found: list[Carried] = []
    references = index.draft.mentions.references
    for place, reference in enumerate(references):
        start, end = _clause(index, reference)
        before = references[place - 1] if place else None
        if before is not None and before.end > start:
            start = before.end
            if not words_of(index.text, start, reference.start):
                shared = found.pop()
                row = (*shared.references, reference)
                found.append(
                    Carried(row, shared.terms, shared.naming, shared.start, shared.said_from)
                )
                continue
        if place + 1 < len(references):
            end = max(min(end, references[place + 1].start), reference.end)
        words = last_words(index.text, start, reference.start, _BEFORE)
        behind = words_of(index.text, reference.end, end)[:_AFTER]
        nearest = words[-_NAMING:][::-1]
        naming = tuple(word.stem for word in nearest)
        named = [word.start for word in nearest if reference.start - word.start <= _LONGEST_SHOWN]
        begin = min(named, default=reference.start)
        terms = _terms(index.text, words, behind, reference.start)
        said_from = words[-_NEAR:][0].start if words else reference.start
        found.append(Carried((reference,), terms, naming, begin, said_from))
    return found


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


def _terms(text: str, words: Sequence[Word], behind: Sequence[Word], end: int) -> dict[str, float]:
    terms: dict[str, float] = {}
    after: Word | None = None
    for distance, word in enumerate(reversed(words)):
        counts = _COMMA ** text.count(",", word.start, end) / (1 + _FADING * distance)
        terms[word.stem] = max(terms.get(word.stem, 0), counts)
        if after is not None:
            nearer = _COMMA ** text.count(",", after.start, end) / (1 + _FADING * (distance - 1))
            pair = f"{word.stem} {after.stem}"
            terms[pair] = max(terms.get(pair, 0), _PAIR * nearer)
        after = word
    for distance, word in enumerate(behind):
        terms[word.stem] = max(terms.get(word.stem, 0), _BEHIND / (1 + _FADING * distance))
    return terms
