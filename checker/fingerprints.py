"""Fingerprints: what tells a finding apart, whatever moves around it.

A fingerprint is made of the rule, the sentence in which the finding stands, and the words it is
about. Numbers of internal references are left out of both, so that paragraphs may be inserted and
renumbered; wraps, emphasis and page furniture are not read at all. Where a clause is missing from
the draft as a whole, it is made of the rule and the kind of text instead.
"""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from checker.evidence import Evidence
from checker.findings import Finding
from checker.index import Index
from checker.mentions import Whose
from checker.sentences import alike, sentence_around, without_ending
from checker.source import Span

_NUMBER = re.compile(r"\d+")
_MARK = "#"
_DIGITS = 16


def fingerprint(*parts: str) -> str:
    """Return a hash of some texts: 16 hexadecimal digits of their SHA-256."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def told_apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a draft with those of equal fingerprints counted, in their order."""
    seen: Counter[str] = Counter()
    told: list[Finding] = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        if (times := seen[finding.fingerprint]) > 1:
            counted = fingerprint(finding.fingerprint, str(times))
            told.append(replace(finding, fingerprint=counted))
        else:
            told.append(finding)
    return tuple(told)


class Fingerprints:
    """The fingerprints of what is found in one draft; those of equal findings are equal."""

    def __init__(self, index: Index) -> None:
        """Keep the index; the text without numbers is made when it is first needed."""
        self._index = index

    def of(self, rule: str, evidence: Evidence) -> str:
        """Return the fingerprint of what a rule found."""
        if evidence.absent:
            return fingerprint(rule, self._index.profile)
        start, end = self._stretch(evidence.span)
        if start < 0:
            source = self._index.draft.source
            return fingerprint(rule, alike(source.slice(evidence.span)))
        sentence = sentence_around(self._text, self._place(start))
        quote = self._text[self._place(start) : self._place(end)]
        return fingerprint(rule, without_ending(alike(sentence)), alike(quote))

    def _stretch(self, span: Span) -> tuple[int, int]:
        """Return where a span is read; of a label nothing is, but the words that it stands before.

        The first is less than 0 where the span belongs to nothing that is read.
        """
        draft = self._index.draft
        owner = draft.owner(span.start)
        if owner is None or not owner.address:
            return -1, -1
        if owner.label_span is not None and owner.label_span.overlaps(span):
            first = next((node for node in owner.walk() if node.text), owner)
            return first.start, first.start
        return draft.reading.stretch(span)

    def _place(self, offset: int) -> int:
        """Return where a character of the text as read stands in the text without numbers."""
        before = bisect_right(self._starts, offset)
        if before and offset < self._ends[before - 1]:
            offset = self._starts[before - 1]
            before -= 1
        return offset - self._shorter[before]

    @cached_property
    def _numbers(self) -> list[tuple[int, int]]:
        """Where the numbers of the references to paragraphs of this draft stand, in order."""
        text = self._index.text
        return sorted(
            {
                number.span()
                for reference in self._index.draft.mentions.references
                if reference.whose is not Whose.OTHER
                for number in _NUMBER.finditer(text, reference.start, reference.end)
            }
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._numbers]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self._numbers]

    @cached_property
    def _shorter(self) -> list[int]:
        """By how much the text is shorter before each number, and after the last."""
        lengths = (end - start - len(_MARK) for start, end in self._numbers)
        return list(accumulate(lengths, initial=0))

    @cached_property
    def _text(self) -> str:
        text = self._index.text
        pieces: list[str] = []
        last = 0
        for start, end in self._numbers:
            pieces += (text[last:start], _MARK)
            last = end
        return "".join([*pieces, text[last:]])
