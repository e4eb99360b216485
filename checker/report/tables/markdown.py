"""The tables in Markdown, for a note or the comment on a merge request."""

from collections.abc import Collection, Iterable, Sequence

from checker.findings import FileError
from checker.report.markup import escaped
from checker.report.tables.cells import Sheet, sheets
from checker.report.tables.kinds import Kind
from checker.source import Source
from checker.tables import Tables


class MarkdownTables:
    """Draws tables in Markdown."""

    def __init__(self, kinds: Collection[Kind]) -> None:
        """Keep what is drawn."""
        self._kinds = kinds
        self._between = ""

    def draft(self, tables: Tables, source: Source) -> str:
        """Return a heading and under it the tables of a draft."""
        drawn = [_drawn(sheet) for sheet in sheets(tables, source, self._kinds)]
        between, self._between = self._between, "\n"
        return between + "\n\n".join([f"## {escaped(source.path)}", *drawn]) + "\n"

    def close(self, errors: Sequence[FileError]) -> str:
        """Return nothing: what cannot be read is said on standard error."""
        del errors
        return ""


def _drawn(sheet: Sheet) -> str:
    title = f"### {sheet.title}: {sheet.count or 'none'}"
    if not sheet.rows:
        return title
    head = [_row(sheet.columns), _row("---" for _ in sheet.columns)]
    return "\n".join([title, "", *head, *(_row(map(escaped, row)) for row in sheet.rows)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
