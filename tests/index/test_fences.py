"""What stands in a fenced block is an example in a text about drafts, and makes none of it."""

import pytest

from checker.index import build_index
from checker.index.fences import fenced_blocks
from checker.parsing import parse_source
from checker.source import Source

DRAFT = "The Security Council,\n\n1. Decides to remain seized of the matter.\n"


@pytest.mark.parametrize(
    ("text", "is_draft"),
    [
        (DRAFT, True),
        (f"# How to\n\n```\n{DRAFT}```\n", False),
        (f"# How to\n\n````markdown\n```\n{DRAFT}```\n````\n", False),
        (f"# How to\n\n~~~\nx\n~~~\n\n{DRAFT}\n~~~\nx\n~~~\n", True),
        (f"```\n{DRAFT}", True),
        (f"```marked``` words\n\n{DRAFT}\n```marked``` again\n", True),
    ],
)
def test_a_draft_in_a_fence_is_only_shown(text: str, *, is_draft: bool) -> None:
    assert build_index(parse_source(Source(text))).is_draft is is_draft


def test_a_fence_is_closed_by_one_that_is_as_long() -> None:
    text = "````\n```\n````\nbetween\n~~~\n```\n~~~~\n"
    assert [text[span.start : span.end] for span in fenced_blocks(text)] == [
        "````\n```\n````",
        "~~~\n```\n~~~~",
    ]
