"""What the pages of unfit-acronym, acronym-in-heading and possessive-acronym cannot show."""

import pytest

from checker.api import check_text
from checker.checks.acronym_places import Acronyms
from checker.checks.acronyms import ForbiddenAbbreviation
from checker.findings import Finding
from checker.rulebook import load_rulebook

END = "Decides to remain actively seized of the matter.\n"


def found(words: str, rule: str) -> list[Finding]:
    return list(check_text(f"1. Notes {words};\n\n2. {END}", select=(rule,)).findings)


@pytest.mark.parametrize(
    "words",
    [
        "the Merrin Police Mission (MEPOL Talvania)",
        "the Rally of Talvanians for Peace (RTP-Merrin)",
        "the Republican Army of Merrin Delta (DRAM)",
        "the Strategy Paper of the Second Generation (SPSG II)",
        "the improvised explosive devices (IEDs)",
        "a multinational force with police (TALFOR)",
        "their Disarmament, Demobilization, Reintegration (DDR) and Repatriation (DDRR)",
    ],
)
def test_letters_that_may_be_those_of_the_name_fit(words: str) -> None:
    assert not found(words, "unfit-acronym")


@pytest.mark.parametrize(
    "words",
    [
        "the Merrin Union in Talvania (MUMITAL)",
        "the Tribunal for the former Talvania (ICTT)",
        "the Programme of Demobilization and Return (DDRP)",
    ],
)
def test_letters_that_no_word_gives_do_not_fit(words: str) -> None:
    assert len(found(words, "unfit-acronym")) == 1


def test_a_word_lost_from_one_of_two_introductions_is_found() -> None:
    words = "the Merrin Union Panel (MUP), and the Merrin Union"
    (finding,) = found(f"{words} (MUP)", "unfit-acronym")
    assert finding.span.start > len(words)


def test_a_name_that_begins_its_line_may_have_begun_before() -> None:
    text = f"1. Welcomes the Panel on\n\nMines and Weapons (PMWX) of them;\n\n2. {END}"
    assert not check_text(text, select=("unfit-acronym",)).findings


def test_a_possessive_in_a_heading_is_the_heading_s_fault_only() -> None:
    text = f"# UNSMTA's mandate\n\n1. Commends UNSMTA;\n\n2. {END}"
    rules = ("acronym-in-heading", "possessive-acronym")
    assert [one.rule for one in check_text(text, select=rules).findings] == ["acronym-in-heading"]


def test_possessives_of_several_acronyms_are_one_note() -> None:
    (finding,) = found(
        "the JMC's talks, the MCU’s office and the JMC's report", "possessive-acronym"
    )
    assert finding.quote == "JMC"
    assert len(finding.related) == 2


def test_what_is_never_abbreviated_is_another_rule_s() -> None:
    assert not found("the UN's efforts", "possessive-acronym")


def test_what_is_another_rule_s_is_what_forbidden_abbreviation_comes_with() -> None:
    forbidden = load_rulebook().get("forbidden-abbreviation")
    assert forbidden is not None
    assert isinstance(forbidden.options, ForbiddenAbbreviation)
    assert Acronyms().elsewhere == tuple(forbidden.options.abbreviations)
