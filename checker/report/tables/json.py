"""The tables for programs: version 1; spans, offsets and addresses as in the other JSON reports."""

import textwrap
from collections.abc import Collection, Sequence

from checker.findings import FileError
from checker.report.json import Entry, parts_entry, span_entry, written
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
_INDENT = " " * 4


class JsonTables:
    """Writes tables as one JSON object, a piece for each draft."""

    def __init__(self, kinds: Collection[Kind]) -> None:
        """Keep what is written."""
        self._kinds = kinds
        self._held = ""

    def begin(self) -> str:
        """Return the beginning of the object."""
        return f'{{\n  "version": {VERSION},\n  "files": ['

    def draft(self, tables: Tables, source: Source) -> str:
        """Return the tables of the draft before, which a comma parts from this one's."""
        before = f"{self._held}," if self._held else ""
        self._held = textwrap.indent(written(_file(tables, source, self._kinds)), _INDENT)
        return before

    def end(self, errors: Sequence[FileError]) -> str:
        """Return the last draft and the end of the object, with what could not be read."""
        listed = written([{"path": each.path, "message": each.message} for each in errors])
        last = f"{self._held}\n" if self._held else ""
        return f'{last}  ],\n  "errors": {textwrap.indent(listed, "  ").lstrip()}\n}}'


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
