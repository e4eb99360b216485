"""Phrases match as a drafter would expect, and in linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.phrases import Phrase, PhraseError


def found(phrase: str, text: str) -> list[str]:
    return [text[start:end] for start, end in Phrase.parse(phrase).find_all(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("seized of", "to remain SEIZED\n  of the matter", ["SEIZED\n  of"]),
        ("report", "reporting, re-report, report-back, report", ["report"]),
        ("mandate{|s}", "mandates; mandate", ["mandates", "mandate"]),
        ("for {a|} {further|} period", "for period; for a further period", 2),
        ("{no later than|by} # {June|July}", "by 30 July, no later than 1 June", 2),
        ("the Mission's", "the Mission’s tasks", ["the Mission’s"]),
        ("Committee's", "Committee’s", ["Committee’s"]),
        ("extend ... until", "extends; extend it, as asked, until then", 1),
        ("{co-operation|cooperation}", "Co‑operation", ["Co‑operation"]),
        ("{Decides|Agrees} to", "agrees to decides to", ["agrees to", "decides to"]),
        ("İstanbul process", "the İSTANBUL process", ["İSTANBUL process"]),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, expected: list[str] | int) -> None:
    places = found(phrase, text)
    assert (len(places) if isinstance(expected, int) else places) == expected


def test_a_gap_ends_with_the_sentence() -> None:
    text = "It decides so. Later it may extend. It decides now, at last, to extend."
    assert found("decides ... extend", text) == ["decides now, at last, to extend"]


def test_a_full_stop_before_a_small_letter_ends_no_sentence() -> None:
    assert found("decides ... extend", "decides, in para. five, to extend") != []


def test_a_phrase_stays_within_its_stretch() -> None:
    phrase = Phrase.parse("remain ... seized")
    assert phrase.find("remain actively seized", 0, 15) is None
    assert phrase.find("remain actively seized", 7) is None


def test_a_phrase_opens_a_text_only_at_its_beginning() -> None:
    phrase = Phrase.parse("acting under")
    assert phrase.opens("Acting under Chapter VII") == (0, 12)
    assert phrase.opens("Thus acting under Chapter VII") is None


@pytest.mark.parametrize(
    "text", ["{a", "a}", "{a|{b}}", "", "...", "extend ...", "{|a}", "{a ... b|c}", "{a|} " * 7]
)
def test_a_phrase_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(PhraseError):
        Phrase.parse(text)


@given(st.text(alphabet="ab {|}.#", max_size=20), st.text(alphabet="ab .B1", max_size=40))
def test_what_is_found_lies_in_the_text_and_never_overlaps(phrase: str, text: str) -> None:
    try:
        places = list(Phrase.parse(phrase).find_all(text))
    except PhraseError:
        return
    ends = [0, *(end for _, end in places)]
    assert all(before <= start < end for before, (start, end) in zip(ends, places, strict=False))
    assert all(end <= len(text) for end in ends)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("a ... b", "a " * 200_000),
        ("a ... b", "a b " * 100_000),
        ("# months", "1" * 400_000),
        ("a b", "a" + " " * 400_000),
        ("{a|a a} {a|} a b", "a " * 200_000),
    ],
)
def test_a_long_text_is_searched_in_linear_time(phrase: str, text: str) -> None:
    start = time.process_time()
    list(Phrase.parse(phrase).find_all(text))
    assert time.process_time() - start < 3
