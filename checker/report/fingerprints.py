"""Fingerprints: what a finding is recognized by when the draft around it has changed."""

import re
from collections import Counter
from hashlib import sha256

from checker.findings import FileResult, Finding

_NUMBER = re.compile(r"\d+")


def fingerprints(result: FileResult) -> dict[int, str]:
    """Return a fingerprint for each finding of a draft, by the identity of the finding.

    They rest on the rule and the words, not on numbers and lines, and are distinct within the
    draft: of findings that are alike, each is counted. Silenced and recorded ones come last, so
    that they change no other.
    """
    seen: Counter[str] = Counter()
    found: dict[int, str] = {}
    for finding in (*result.findings, *result.silenced, *result.baselined):
        own = _own(finding)
        seen[own] += 1
        found[id(finding)] = own if seen[own] == 1 else digest(own, str(seen[own]))
    return found


def digest(*parts: str) -> str:
    """Return a short hexadecimal digest of some texts."""
    text = "\0".join(parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _own(finding: Finding) -> str:
    if finding.fingerprint:
        return finding.fingerprint
    words = finding.excerpt.text[finding.excerpt.opening :]
    return digest(finding.rule, _NUMBER.sub("#", finding.quote), _NUMBER.sub("#", words))
