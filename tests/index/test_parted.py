"""Words that a converter broke in two are damage, and no variants and no acronyms."""

import pytest

from checker.api import check_text
from checker.index import build_index
from checker.parsing import parse_source
from checker.source import Source

RULES = ("damaged-text", "variant-hyphenation", "undefined-acronym")


def draft(words: str) -> str:
    return f"The Security Council,\n\n1. Urges {words};\n\n2. Decides to remain seized.\n"


def broken(words: str) -> list[str]:
    index = build_index(parse_source(Source(draft(words))))
    stretches = [index.vocabulary.stretch(*pair) for pair in index.broken]
    return [index.text[start:end] for start, end in stretches]


def findings(words: str) -> list[tuple[str, str]]:
    return [(f.rule, f.quote) for f in check_text(draft(words)).findings if f.rule in RULES]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("wome n to join women", ["wome n"]),
        ("the grou ps among all groups", ["grou ps"]),
        ("St ates and other States", ["St ates"]),
        ("C alls and other calls", ["C alls"]),
        ("the TR T and the TRT", ["TR T"]),
        ("t he parties, the others and wome n and women", ["t he", "wome n"]),
    ],
)
def test_a_part_that_is_no_word_shows_that_a_word_broke(words: str, expected: list[str]) -> None:
    assert broken(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "a road map and the roadmap",
        "the statement S/PRST/2031/4 among its statements",
        "wome n to join",
        "reg ard to be had, as regards others",
        "Mr Talvan to act, and St Merrin",
    ],
)
def test_what_drafters_write_is_not_broken(words: str) -> None:
    assert broken(words) == []


def test_a_statement_by_its_symbol_is_no_variant() -> None:
    assert findings("all to recall the statement S/PRST/2031/4 and other statements") == []


def test_in_a_damaged_text_words_in_two_parts_are_no_variants() -> None:
    words = "wome n and women, with due reg ard and regard, in coordination and coordinat ion"
    assert findings(words) == [("damaged-text", "wome n")]


def test_a_part_of_a_broken_acronym_is_no_acronym() -> None:
    words = "the Talvanian Army for Rest (TART), the TART, the TA RT, and ANO"
    assert findings(words) == [("damaged-text", "TA RT"), ("undefined-acronym", "ANO")]
