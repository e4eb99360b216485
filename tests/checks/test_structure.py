"""What the checks of the family structure see that the examples of their pages do not show."""

from collections.abc import Iterator

import pytest

from checker.checks.clauses import RequiredClause, required_clause
from checker.checks.structure import (
    LegalBasis,
    OpeningVerb,
    empty_section,
    legal_basis,
    mandate_end,
    opening_verb,
)
from checker.evidence import Evidence
from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source

ALL_MEANS = LegalBasis(means=("all necessary means",), basis=("acting under Chapter VII",))
SEIZED = RequiredClause(
    phrases=("remains seized",), part="operative", position="last", report="misplaced"
)
VERBS = OpeningVerb(
    verbs=("decide", "reply", "regret", "note", "request"),
    introducing=("note",),
    before=("further",),
)


def index_of(*paragraphs: str, profile: str | None = None) -> Index:
    text = "\n\n".join(("The Security Council,", *paragraphs))
    return build_index(parse_source(Source(text)), profile=profile, stage=None, date=None)


def quotes(index: Index, found: Iterator[Evidence]) -> list[str]:
    return [index.draft.reading.quote(evidence.span) for evidence in found]


@pytest.mark.parametrize(
    "end",
    [
        "until 30 June 2027",
        "to 30 June 2027",
        "for a further period ending on 30 June 2027",
        "for a final period of three months",
        "for an additional year",
        "through the end of the transition",
        "for twelve months",
    ],
)
def test_a_mandate_may_end_in_many_words(end: str) -> None:
    index = index_of(f"1. Decides to extend the mandate of UNSMTA {end};")
    assert quotes(index, mandate_end(index)) == []


@pytest.mark.parametrize(
    ("clause", "quote"),
    [
        ("Decides to extend the mandate of UNSMTA", "extend the mandate"),
        ("Extends the authorization of the Guard", "Extends the authorization"),
        ("Takes note of the report and decides to renew its mandate", "renew its mandate"),
        ("Decides to extend UNSMTA's mandate, as set out below:", "extend UNSMTA's mandate"),
    ],
)
def test_an_extension_without_an_end_is_marked_from_its_verb(clause: str, quote: str) -> None:
    index = index_of(f"1. {clause};", "2. Requests a report until 30 June 2027.")
    assert quotes(index, mandate_end(index)) == [quote]


@pytest.mark.parametrize(
    "clause",
    [
        "Decides that the Guard shall withdraw unless it decides to extend the mandate",
        "Requests advice if the Council decides to renew the authorization",
    ],
)
def test_what_may_be_extended_is_not_extended_yet(clause: str) -> None:
    index = index_of(f"1. {clause};")
    assert quotes(index, mandate_end(index)) == []


def test_the_end_of_a_mandate_may_stand_in_an_item() -> None:
    index = index_of(
        "1. Decides to extend the mandate of UNSMTA as follows:",
        "(a) For its military component, until 30 June 2027;",
    )
    assert quotes(index, mandate_end(index)) == []


def test_an_item_carries_on_the_authorization_above_it() -> None:
    index = index_of(
        "1. Authorizes UNSMTA:",
        "(a) To use all necessary means to protect civilians;",
        "2. Authorizes the Talvanian Guard to use all necessary means.",
    )
    (found,) = legal_basis(index, ALL_MEANS)
    assert found.values["address"] == "OP 1 (a)"


def test_what_is_urged_after_an_authorization_is_not_authorized() -> None:
    index = index_of(
        "1. Authorizes UNSMTA to patrol, and urges the parties to use all necessary means to meet;",
    )
    assert quotes(index, legal_basis(index, ALL_MEANS)) == []


@pytest.mark.parametrize(
    ("paragraph", "suggestion"),
    [
        ("1. Deciding to act, requests a report;", "Decides"),
        ("1. Further replied to the letter;", "replies"),
        ("1. Regretting the delay;", "Regrets"),
        ("1. Note the report, and requests another;", "Notes"),
    ],
)
def test_the_present_tense_is_suggested(paragraph: str, suggestion: str) -> None:
    (found,) = opening_verb(index_of(paragraph), VERBS)
    assert (found.case, found.values["suggestion"]) == ("operative", suggestion)


def test_only_a_reason_introduces_a_verb() -> None:
    index = index_of("1. Noting the report, requests another;", "2. Noting the delay;")
    assert [found.values["address"] for found in opening_verb(index, VERBS)] == ["OP 2"]


def test_a_heading_of_a_lower_level_opens_a_group() -> None:
    index = index_of("# Mandate", "## Tasks", "1. Decides to act;", "## Reports", "# Closing")
    assert quotes(index, empty_section(index)) == ["Reports", "Closing"]


def test_a_finding_is_only_info_where_the_page_says_so() -> None:
    seized = RequiredClause(
        phrases=("seized of",),
        part="operative",
        at="last-operative",
        info_for=("security-council/thematic",),
    )
    severities = {}
    for profile in ("security-council/mandate", "security-council/thematic"):
        (found,) = required_clause(index_of("1. Decides to act.", profile=profile), seized)
        severities[profile.partition("/")[2]] = found.severity
    assert severities == {"mandate": None, "thematic": "info"}


def test_a_paragraph_may_say_all_in_its_items() -> None:
    index = index_of("1. Decides to act;", "2. (a) Requests a report;\n(b) Remains seized.")
    assert quotes(index, required_clause(index, SEIZED)) == []
