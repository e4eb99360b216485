import subprocess
import sys

import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from checker.report.columns import _PLAIN, display_width, lines_of, shorten, visible


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    assert display_width("聯合国") == 6
    assert display_width("De\u0301cide") == 6


@given(st.text())
def test_what_is_visible_cannot_steer_a_terminal(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(character.isprintable() or ord(character) > 0x9F for character in shown)
    assert not set(shown) & set("\x1b\r\n\t\x9b\u202e")


def test_an_escape_is_shown_by_its_picture() -> None:
    assert visible("a\x1b[31mb\x9bc\td") == "a␛[31mb␦c d"


@given(st.text(alphabet="ab \u0301聯\u0645\u200d\U0001f469\ufe0f"), st.integers(2, 12))
def test_broken_lines_fit_and_lose_nothing_but_spaces(text: str, columns: int) -> None:
    lines = list(lines_of(text, columns))
    assert all(display_width(text[start:end]) <= columns for start, end in lines)
    assert "".join(text[start:end] for start, end in lines).replace(" ", "") == (
        text.replace(" ", "")
    )


def test_opening_words_end_at_a_word() -> None:
    assert shorten("Requests the Secretary-General, urgently, to report", 36) == (
        "Requests the Secretary-General ..."
    )


def test_what_is_measured_without_the_tables_has_the_width_that_they_give() -> None:
    plain = [
        character for character in map(chr, range(0x20, 0x2500)) if _PLAIN.fullmatch(character)
    ]
    assert len(plain) > 800
    assert {wcwidth.wcwidth(character) for character in plain} == {1}


def test_what_stands_in_one_place_is_not_torn() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert display_width(family) == 2
    assert [family[start:end] for start, end in lines_of(family, 2)] == [family]


def test_a_text_in_latin_letters_needs_no_tables() -> None:
    code = (
        "import sys; from checker.report.columns import display_width as width; "
        "print(width('“Décide” – § 5…'), 'wcwidth' in sys.modules, width('聯'))"
    )
    run = subprocess.run(  # noqa: S603 -- our own code
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stdout == "15 False 2\n"
