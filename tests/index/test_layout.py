"""Where the layout of a draft takes a word for running text."""

import pytest

from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source

END = "2. Decides to remain actively seized of the matter.\n"


def index_of(text: str) -> Index:
    return build_index(parse_source(Source(f"The Security Council,\n\n{text}\n\n{END}")))


def is_running_text(text: str) -> bool:
    index = index_of(text)
    (use,) = (use for use in index.draft.mentions.acronyms if use.short == "MERCOT")
    return index.layout.is_running_text(use)


@pytest.mark.parametrize(
    ("words", "running"),
    [
        ("Notes the work of MERCOT;", True),
        ("Notes the letter of Mr. Oren Tal and the work of MERCOT;", True),
        ("Notes the title “The work of MERCOT”;", False),
        ('Notes the title "The work of MERCOT";', False),
        ("Notes the title ‘The work of MERCOT’;", False),
        ("Notes Operation MERCOT;", False),
        ("Notes the letter of Mr. Oren MERCOT;", False),
        ("Notes the letter of Messrs Oren MERCOT;", False),
    ],
)
def test_quotations_and_own_names_are_no_running_text(words: str, running: bool) -> None:  # noqa: FBT001 -- what is expected
    assert is_running_text(f"1. {words}") is running


def test_a_heading_is_no_running_text() -> None:
    assert not is_running_text("## The work of MERCOT\n\n1. Notes the work;")


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "Recalling the words “of the first,\n\n1. Notes the work of MERCOT and of others”;"
    assert is_running_text(text)
