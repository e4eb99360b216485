"""Marks under words of a line that also runs from right to left."""

import pytest

from checker.report.turning import whole_stretches

_NAME = "\u0645\u062d\u0645\u062f"
_FATHER = "\u0639\u0644\u064a"


def _marked(line: str, words: str) -> str:
    start = line.index(words)
    first, last = whole_stretches(line, start, start + len(words))
    return line[first:last]


@pytest.mark.parametrize(
    ("line", "words", "marked"),
    [
        # What stands before, or after a Latin letter, is not turned.
        (f"paragraph 72 of {_NAME} and of others", "paragraph 72", "paragraph 72"),
        (f"Mr. {_NAME} of paragraph 72", "paragraph 72", "paragraph 72"),
        # A name of two words changes places with itself.
        (f"Mr. {_NAME} {_FATHER}, Minister", _FATHER, f"{_NAME} {_FATHER}"),
        # A number that follows is turned with the name.
        (f"Mr. {_NAME} 72 times", "72 times", f"{_NAME} 72 times"),
        (f"Mr. {_NAME}, 72 % and more", "72", f"{_NAME}, 72"),
        # Numbers in Arabic digits are turned too.
        ("in \u0662 \u0663 and \u0664", "\u0662", "\u0662 \u0663"),
        # A mark over several stretches covers each of them whole.
        (f"{_NAME} {_FATHER} and {_FATHER} {_NAME}", f"{_FATHER} and {_FATHER}", "all"),
        ("no such words here", "such", "such"),
    ],
)
def test_a_turned_stretch_is_marked_whole(line: str, words: str, marked: str) -> None:
    assert _marked(line, words) == (line if marked == "all" else marked)
