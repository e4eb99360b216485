"""The report for GitHub: workflow commands that annotate the lines of a change."""

from checker.findings import FileError, FileResult, Finding, Severity
from checker.report.columns import visible
from checker.report.paths import from_here
from checker.report.words import address_of
from checker.source import Source
from checker.totals import Totals

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class GithubReporter:
    """Writes a workflow command for each finding, and one for each input that was not read."""

    def file(self, result: FileResult) -> str:
        """Return the commands of a draft."""
        return "".join(_finding(finding, result.path, result.source) for finding in result.findings)

    def close(self, totals: Totals) -> str:
        """Return the commands for what could not be read."""
        return "".join(_error(error) for error in totals.errors)


def _finding(finding: Finding, path: str, source: Source) -> str:
    start, end = source.position(finding.span.start), source.position(finding.span.end)
    place: dict[str, str | int] = {"file": from_here(path), "line": start.line, "endLine": end.line}
    # Columns of two lines are refused together.
    if start.line == end.line:
        place |= {"col": start.column, "endColumn": end.column}
    sentences = [f"{address_of(finding, source)}: {finding.message}", finding.help]
    text = "\n".join(visible(sentence) for sentence in sentences if sentence)
    return _command(_COMMANDS[finding.severity], {**place, "title": finding.rule}, text)


def _error(error: FileError) -> str:
    return _command(
        "error", {"file": from_here(error.path), "title": "not checked"}, visible(error.message)
    )


def _command(name: str, properties: dict[str, str | int], text: str) -> str:
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
