from hypothesis import given
from hypothesis import strategies as st

from checker.report.columns import break_lines, display_width, shorten, visible


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


@given(st.text(alphabet="ab \u0301聯"), st.integers(2, 12))
def test_broken_lines_fit_and_lose_nothing_but_spaces(text: str, columns: int) -> None:
    lines = break_lines(text, columns)
    assert all(display_width(text[start:end]) <= columns for start, end in lines)
    assert "".join(text[start:end] for start, end in lines).replace(" ", "") == (
        text.replace(" ", "")
    )


def test_opening_words_end_at_a_word() -> None:
    assert shorten("Requests the Secretary-General, urgently, to report", 36) == (
        "Requests the Secretary-General ..."
    )
