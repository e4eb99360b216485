"""The baseline: findings of old documents that are known, so that only new ones are shown.

A baseline is a JSON file that people keep beside their drafts. It holds a fingerprint for each
finding, which does not change when paragraphs are inserted or lines are wrapped anew, and its rule
and words for those who read it. The file is sorted, one finding on a line, so that two versions of
it can be compared and joined.
"""

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.findings import FileResult, Finding
from checker.records import Record

VERSION = 1
_KEYS = ("rule", "words", "fingerprint")
_LONGEST = 80


class BaselineError(Exception):
    """A baseline that cannot be used; the text is one sentence."""


class Recorded(NamedTuple):
    """A finding that is known.

    Attributes:
        rule: the rule that found it.
        words: what it was about when it was recorded, for people.
        fingerprint: what it is told by.
    """

    rule: str
    words: str
    fingerprint: str


class Baseline(Record):
    """The known findings of some drafts.

    Attributes:
        drafts: by the path of the draft, relative to the baseline, with "/".
    """

    drafts: Mapping[str, tuple[Recorded, ...]] = {}


def read_baseline(text: str) -> Baseline:
    """Read a baseline.

    Raises:
        BaselineError: it is no baseline of this version; the sentence says where and why.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not valid JSON in line {error.lineno}: {error.msg.lower()}"
        raise BaselineError(message) from None
    except RecursionError:
        message = "not valid JSON: nested too deeply"
        raise BaselineError(message) from None
    except ValueError:
        message = "not valid JSON: a number in it is too long"
        raise BaselineError(message) from None
    if not isinstance(data, dict) or "version" not in data or "drafts" not in data:
        message = 'no baseline: it has no "version" and "drafts"'
        raise BaselineError(message)
    if data["version"] != VERSION:
        message = f"a baseline of version {data['version']!r}, and this program reads {VERSION}"
        raise BaselineError(message)
    drafts = data["drafts"]
    if not isinstance(drafts, dict):
        message = '"drafts" must be a table of drafts by path'
        raise BaselineError(message)
    return Baseline({path: tuple(_recorded(path, entries)) for path, entries in drafts.items()})


def _recorded(path: str, entries: object) -> Iterator[Recorded]:
    if not isinstance(entries, list):
        message = f'what is recorded of "{path}" must be a list'
        raise BaselineError(message)
    for entry in entries:
        values = [entry.get(key) for key in _KEYS] if isinstance(entry, dict) else []
        texts = [value for value in values if isinstance(value, str)]
        if len(texts) != len(_KEYS):
            message = f'a finding recorded of "{path}" must have {", ".join(_KEYS)}'
            raise BaselineError(message)
        yield Recorded(*texts)


def baseline_text(baseline: Baseline) -> str:
    """Return a baseline as it is written: sorted, one finding on a line."""
    drafts = [
        f"    {_written(path)}: [\n{_lines(recorded)}\n    ]"
        for path, recorded in sorted(baseline.drafts.items())
        if recorded
    ]
    inside = ",\n".join(drafts)
    shown = f"{{\n{inside}\n  }}" if drafts else "{}"
    return f'{{\n  "version": {VERSION},\n  "drafts": {shown}\n}}\n'


def _lines(recorded: Iterable[Recorded]) -> str:
    entries = (
        {key: getattr(each, key) for key in _KEYS}
        for each in sorted(set(recorded), key=lambda each: (each.rule, each.fingerprint))
    )
    return ",\n".join(f"      {_written(entry)}" for entry in entries)


def _written(value: object) -> str:
    """Return JSON on one line, in ASCII, which no editor and no merge can damage."""
    return json.dumps(value)


def compare(
    result: FileResult, recorded: Sequence[Recorded], moved: Container[str] = ()
) -> FileResult:
    """Return a result with the known findings set aside, and those counted that are gone.

    A finding is gone only where its rule ran. What is silenced is not gone.

    Args:
        result: what was found in a draft.
        recorded: what is known of the draft.
        moved: fingerprints known of drafts that are no longer there: of this one, perhaps, under
            its old name.
    """
    if not result.is_draft:
        return result
    known = {each.fingerprint for each in recorded}
    found = {finding.fingerprint for finding in (*result.findings, *result.silenced)}
    ran = set(result.ran)
    shown: list[Finding] = []
    baselined = list(result.baselined)
    for finding in result.findings:
        is_known = finding.fingerprint in known or finding.fingerprint in moved
        (baselined if is_known else shown).append(finding)
    gone = sum(each.rule in ran and each.fingerprint not in found for each in recorded)
    return result.replaced(
        findings=tuple(shown), baselined=tuple(baselined), gone=result.gone + gone
    )


def carry_over(result: FileResult, before: FileResult) -> FileResult:
    """Return a result with what was known before a fix set aside, though its sentence was changed.

    A finding is still the same where its rule, its address and its words are those of a known one
    whose fingerprint is found no more. What was shown before stays shown.

    Args:
        result: what was found after the fix, compared with the baseline.
        before: what was found before it, compared with the baseline.
    """
    still = {finding.fingerprint for finding in result.baselined}
    lost = Counter(_place(each) for each in before.baselined if each.fingerprint not in still)
    unknown = {finding.fingerprint for finding in before.findings}
    shown: list[Finding] = []
    carried: list[Finding] = []
    for finding in result.findings:
        place = _place(finding)
        if lost[place] and finding.fingerprint not in unknown:
            lost[place] -= 1
            carried.append(finding)
        else:
            shown.append(finding)
    return result.replaced(
        findings=tuple(shown),
        baselined=(*result.baselined, *carried),
        gone=max(result.gone - len(carried), 0),
    )


def _place(finding: Finding) -> tuple[str, str | None, str]:
    return finding.rule, finding.address, finding.quote


def record(
    result: FileResult, before: Sequence[Recorded], rules: Container[str]
) -> tuple[Recorded, ...]:
    """Return what is to be recorded of a draft: its findings, and those of rules that did not run.

    A finding that was recorded before keeps its words, so that the file changes only where the
    draft did.

    Args:
        result: what was found, before any of it was compared with a baseline.
        before: what was recorded of the draft.
        rules: the names of all rules; of others nothing is kept.
    """
    kept = {each.fingerprint: each for each in before}
    ran = set(result.ran)
    waiting = [each for each in before if each.rule in rules and each.rule not in ran]
    found = (
        kept.get(finding.fingerprint)
        or Recorded(finding.rule, _shortened(finding.quote), finding.fingerprint)
        for finding in result.findings
    )
    return tuple(sorted({*waiting, *found}))


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} ..."


def prune(
    result: FileResult, before: Sequence[Recorded], rules: Container[str]
) -> tuple[Recorded, ...]:
    """Return what stays recorded of a draft when nothing is added; otherwise as :func:`record`."""
    known = set(before)
    return tuple(each for each in record(result, before, rules) if each in known)


def moved_to(result: FileResult, orphans: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """Return what is recorded of drafts that are no longer there, and found in this one."""
    found = {finding.fingerprint for finding in (*result.findings, *result.silenced)}
    return tuple(each for each in orphans if each.fingerprint in found)
