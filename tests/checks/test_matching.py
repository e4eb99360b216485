"""What the page of mismatched-reference and its neighbours cannot show."""

import time

import pytest

from checker.checks import find_check
from checker.evidence import Evidence, Safety
from checker.index import Index, build_index
from checker.index.carried import carried_words
from checker.index.stems import stem
from checker.parsing import parse_source
from checker.source import Source

UNIT = "Decides to establish a compliance unit for detention facilities, and has it visit prisons;"
TIMETABLE = "Urges the parties to agree on a timetable for the withdrawal of heavy weapons;"
ACCORD = "Welcomes the signing of the Lorvane Accord;"
ATTACKS = "Condemns the attacks on the civilian population of Talvania;"
HEAD = (
    "Requests the compliance unit for detention facilities established in paragraph {} to report;"
)
VERIFY = (
    "Requests a verification of the timetable for the withdrawal of heavy weapons in paragraph {};"
)
TARIFFS = "Urges a review of tariffs;"
CENSUS = "Requests a census of households;"
FOUR = (
    "Urges dialogue among the parties;",
    "Notes the harvest of the northern districts;",
    "Commends the work of the observers;",
    "Calls for respect for the ceasefire;",
)
LAST = "Decides to remain seized of the matter."


def index_of(*paragraphs: str, preamble: str = "Recalling its resolution 2391 (2017),") -> Index:
    numbered = [f"{number}. {text}" for number, text in enumerate(paragraphs, start=1)]
    text = "\n\n".join(["The Security Council,", preamble, *numbered])
    return build_index(parse_source(Source(text + "\n")))


def evidence(name: str, index: Index) -> list[Evidence]:
    check = find_check(name)
    assert check is not None
    return list(check.run(index, None))


def fixed(index: Index, found: Evidence) -> str:
    assert found.fix is not None
    text = index.draft.source.text
    for edit in sorted(found.fix.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_the_better_paragraph_is_named_and_the_fix_puts_its_number_in() -> None:
    index = index_of(ACCORD, ATTACKS, UNIT, HEAD.format("2 above"), LAST)
    (found,) = evidence("reference-subject", index)
    assert (found.values["target"], found.values["better"]) == ("paragraph 2", "paragraph 3")
    assert found.fix is not None
    assert found.fix.safety is Safety.UNSAFE
    assert HEAD.format("3 above") in fixed(index, found)


def test_references_off_by_the_same_amount_are_shown_together() -> None:
    index = index_of(
        ACCORD, ATTACKS, UNIT, TIMETABLE, HEAD.format("2 above"), VERIFY.format("3 above"), LAST
    )
    first, second = evidence("reference-subject", index)
    assert {first.case, second.case} == {"inserted"}
    assert second.span in [related.span for related in first.related if related.role == "too"]


def test_a_paragraph_on_the_wrong_side_is_no_better_one() -> None:
    index = index_of(ACCORD, HEAD.format("1 above"), UNIT, ATTACKS, LAST)
    assert evidence("reference-subject", index) == []


def test_a_reference_in_the_right_place_speaks_against_an_insertion() -> None:
    shifted = (ACCORD, "Recalls the timetable for elections;", "Requests a census of households;")
    vague = "Notes the census of households in paragraph 2 above;"
    assert evidence("reference-subject", index_of(*shifted, UNIT, vague, LAST))
    right = [HEAD.format("4 above")] * 2
    assert not evidence("reference-subject", index_of(*shifted, UNIT, vague, *right, LAST))


def test_a_weak_sign_far_before_the_gap_does_not_go_with_what_is_off_behind_it() -> None:
    weak = "Notes the review of tariffs after the census of households in paragraph 3;"
    off = VERIFY.format(13)
    found = evidence(
        "reference-subject",
        index_of(ACCORD, CENSUS, TARIFFS, *FOUR, *FOUR, TIMETABLE, ATTACKS, off, weak, LAST),
    )
    assert [one.values["target"] for one in found] == ["paragraph 13"]


def test_a_faint_sign_between_plain_ones_goes_with_them() -> None:
    faint = "Recalls the census and the review in paragraph {} above;"
    plain = (HEAD.format("2 above"), VERIFY.format("6 above"))
    before = (ACCORD, ATTACKS, UNIT, CENSUS, TARIFFS, FOUR[0], TIMETABLE)
    alone = evidence("reference-subject", index_of(*before, faint.format(4), LAST))
    assert not alone
    found = evidence("reference-subject", index_of(*before, faint.format(4), *plain, LAST))
    assert {one.values["target"]: one.case for one in found} == {
        "paragraph 2": "inserted",
        "paragraph 4": "inserted",
        "paragraph 6": "inserted",
    }


def test_one_that_cannot_be_off_by_an_amount_speaks_against_it() -> None:
    before = [ACCORD, "Recalls the elections;", CENSUS]
    vague = "Notes the census of households in paragraph 2 above;"
    assert evidence("reference-subject", index_of(*before, UNIT, vague, LAST))
    bound = "Recalls what is said in paragraph 3 above;"
    assert not evidence("reference-subject", index_of(*before, bound, UNIT, vague, LAST))


def test_clear_words_find_their_paragraph_three_places_away() -> None:
    index = index_of(UNIT, ACCORD, ATTACKS, CENSUS, *FOUR, *FOUR, HEAD.format("4 above"), LAST)
    (found,) = evidence("reference-subject", index)
    assert (found.case, found.values["better"]) == ("alone", "paragraph 1")


def test_a_bare_number_in_the_preamble_is_left_to_other_texts() -> None:
    preamble = (
        "Recalling the compliance unit for detention facilities in paragraph 2 of its accord,"
    )
    bare = preamble.replace(" of its accord", "")
    assert evidence("reference-subject", index_of(UNIT, ACCORD, LAST, preamble=bare)) == []


def test_where_the_numbers_have_a_gap_nothing_is_compared() -> None:
    text = f"1. {ACCORD}\n\n2. {ATTACKS}\n\n4. {UNIT}\n\n5. {HEAD.format('2 above')}\n\n6. {LAST}\n"
    index = build_index(parse_source(Source(f"The Security Council,\n\n{text}")))
    assert evidence("reference-subject", index) == []


def test_references_in_a_row_share_the_words_before_them() -> None:
    index = index_of(
        ACCORD, ATTACKS, "Recalls the census in paragraph 1 and paragraph 2 above;", LAST
    )
    (carried,) = carried_words(index)
    assert [index.text[one.start : one.end] for one in carried.references] == [
        "paragraph 1",
        "paragraph 2 above",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("requested", "Requests"),
        ("reporting", "report"),
        ("policies", "policy"),
        ("until", "period"),
    ],
)
def test_words_of_one_family_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_comparing_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        index = index_of(
            *[f"Notes the census of town {n} in paragraph 1;" for n in range(count)], LAST
        )
        assert index.pointers
        start = time.process_time()
        evidence("reference-subject", index)
        return time.process_time() - start

    assert seconds(800) < 8 * seconds(200) + 0.2


def test_a_draft_that_names_no_other_resolution_may_say_this_resolution() -> None:
    index = index_of(
        "Recalls the tasks set out in this resolution;", "Recalls this resolution;", LAST
    )
    assert evidence("this-resolution", index) == []


def test_a_reference_below_is_asked_for_below() -> None:
    index = index_of(
        "Recalls the census in paragraph 5;",
        *["Recalls the census in paragraph 5 below;"] * 3,
        "Requests a census;",
        LAST,
    )
    (found,) = evidence("reference-without-direction", index)
    assert found.values["direction"] == "below"
