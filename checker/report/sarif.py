"""The report for programs that gather results: SARIF 2.1.0, a standard of OASIS.

Its results come first and the rules that they name last, so that a run over thousands of drafts
is written draft by draft.
"""

import re
from collections.abc import Iterable, Sequence
from importlib import import_module

from checker.findings import FileError, FileResult, Finding, FindingFix, RelatedPlace, Severity
from checker.report.json import Entry
from checker.report.jsontext import indented
from checker.report.paths import location_of
from checker.rulebook import Rule, Rulebook
from checker.source import Source, Span
from checker.totals import Totals

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "mandatelint/v1"
_INDENT = "        "
_CLEAN_OR_FINDINGS = (0, 1)
_LINK = re.compile(r"\[([^\[\]]*)\](?=\()")
_RECORDED: Entry = {"kind": "external", "justification": "recorded in the baseline"}
_UNCHANGED: Entry = {"baselineState": "unchanged"}


class SarifReporter:
    """Writes a run as a SARIF log with one run in it."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Begin with no result written.

        Args:
            rulebook: where the rules are described.
        """
        self._rulebook = rulebook
        self._opened = False
        self._rules: dict[str, int] = {}

    def file(self, result: FileResult) -> str:
        """Return the results of a draft; those that are silenced or recorded say so."""
        # Where nothing is told of a baseline, nothing is said about it.
        new: Entry = {"baselineState": "new"} if result.baselined or result.gone else {}
        return self._written(
            {
                **_result(finding, self._index(finding.rule), result.source),
                "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
                "suppressions": suppressions,
                **state,
            }
            for finding, suppressions, state in [
                *((finding, [], new) for finding in result.findings),
                *((finding, _suppressions(finding), new) for finding in result.silenced),
                *((finding, [_RECORDED], _UNCHANGED) for finding in result.baselined),
            ]
        )

    def close(self, totals: Totals) -> str:
        """Return the rules, how the run went, and the end of the log."""
        results = f"\n{_INDENT[2:]}]" if self._opened else f"{self._opening()}]"
        rules = [_descriptor(name, self._rulebook.get(name)) for name in self._rules]
        version: str = import_module("checker").__version__
        driver = {"name": "mandatelint", "semanticVersion": version, "rules": rules}
        invocation = {
            "executionSuccessful": totals.status in _CLEAN_OR_FINDINGS,
            "exitCode": totals.status,
            "toolExecutionNotifications": [_notification(error) for error in totals.errors],
        }
        return (
            f'{results},\n      "tool": {indented({"driver": driver}, "      ")},\n'
            f'      "invocations": {indented([invocation], "      ")}\n    }}\n  ]\n}}\n'
        )

    def _index(self, rule: str) -> int:
        return self._rules.setdefault(rule, len(self._rules))

    def _opening(self) -> str:
        self._opened = True
        return (
            f'{{\n  "$schema": "{_SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n'
            '      "columnKind": "unicodeCodePoints",\n      "results": ['
        )

    def _written(self, results: Iterable[Entry]) -> str:
        pieces = []
        for result in results:
            before = "," if self._opened else self._opening()
            pieces.append(f"{before}\n{_INDENT}{indented(result, _INDENT)}")
        return "".join(pieces)


def _suppressions(finding: Finding) -> list[Entry]:
    """Return what silences a finding, with the reason that was given."""
    permission = finding.permission
    if permission is None:
        return []
    reason = {"justification": _plain(permission.reason)} if permission.reason else {}
    return [{"kind": "inSource" if permission.in_source else "external", **reason}]


def _result(finding: Finding, index: int, source: Source) -> Entry:
    help_ = f"\n{finding.help}" if finding.help else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(f"{finding.message}{help_}")},
        "locations": [_location(finding, source)],
        **_related(finding.related, source),
        **_fixes(finding.fix, source),
    }


def _location(place: Finding | RelatedPlace, source: Source) -> Entry:
    parts = place.parts if isinstance(place, Finding) and len(place.parts) > 1 else ()
    return {
        "physicalLocation": {
            "artifactLocation": location_of(source.path),
            "region": _region(place.span, source),
        },
        **_logical(place.address),
        **({"annotations": [_region(part, source) for part in parts]} if parts else {}),
    }


def _logical(address: str | None) -> Entry:
    return (
        {"logicalLocations": [{"fullyQualifiedName": address, "kind": "element"}]}
        if address
        else {}
    )


def _related(related: Sequence[RelatedPlace], source: Source) -> Entry:
    if not related:
        return {}
    return {
        "relatedLocations": [
            {"id": number, "message": {"text": _plain(each.message)}, **_location(each, source)}
            for number, each in enumerate(related, start=1)
        ]
    }


def _fixes(fix: FindingFix | None, source: Source) -> Entry:
    if fix is None:
        return {}
    change = {
        "artifactLocation": location_of(source.path),
        "replacements": [
            {
                "deletedRegion": _region(edit.span, source),
                "insertedContent": {"text": edit.text},
            }
            for edit in fix.edits
        ],
    }
    return {
        "fixes": [
            {
                "description": {"text": _plain(fix.title)},
                "artifactChanges": [change],
                "properties": {"safety": fix.safety.value},
            }
        ]
    }


def _region(span: Span, source: Source) -> Entry:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _descriptor(name: str, rule: Rule | None) -> Entry:
    """Describe a rule by its page."""
    if rule is None:
        return {"id": name}
    reason = _reason(rule)
    return {
        "id": name,
        "shortDescription": {"text": _plain(rule.summary)},
        "fullDescription": {"text": _plain(reason or rule.summary)},
        "help": {"text": _plain(f"{rule.summary}\n{reason}"), "markdown": rule.prose},
        "defaultConfiguration": {
            "enabled": not rule.pedantic,
            "level": _LEVELS[rule.severity],
        },
        "properties": {
            "family": rule.family,
            "pedantic": rule.pedantic,
            "tags": [rule.family],
        },
    }


def _reason(rule: Rule) -> str:
    """Return the first paragraph of why a rule is there, on one line."""
    why = rule.prose.partition("\n## Why\n")[2].lstrip("\n")
    return " ".join(why.partition("\n\n")[0].split())


def _notification(error: FileError) -> Entry:
    place = {"physicalLocation": {"artifactLocation": location_of(error.path)}}
    return {"level": "error", "message": {"text": _plain(error.message)}, "locations": [place]}


def _plain(text: str) -> str:
    """Return a message in which words in brackets before a parenthesis are no link."""
    return _LINK.sub(r"\\[\1\\]", text)
