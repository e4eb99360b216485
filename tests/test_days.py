"""The calendar is that of Python, in English."""

import calendar
import datetime

import pytest

from checker.days import MONTHS, WEEKDAYS, month_length, month_name, written


def test_months_and_weekdays_have_their_english_names() -> None:
    assert month_name(1) == MONTHS[0] == "January"
    assert WEEKDAYS[datetime.date(2026, 11, 27).weekday()] == "Friday"
    assert written(datetime.date(2021, 6, 30)) == "30 June 2021"


@pytest.mark.parametrize("year", [1, 1900, 2000, 2023, 2024, 2100, 9999])
def test_a_month_is_as_long_as_it_is(year: int) -> None:
    lengths = [month_length(year, month) for month in range(1, 13)]
    assert lengths == [calendar.monthrange(year, month)[1] for month in range(1, 13)]
