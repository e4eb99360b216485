import datetime

import pytest

from checker.checks.citations import (
    ResolutionYear,
    conflicting_resolution_year,
    future_citation,
    malformed_symbol,
    missing_resolution_year,
    resolution_year,
)
from checker.evidence import Safety
from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source

TABLE = ResolutionYear({2018: 2451, 2019: 2504, 2020: 2557})


def read(preamble: str, year: int | None = None, profile: str | None = None) -> Index:
    text = f"The Security Council,\n\n{preamble},\n\n1. Decides to remain seized of the matter.\n"
    date = datetime.date(year, 6, 29) if year else None
    return build_index(parse_source(Source(text)), date=date, profile=profile)


def quotes(index: Index, *checks: object) -> list[str]:
    found = [evidence for check in checks for evidence in check(index)]  # type: ignore[operator]
    return [index.draft.reading.quote(evidence.span) for evidence in found]


def test_one_fault_in_a_year_is_reported_by_one_rule() -> None:
    def wrong_year(index: Index) -> object:
        return resolution_year(index, TABLE)

    checks = (wrong_year, conflicting_resolution_year, future_citation)
    twice = read("Recalling its resolutions 2480 (2019) and 2518 (2020) and 2480 (2021)", 2020)
    old = read("Recalling its resolutions 2480 (2021) and 2518 (2020)", 2020)
    new = read("Recalling its resolutions 2600 (2021) and 2518 (2020)", 2020)
    assert quotes(twice, *checks) == ["2480 (2021)"]
    assert [len(quotes(twice, check)) for check in checks] == [0, 1, 0]
    assert [len(quotes(old, check)) for check in checks] == [1, 0, 0]
    assert [len(quotes(new, check)) for check in checks] == [0, 0, 1]


def test_beyond_its_last_row_the_table_says_nothing() -> None:
    index = read("Recalling its resolutions 2558 (2019), 2557 (2020) and 2451 (2018)")
    assert list(resolution_year(index, TABLE)) == []


@pytest.mark.parametrize(
    "table", [{}, {2018: 2451, 2020: 2557}, {2018: 2504, 2019: 2451}, {2019: 2504, 2018: 2451}]
)
def test_a_table_of_years_that_does_not_run_on_is_refused(table: dict[int, int]) -> None:
    with pytest.raises(ValueError, match="last_numbers"):
        ResolutionYear(table)


def test_every_place_without_the_year_is_mended_by_one_safe_fix() -> None:
    index = read("Recalling resolution 2480 (2019), resolution 2480 and again resolution 2480")
    (found,) = missing_resolution_year(index)
    assert found.severity == "info"
    assert found.fix is not None
    assert found.fix.safety is Safety.SAFE
    assert [edit.text for edit in found.fix.edits] == [" (2019)", " (2019)"]
    assert [related.role for related in found.related] == ["given", "again"]


def test_a_year_given_only_by_a_date_serves_for_the_other_places() -> None:
    index = read("Recalling its resolution 1493 of 28 July 2003, and resolution 1493")
    (found,) = missing_resolution_year(index)
    assert found.values["year"] == 2003


def test_two_years_of_one_number_leave_the_missing_one_open() -> None:
    index = read("Recalling resolutions 2480 (2019) and 2480 (2018), and resolution 2480")
    assert list(missing_resolution_year(index)) == []


def test_other_organs_cite_the_council_by_name() -> None:
    assembly = "general-assembly/resolution"
    assert quotes(
        read("Recalling resolution 263 and Security Council resolution 1325", profile=assembly),
        missing_resolution_year,
    ) == ["1325"]


@pytest.mark.parametrize(
    "damaged",
    [
        "S/PRST2009/9",
        "S/2O20/476",
        "S/2020-476",
        "S/PSRT/2018/9",
        "S/PRT/2018/9",
        "S/PRZT/2018/9",
        "S/RSE/2531",
        "S/RESS/2531 (2020)",
        "A/RSE/75/1",
        "S/202/476",
        "S/RES2531 (2020)",
        "S/RES/2531/2020",
        "S/2020/476/Add1",
        "PRST/2009/24",
        "(S2020/476)",
        "(5/2020/476)",
        r"(S\2020\476)",
    ],
)
def test_a_damaged_symbol_is_reported_by_one_rule(damaged: str) -> None:
    index = read(f"Taking note of {damaged} and of resolution 2518 (2020)", 1999)
    assert quotes(index, malformed_symbol) == [damaged]
    assert quotes(index, future_citation) == ["2518 (2020)"]


def test_a_slip_in_the_series_is_mended_by_the_series_and_not_by_the_figures() -> None:
    (found,) = malformed_symbol(read("Recalling S/PSRT/2018/9 and the report S/2018/9"))
    assert (found.case, found.values["meant"]) == ("series", "S/PRST/2018/9")
    (found,) = malformed_symbol(read("Recalling S/RSE/2018/143 and the report S/2018/143"))
    assert (found.case, found.values["meant"]) == ("meant", "S/2018/143")


@pytest.mark.parametrize(
    "words",
    [
        *[
            "S/RES/2531(2020)",
            "S/1999/1/Add.1",
            "A/H1N1",
            "(2019/20)",
            "(EU 2016/679)",
            "DP/2020/1",
        ],
        *[
            "S/PV.7361",
            "S/AC.51/2017/2",
            "S/Agenda/7361",
            "S/INF/74",
            "S/REP/2018/1",
            "A/ES-10/L.2",
        ],
        "S/RSE/XXX",
    ],
)
def test_what_is_no_damaged_symbol_is_left_alone(words: str) -> None:
    assert quotes(read(f"Taking note of {words} and others"), malformed_symbol) == []


def test_a_symbol_that_a_line_cuts_is_not_put_together() -> None:
    index = read("Taking note of (S/2020/476) and of the report (S/2020/476\nAdd1)")
    assert quotes(index, malformed_symbol) == []
