"""The calendar as United Nations texts write it, in English on every machine."""

import datetime

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""From Monday on, as :meth:`datetime.date.weekday` counts them."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_name(month: int) -> str:
    """Return the name of a month, counted from 1."""
    return MONTHS[month - 1]


def month_length(year: int, month: int) -> int:
    """Return how many days a month has, counted from 1."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _LENGTHS[month - 1]


def written(day: datetime.date) -> str:
    """Write a day as United Nations texts do: "30 June 2021"."""
    return f"{day.day} {month_name(day.month)} {day.year}"
