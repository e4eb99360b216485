"""Carets mark the text above them, column by column."""

import pytest

from checker.rulebook.carets import CaretError, read_carets


def marked(block: str) -> tuple[str, list[str]]:
    read = read_carets(block.split("\n"))
    return read.text, [read.text[span.start : span.end] for span in read.marks]


def test_each_run_marks_one_stretch() -> None:
    assert marked("ab cd ef\n^^    ^^\n") == ("ab cd ef\n\n", ["ab", "ef"])


def test_empty_lines_stay_as_they_are() -> None:
    text, marks = marked("\n\nab\n ^\n\n  \ncd")
    assert (text, marks) == ("\n\nab\n\n  \ncd\n", ["b"])


def test_a_mark_goes_on_over_lines() -> None:
    assert marked("one two\n    ^^^~\nthree\n^^^^^~\nfour\n^^^")[1] == ["two\nthree\nfou"]


def test_two_caret_lines_mark_the_same_line() -> None:
    assert marked("abcd\n^^^\n ^^^")[1] == ["abc", "bcd"]


def test_columns_count_code_points() -> None:
    assert marked("né 漢字 ab\n      ^^")[1] == ["ab"]


@pytest.mark.parametrize(
    "block",
    ["^^", "ab\n ^^", "ab\n~", "ab\n^~^", "ab\n^~", "ab cd\n^^~ ^^"],
    ids=["no text", "too far", "no caret", "~ inside", "never goes on", "same line"],
)
def test_carets_that_cannot_be_read_are_refused(block: str) -> None:
    with pytest.raises(CaretError):
        read_carets(block.split("\n"))
