"""What the paragraphs of a draft speak of."""

import pytest
from hypothesis import given

from checker.index import Index, build_index
from checker.index.stems import stem
from checker.index.words import Standings, Subjects
from checker.parsing import parse_source
from checker.source import Source
from tests.index.edited import drafts, indexes

PARAGRAPHS = (
    "Decides to set up the compliance unit for detention facilities;",
    "Urges the unit to report on compliance;",
    "Notes the camp/detention unit, the Unit, and units of others;",
    "Decides to remain actively seized of the matter.",
)

ASKED = ("camp", "compliance", "detention", "facility", "period", "report", "unit")


def subjects_of(*paragraphs: str, borrowed: str = "") -> Subjects:
    numbered = [f"{number}. {words}" for number, words in enumerate(paragraphs, start=1)]
    index = index_of("\n\n".join(["The Security Council,", *numbered]))
    start = index.text.find(borrowed) if borrowed else 0
    stretches = [(start, start + len(borrowed) + 1)] if borrowed else []
    return Subjects(
        index.vocabulary, index.operative, stretches, index.stems(map(stem, ASKED)), Standings()
    )


def index_of(text: str) -> Index:
    return build_index(parse_source(Source(text + "\n")))


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("unit", [1, 2, 3]),
        ("detention", [1, 3]),
        ("compliance unit", [1]),
        ("unit detention", [1]),
        ("unit report", [2]),
        ("camp detention", [3]),
        ("detention unit", [3]),
        ("unit unit", [3]),
        ("facility unit", []),
    ],
)
def test_a_term_stands_where_its_words_stand_next_to_each_other(
    words: str, places: list[int]
) -> None:
    term = " ".join(map(stem, words.split()))
    subjects = subjects_of(*PARAGRAPHS)
    numbers = range(1, len(PARAGRAPHS) + 1)
    (nowhere,) = subjects.fits([term], [4])
    fitting = [number for number in numbers if subjects.fits([term], [number])[0] > nowhere]
    assert fitting == places


def test_what_stands_again_fits_better() -> None:
    subjects = subjects_of("Notes the unit and the unit;", *PARAGRAPHS)
    ((again,), (once,)) = subjects.fits(["unit"], [1]), subjects.fits(["unit"], [2])
    assert again > once


def test_what_only_says_what_stands_elsewhere_is_no_subject_of_a_paragraph() -> None:
    assert subjects_of(*PARAGRAPHS).has(stem("detention"), 1)
    borrowed = subjects_of(*PARAGRAPHS, borrowed="detention facilities;")
    assert not borrowed.has(stem("detention"), 1)
    assert borrowed.has("unit", 1)


def test_a_term_whose_stems_stand_in_no_paragraph_asked_for_is_not_looked_for() -> None:
    subjects = subjects_of("Decides that this applies until May;", *PARAGRAPHS)
    assert subjects.likely(["period", "unit", "unit report"], [1]) == ["period"]
    assert subjects.likely(["period", "unit"], [2, 3]) == ["unit"]


def test_a_pair_is_looked_for_only_where_both_its_stems_stand_in_one_paragraph() -> None:
    subjects = subjects_of(*PARAGRAPHS)
    assert subjects.likely(["unit report"], [2]) == ["unit report"]
    assert subjects.likely(["camp report"], [2, 3]) == []


@given(drafts())
def test_terms_stand_where_they_stand_in_a_draft_by_itself(texts: list[str]) -> None:
    terms = ["force", "period", "task force", "force task", "report period"]
    for again, alone in indexes(texts):
        numbers = range(1, len(again.operative) + 1)
        both = [_subjects(again), _subjects(alone)]
        kept, fresh = ([one.fits(terms, [number]) for number in numbers] for one in both)
        assert kept == fresh


def _subjects(index: Index) -> Subjects:
    stems = index.stems(["force", "period", "task", "report"])
    standings = index.memory.kept(Standings)
    return Subjects(index.vocabulary, index.operative, [], stems, standings)
