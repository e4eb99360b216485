"""The tables for programs: version 1; spans, offsets and addresses as in the other JSON reports."""

from collections.abc import Collection, Sequence

from checker.findings import FileError
from checker.report.json import Entry, parts_entry, span_entry
from checker.report.jsontext import indented
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
    TargetRow,
)

VERSION = 1


class JsonTables:
    """Writes tables as one JSON object, draft by draft."""

    def __init__(self, kinds: Collection[Kind]) -> None:
        """Keep what is written; no draft is yet."""
        self._kinds = kinds
        self._opened = False

    def draft(self, tables: Tables, source: Source) -> str:
        """Return the entry of a draft, after the opening of the object or a comma."""
        entry = indented(_file(tables, source, self._kinds), "    ")
        return f"{',' if self._opened else self._opening()}\n    {entry}"

    def close(self, errors: Sequence[FileError]) -> str:
        """Return the errors and the end of the object."""
        files = "\n  ]" if self._opened else f"{self._opening()}]"
        listed = [{"path": each.path, "message": each.message} for each in errors]
        return f'{files},\n  "errors": {indented(listed, "  ")}\n}}\n'

    def _opening(self) -> str:
        self._opened = True
        return f'{{\n  "version": {VERSION},\n  "files": ['


def _file(tables: Tables, source: Source, kinds: Collection[Kind]) -> Entry:
    entry: Entry = {"path": source.path}
    if Kind.REFERENCES in kinds:
        entry["references"] = [_reference(row, source) for row in tables.references]
    if Kind.DATES in kinds:
        entry["dates"] = [
            _date(row, source) if isinstance(row, DateRow) else _period(row, source)
            for row in tables.dates
        ]
    if Kind.ACRONYMS in kinds:
        entry["acronyms"] = [_acronym(row, source) for row in tables.acronyms]
    if Kind.CITATIONS in kinds:
        entry["citations"] = [
            *(_resolution(row, source) for row in tables.resolutions),
            *(_document(row, source) for row in tables.documents),
        ]
    return entry


def _place(place: Place, source: Source) -> Entry:
    return {
        "address": place.address,
        "span": span_entry(place.span, source),
        **parts_entry(place.parts, source),
        "quote": place.words,
    }


def _reference(row: ReferenceRow, source: Source) -> Entry:
    return {
        **_place(row.place, source),
        "whose": row.whose.value,
        "instrument": row.instrument,
        "targets": [_target(target, source) for target in row.targets],
    }


def _target(target: TargetRow, source: Source) -> Entry:
    return {
        "label": target.label,
        "last": target.last or None,
        "direction": target.direction.value if target.direction else None,
        "resolves": target.resolves,
        "outcome": target.outcome.name.lower().replace("_", "-"),
        "missing": target.missing or None,
        "found": [_place(place, source) for place in target.found],
    }


def _date(row: DateRow, source: Source) -> Entry:
    return {
        "kind": "date",
        **_place(row.place, source),
        "word": row.word,
        "verb": row.verb,
        "concerns": row.concerns,
        "thing": row.thing,
        "document": row.document or None,
        "day": row.day.isoformat() if row.day else None,
    }


def _period(row: PeriodRow, source: Source) -> Entry:
    return {
        "kind": "relative",
        **_place(row.place, source),
        "word": row.word,
        "verb": row.verb,
        "concerns": row.concerns,
        "thing": row.thing,
        "length": row.length,
        "count": row.count,
        "unit": row.unit or None,
        "event": row.event or None,
    }


def _acronym(row: AcronymRow, source: Source) -> Entry:
    return {
        "kind": "term" if row.quoted else "acronym",
        "name": row.name,
        "introductions": [
            {**_place(one.place, source), "long": one.long} for one in row.introductions
        ],
        "uses": [_place(place, source) for place in row.uses],
    }


def _resolution(row: ResolutionRow, source: Source) -> Entry:
    return {
        "kind": "resolution",
        "number": row.number,
        "years": list(row.years),
        "undated": row.undated,
        "places": [_place(place, source) for place in row.places],
    }


def _document(row: DocumentRow, source: Source) -> Entry:
    return {
        "kind": "document",
        "symbol": row.symbol,
        "dates": list(row.dates),
        "places": [_place(place, source) for place in row.places],
    }
