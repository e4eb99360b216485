"""The words of a draft, found once for all their places."""

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source

# The same words, told by one pattern from the first character of a node to the last.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W_]+(?:['’][^\W_]+)*)*[-‐‑]?")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_PIECES = (
    *("States", "states", "the", "State's", "and/or", "non-state", "troop-", "(Member", "A/RES/7"),
    *("5th", "—", "“Panel", "experts”,", "l’Accord", "du", "Mali.", "ſtate", "straße", "COVID-19"),
)
_PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map(" ".join),
    min_size=1,
    max_size=4,
)


def index_of(*paragraphs: str) -> Index:
    numbered = [f"{number}. Decides {text};" for number, text in enumerate(paragraphs, 1)]
    return build_index(parse_source(Source("\n\n".join(("The Security Council,", *numbered)))))


def words_of(text: str) -> list[str]:
    found = (match.group().rstrip("-‐‑") for match in _WORD.finditer(text))
    return [_POSSESSIVE.sub("", word).replace("’", "'").casefold() for word in found]


@given(_PARAGRAPHS)
def test_the_forms_are_the_words_of_the_text(paragraphs: list[str]) -> None:
    index = index_of(*paragraphs)
    expected = [word for node in index.operative for word in words_of(node.text)]
    assert index.vocabulary.forms == set(expected)
    for form in set(expected):
        assert index.vocabulary.count(form) == expected.count(form)
        assert [word.folded for word in index.vocabulary.uses(form)] == [form] * expected.count(
            form
        )


@given(_PARAGRAPHS)
def test_a_word_stands_where_it_says(paragraphs: list[str]) -> None:
    index = index_of(*paragraphs)
    for form in index.vocabulary.forms:
        for word in index.vocabulary.uses(form):
            start, end = index.vocabulary.stretch(word, word)
            assert index.text[start:end].replace("’", "'").casefold() == form
            before, after = index.vocabulary.before(word), index.vocabulary.after(word)
            if before is not None:
                low = index.vocabulary.stretch(before, before)[1]
                assert index.text[low:start].lstrip("'’s-") == " "
                assert index.vocabulary.after(before) == word
            if after is not None:
                assert index.vocabulary.before(after) == word


@given(_PARAGRAPHS)
def test_rows_are_words_with_single_spaces_between(paragraphs: list[str]) -> None:
    vocabulary = index_of(*paragraphs).vocabulary
    forms = sorted(vocabulary.forms)
    for first in forms:
        together = [
            (word, after)
            for word in vocabulary.uses(first)
            if (after := vocabulary.after(word)) is not None
        ]
        for second in forms:
            expected = [pair for pair in together if pair[1].folded == second]
            assert list(vocabulary.rows((first, second))) == expected


def test_what_stands_in_quotation_marks_is_quoted() -> None:
    vocabulary = index_of("that “Member states” and Member States shall act").vocabulary
    assert [word.quoted for word in vocabulary.uses("member")] == [True, False]
    assert [word.opens for word in vocabulary.uses("member")] == [True, False]


def test_what_stands_beside_a_french_word_is_foreign() -> None:
    vocabulary = index_of("on the plan Stratégie de paix du Merrin and support peace").vocabulary
    words = [word for form in vocabulary.forms for word in vocabulary.uses(form)]
    foreign = sorted(word.text for word in words if word.foreign)
    assert foreign == ["Merrin", "Stratégie", "and", "de", "du", "paix", "plan"]


def test_a_short_item_without_a_mark_at_its_end_is_a_heading() -> None:
    text = "1. Decides:\n\n(a) Protection of civilians\n\n(b) to protect civilians;\n"
    index = build_index(parse_source(Source(f"The Security Council,\n\n{text}")))
    assert [word.heading for word in index.vocabulary.uses("civilians")] == [True, False]


@given(_PARAGRAPHS)
def test_no_word_of_a_draft_is_missing_among_its_words(paragraphs: list[str]) -> None:
    index = index_of(*paragraphs)
    letters = re.findall(r"(?<!\w)[a-z]+(?!\w)", index.text.lower())
    assert index.words.issuperset(letters)
