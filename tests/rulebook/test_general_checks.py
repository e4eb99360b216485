"""The general checks find what their options say."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.checks import find_check, registered
from checker.checks.clauses import RequiredClause, required_clause
from checker.checks.paragraphs import (
    ParagraphEnding,
    ParagraphOpening,
    paragraph_ending,
    paragraph_opening,
)
from checker.checks.searching import FOUND
from checker.checks.wording import (
    ForbiddenPhrase,
    PreferredPhrase,
    forbidden_phrase,
    preferred_phrase,
)
from checker.edits import apply_edits
from checker.evidence import Evidence
from checker.index import Index
from checker.records import fields_of
from checker.rulebook import load_rulebook

IndexOf = Callable[[str], Index]

DETERMINATION = RequiredClause(
    phrases=("{determining|reaffirming} ... threat to international peace",),
    when=("acting under Chapter VII",),
    report="missing",
)
CHAPTER_VII_LAST = RequiredClause(
    phrases=("acting under Chapter VII",),
    part="preamble",
    position="last",
    opening=True,
    report="misplaced",
)
MANDATE_END = RequiredClause(
    phrases=("until", "to # {June|July} #", "for {a|a further} period"),
    part="same-paragraph",
    when=("decides ... extend ... mandate",),
    when_part="operative",
)
SEIZED = RequiredClause(
    phrases=("seized of",), part="operative", position="last", at="last-operative"
)


def said(index: Index, evidence: Evidence) -> tuple[str, str, object]:
    quote = index.draft.reading.quote(evidence.span)
    return evidence.case, quote, evidence.values["address"]


def required(index: Index, options: RequiredClause) -> list[tuple[str, str, object]]:
    return [said(index, evidence) for evidence in required_clause(index, options)]


def test_a_missing_clause_is_reported_at_the_words_that_call_for_it(index_of: IndexOf) -> None:
    index = index_of(
        "The Security Council,\n\n*Acting* under\nChapter VII of the Charter,\n\n1. Decides to act;"
    )
    assert required(index, DETERMINATION) == [("missing", "Acting under Chapter VII", "PP 1")]


def test_nothing_is_required_where_nothing_calls_for_it(index_of: IndexOf) -> None:
    assert required(index_of("1. Decides to act;"), DETERMINATION) == []


def test_a_clause_satisfies_wherever_its_part_is(index_of: IndexOf) -> None:
    index = index_of(
        "The Security Council,\n\n*Reaffirming* that this is a threat to international peace,\n\n"
        "*Acting* under Chapter VII of the Charter,\n\n1. Decides to act;"
    )
    assert required(index, DETERMINATION) == []


def test_a_clause_before_the_last_paragraph_is_misplaced(index_of: IndexOf) -> None:
    index = index_of(
        "The Security Council,\n\n*Acting* under Chapter VII of the Charter,\n\n"
        "*Recalling* its resolution 2583 (2021),\n\n1. Decides to act;"
    )
    [evidence] = required_clause(index, CHAPTER_VII_LAST)
    assert said(index, evidence) == ("misplaced", "Acting under Chapter VII", "PP 1")
    assert evidence.values["place"] == "PP 2"
    assert [place.role for place in evidence.related] == ["place"]


def test_a_clause_inside_another_paragraph_is_not_misplaced(index_of: IndexOf) -> None:
    index = index_of(
        "The Security Council,\n\n*Recalling* that, acting under Chapter VII, it set up UNSMTA,\n\n"
        "*Recalling* its resolution 2583 (2021),\n\n1. Decides to act;"
    )
    assert required(index, CHAPTER_VII_LAST) == []


def test_a_clause_is_required_in_the_paragraph_that_calls_for_it(index_of: IndexOf) -> None:
    index = index_of("1. Decides to extend the mandate of UNSMTA;\n\n2. Waits until July;\n")
    assert required(index, MANDATE_END) == [
        ("missing", "Decides to extend the mandate", "OP 1"),
    ]


@pytest.mark.parametrize(
    "end", ["until 30 June 2027", "to 30 June 2027", "for a further period ending in June"]
)
def test_each_phrase_satisfies(end: str, index_of: IndexOf) -> None:
    assert (
        required(index_of(f"1. Decides to extend the mandate of UNSMTA {end};"), MANDATE_END) == []
    )


def test_a_clause_in_an_item_belongs_to_its_paragraph(index_of: IndexOf) -> None:
    text = "1. Decides to extend the mandate of UNSMTA:\n\n(a) until 30 June 2027;\n"
    assert required(index_of(text), MANDATE_END) == []


def test_each_place_may_need_a_clause_of_its_own(index_of: IndexOf) -> None:
    index = index_of(
        "1. Decides to extend the mandate of UNSMTA until 30 June 2027;\n\n"
        "2. Decides to extend the mandate of the Panel;\n"
    )
    each = RequiredClause(
        phrases=("until",), part="same-paragraph", when=("extend the mandate",), each=True
    )
    assert required(index, MANDATE_END) == []
    assert required(index, each) == [("missing", "extend the mandate", "OP 2")]


def test_the_last_operative_paragraph_is_told_that_a_clause_is_missing(index_of: IndexOf) -> None:
    index = index_of("1. Decides to act;\n\n2. Requests the Secretary-General to report.\n")
    assert required(index, SEIZED) == [("missing", "Requests the Secretary-General", "OP 2")]


def test_a_part_without_paragraphs_lacks_no_clause(index_of: IndexOf) -> None:
    assert required(index_of("The Security Council,\n\n*Recalling* it all,\n"), SEIZED) == []


def test_a_phrase_may_exempt_the_paragraph_that_calls(index_of: IndexOf) -> None:
    options = RequiredClause(
        phrases=("Chapter VII",), when=("all necessary means",), unless=("recalls",)
    )
    index = index_of("1. Recalls that UNSMTA may use all necessary means;\n")
    assert required(index, options) == []


def test_a_forbidden_phrase_once_has_the_others_beside_it(index_of: IndexOf) -> None:
    index = index_of("# The UN in Talvania\n\n1. Thanks the UN and UN-Women;\n\n2. Asks the UN;\n")
    [evidence] = forbidden_phrase(index, ForbiddenPhrase(("UN",), once=True))
    assert index.address(evidence.span) == "heading 1"
    assert [index.address(place.span) for place in evidence.related] == ["OP 1", "OP 2"]


def test_a_longer_phrase_shields_a_forbidden_one(index_of: IndexOf) -> None:
    index = index_of("1. Thanks the robust posture group;\n")
    options = ForbiddenPhrase(("robust posture",), unless=("robust posture group",))
    assert list(forbidden_phrase(index, options)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Urges member states to pay;", "1. Urges Member States to pay;"),
        ("1. Urges *all* Member\nstates to pay;", "1. Urges *all* Member\nStates to pay;"),
        ("1. Asks the Center to pay;", "1. Asks the Centre to pay;"),
    ],
)
def test_a_preferred_phrase_is_put_in_place(text: str, expected: str, index_of: IndexOf) -> None:
    options = PreferredPhrase({"member states": "Member States", "center": "centre"})
    [evidence] = preferred_phrase(index_of(text), options)
    assert evidence.fix is not None
    assert apply_edits(text, evidence.fix.edits) == expected


def test_no_fix_is_offered_across_emphasis(index_of: IndexOf) -> None:
    options = PreferredPhrase({"member states": "Member States"})
    [evidence] = preferred_phrase(index_of("1. Urges *member* states to pay;"), options)
    assert evidence.fix is None


def test_the_right_form_is_no_fault(index_of: IndexOf) -> None:
    options = PreferredPhrase({"member states": "Member States"})
    assert list(preferred_phrase(index_of("1. Urges Member States to pay;"), options)) == []


def test_paragraphs_begin_with_allowed_words(index_of: IndexOf) -> None:
    index = index_of("1. Decides to act;\n\n2. [While noting it, urges it;]\n\n3. Request it;\n")
    options = ParagraphOpening("operative", allowed=("decides", "while ... urges"))
    found = [said(index, evidence) for evidence in paragraph_opening(index, options)]
    assert found == [("unknown", "Request", "OP 3")]


def test_paragraphs_do_not_begin_with_forbidden_words(index_of: IndexOf) -> None:
    index = index_of("1. Deciding to act;\n\n2. Decides it;\n")
    options = ParagraphOpening("operative", forbidden=("deciding to",))
    found = [said(index, evidence) for evidence in paragraph_opening(index, options)]
    assert found == [("forbidden", "Deciding to", "OP 1")]


def test_paragraphs_end_as_their_part_allows(index_of: IndexOf) -> None:
    index = index_of(
        "1. Decides:\n\n(a) to wait;\n\n(b) to act.\n\n2. Asks for “more;”\n\n3. Ends here;\n"
    )
    options = ParagraphEnding("operative", allowed=(";",), last=(".",))
    found = [said(index, evidence) for evidence in paragraph_ending(index, options)]
    assert found == [("inside", "act.", "OP 1 (b)"), ("last", "here;", "OP 3")]


@pytest.mark.parametrize(
    ("name", "tries"),
    [
        ("forbidden-phrase", [ForbiddenPhrase(phrases=("posture",), once=True)]),
        ("preferred-phrase", [PreferredPhrase(phrases={"posture": "tasks"})]),
        (
            "required-clause",
            [
                RequiredClause(phrases=("benchmarks",)),
                RequiredClause(phrases=("posture",), position="last", part="operative"),
            ],
        ),
        ("paragraph-opening", [ParagraphOpening("any", allowed=("Notes",), forbidden=("Urges",))]),
        ("paragraph-ending", [ParagraphEnding("operative", allowed=(",",))]),
    ],
)
def test_what_a_check_declares_is_what_it_tells(
    name: str, tries: list[object], index_of: IndexOf
) -> None:
    index = index_of("1. Decides on a posture;\n\n2. Urges a posture;\n\n3. Decides to patrol.\n")
    check = find_check(name)
    assert check is not None
    assert check.says is not None
    found = [evidence for options in tries for evidence in check.run(index, options)]
    assert {each.case: tuple(each.values) for each in found} == check.says.values
    assert {other.role for each in found for other in each.related} == set(check.says.roles)


def test_the_page_on_house_rules_tells_all_that_general_checks_take_and_tell(project: Path) -> None:
    page = (project / "docs" / "house-rules.md").read_text("utf-8")
    sections = dict(re.findall(r"(?ms)^### ([a-z-]+)\n(.*?)(?=^##)", page))
    declared = {name: check for name, check in registered().items() if check.says is not None}
    assert set(sections) == set(declared)
    for name, check in declared.items():
        assert check.says is not None
        assert check.options is not None
        told = set(re.findall(r"^\| `(\w+)` \|", sections[name], re.MULTILINE))
        assert told == set(fields_of(check.options) or ())
        values = {value for given in check.says.values.values() for value in given}
        words = {*filter(None, check.says.values), *check.says.roles}
        words |= {f"{{{value}}}" for value in values - set(FOUND)}
        assert {word for word in words if f"`{word}`" not in sections[name]} == set()


def test_the_settings_of_a_page_are_the_options_of_its_check() -> None:
    for rule in load_rulebook().rules:
        check = find_check(rule.check)
        assert check is not None
        options = set(fields_of(check.options) or ()) if check.options else set()
        section = re.search(r"(?ms)^## Settings\n(.*?)(?=^## |\Z)", rule.prose)
        told = set(re.findall(r"^(?:- )?`(\w+)`", section[1], re.MULTILINE) if section else ())
        assert told <= options, rule.name
        named = set(re.findall(r"`(\w+)`", section[1]) if section else ())
        assert check.says is not None or options <= named, rule.name
