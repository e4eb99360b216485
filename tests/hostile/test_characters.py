"""Characters that nobody sees, or that look like others, are read rightly or reported."""

from pathlib import Path

import pytest

from checker import check_text, parse
from checker.reader import UnreadableError, decode, read_draft
from tests.property.holding import hold

_DRAFT = """United Nations S/2026/412

Distr.: General 18 June 2026

The Security Council,

Recalling its resolution 2385 (2017), by which it established the United Nations Mission in \
Talvania (UNMTA),

1. Decides to extend the mandate of UNMTA until 30 June 2027;

2. Requests UNMTA to give priority to the mandate extended in paragraph 1 above;

3. Requests the Secretary-General to report to the Security Council every three months;

4. Decides to remain actively seized of the matter.
"""


def _found(text: str) -> list[tuple[str, str]]:
    """Return the rules and the words of what is found, after looking at every report."""
    result = check_text(text)
    hold(result)
    return [(finding.rule, finding.quote) for finding in result.findings]


def _put(old: str, new: str) -> str:
    assert old in _DRAFT
    return _DRAFT.replace(old, new)


def test_the_draft_itself_is_right() -> None:
    assert _found(_DRAFT) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("30 June", "\u202e30 June", "30"),
        ("30 June 2027", "\u202e7202 enuJ 03\u202c", "7202"),
        ("paragraph 1", "paragraph \u20661\u2069", "1"),
        ("Requests UNMTA", "Requests UN\u041cTA", "UN\u041cTA"),
        ("Requests UNMTA", "Requests \u216fNMTA".replace("\u216f", "\u13cc"), "\u13ccNMTA"),
        ("Requests UNMTA", "Requests UNMT\u0391", "UNMT\u0391"),
        ("Requests UNMTA", "Requests \u054dNMTA", "\u054dNMTA"),
        ("Requests UNMTA", "Requests \uff35NMTA", "\uff35NMTA"),
        ("Requests UNMTA", "Requests UN\U0001d40cTA", "UN\U0001d40cTA"),
        ("June 2027", "June 20\u200b27", "2027"),
        ("mandate of", "man\ud800date of", "man\ud800date"),
        ("mandate of", "man\0date of", "man\0date"),
        ("mandate of", "mand\ufffdte of", "mand\ufffdte"),
        ("mandate of", "man\ufe0fdate of", "man\ufe0fdate"),
        ("mandate of", "\x07mandate of", "\x07mandate"),
    ],
)
def test_what_deceives_the_eye_is_damaged_text(old: str, new: str, words: str) -> None:
    assert ("damaged-text", words) in _found(_put(old, new))


def test_a_zero_width_space_in_a_number_is_reported_beside_what_it_makes_of_the_number() -> None:
    found = _found(_put("paragraph 1 above", "paragraph 1\u200b2 above"))
    assert found == [("dangling-reference", "paragraph 12 above"), ("damaged-text", "12")]


def test_a_zero_width_space_in_the_number_of_a_paragraph_is_reported() -> None:
    rules = [rule for rule, _ in _found(_put("4. Decides", "1\u200b4. Decides"))]
    assert rules == ["damaged-text", "broken-numbering"]


@pytest.mark.parametrize("invisible", ["\u200b", "\u200e", "\u2060", "\ufeff", "\u00ad"])
def test_an_invisible_character_between_words_changes_nothing(invisible: str) -> None:
    assert _found(_put("paragraph 1", f"paragraph{invisible} 1")) == []
    assert _found(_put("4. Decides", f"4.{invisible} Decides")) == []


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007", "\u2009", "\t", "\f", "\v"])
def test_an_odd_space_is_a_space(space: str) -> None:
    text = _put("paragraph 1", f"paragraph{space}1").replace("2. R", f"2.{space}R")
    assert _found(text) == []
    assert [str(one.targets[0].first) for one in parse(text).mentions.references] == ["1"]


def test_mixed_line_ends_are_line_ends() -> None:
    lines = _DRAFT.split("\n")
    ends = ("\r\n", "\n", "\r")
    text = "".join(line + ends[number % 3] for number, line in enumerate(lines))
    assert _found(text) == []
    assert [node.number for node in parse(text).nodes if node.kind == "operative"] == list("1234")


def test_a_form_feed_before_a_paragraph_is_no_word_of_it() -> None:
    assert _found(_put("\n2. Requests", "\f\n\f2. Requests")) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"1. Decides \xed\xa0\x80 to act;", "not UTF-8: byte 0xed at offset 11"),
        (b"1. Decides \0 to act;", "NUL bytes"),
        (b"\xff\xfe\x00\xd8A\x00", "damaged UTF-16"),
        (b"\xff\xfeA", "damaged UTF-16"),
        (b"1. D\xe9cide", "not UTF-8: byte 0xe9 at offset 4"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_the_place(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        decode(data)


def test_a_byte_order_mark_in_the_middle_is_no_word(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(_put("paragraph 1", "paragraph \ufeff1"), "utf-8-sig")
    assert check_text(read_draft(path).text).findings == ()
