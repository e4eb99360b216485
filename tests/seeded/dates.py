"""Accidents of dates, deadlines and the ends of mandates."""

import calendar
import re
from collections.abc import Iterator

from checker.draft import Kind
from checker.index.deadlines import GovernedDate
from checker.mentions import Date
from tests.seeded.accident import Accident, Base, Change

_EXTENDING = re.compile(r"\b(?:extend|renew|prolong)(?:s|ed)?\b")
_DECIDING = ("Decides", "Authorizes", "Extends", "Renews", "Further decides", "Also decides")
_REQUESTING = ("Requests", "Further requests", "Also requests", "Invites", "Directs", "Calls upon")
# What lawfully comes after the end of a mandate.
_AFTERWARDS = re.compile(r"\b(?:review|exit|clos|drawdown|draw down|liquidat|withdraw|successor)")
_PAST = ("Recalling", "Welcoming", "Noting", "Taking note")


def _written(day: int | None, month: int, year: int | None) -> str:
    return " ".join(str(word) for word in (day, calendar.month_name[month], year) if word)


def _in_prose(base: Base) -> list[Date]:
    """Return the dates of the main text that are written "30 June 2021"."""
    return [
        date
        for date in base.index.draft.mentions.dates
        if base.is_prose(date)
        and date.value is not None
        and base.read[date.start : date.end] == _written(date.day, date.month, date.year)
    ]


def _governed(base: Base) -> Iterator[GovernedDate]:
    plain = {date.start for date in _in_prose(base)}
    return (date for date in base.index.governed_dates if date.date.start in plain)


def impossible(base: Base) -> Iterator[Accident]:
    """A date names a day that its month does not have."""
    for date in _in_prose(base):
        last = calendar.monthrange(date.year or 2000, date.month)[1]
        if last < 31:
            yield Accident((base.replaced(date, _written(last + 1, date.month, date.year)),))


def wrong_weekday(base: Base) -> Iterator[Accident]:
    """A day of the week is put before a date that falls on another."""
    for date in _in_prose(base):
        assert date.value is not None
        if base.read[date.start - 3 : date.start] in {"on ", "of ", "by "}:
            name = calendar.day_name[(date.value.weekday() + 3) % 7]
            for comma in (",", ""):
                words = f"{name}{comma} {_written(date.day, date.month, date.year)}"
                yield Accident((base.replaced(date, words),))


def _ends(base: Base) -> Iterator[GovernedDate]:
    """Yield the dates until which the draft extends something."""
    day = base.index.date
    for governed in _governed(base):
        paragraph, date = governed.paragraph, governed.date
        if paragraph.kind is not Kind.OPERATIVE or not paragraph.text.startswith(_DECIDING):
            continue
        until = base.read[date.start - 6 : date.start] == "until "
        extends = _EXTENDING.search(base.read, paragraph.start, date.start)
        coming = day is not None and date.value is not None and date.value > day
        if until and extends and coming:
            yield governed


def _years_back(base: Base, date: Date, years: int) -> str | None:
    """Return a date some years earlier, None where that is not before the draft."""
    assert date.year is not None
    if date.value is None or (date.month, date.day) == (2, 29) or base.index.date is None:
        return None
    earlier = date.value.replace(year=date.year - years)
    if earlier >= base.index.date:
        return None
    return _written(date.day, date.month, date.year - years)


def last_years_end(base: Base) -> Iterator[Accident]:
    """The end of a mandate is carried over from last year's text."""
    for governed in _ends(base):
        for years in (1, 2):
            if words := _years_back(base, governed.date, years):
                yield Accident((base.replaced(governed.date, words),))


def past_deadline(base: Base) -> Iterator[Accident]:
    """The deadline of a report is carried over from last year's text."""
    for governed in _governed(base):
        paragraph, date = governed.paragraph, governed.date
        if paragraph.kind is not Kind.OPERATIVE or not paragraph.text.startswith(_REQUESTING):
            continue
        due = re.search(r"\b(?:by|no later than|before) $", base.read[: date.start][-20:])
        day = base.index.date
        if due and day and date.value and date.value > day:
            for years in (1, 2):
                if words := _years_back(base, date, years):
                    yield Accident((base.replaced(date, words),))


def deadline_after_the_end(base: Base) -> Iterator[Accident]:
    """A report is due a year or two after the mandate on which it reports."""
    ends = {end.date.value for end in _ends(base) if end.date.value is not None}
    if len(ends) != 1 or base.index.profile != "security-council/mandate":
        return
    (end,) = ends
    for governed in _governed(base):
        date = governed.date
        due = re.search(r"\b(?:by|no later than|before) $", base.read[: date.start][-20:])
        opening = governed.paragraph.text
        asked = opening.startswith(_REQUESTING) and "Secretary-General" in opening
        late_by_right = _AFTERWARDS.search(base.words(governed.paragraph))
        if late_by_right or "report" not in opening:
            continue
        if due and asked and date.year and date.month != 2:
            for years in (1, 2):
                late = (end.year + years, date.month, date.day)
                if late > (end.year, end.month, end.day):
                    words = _written(date.day, date.month, late[0])
                    yield Accident((base.replaced(date, words),))


def two_ends(base: Base) -> Iterator[Accident]:
    """The end of a mandate is changed in one of the paragraphs that name it."""
    ends = list(base.index.mandate_ends)
    for place, one in enumerate(ends):
        for other in ends[place + 1 :]:
            date = other.date.date
            same = one.thing.key == other.thing.key and one.date.last_day == other.date.last_day
            if same and base.is_prose(date) and date.value is not None and date.year:
                words = _written(date.day, date.month, date.year + 1)
                near = (one.date.date.span,)
                yield Accident((base.replaced(date, words),), near)


def symbol_of_another_year(base: Base) -> Iterator[Accident]:
    """The date of a document has another year than its symbol."""
    for governed in _governed(base):
        symbol, date = governed.symbol, governed.date
        if symbol is None or symbol.year is None or symbol.year != date.year or not date.month:
            continue
        for years in (-1, 1):
            # A letter of December may well have a symbol of the next year.
            if years == 1 or date.month < 12:
                words = _written(date.day, date.month, symbol.year + years)
                yield Accident((base.replaced(date, words),), (symbol.span,))


def event_to_come(base: Base) -> Iterator[Accident]:
    """An event that the preamble recalls is dated after the draft."""
    for governed in _governed(base):
        paragraph, date = governed.paragraph, governed.date
        day = base.index.date
        past = paragraph.kind is Kind.PREAMBULAR and paragraph.text.startswith(_PAST)
        held = base.read[: date.start].endswith((" held on ", " of ")) and governed.symbol is None
        if past and held and day and date.value and date.value < day:
            words = _written(date.day, date.month, day.year + 1)
            if (date.month, date.day) != (2, 29) and "resolution" not in paragraph.text:
                yield Accident((base.replaced(date, words),))


def other_format(base: Base) -> Iterator[Accident]:
    """A date is written with the month first, or with an ordinal."""
    for date in _in_prose(base):
        month = calendar.month_name[date.month]
        for words in (f"{month} {date.day}, {date.year}", f"{date.day}th of {month} {date.year}"):
            if not words.startswith(("1th", "2th", "3th", "21th", "22th", "23th", "31th")):
                yield Accident((base.replaced(date, words),))


def end_lost(base: Base) -> Iterator[Accident]:
    """A mandate is extended without an end."""
    for governed in _ends(base):
        paragraph, date = governed.paragraph, governed.date
        words = base.words(paragraph)
        dated = [d for d in base.index.draft.mentions.dates if base.top(d) is paragraph]
        if len(dated) > 1 or re.search(r"\b(?:period|months?|years?|days|weeks)\b", words):
            continue
        start = date.start - len("until ")
        while base.read[start - 1] in " ,":
            start -= 1
        yield Accident((Change(base.span(start, date.end), ""),), (paragraph.hull,))
