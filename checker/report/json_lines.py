"""The report for programs that read line by line: one JSON object for each finding."""

from checker.findings import FileResult
from checker.report.json import Entry, finding_entry
from checker.report.jsontext import json_text
from checker.totals import Totals


class JsonLinesReporter:
    """Writes each finding, with the path of its draft, on a line of its own.

    An input that could not be read has a line too, with its path and the error, so that a file
    without findings is one in which nothing was found.
    """

    def file(self, result: FileResult) -> str:
        """Return the lines of a draft."""
        return "".join(
            _line({"path": result.path, **finding_entry(finding, result.source)})
            for finding in result.findings
        )

    def close(self, totals: Totals) -> str:
        """Return the lines of what could not be read."""
        return "".join(_line({"path": each.path, "error": each.message}) for each in totals.errors)


def _line(entry: Entry) -> str:
    return f"{json_text(entry, None)}\n"
