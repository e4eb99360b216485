"""The report for a comment on a merge request: a table in Markdown, short enough to be posted."""

from dataclasses import dataclass, field

from checker.findings import FileResult, Finding, Severity
from checker.report.markup import escaped
from checker.report.paths import from_here
from checker.report.style import Style
from checker.report.summary import summary
from checker.report.words import address_of, counted
from checker.source import Source
from checker.totals import Totals

# GitHub takes comments of 65,536 characters; what goes beyond is counted.
_MOST = 60_000
_MOST_ERRORS = 20
_OPEN = 20
_HEAD = "| where | severity | rule | finding | place |\n|---|---|---|---|---|\n"


@dataclass(slots=True)
class _Rows:
    """The rows of one severity: as many as a comment can hold, and the number of all."""

    texts: list[str] = field(default_factory=list)
    length: int = 0
    count: int = 0

    def add(self, row: str) -> None:
        """Add a row, or count it where there is no place for more."""
        self.count += 1
        self.length += len(row)
        if self.length <= _MOST:
            self.texts.append(row)


class MarkdownReporter:
    """Collects the findings, the gravest first, into one table with the sums before it."""

    def __init__(self) -> None:
        """Begin with no finding."""
        self._rows = {severity: _Rows() for severity in Severity}

    def file(self, result: FileResult) -> str:
        """Take the findings of a draft; all is said at the end."""
        for finding in result.findings:
            self._rows[finding.severity].add(_row(finding, result.path, result.source))
        return ""

    def close(self, totals: Totals) -> str:
        """Return the sums, what could not be read, and the table."""
        lead = f"**mandatelint**: {summary(totals, Style())}\n"
        errors = [f"- {_code(error.path)}: {escaped(error.message)}\n" for error in totals.errors]
        shown = errors[:_MOST_ERRORS]
        if further := errors[_MOST_ERRORS:]:
            shown.append(f"- and {len(further)} more\n")
        head = "".join([lead, *(["\n", *shown] if shown else [])])
        rows, left = self._chosen(_MOST - len(head))
        parts = [head]
        if rows:
            parts.append(f"\n{_HEAD}{''.join(rows[:_OPEN])}")
        if more := rows[_OPEN:]:
            said = counted(len(more), "more finding")
            table = f"{_HEAD}{''.join(more)}"
            parts.append(f"\n<details>\n<summary>{said}</summary>\n\n{table}\n</details>\n")
        if left:
            parts.append(
                f"\n{counted(left, 'further finding')}, for which a comment has no room: "
                "`mandatelint check` lists them all.\n"
            )
        return "".join(parts)

    def _chosen(self, room: int) -> tuple[list[str], int]:
        """Return the rows for which there is room, and how many there are besides."""
        rows = [row for severity in Severity for row in self._rows[severity].texts]
        chosen = []
        for row in rows:
            room -= len(row)
            if room < 0:
                break
            chosen.append(row)
        return chosen, sum(rows.count for rows in self._rows.values()) - len(chosen)


def _row(finding: Finding, path: str, source: Source) -> str:
    position = source.position(finding.span.start)
    said = escaped(finding.message)
    if finding.help:
        said = f"{said}<br>{escaped(finding.help)}"
    address = escaped(address_of(finding, source))
    place = _code(f"{path}:{position.line}")
    cells = [address, finding.severity.value, finding.rule, said, place]
    return f"| {' | '.join(cells)} |\n"


def _code(path: str) -> str:
    return f"<code>{escaped(from_here(path))}</code>"
