"""Dates in the closed forms of United Nations texts."""

import datetime
from collections.abc import Callable, Iterator

from checker.days import MONTHS, WEEKDAYS
from checker.mentions import Date
from checker.parsing.islands import Island, read_island, words
from checker.parsing.scanning import places
from checker.patterns import lazy
from checker.records import Record
from checker.source import Span

_MONTH = lazy(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_BEFORE = lazy(
    r"(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
    r"(?:(?<![\d/.,-])\d{1,2}(?:st|nd|rd|th)?(?: ?[-–—] ?| to | and )(?=\d))?"
    r"(?<![\d/.,])\d{1,2}(?:st|nd|rd|th)? (?:of )?$"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? $"
)
_LONGEST_BEFORE = 40
# A bare day right before the month, and the words before a day with which more may belong to it.
_DAY_BEFORE = lazy(r"(?<= )\d{1,2} $")
_MORE_BEFORE = ("and", "to", "the", "day", "day,", "-", "–", "—")


class _Day(Record):
    number: int | None
    start: int
    end: int


def find_dates(text: str, span: Callable[[int, int], Span]) -> list[Date]:
    """Return the dates of a text as read, in reading order; "1-3 March 2019" is two."""
    found: list[Date] = []
    for month, end in _months(text):
        start = _begin(text, month)
        island = read_island(text, start, "date")
        if island is None and start < month:
            island = read_island(text, month, "date")
        if island is not None and island.end >= end:
            found.extend(_understood(island, span))
    return found


def _months(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names of months stand as words."""
    for start in sorted([place for name in MONTHS for place in places(text, name)]):
        if not text[start - 1 : start].isalnum() and (match := _MONTH.match(text, start)):
            yield match.span()


def _begin(text: str, month: int) -> int:
    """Return where a date begins whose month stands at an offset: at its days, at its weekday."""
    if not text.endswith(" ", 0, month):
        return month
    day = _DAY_BEFORE.search(text, max(0, month - 4), month)
    if day is not None and not text.endswith(_MORE_BEFORE, 0, day.start() - 1):
        return day.start()
    before = _BEFORE.search(text, max(0, month - _LONGEST_BEFORE), month)
    return before.start() if before else month


def _understood(island: Island, span: Callable[[int, int], Span]) -> list[Date]:
    tree = island.tree
    month = MONTHS.index(words(tree, "MONTH")[0].text) + 1
    years = words(tree, "YEAR_NUMBER")
    year = int(years[0].text) if years else None
    weekdays = words(tree, "WEEKDAY")
    weekday = WEEKDAYS.index(weekdays[0].text.rstrip(",")) if weekdays else None
    days = [_Day(_number(word.text), word.start, word.end) for word in words(tree, "DAY")]
    if not days:
        days = [_Day(None, island.start, island.end)]
    dates: list[Date] = []
    for place, day in enumerate(days):
        start = island.start if place == 0 else day.start
        end = island.end if place == len(days) - 1 else day.end
        value = _calendar_day(year, month, day.number)
        dates.append(Date(start, end, span(start, end), day.number, month, year, value, weekday))
        weekday = None
    return dates


def _number(word: str) -> int:
    return int("".join(filter(str.isdecimal, word)))


def _calendar_day(year: int | None, month: int, day: int | None) -> datetime.date | None:
    if year is None or day is None:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
