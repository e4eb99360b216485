"""Quick passes over a text find every place that counts."""

from hypothesis import given
from hypothesis import strategies as st

from checker.parsing.acronyms import BEGINNING
from checker.parsing.grammars import mention_pattern
from checker.parsing.scanning import places, shape


def test_the_shape_of_a_text_has_one_byte_for_each_code_point() -> None:
    assert shape("Aé €2 R&D/b\U0001f54a") == b"A...0.A&A/a."


def test_places_may_overlap() -> None:
    assert list(places("aaa", "aa")) == [0, 1]
    assert list(places("text", "paragraph")) == []


@given(st.from_regex(mention_pattern("ACRONYM")))
def test_no_acronym_is_missed_by_its_shape(text: str) -> None:
    beginnings = {match.start() for match in BEGINNING.finditer(shape(text))}
    match = mention_pattern("ACRONYM").search(text)
    while match is not None and match.start() and text[match.start() - 1].isalnum():
        match = mention_pattern("ACRONYM").search(text, match.start() + 1)
    assert match is None or match.start() in beginnings
