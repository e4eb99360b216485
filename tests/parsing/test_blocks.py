"""Lines become paragraphs: wraps, pages, furniture, headings."""

import pytest

from checker.draft import Kind
from tests.parsing.drafts import addresses, node, own_parts_cover_the_source, parse

WRAPPED = """\
The Security Council,

Recalling its previous resolutions on the situation in Talvania, in particular
resolution 2500 (2019),

1. Requests the Secretary-General to report by
30 June 2026 on the measures set out in paragraph
2 and paragraph 3
(a) below, and on the work of the 2
5. committees;
2. Decides to remain seized of the matter.
"""


def test_a_paragraph_is_a_run_of_lines() -> None:
    draft = parse(WRAPPED)
    assert addresses(draft) == ["organ 1", "PP 1", "OP 1", "OP 2"]


def test_a_wrap_is_read_as_one_space() -> None:
    assert "in particular resolution 2500 (2019)," in node(parse(WRAPPED), "PP 1").text


@pytest.mark.parametrize(
    "furniture",
    [
        "26-08606 3/17",
        "26-08606 **3/17**",
        "26-08606",
        "3/17 26-08606",
        "26-086063/17",
        "26-12345 (E)    150626     *2612345*",
        "*2612345*",
        "_________________",
        "* * *",
        "Please recycle",
        "**S/2026/412**",
    ],
)
def test_furniture_inside_a_sentence_is_set_aside(furniture: str) -> None:
    draft = parse(
        "United Nations S/2026/412\n\nThe Security Council,\n\n"
        f"1. Requests the Mission to support\n\n{furniture}\n\nthe authorities of Talvania;\n"
    )
    assert (
        node(draft, "OP 1").text == "Requests the Mission to support the authorities of Talvania;"
    )
    assert any(n.kind is Kind.FURNITURE for n in draft.body)


def test_a_paragraph_that_a_page_cut_has_two_parts() -> None:
    draft = parse("1. Requests the Mission to\n\n26-08606 3/17\n\nreport;\n")
    assert len(node(draft, "OP 1").parts) == 2


def test_a_sentence_that_ended_is_not_joined_to_the_next_text() -> None:
    draft = parse("1. Requests the Mission to report;\n\nand requests it to leave;\n")
    assert addresses(draft) == ["OP 1", "OP 1, text 1"]


def test_preambular_paragraphs_without_blank_lines_are_told_apart() -> None:
    draft = parse(
        "The Security Council,\nRecalling its resolutions,\nDeeply concerned by the\n"
        "situation,\nConvinced of the need to act,\n1. Decides to act.\n"
    )
    assert addresses(draft) == ["organ 1", "PP 1", "PP 2", "PP 3", "OP 1"]


def test_a_heading_needs_no_mark_before_a_number() -> None:
    draft = parse("1. Requests a report;\nReview of the measures\n2. Decides to act.\n")
    assert addresses(draft) == ["OP 1", "heading 1", "OP 2"]


def test_footnotes_under_their_rule_are_furniture() -> None:
    draft = parse(
        "The General Assembly,\n\nRecalling the report of the\n__________________\n\n"
        "1  Official Records, Supplement No. 5.\n\nA/79/5\n26-10000\n2/6\n\nCommittee,\n\n"
        "1. Decides to act.\n"
    )
    assert node(draft, "PP 1").text.startswith("Recalling the report of the")
    assert "Official Records" not in draft.reading.text


def test_emphasis_is_not_read() -> None:
    draft = parse("1. _Requests_ the *Mission* and **all** States to act;\n")
    assert node(draft, "OP 1").text == "Requests the Mission and all States to act;"


def test_invisible_direction_marks_are_not_read() -> None:
    assert node(parse("1. Recalls \u200eparagraph 4;\n"), "OP 1").text == "Recalls paragraph 4;"


@pytest.mark.parametrize("text", ["", "\n", "  ", "\ufeff", "1.", "(a)", "- ", "#", "\f", "]\n["])
def test_no_text_is_refused(text: str) -> None:
    assert own_parts_cover_the_source(parse(text))


def test_without_an_organ_line_the_preamble_opens_with_its_first_participle() -> None:
    header = (
        "United Nations\n\nSecurity Council\n\nUnited Republic of Talvania: draft resolution\n\n"
    )
    draft = parse(
        f"{header}Recalling its resolution 2500 (2019),\n\n1. Decides to remain seized.\n"
    )
    assert addresses(draft) == ["PP 1", "OP 1"]


def test_after_and_an_item_opens_although_a_letter_is_missing() -> None:
    items = "(a) to observe,\n\n(b) to report, and\n\n(d) to advise.\n"
    draft = parse(f"1. Decides that UNSMTA shall have the tasks:\n\n{items}")
    assert addresses(draft) == ["OP 1", "OP 1 (a)", "OP 1 (b)", "OP 1 (d)"]
