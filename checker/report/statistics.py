"""Sums per rule instead of the findings themselves."""

from typing import TYPE_CHECKING

from checker.findings import FileResult, Severity
from checker.report.style import Style
from checker.report.summary import summary, unread
from checker.totals import RuleTotals, Totals

if TYPE_CHECKING:
    from checker.report.json import Entry


class StatisticsReporter:
    """Shows a line for each rule, the most frequent first, and the sums."""

    def __init__(self, style: Style) -> None:
        """Keep how to draw."""
        self._style = style

    def file(self, _result: FileResult) -> str:
        """Return nothing: a draft is only counted."""
        return ""

    def close(self, totals: Totals) -> str:
        """Return the sums."""
        if unread(totals):
            return ""
        return f"{rule_lines(totals, self._style)}{summary(totals, self._style)}\n"


class JsonStatisticsReporter:
    """Writes the same as one JSON object."""

    def file(self, _result: FileResult) -> str:
        """Return nothing: a draft is only counted."""
        return ""

    def close(self, totals: Totals) -> str:
        """Return the object."""
        # A report for people may end with sums too, and needs none of this.
        from checker.report.json import VERSION, summary_entry  # noqa: PLC0415
        from checker.report.jsontext import json_text  # noqa: PLC0415

        report = {
            "version": VERSION,
            "statistics": [_entry(rule) for rule in most_frequent(totals)],
            "errors": [{"path": each.path, "message": each.message} for each in totals.errors],
            "summary": summary_entry(totals),
        }
        return f"{json_text(report)}\n"


def most_frequent(totals: Totals) -> list[RuleTotals]:
    """Return the sums of the rules that found something, the most frequent first."""
    return sorted(totals.rules.values(), key=lambda rule: (-rule.count, rule.rule))


def rule_lines(totals: Totals, style: Style) -> str:
    """Return a line for each rule: how many findings, severity, name, family, how many fixable."""
    rules = most_frequent(totals)
    rows = [
        (
            str(rule.count),
            _severity(rule),
            rule.rule,
            rule.family,
            f"{fixable} fixable" if (fixable := rule.fixable.total()) else "",
        )
        for rule in rules
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        _row(row, widths, min(rule.severities, key=lambda each: each.rank), style)
        for rule, row in zip(rules, rows, strict=True)
    )


def _row(cells: tuple[str, ...], widths: list[int], gravest: Severity, style: Style) -> str:
    count, severity, *names = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    number = count.strip().rjust(widths[0])
    line = "  ".join([number, style.grave(severity, gravest), *names])
    return f"{line.rstrip()}\n"


def _severity(rule: RuleTotals) -> str:
    """Return the severities of a rule's findings, with their numbers where there are several."""
    found = [severity for severity in Severity if rule.severities[severity]]
    if len(found) == 1:
        return found[0].value
    return ", ".join(f"{rule.severities[severity]} {severity.value}" for severity in found)


def _entry(rule: RuleTotals) -> "Entry":
    return {
        "rule": rule.rule,
        "family": rule.family,
        "count": rule.count,
        **{severity.value: rule.severities[severity] for severity in Severity},
        "fixable": rule.fixable.total(),
    }
