"""Dates in the closed forms of United Nations texts."""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from checker.mentions import Date
from checker.parsing.islands import Island, read_island, words
from checker.source import Span

_MONTHS = list(calendar.month_name)
_WEEKDAYS = list(calendar.day_name)
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_BEFORE = re.compile(
    r"(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
    r"(?:(?<![\d/.,-])\d{1,2}(?:st|nd|rd|th)?(?: ?[-–—] ?| to | and )(?=\d))?"
    r"(?<![\d/.,])\d{1,2}(?:st|nd|rd|th)? (?:of )?$"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? $"
)
_LONGEST_BEFORE = 40


@dataclass(frozen=True, slots=True)
class _Day:
    number: int | None
    start: int
    end: int


def find_dates(text: str, span: Callable[[int, int], Span]) -> list[Date]:
    """Return the dates of a text as read, in reading order; "1-3 March 2019" is two."""
    found: list[Date] = []
    for match in _MONTH.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        low = max(0, match.start() - _LONGEST_BEFORE)
        before = _BEFORE.search(text, low, match.start())
        start = before.start() if before else match.start()
        island = read_island(text, start, "date")
        if island is None and before is not None:
            island = read_island(text, match.start(), "date")
        if island is not None and island.end >= match.end():
            found.extend(_understood(island, span))
    return found


def _understood(island: Island, span: Callable[[int, int], Span]) -> list[Date]:
    tree = island.tree
    month = _MONTHS.index(words(tree, "MONTH")[0].text)
    years = words(tree, "YEAR_NUMBER")
    year = int(years[0].text) if years else None
    weekdays = words(tree, "WEEKDAY")
    weekday = _WEEKDAYS.index(weekdays[0].text.rstrip(",")) if weekdays else None
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
    return int(re.sub(r"\D", "", word))


def _calendar_day(year: int | None, month: int, day: int | None) -> datetime.date | None:
    if year is None or day is None:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
