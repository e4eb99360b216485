"""Fingerprints: what tells a finding apart, whatever moves around it.

A fingerprint is made of the rule, the sentence in which the finding stands, and the words it is
about. Numbers of internal references are left out of both, so that paragraphs may be inserted and
renumbered; wraps, emphasis and page furniture are not read at all. Where a clause is missing from
the draft as a whole, it is made of the rule and the kind of text instead.
"""

import sys
from collections import Counter
from collections.abc import Iterable

from checker.evidence import Evidence
from checker.findings import Finding
from checker.index import Index
from checker.sentences import alike, sentence_around, without_ending
from checker.source import Span

try:
    # The same function without OpenSSL, which takes longer to load than a draft to parse.
    if sys.version_info >= (3, 12):
        from _sha2 import sha256  # type: ignore[import-not-found, unused-ignore]
    else:
        from _sha256 import sha256  # type: ignore[import-not-found, unused-ignore]
except ImportError:  # another Python than CPython
    from hashlib import sha256

_DIGITS = 16


def fingerprint(*parts: str) -> str:
    """Return a hash of some texts: 16 hexadecimal digits of their SHA-256."""
    digits: str = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return digits[:_DIGITS]


def told_apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a draft with those of equal fingerprints counted, in their order."""
    seen: Counter[str] = Counter()
    told: list[Finding] = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        if (times := seen[finding.fingerprint]) > 1:
            counted = fingerprint(finding.fingerprint, str(times))
            told.append(finding.replaced(fingerprint=counted))
        else:
            told.append(finding)
    return tuple(told)


def fingerprint_of(rule: str, evidence: Evidence, index: Index) -> str:
    """Return the fingerprint of what a rule found; those of equal findings are equal."""
    if evidence.absent:
        return fingerprint(rule, index.profile)
    # Most findings are in sentences that an edit leaves alone.
    typed = index.memory.of(alike)
    stretch = _stretch(index, evidence.span)
    if stretch is None:
        return fingerprint(rule, typed[index.draft.source.slice(evidence.span)])
    start, end = map(index.unnumbered.place, stretch)
    text = index.unnumbered.text
    sentence = without_ending(typed[sentence_around(text, start)])
    return fingerprint(rule, sentence, typed[text[start:end]])


def _stretch(index: Index, span: Span) -> tuple[int, int] | None:
    """Return where a span is read, None where it belongs to nothing that is.

    Of a label nothing is read, but the words before which it stands.
    """
    owner = index.draft.owner(span.start)
    if owner is None or not owner.address:
        return None
    if owner.label_span is not None and owner.label_span.overlaps(span):
        first = next((node for node in owner.walk() if node.text), owner)
        return first.start, first.start
    return index.draft.reading.stretch(span)
