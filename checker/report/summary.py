"""The last line of a report: files, findings, and what was passed over."""

from checker.findings import Report, Severity
from checker.report.style import Style
from checker.report.words import counted


def summary(report: Report, style: Style) -> str:
    """Return the sums of a run in one line."""
    counts = [report.count(severity) for severity in Severity]
    if any(counts):
        found = ", ".join(_of(severity, report, style) for severity in Severity)
    else:
        found = "no findings"
    further = []
    if report.fixable:
        further.append(f"{report.fixable} fixable")
    if passed_over := sum(not file.is_draft for file in report.files):
        further.append(counted(passed_over, "is no draft", "are no drafts"))
    if report.errors:
        further.append(f"{len(report.errors)} unreadable")
    return "; ".join([f"{counted(len(report.files), 'file')}: {found}", *further])


def _of(severity: Severity, report: Report, style: Style) -> str:
    number = report.count(severity)
    words = counted(number, severity.value)
    return style.grave(words, severity) if number else words
