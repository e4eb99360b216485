"""The tables for a terminal: columns that fit its width, words wrapped and never cropped."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from checker.findings import FileError, Severity
from checker.report.columns import display_width, lines_of, visible
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
        self._between = ""
        self._style = style

    def draft(self, tables: Tables, source: Source) -> str:
        """Return the path of a draft and under it its tables."""
        drawn = [self._drawn(sheet) for sheet in sheets(tables, source, self._kinds)]
        between, self._between = self._between, "\n"
        return between + "\n\n".join([self._style.strong(visible(source.path)), *drawn]) + "\n"

    def close(self, errors: Sequence[FileError]) -> str:
        """Return nothing: what cannot be read is said on standard error."""
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
    """Return how wide each column is drawn.

    A column that needs no more than its share has what it needs; the others share what is left,
    and as far as there is room none is narrower than its longest word.
    """
    cells = list(zip(sheet.columns, *sheet.rows, strict=True))
    needed = [max(map(display_width, column)) for column in cells]
    shares = [_SHARE] * (len(cells) - 1) + [_LAST_SHARE]
    left = columns - len(_GAP) * (len(cells) - 1)
    least = [max(map(_longest_word, column)) for column in cells]
    if sum(least) > left:
        least = [1] * len(cells)
    widths: dict[int, int] = {}
    while len(widths) < len(cells):
        waiting = [column for column in range(len(cells)) if column not in widths]
        unit = left / sum(shares[column] for column in waiting)
        settled = (
            {c: least[c] for c in waiting if least[c] >= unit * shares[c]}
            or {c: needed[c] for c in waiting if needed[c] <= unit * shares[c]}
            or {c: int(unit * shares[c]) for c in waiting}
        )
        widths |= settled
        left -= sum(settled.values())
    return [widths[column] for column in range(len(cells))]


def _longest_word(cell: str) -> int:
    return max(map(display_width, _NUMBER_AFTER.sub(_JOINT, cell).split(" ")))


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
    pieces = (words[start:end] for start, end in lines_of(words, width))
    return [piece.replace(_JOINT, " ").rstrip() for piece in pieces]
