"""The report for a tool that reads lines: one finding, one line."""

from checker.findings import FileResult
from checker.records import Record
from checker.report.columns import visible
from checker.report.style import Style
from checker.report.summary import summary, unread
from checker.report.words import no_draft
from checker.totals import Totals


class ConciseReporter(Record):
    """Writes one line per finding, and the sums."""

    style: Style

    def file(self, result: FileResult) -> str:
        """Return the lines of a draft."""
        lines = file_lines(result, self.style)
        return f"{lines}\n" if lines else ""

    def close(self, totals: Totals) -> str:
        """Return the sums."""
        return "" if unread(totals) else f"{summary(totals, self.style)}\n"


def file_lines(result: FileResult, style: Style) -> str:
    """Return one line per finding: path, line, column, address, severity, rule, message."""
    name = visible(result.path)
    if not result.is_draft:
        return f"{name}: info: {no_draft(result)}"
    lines = []
    for finding in result.findings:
        position = result.source.position(finding.span.start)
        kind = style.grave(f"{finding.severity}[{finding.rule}]", finding.severity)
        address = f"{visible(finding.address)}: " if finding.address else ""
        message = visible(finding.message)
        lines.append(f"{name}:{position.line}:{position.column}: {address}{kind} {message}")
    return "\n".join(lines)
