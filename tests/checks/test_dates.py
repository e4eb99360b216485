import datetime

import pytest

from checker.checks.dates import conflicting_mandate_end, impossible_date, past_deadline
from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source

DAY = datetime.date(2026, 6, 29)


def read(*paragraphs: str, date: datetime.date | None = DAY) -> Index:
    numbered = "\n".join(f"{number}. {text};" for number, text in enumerate(paragraphs, start=1))
    return build_index(parse_source(Source(f"The Security Council,\n\n{numbered}\n")), date=date)


def ends(index: Index) -> list[tuple[str, datetime.date | None]]:
    return [(str(end.thing), end.date.last_day) for end in index.mandate_ends]


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("to extend the mandate of UNSMTA until 30 June 2027", "the mandate of UNSMTA"),
        ("to extend until 30 June 2027 UNSMTA's mandate", "the mandate of UNSMTA"),
        (
            "to extend until 30 June 2027 the mandate of the Panel of Experts on Talvania",
            "the mandate of the Panel of Experts",
        ),
        (
            "to extend the mandate of the Mission (MTA) for a period ending on 30 June 2027",
            "of MTA",
        ),
        ("that the deployment of UNSMTA shall continue until 30 June 2027", "deployment of UNSMTA"),
        ("to renew until 30 June 2027 the measures of resolution 2790 (2025)", "2790 (2025)"),
    ],
)
def test_an_end_date_belongs_to_the_thing_extended(words: str, thing: str) -> None:
    (end,) = ends(read(f"Decides {words}"))
    assert end[0].endswith(thing)
    assert end[1] == datetime.date(2027, 6, 30)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Welcomes the decision of the Union to extend the mandate of UNSMTA until 30 June 2027",
        "Decides to maintain its efforts, and requests UNSMTA to report by 30 June 2027",
        "Decides to extend the mandates of UNSMTA and of the Guard until 30 June 2027",
        "Decides to support the extension, and to review the mandate of UNSMTA by 30 June 2027",
    ],
)
def test_where_nothing_is_extended_or_it_is_not_clear_what_there_is_no_end(paragraph: str) -> None:
    assert ends(read(paragraph)) == []


def test_an_item_carries_on_the_verb_of_its_paragraph() -> None:
    index = read(
        "Decides to extend:\n(a) the mandate of UNSMTA until 30 June 2027;\n"
        "(b) the mandate of the Panel of Experts until 31 July 2027"
    )
    assert [thing for thing, _ in ends(index)] == [
        "the mandate of UNSMTA",
        "the mandate of the Panel of Experts",
    ]


def test_the_last_verb_before_a_date_governs_it() -> None:
    index = read(
        "Commends the closure of all offices by 1 May 2026, and requests a report by 1 June 2026"
    )
    (found,) = past_deadline(index)
    assert index.draft.reading.quote(found.span) == "1 June 2026"


def test_a_month_has_passed_only_with_its_last_day() -> None:
    assert list(past_deadline(read("Requests a report by June 2026"))) == []
    assert len(list(past_deadline(read("Requests a report by May 2026")))) == 1


def test_without_a_date_no_deadline_has_passed() -> None:
    assert list(past_deadline(read("Requests a report by May 1996", date=None))) == []


def test_an_end_that_is_past_is_no_conflict_as_well() -> None:
    index = read(
        "Decides to extend the mandate of UNSMTA until 30 June 2025",
        "Decides to extend the mandate of UNSMTA until 30 June 2027",
    )
    assert list(conflicting_mandate_end(index)) == []
    assert [found.case for found in past_deadline(index)] == ["end"]


def test_the_second_day_of_a_range_may_be_the_impossible_one() -> None:
    index = read("Calls upon the parties to meet on 30 and 31 April 2027")
    (found,) = impossible_date(index)
    assert found.values["date"] == "31 April 2027"
