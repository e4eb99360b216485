"""The proofreading list on the page: its tables, with links to the places that they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.report.html.anchors import Anchors
from checker.report.tables.cells import sheets
from checker.report.tables.kinds import Kind
from checker.source import Source
from checker.tables import Tables

_PLACES = frozenset({"Where", "Points at", "Introduced", "Used in", "Cited in"})
_BETWEEN = re.compile(r"(; | to | ×\d+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a cell, and the name of the element that they name, or ""."""

    text: str
    href: str


Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LinkedSheet:
    """One table.

    Attributes:
        title: its name.
        count: how many things it lists.
        columns: the heads of its columns.
        rows: its cells.
        wrong: the numbers of the rows whose target is not there.
    """

    title: str
    count: int
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    wrong: frozenset[int]


def sheets_of(tables: Tables, source: Source, anchors: Anchors) -> Iterator[LinkedSheet]:
    """Yield the tables of a draft."""
    for sheet in sheets(tables, source, tuple(Kind)):
        rows = tuple(
            tuple(
                _linked(cell, anchors) if column in _PLACES else (Piece(cell, ""),)
                for column, cell in zip(sheet.columns, row, strict=True)
            )
            for row in sheet.rows
        )
        yield LinkedSheet(sheet.title, sheet.count, sheet.columns, rows, sheet.wrong)


def _linked(cell: str, anchors: Anchors) -> Cell:
    pieces = _BETWEEN.split(cell)
    return tuple(Piece(piece, anchors.address(piece)) for piece in pieces if piece)
