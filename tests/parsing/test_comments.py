"""Comments are not read, wherever they stand."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.draft import Kind
from checker.parsing.comments import find_comments
from tests.parsing.drafts import addresses, node, own_parts_cover_the_source, parse

COMMENT = "<!-- mandatelint: allow undefined-acronym: introduced in the annex -->"
WRAPPED = "<!-- mandatelint: allow\nundefined-acronym: introduced\nin the annex -->"
EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*/*.md"))


@pytest.mark.parametrize("comment", [COMMENT, WRAPPED, "<!-- 7. Decides -->"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name} {path.name}")
def test_a_comment_between_any_two_lines_changes_nothing(path: Path, comment: str) -> None:
    plain = path.read_text("utf-8")
    lines = plain.splitlines(keepends=True)
    with_comments = "".join(f"{comment}\n{line}" for line in lines) + comment
    before, after = parse(plain), parse(with_comments)
    assert after.reading.text == before.reading.text
    assert addresses(after) == addresses(before)
    assert own_parts_cover_the_source(after)
    assert len(after.comments) == len(lines) + 1


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name} {path.name}")
def test_a_comment_between_any_two_words_changes_nothing(path: Path) -> None:
    plain = path.read_text("utf-8")
    with_comments = plain.replace(" ", f" {COMMENT} ")
    before, after = parse(plain), parse(with_comments)
    assert after.reading.text == before.reading.text
    assert addresses(after) == addresses(before)
    assert own_parts_cover_the_source(after)


@given(st.lists(st.sampled_from(["1. Decides", " ", "\n", "\n\n", "(a)", "<!--", "-->", ">", ";"])))
def test_comments_are_in_order_and_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = find_comments(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text.startswith("<!--", span.start) for span in spans)
    assert own_parts_cover_the_source(parse(text))


def test_a_comment_at_the_beginning_of_a_line_leaves_the_rest_of_it() -> None:
    draft = parse(f"{COMMENT} 1. Decides to act;\n")
    assert node(draft, "OP 1").text == "Decides to act;"


def test_a_comment_at_the_end_of_a_line_is_not_read() -> None:
    draft = parse(f"1. Decides to act; {COMMENT}\n\n2. Requests a report.\n")
    assert [node(draft, f"OP {number}").text for number in (1, 2)] == [
        "Decides to act;",
        "Requests a report.",
    ]


def test_a_forgotten_end_hides_no_more_than_its_line() -> None:
    text = "<!-- mandatelint: allow x: y\n1. Decides;\n\n2. Requests. <!-- note -->\n"
    draft = parse(text)
    assert addresses(draft) == ["OP 1", "OP 2"]
    assert draft.body[0].kind is Kind.COMMENT


def test_a_comment_inside_a_line_does_not_go_beyond_its_paragraph() -> None:
    text = "1. Decides <!-- a note\n\n2. Requests.\n\n<!-- a note -->\n"
    assert addresses(parse(text)) == ["OP 1", "OP 2"]


def test_any_other_comment_may_hold_paragraphs() -> None:
    assert addresses(parse("1. Decides;\n\n<!--\n2. Requests;\n\n-->\n3. Urges.\n")) == [
        "OP 1",
        "OP 3",
    ]


@pytest.mark.parametrize("unit", ["<!-- ", "<!-- mandatelint: ", "<!-- x --> ", "\n \n<!--", "-->"])
def test_comments_are_found_in_linear_time(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        begun = process_time()
        find_comments(text)
        return process_time() - begun

    short = min(seconds(2_500) for _ in range(5))
    assert min(seconds(40_000) for _ in range(5)) < 80 * short
