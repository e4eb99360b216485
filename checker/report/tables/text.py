"""The tables for a terminal: columns that fit its width, words wrapped and never cropped."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from checker.findings import FileError, Severity
from checker.report.columns import break_lines, display_width, visible
from checker.report.style import Style
from checker.report.tables.cells import Cells, Sheet, sheets
from checker.report.tables.kinds import Kind
from checker.source import Source
from checker.tables import Tables

_GAP = "  "
_NARROWEST = 40
# Of the width that is short, the last column, the one with words in it, gets twice as much.
_SHARE, _LAST_SHARE = 1, 2
# A line ends at a plain space only, so this keeps "OP" and its number together.
_JOINT = "\u00a0"
_NUMBER_AFTER = re.compile(
    r"(?<=\b[OP]P) (?=\d)|(?<=\b[Aa]nnex) (?=[\dIVX])|(?<=\b(?:heading|section)) (?=\d)"
    r"|(?<=\b(?:dash|text)) (?=\d)| (?=×)"
)


class TextTables:
    """Draws tables for a terminal, or for a page where there is none."""

    def __init__(self, kinds: Collection[Kind], style: Style) -> None:
        """Keep what is drawn, in how many columns, and whether in colour."""
        self._kinds = kinds
        self._style = style

    def begin(self) -> str:
        """Return nothing: each draft has a title of its own."""
        return ""

    def draft(self, tables: Tables, source: Source) -> str:
        """Return the path of a draft and under it its tables."""
        drawn = [self._drawn(sheet) for sheet in sheets(tables, source, self._kinds)]
        return "\n\n".join([self._style.strong(visible(source.path)), *drawn]) + "\n"

    def end(self, errors: Sequence[FileError]) -> str:
        """Return nothing: what could not be read is said on standard error."""
        del errors
        return ""

    def _drawn(self, sheet: Sheet) -> str:
        lines = [self._style.strong(f"{sheet.title}: {sheet.count or 'none'}")]
        if sheet.rows:
            widths = _widths(sheet, max(self._style.columns, _NARROWEST))
            lines += map(self._style.faint, _lines(sheet.columns, widths))
            for number, row in enumerate(sheet.rows):
                for line in _lines(row, widths):
                    wrong = number in sheet.wrong
                    lines.append(self._style.grave(line, Severity.ERROR) if wrong else line)
        return "\n".join(lines)


def _widths(sheet: Sheet, columns: int) -> list[int]:
    """Return how wide each column is drawn: as its widest cell, or a share of what is left."""
    natural = [
        max(display_width(cell) for cell in column)
        for column in zip(sheet.columns, *sheet.rows, strict=True)
    ]
    shares = [_SHARE] * (len(natural) - 1) + [_LAST_SHARE]
    left = columns - len(_GAP) * (len(natural) - 1)
    widths = dict.fromkeys(range(len(natural)), 0)
    open_columns = list(widths)
    while open_columns:
        unit = left / sum(shares[column] for column in open_columns)
        fitting = [column for column in open_columns if natural[column] <= unit * shares[column]]
        for column in fitting or open_columns:
            widths[column] = natural[column] if fitting else int(unit * shares[column])
            left -= widths[column]
        open_columns = [column for column in open_columns if column not in fitting and fitting]
    return list(widths.values())


def _lines(row: Cells, widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row, each cell broken at its column's width."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    for pieces in zip_longest(*wrapped, fillvalue=""):
        padded = (
            piece + " " * (width - display_width(piece))
            for piece, width in zip(pieces, widths, strict=True)
        )
        yield _GAP.join(padded).rstrip()


def _wrapped(cell: str, width: int) -> list[str]:
    words = _NUMBER_AFTER.sub(_JOINT, cell)
    pieces = (words[start:end] for start, end in break_lines(words, width))
    return [piece.replace(_JOINT, " ").rstrip() for piece in pieces]
