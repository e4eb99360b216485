"""Drafts as converters take them out of a PDF: labels and page feet come apart."""

import pytest

from tests.parsing.drafts import addresses, node, own_parts_cover_the_source, parse

SEIZED = "Decides to remain seized of the matter."


@pytest.mark.parametrize(
    "between",
    ["\n", "\n\n", "\n\n\n", "\n\n26-08606\n\n", "\n\n3/3\n\nS/2026/412\n\n"],
    ids=["a line end", "a gap", "a wide gap", "a page", "a page and its head"],
)
@pytest.mark.parametrize("number", ["2.", "OP2", "[2.", "**2.**", "- 2."])
def test_what_follows_a_lone_number_is_the_text_of_its_paragraph(number: str, between: str) -> None:
    head = "S/2026/412\n\nThe Security Council,\n\n1. Requests a report;\n\n"
    draft = parse(f"{head}{number}{between}{SEIZED}\n")
    assert own_parts_cover_the_source(draft)
    assert addresses(draft) == ["organ 1", "OP 1", "OP 2"]
    assert node(draft, "OP 2").text.endswith(SEIZED)


def test_a_text_across_a_gap_from_its_number_may_look_like_a_title() -> None:
    draft = parse("1. Decides to act;\n\n2.\n\nRequests a report\n\n3. Decides to remain seized.\n")
    assert addresses(draft) == ["OP 1", "OP 2", "OP 3"]
    assert node(draft, "OP 2").text == "Requests a report"


def test_what_follows_a_lone_letter_is_the_text_of_its_item() -> None:
    draft = parse(
        "1. Decides that UNSMTA shall:\n(a)\n\nProtect civilians:\n\n(i) by patrols;\n"
        "(b)\n\nReport on its work;\n\n2. Encourages others.\n"
    )
    assert addresses(draft) == ["OP 1", "OP 1 (a)", "OP 1 (a) (i)", "OP 1 (b)", "OP 2"]
    assert node(draft, "OP 1 (b)").text == "Report on its work;"


def test_a_lone_number_takes_one_text_only() -> None:
    draft = parse("1.\n\nRequests a report;\n\nWelcomes the offer of Talvania.\n")
    assert addresses(draft) == ["OP 1", "OP 1, text 1"]


@pytest.mark.parametrize("following", ["2. Requests a report.", "(a) to observe;", "# Reports"])
def test_a_lone_number_takes_no_other_label_and_no_heading(following: str) -> None:
    draft = parse(f"1.\n\n{following}\n")
    assert node(draft, "OP 1").text == ""
    assert len(addresses(draft)) == 2


FOOT = "26-12345 (E)\n\n150626\n\n*2612345*"


@pytest.mark.parametrize(
    "foot",
    [FOOT, FOOT.replace("\n\n", "\n"), "26-12345 (E)\n*2612345*\n150626", "26-123456 (F)\n150626"],
)
@pytest.mark.parametrize("after", ["the authorities of Talvania;", "UNSMTA and others;"])
def test_the_date_under_a_job_number_is_furniture(foot: str, after: str) -> None:
    draft = parse(f"The Security Council,\n\n1. Requests a report by\n\n{foot}\n\n{after}\n")
    assert addresses(draft) == ["organ 1", "OP 1"]
    assert node(draft, "OP 1").text == f"Requests a report by {after}"


def test_a_lone_number_takes_no_date_of_printing() -> None:
    draft = parse(f"The Security Council,\n\n1. Decides;\n2.\n\n{FOOT}\n\n{SEIZED}\n")
    assert node(draft, "OP 2").text == SEIZED


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("26-12345 (E)", "930626"),
        ("26-12345 (E)", "159926"),
        ("26-12345 (E)", "150626 rounds"),
        ("26-12345 3/17", "150626"),
        ("the number", "150626"),
    ],
    ids=["no day", "no month", "more words", "a later page", "no page"],
)
def test_six_digits_elsewhere_are_read(before: str, number: str) -> None:
    draft = parse(f"The Security Council,\n\n1. Notes the licence\n\n{before}\n\n{number}\n")
    assert number in draft.reading.text


def test_six_digits_after_other_words_are_read() -> None:
    draft = parse(f"The Security Council,\n\n1. Notes\n\n{FOOT}\n\nthe licence\n150626\n")
    assert node(draft, "OP 1").text == "Notes the licence 150626"
