"""The tables as one sheet for a spreadsheet: a row for each thing, a column for its kind.

The text begins with a byte-order mark, without which spreadsheets mistake the quotation marks and
accents of drafts. A cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence

from checker.findings import FileError
from checker.index.pointers import Outcome
from checker.report.columns import visible
from checker.report.tables import cells
from checker.report.tables.kinds import Kind
from checker.source import Source
from checker.tables import Tables
from checker.tables.rows import (
    AcronymRow,
    DateRow,
    DocumentRow,
    PeriodRow,
    Place,
    ReferenceRow,
    ResolutionRow,
)

COLUMNS = (
    *("file", "kind", "address", "line", "words"),
    *("direction", "target", "target opens", "resolves", "text referred to"),
    *("governing word", "verb", "concerns", "day", "counts from"),
    *("long form", "introduced in", "times", "used in", "year or date"),
)
_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_ANSWERS = {True: "yes", False: "no", None: ""}

Row = Mapping[str, str]


class CsvTables:
    """Draws tables as comma-separated values."""

    def __init__(self, kinds: Collection[Kind]) -> None:
        """Keep what is drawn; no draft is yet."""
        self._kinds = kinds
        self._opened = False

    def draft(self, tables: Tables, source: Source) -> str:
        """Return the rows of a draft, after the heads of the columns where it is the first."""
        rows = [{"file": source.path, **row} for row in _rows(tables, source, self._kinds)]
        return self._heads() + _lines(rows)

    def close(self, errors: Sequence[FileError]) -> str:
        """Return the heads of the columns where there was no draft."""
        del errors
        return self._heads()

    def _heads(self) -> str:
        if self._opened:
            return ""
        self._opened = True
        return _MARK + _lines([dict(zip(COLUMNS, COLUMNS, strict=True))])


def harmless(cell: str) -> str:
    """Return a cell that a spreadsheet takes for text."""
    text = visible(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _lines(rows: Sequence[Row]) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\n")
    writer.writerows({column: harmless(cell) for column, cell in row.items()} for row in rows)
    return written.getvalue()


def _rows(tables: Tables, source: Source, kinds: Collection[Kind]) -> Iterator[Row]:
    if Kind.REFERENCES in kinds:
        for reference in tables.references:
            yield from _reference(reference, source)
    if Kind.DATES in kinds:
        yield from (_date(row, source) for row in tables.dates)
    if Kind.ACRONYMS in kinds:
        yield from (_acronym(row, source) for row in tables.acronyms)
    if Kind.CITATIONS in kinds:
        yield from (_resolution(row, source) for row in tables.resolutions)
        yield from (_document(row, source) for row in tables.documents)


def _where(place: Place, source: Source) -> Row:
    line = source.position(place.span.start).line
    return {"address": place.address or "", "line": str(line)}


def _reference(row: ReferenceRow, source: Source) -> Iterator[Row]:
    """Yield a row for each paragraph or range that a reference names."""
    for target in row.targets:
        several = f"paragraphs {target.label} to {target.last}"
        label = several if target.last else f"paragraph {target.label}"
        elsewhere = target.outcome is Outcome.ELSEWHERE
        yield {
            "kind": "reference",
            **_where(row.place, source),
            "words": row.place.words,
            "direction": target.direction or "",
            "target": cells.target_address(target) or label,
            "target opens": " ... ".join(place.words for place in target.found),
            "resolves": _ANSWERS[target.resolves],
            "text referred to": row.instrument or ("another text" if elsewhere else ""),
        }


def _date(row: DateRow | PeriodRow, source: Source) -> Row:
    entry = {
        "kind": "date",
        **_where(row.place, source),
        "words": row.place.words,
        "governing word": row.word,
        "verb": row.verb,
        "concerns": cells.concerns(row),
    }
    if isinstance(row, PeriodRow):
        return {**entry, "kind": "relative deadline", "counts from": row.event}
    return {**entry, "day": row.day.isoformat() if row.day else ""}


def _acronym(row: AcronymRow, source: Source) -> Row:
    first = row.introductions[0].place if row.introductions else row.uses[0]
    return {
        "kind": "term" if row.quoted else "acronym",
        **_where(first, source),
        "words": row.name,
        "long form": cells.long_forms(row),
        "introduced in": cells.addresses((one.place for one in row.introductions), source),
        "times": str(len(row.uses)),
        "used in": cells.addresses(row.uses, source),
    }


def _resolution(row: ResolutionRow, source: Source) -> Row:
    return {
        "kind": "resolution",
        **_where(row.places[0], source),
        "words": row.number,
        "year or date": cells.years(row),
        "times": str(len(row.places)),
        "used in": cells.addresses(row.places, source),
    }


def _document(row: DocumentRow, source: Source) -> Row:
    return {
        "kind": "document",
        **_where(row.places[0], source),
        "words": row.symbol,
        "year or date": ", ".join(row.dates),
        "times": str(len(row.places)),
        "used in": cells.addresses(row.places, source),
    }
