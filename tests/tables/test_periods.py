"""Relative deadlines are found with what governs them; other lengths of time are left alone."""

import pytest

from checker.tables.rows import PeriodRow
from tests.tables.drafts import paragraphs, tables


def periods(sentence: str) -> list[PeriodRow]:
    dates = tables(paragraphs(sentence)).dates
    return [row for row in dates if isinstance(row, PeriodRow)]


@pytest.mark.parametrize(
    ("sentence", "words", "word", "count", "unit"),
    [
        ("to report every 90 days;", "every 90 days", "every", 90, "day"),
        ("to report at least every six months;", "every six months", "every", 6, "month"),
        ("to report every month thereafter;", "every month thereafter", "every", 1, "month"),
        ("to meet at least once a year;", "at least once a year", "every", 1, "year"),
        ("to reply within 48 hours;", "within 48 hours", "within", 48, "hour"),
        ("to reply within the next year;", "within the next year", "within", 1, "year"),
        (
            "to reply within no more than two weeks;",
            "within no more than two weeks",
            "within",
            2,
            "week",
        ),
        (
            "to reply within forty-five working days of the notification;",
            "within forty-five working days of the notification",
            "within",
            45,
            "day",
        ),
        (
            "to report no later than 30 days before the mandate ends;",
            "no later than 30 days before the mandate ends",
            "no later than",
            30,
            "day",
        ),
        (
            "to extend it for a period of 12 months;",
            "for a period of 12 months",
            "for",
            12,
            "month",
        ),
        ("to extend it for a further six months;", "for a further six months", "for", 6, "month"),
        (
            "to extend it for up to twelve (12) months;",
            "for up to twelve (12) months",
            "for",
            12,
            "month",
        ),
        (
            "to review it three months after the adoption of this resolution;",
            "three months after the adoption of this resolution",
            "",
            3,
            "month",
        ),
        ("to be told 10 days in advance;", "10 days in advance", "", 10, "day"),
        ("to report at 60-day intervals;", "at 60-day intervals", "at", 60, "day"),
        (
            "to report every [three] [six] months;",
            "every [three] [six] months",
            "every",
            None,
            "month",
        ),
        ("to report on a monthly basis;", "on a monthly basis", "every", None, ""),
        ("to report at three-monthly intervals;", "at three-monthly intervals", "every", None, ""),
        ("to report quarterly to the Council;", "quarterly", "every", None, ""),
    ],
)
def test_a_relative_deadline_is_read_with_its_governing_word(
    sentence: str, words: str, word: str, count: int | None, unit: str
) -> None:
    (row,) = periods(f"Requests the Secretary-General {sentence}")
    assert (row.place.words, row.word, row.count, row.unit) == (words, word, count, unit)
    assert row.verb == "requests"


@pytest.mark.parametrize(
    "sentence",
    [
        "Notes the progress made in the last six months;",
        "Deplores that fighting has gone on for more than ten years;",
        "Condemns the recruitment of children under the age of 15 years;",
        "Recalls the floods of the past 90 days;",
        "Welcomes the annual report of the Secretary-General;",
        "Welcomes the three-year plan of the Government;",
        "Calls for a Day of Peace this year;",
        "Recalls that 200 houses per year were built;",
    ],
)
def test_what_looks_back_or_only_counts_is_no_deadline(sentence: str) -> None:
    assert periods(sentence) == []


def test_an_event_goes_as_far_as_the_words_that_name_it() -> None:
    (row,) = periods("Requests him to report within 15 days of such a request, and to publish it;")
    assert row.event == "of such a request"
    (row,) = periods("Decides to review it 60 days after the Panel completes its work on lists;")
    assert row.event == "after the Panel completes its work"


def test_this_resolution_ends_an_event() -> None:
    (row,) = periods("Decides to renew for a year from the date of this resolution the measures;")
    assert row.event == "from the date of this resolution"


def test_no_period_goes_over_the_end_of_a_paragraph() -> None:
    assert tables(paragraphs("Decides on six", "months after the adoption;")).dates == ()


def test_a_period_that_extends_a_mandate_concerns_the_mission() -> None:
    (row,) = periods("Decides to extend the mandate of UNSMTA for a period of 12 months;")
    assert (row.concerns, row.thing) == ("the mandate of UNSMTA", True)
    (row,) = periods("Decides to extend, for a further six months, the mandate of UNSMTA;")
    assert (row.concerns, row.thing) == ("the mandate of UNSMTA", True)


def test_another_period_concerns_the_words_before_it() -> None:
    (row,) = periods("Requests the Secretary-General to report on the elections every 60 days;")
    assert (row.concerns, row.thing) == ("the Secretary-General to report on the elections", False)
