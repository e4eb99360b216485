"""Citations, symbols, dates, introductions and acronyms."""

import datetime

import pytest

from checker.mentions import Mentions
from tests.parsing.drafts import parse


def mentions(words: str) -> Mentions:
    return parse(f"9. Notes {words};\n").mentions


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("resolution 2391 (2017)", [("2391", 2017)]),
        ("resolution 2391", [("2391", None)]),
        ("resolutions 2378 (2017) and 2436 (2018)", [("2378", 2017), ("2436", 2018)]),
        (
            "resolutions 1325 (2000) on women, 1612 (2005) on children",
            [("1325", 2000), ("1612", 2005)],
        ),
        ("resolution 1160 (1998) of 31 March 1998, 1199 (1998)", [("1160", 1998), ("1199", 1998)]),
        ("resolutions 2378 (2017) and 2436", [("2378", 2017), ("2436", None)]),
        ("resolutions 2378 (2017) and 2436 shall", [("2378", 2017), ("2436", None)]),
        ("resolution 2378 (2017) and 450 observers", [("2378", 2017)]),
        ("those texts, 1325 (2000) on women, and 1674 on war", [("1325", 2000), ("1674", None)]),
        ("S/RES/2391 (2017)", [("2391", 2017)]),
    ],
)
def test_citations(words: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(cited.number, cited.year) for cited in mentions(words).citations] == expected


@pytest.mark.parametrize(
    "words", ["General Assembly resolution 60/1", "resolution 2625 (XXV)", "resolution 56/220"]
)
def test_general_assembly_numbers_are_not_the_council_s(words: str) -> None:
    assert not any(cited.council for cited in mentions(words).citations)


@pytest.mark.parametrize(
    ("words", "wellformed"),
    [
        ("(S/2026/412)", True),
        ("(S/PRST/2018/10)", True),
        ("(A/S-23/10/Rev.1)", True),
        ("(S/AC.51/2017/2)", True),
        ("(\\$\\sigma 2026/412\\)", False),
        ("(S/2026 412)", False),
    ],
)
def test_symbols(words: str, *, wellformed: bool) -> None:
    (symbol,) = mentions(f"the report {words}").symbols
    assert symbol.wellformed is wellformed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("30 June 2021", [datetime.date(2021, 6, 30)]),
        ("Monday, 29 June 2020", [datetime.date(2020, 6, 29)]),
        ("the 30th of June 2021", [datetime.date(2021, 6, 30)]),
        ("June 30, 2021", [datetime.date(2021, 6, 30)]),
        ("1-3 March 2019", [datetime.date(2019, 3, 1), datetime.date(2019, 3, 3)]),
        ("from 1 to 3 March 2019", [datetime.date(2019, 3, 1), datetime.date(2019, 3, 3)]),
        ("31 June 2013", [None]),
        ("30 June", [None]),
        ("June 2021", [None]),
    ],
)
def test_dates(words: str, expected: list[datetime.date | None]) -> None:
    assert [date.value for date in mentions(words).dates] == expected


def test_a_modal_verb_is_no_month() -> None:
    assert not mentions("that States may 2 times a year report").dates


@pytest.mark.parametrize(
    ("words", "short", "long"),
    [
        (
            "the United Nations Stabilization Mission in Talvania (UNSMTA)",
            "UNSMTA",
            "United Nations Stabilization Mission in Talvania",
        ),
        ("the Force du Sud (FDS)", "FDS", "Force du Sud"),
        (
            "the Human Rights Policy on support to forces (HRP)",
            "HRP",
            "Human Rights Policy on support to forces",
        ),
        ("improvised explosive devices (IEDs)", "IEDs", "improvised explosive devices"),
        ("the Movement for a Democratic Coast (MDC)", "MDC", "Movement for a Democratic Coast"),
        ("the Coast/Delta Militia (CDM)", "CDM", "Coast/Delta Militia"),
    ],
)
def test_introductions(words: str, short: str, long: str) -> None:
    (introduction,) = mentions(words).introductions
    assert (introduction.short, introduction.long) == (short, long)


@pytest.mark.parametrize("words", ['("the Agreement")', "(hereinafter “the Panel”)"])
def test_defined_terms_are_quoted(words: str) -> None:
    (introduction,) = mentions(f"the text {words}").introductions
    assert introduction.quoted


@pytest.mark.parametrize(
    "words",
    [
        "Chapter VII of the Charter",
        "Part II and Annex 2",
        "the police (gendarmerie)",
        "US$ 5",
        "S/2026/412",
        "the communique MUC/PR/COMM.(DCCLXXVIII)",
        "the communique MUC/PR/COMM. (DCL)",
        "the communique MUC/PR/COMM (DC)",
        "the communique MUC/PR/COMM(DC)",
        "the report MUC/PR/2.(CCC)",
        "the decision EX.CL/Dec.726(XXI)",
        "the decisions Assembly/MU/Dec.472 (XX) and MU/Dec.351(CX)",
        "resolution 2990 (MMCCXIV)",
    ],
)
def test_what_is_no_acronym(words: str) -> None:
    found = mentions(words)
    assert not found.acronyms
    assert not found.introductions


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("MINTAL's mandate", ["MINTAL"]),
        ("all IDPs", ["IDP"]),
        ("the FC-G5T", ["FC-G5T"]),
        ("COVID-19", ["COVID-19"]),
        ("the MoU", ["MoU"]),
        ("the MDC and the CD", ["MDC", "CD"]),
        ("the MUC/PR/COMM.(DCXXX) of the MUC", ["MUC"]),
    ],
)
def test_acronyms(words: str, expected: list[str]) -> None:
    assert [use.short for use in mentions(words).acronyms] == expected
