"""The calendar of a draft: its own date, the ends and deadlines that it sets, what comes again."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from checker.index import Index
from checker.index.deadlines import DEADLINES, ENDS
from checker.report.html.anchors import Anchors
from checker.report.tables.cells import address_of, concerns, without_word
from checker.tables.rows import DateRow, PeriodRow, Tables


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the calendar.

    Attributes:
        day: the day, None where it comes again or counts from something.
        told: the day as the draft writes it.
        kind: "draft", "end", "deadline" or "relative".
        word: the word that governs it: "until"; or "".
        concerns: what it concerns.
        address: where it stands, or "".
        href: the name of its words, or "".
        past: whether it is before the date of the draft.
    """

    day: datetime.date | None
    told: str
    kind: str
    word: str
    concerns: str
    address: str
    href: str
    past: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of a year."""

    year: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of a draft.

    Attributes:
        years: what has a day, year by year.
        relative: what comes again, or counts from something; in reading order.
        past: how many deadlines and ends have passed.
    """

    years: tuple[Year, ...]
    relative: tuple[Entry, ...]
    past: int


def calendar_of(index: Index, tables: Tables, anchors: Anchors) -> Calendar:
    """Return the calendar of a draft."""
    dated = [*_own(index, anchors), *_set(index, tables, anchors)]
    # The date of the draft comes before what falls on the same day.
    ordered = sorted(dated, key=lambda entry: (_day(entry), entry.kind != "draft"))
    years = groupby(ordered, key=lambda entry: _day(entry).year)
    return Calendar(
        tuple(Year(year, tuple(entries)) for year, entries in years),
        tuple(_relative(index, tables, anchors)),
        sum(entry.past for entry in dated),
    )


def _day(entry: Entry) -> datetime.date:
    assert entry.day is not None
    return entry.day


def _own(index: Index, anchors: Anchors) -> Iterator[Entry]:
    if index.date is None:
        return
    field = index.draft.header.date
    same = field is not None and index.draft.header.day == index.date
    href = anchors.date(field.span.start) if field is not None and same else ""
    yield Entry(index.date, _written(index.date), "draft", "", "date of the draft", "", href)


def _set(index: Index, tables: Tables, anchors: Anchors) -> Iterator[Entry]:
    """Yield the ends and deadlines that the draft itself sets."""
    sets = {date.date.span: date.sets for date in index.governed_dates}
    for row in tables.dates:
        if not isinstance(row, DateRow) or row.day is None:
            continue
        deadline = row.word in DEADLINES | ENDS and sets.get(row.place.span, False)
        if row.thing or deadline:
            yield Entry(
                row.day,
                without_word(row),
                "end" if row.thing else "deadline",
                row.word,
                concerns(row),
                address_of(row.place, index.draft.source),
                anchors.date(row.place.span.start),
                past=index.date is not None and row.day < index.date,
            )


def _relative(index: Index, tables: Tables, anchors: Anchors) -> Iterator[Entry]:
    for row in tables.dates:
        if isinstance(row, PeriodRow):
            address = address_of(row.place, index.draft.source)
            yield Entry(
                None,
                row.place.words,
                "end" if row.thing else "relative",
                row.word,
                concerns(row),
                address,
                anchors.address(address),
            )


def _written(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
