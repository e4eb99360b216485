"""The report for GitLab: its code quality format, shown in merge requests."""

from collections.abc import Iterable
from hashlib import sha256

from checker.findings import FileError, FileResult, Finding, Severity
from checker.report.columns import visible
from checker.report.json import Entry
from checker.report.jsontext import indented
from checker.report.paths import from_here
from checker.report.words import address_of
from checker.source import Source
from checker.totals import Totals

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_NOT_CHECKED = "not-checked"


class GitlabReporter:
    """Writes an issue for each finding, and one for each input that was not read."""

    def __init__(self) -> None:
        """Begin with no issue written."""
        self._opened = False

    def file(self, result: FileResult) -> str:
        """Return the issues of a draft."""
        if not result.findings:
            return ""
        path = from_here(result.path)
        return self._written(
            _issue(finding, path, result.source, _digest(path, finding.fingerprint))
            for finding in result.findings
        )

    def close(self, totals: Totals) -> str:
        """Return the issues for what could not be read, and the end of the list."""
        issues = self._written(_error(error) for error in totals.errors)
        return f"{issues}\n]\n" if self._opened else "[]\n"

    def _written(self, issues: Iterable[Entry]) -> str:
        pieces = []
        for issue in issues:
            before = ",\n  " if self._opened else "[\n  "
            pieces.append(before + indented(issue, "  "))
            self._opened = True
        return "".join(pieces)


def _issue(finding: Finding, path: str, source: Source, fingerprint: str) -> Entry:
    start, end = source.position(finding.span.start), source.position(finding.span.end)
    return {
        "description": visible(f"{address_of(finding, source)}: {finding.message}"),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": start.line, "end": end.line}},
    }


def _error(error: FileError) -> Entry:
    path = from_here(error.path)
    return {
        "description": visible(error.message),
        "check_name": _NOT_CHECKED,
        "fingerprint": _digest(path, _NOT_CHECKED),
        "severity": "critical",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _digest(*parts: str) -> str:
    """Return a short hexadecimal digest of some texts: what GitLab knows an issue by."""
    text = "\0".join(parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
