"""What the page of damaged-text cannot show: characters that nobody sees."""

import pytest

from checker.checks import find_check
from checker.evidence import Evidence
from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source


def index_of(text: str) -> Index:
    return build_index(parse_source(Source(f"The Security Council,\n\n1. Urges {text};\n")))


def evidence(index: Index) -> list[Evidence]:
    check = find_check("damaged-text")
    assert check is not None
    return list(check.run(index, None))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("UNS\ufffdTA", "lost"),
        ("the communiquÃ©", "mojibake"),
        ("the missionâ€™s staff", "mojibake"),
        ("UNSMTA\x00", "control"),
        ("UNSMTA\x13 to act", "control"),
        ("UNS\ud800MTA", "control"),
        ("\uf0b7 restraint", "private"),
        ("30 \u202eJune\u202c 2031", "bidirectional"),
        ("UNS\u200bMTA", "hidden"),
        ("13\u00ad289 men", "hidden"),
        ("S/2031\u2060/476", "hidden"),
        ("UNS\u041cTA", "alike"),
        ("\u0391/RES/80/1", "alike"),
        ("e\ufb03cient work", "ligature"),
        ("arms &amp; men", "markup"),
        ("the $\\sigma$ of it", "formula"),
    ],
)
def test_each_kind_of_damage_is_found(words: str, kind: str) -> None:
    assert [one.case for one in evidence(index_of(words))] == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "UNSMTA\u00a0to act by 30\u202fJune",
        "\u200eparagraph 3\u200f above",
        "the imple\u00admentation",
        "SÃO Talvan, Ângela and the Côte",
        "a sample of 5 μm, and the Центр",
        "arms & men; AT&T; R&D",
        "the folder C:\\reports, and/or \\$5",
        "a page\fbreak",
    ],
)
def test_what_harms_nobody_is_left_alone(words: str) -> None:
    assert not evidence(index_of(words))


def test_a_kind_is_reported_once_and_shows_the_other_words() -> None:
    (one,) = evidence(index_of("a\ufffd\ufffd, " * 30 + "peace"))
    assert one.values["elsewhere"] == " and in 29 other places"
    assert len(one.related) == 9


def test_a_damaged_symbol_is_left_to_another_rule() -> None:
    assert not evidence(index_of("the report (\\$\\sigma 2031/476\\)"))


def test_lost_numbers_are_reported_where_several_paragraphs_had_them() -> None:
    paragraphs = "Urges restraint;\n\nDecides to remain seized of the matter.\n"
    (one,) = evidence(build_index(parse_source(Source(f"The Security Council,\n\n{paragraphs}"))))
    assert (one.case, one.values["paragraphs"]) == ("unnumbered", 2)


def test_a_single_paragraph_has_no_number_by_right() -> None:
    text = "The Security Council,\n\nDecides to remain seized of the matter.\n"
    assert not evidence(build_index(parse_source(Source(text))))
