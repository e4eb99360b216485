"""What the pages of cross-references cannot show."""

import pytest

from checker.checks import find_check
from checker.evidence import Evidence, Safety
from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source

_LAST = "Decides to remain seized of the matter."


def index_of(*paragraphs: str) -> Index:
    text = "\n\n".join(
        ["The Security Council,", "Recalling its resolution 2391 (2017),", *paragraphs]
    )
    return build_index(parse_source(Source(text + "\n")))


def found(name: str, index: Index) -> list[tuple[str, str]]:
    """Return the case and the words of everything that a check finds."""
    return [(e.case, index.draft.source.slice(e.span)) for e in evidence(name, index)]


def evidence(name: str, index: Index) -> list[Evidence]:
    check = find_check(name)
    assert check is not None
    return list(check.run(index, None))


def test_the_item_of_a_neighbouring_paragraph_is_offered_for_a_missing_one() -> None:
    index = index_of(
        "1. Decides that UNSMTA shall:",
        "(a) observe the ceasefire;",
        "2. Urges restraint;",
        "3. Recalls paragraph 2 (a) above;",
        f"4. {_LAST}",
    )
    (finding,) = evidence("reference-target", index)
    assert finding.values["nearest"] == "1 (a)"
    assert [index.address(related.span) for related in finding.related] == ["OP 2"]


def test_one_reference_to_two_missing_paragraphs_is_one_fault() -> None:
    index = index_of("1. Recalls paragraphs 7 and 8 below;", f"2. {_LAST}")
    assert found("reference-target", index) == [("several", "paragraphs 7 and 8 below")]


def test_without_paragraph_numbers_nothing_is_said_of_references() -> None:
    index = index_of("Recalls paragraph 7 below;", "Urges restraint;", _LAST)
    assert not found("reference-target", index)


def test_an_annex_is_found_by_the_other_kind_of_numeral() -> None:
    annexes = ("Annex I", "1. First.", "Annex II", "1. Second.")
    index = index_of("1. Recalls paragraph 1 of annex 2;", f"2. {_LAST}", *annexes)
    assert not found("reference-target", index)


def test_articles_of_an_annex_that_number_anew_are_not_confused() -> None:
    annex = ("Annex", "1. First of article 1.", "2. Second.", "1. Subject to paragraph 2 below.")
    index = index_of(f"1. {_LAST}", *annex, "2. Second of article 2.")
    assert not found("reference-direction", index)


def test_a_repeated_number_is_no_wrong_direction() -> None:
    index = index_of(
        "1. Urges restraint;", "2. Recalls paragraph 1 below;", "1. Urges calm;", f"3. {_LAST}"
    )
    assert not found("reference-direction", index)


def test_a_word_of_direction_is_turned_round_where_it_stands() -> None:
    index = index_of("1. Recalls paragraphs 2 and\n3 above;", "2. Urges calm;", f"3. {_LAST}")
    (finding,) = evidence("reference-direction", index)
    assert finding.fix is not None
    assert finding.fix.safety is Safety.UNSAFE
    (edit,) = finding.fix.edits
    assert (index.draft.source.slice(edit.span), edit.text) == ("above", "below")


def test_no_fix_is_offered_where_only_one_of_two_is_wrong() -> None:
    index = index_of("1. Urges calm;", "2. Recalls paragraphs 1 and 3 above;", f"3. {_LAST}")
    (finding,) = evidence("reference-direction", index)
    assert finding.fix is None


@pytest.mark.parametrize("name", ["reference-direction", "reference-to-itself"])
def test_an_item_inside_a_sentence_is_taken_on_trust(name: str) -> None:
    index = index_of(
        "1. Requests UNSMTA to (a) observe, subject to paragraph 1 (a) below;", f"2. {_LAST}"
    )
    assert not found(name, index)


@pytest.mark.parametrize("name", ["reference-target", "reference-direction", "reference-to-itself"])
def test_a_range_that_runs_downwards_is_only_that(name: str) -> None:
    index = index_of("1. Recalls paragraphs 9 to 1 above;", "2. Urges calm;", f"3. {_LAST}")
    assert found("reference-range", index) == [("descending", "paragraphs 9 to 1 above")]
    assert not found(name, index)


def test_a_dash_makes_a_range_of_a_single_paragraph_too() -> None:
    index = index_of("1. Urges restraint;", "2. Recalls paragraph 2–1 above;", f"3. {_LAST}")
    assert found("reference-range", index) == [("descending", "paragraph 2–1 above")]


def test_a_note_above_the_draft_and_a_gap_in_its_numbers_are_not_judged() -> None:
    text = "In OP9 we changed paragraph 8 above.\n\nThe Security Council,\n\n1. Recalls OP 2;\n\n"
    index = build_index(parse_source(Source(f"{text}3. {_LAST}\n")))
    assert found("reference-owner", index) == []
    assert found("reference-target", index) == []


def test_a_missing_paragraph_of_an_annex_is_told_by_the_end_of_the_annex() -> None:
    annex = "Annex I\n\n1. Lists the ports named in paragraph 7 below.\n\n2. Ports are closed."
    (missing,) = evidence("reference-target", index_of("1. Decides to act;", f"2. {_LAST}", annex))
    assert missing.values["part"] == "annex I"
