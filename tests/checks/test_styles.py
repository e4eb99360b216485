import datetime

import pytest

from checker.api import check_text

RULES = (
    "future-event",
    "date-format",
    "relative-mandate",
    "conflicting-citation",
    "bare-resolution-number",
    "item-marker-level",
    "unmarked-item",
)


def found(*paragraphs: str, preamble: str = "") -> list[tuple[str, str]]:
    numbered = "\n".join(f"{number}. {text};" for number, text in enumerate(paragraphs, start=1))
    text = f"The Security Council,\n\n{preamble}\n\n{numbered}\n"
    result = check_text(text, date=datetime.date(2026, 6, 29), select=RULES)
    return [(finding.rule, finding.quote) for finding in result.findings]


@pytest.mark.parametrize(
    "preamble",
    [
        "Recalling the letter of 4 November 2026 (S/2026/212),",
        "Recalling the decision of June 2026, and the Summit held in Port Orvan on 1 July 2026,",
        "Recalling resolution 2790 (2026) of 30 November 2026,",
    ],
)
def test_what_is_dated_after_the_draft_has_not_happened(preamble: str) -> None:
    assert [rule for rule, _ in found(preamble=preamble)] == ["future-event"]


@pytest.mark.parametrize(
    "preamble",
    [
        "Recalling resolution 2890 (2027) of 30 November 2027,",
        "Recalling the letter of 4 November 2027 (S/2027/212),",
        "Recalling the report of 4 November 2026 (S/2025/212),",
        "Noting that 500,000 people are displaced as of December 2026,",
        "Emphasizing the importance of the Summit of 13 January 2027,",
        "Recalling the Summit of June 2026,",
    ],
)
def test_a_later_year_of_a_citation_is_left_to_its_own_rule(preamble: str) -> None:
    assert found(preamble=preamble) == []


def test_a_month_and_a_day_keep_the_days_listed_after_them() -> None:
    text = "The Security Council,\n\n1. Recalls the talks of June 28-29, 2025 and of May 3, 2025;\n"
    findings = check_text(text, select=["date-format"]).findings
    assert [finding.quote for finding in findings] == ["June 28", "May 3, 2025"]
    assert [finding.fix is not None for finding in findings] == [False, True]


def test_the_current_mandate_of_another_mission_is_not_the_one_that_is_renewed() -> None:
    extended = "Decides to extend the mandate of UNSMTA until 30 June 2027"
    assert found(extended, "Requests a review at the end of UNOLT's current mandate") == []
    assert found(extended, "Requests a review at the end of the Mission's current mandate") == [
        ("relative-mandate", "end of the Mission's current mandate")
    ]


def test_of_three_dates_of_a_document_the_odd_one_is_reported() -> None:
    assert found(
        "Recalls the statement by its President of 4 May 2025 (S/PRST/2025/7)",
        "Recalls the statement by its President of 3 May 2025 (S/PRST/2025/7)",
        "Recalls the statement by its President of 3 May 2025 (S/PRST/2025/7)",
    ) == [("conflicting-citation", "4 May 2025")]


def test_a_year_is_a_resolution_only_where_the_draft_cites_it() -> None:
    words = "Decides to update the 1988 sanctions list"
    assert found(words) == []
    assert found(words, preamble="Recalling resolution 1988 (2011),") == [
        ("bare-resolution-number", "1988 sanctions list")
    ]


def test_dashes_are_of_no_degree() -> None:
    assert found("Urges:\n- one step:\n(a) to open;\n(b) to close;\n- another step") == [
        ("unmarked-item", "one step:")
    ]


def test_a_paragraph_is_reported_once_for_all_its_markers() -> None:
    lists = "Decides:\n(i) One:\n(a) to open;\n(b) to close;\n(ii) Two:\n(a) to open;\n(b) to close"
    assert found(lists, lists) == [("item-marker-level", "(i)")] * 2
