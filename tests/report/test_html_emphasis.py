"""Italics and bold of a draft are shown as its marks in Markdown say."""

import pytest

from checker.report.html.emphasis import emphasis_of
from tests.report.drafts import draft


def _emphasized(paragraph: str) -> list[tuple[str, bool, bool]]:
    parsed = draft(f"The Security Council,\n\n{paragraph}\n\n2. Decides to act.\n")
    (node,) = (node for node in parsed.nodes if node.address == "OP 1")
    text = parsed.reading.text
    return [
        (text[each.start : each.end], each.italic, each.bold) for each in emphasis_of(parsed, node)
    ]


@pytest.mark.parametrize(
    ("paragraph", "emphasized"),
    [
        (
            "1. *Decides* to act and *requests* so;",
            [("Decides", True, False), ("requests", True, False)],
        ),
        ("1. _Decides_ to act;", [("Decides", True, False)]),
        ("1. **Decides** to act;", [("Decides", False, True)]),
        ("1. ***Decides*** to act;", [("Decides", True, True)]),
        ("**1.** *Decides* to act;", [("Decides", True, False)]),
        ("1. *Decides\nfurther* to act;", [("Decides further", True, False)]),
        ("1. Decides to act;", []),
        ("1. Decides *to act;", []),
    ],
)
def test_marks_make_words_italic_or_bold(
    paragraph: str, emphasized: list[tuple[str, bool, bool]]
) -> None:
    assert _emphasized(paragraph) == emphasized


def test_a_page_within_a_paragraph_changes_nothing() -> None:
    cut = "1. *Decides* that UNSMTA shall\n\n26-08606 3/17\n\n*patrol* the Merrin valley;"
    assert _emphasized(cut) == [("Decides", True, False), ("patrol", True, False)]
