"""References to paragraphs, as they are really written."""

import pytest

from checker.mentions import Direction, Reference, Whose
from tests.parsing.drafts import parse


def references(words: str) -> tuple[Reference, ...]:
    """Parse a sentence and return its references."""
    return parse(f"9. Notes {words};\n").mentions.references


def targets(reference: Reference) -> list[str]:
    """Write the targets of a reference: "5-9" for a range."""
    return [
        f"{target.first}-{target.last}" if target.last else str(target.first)
        for target in reference.targets
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("paragraph 5", ["5"]),
        ("para. 5", ["5"]),
        ("paras. 5 and 6", ["5", "6"]),
        ("OP5", ["5"]),
        ("OP 5", ["5"]),
        ("operative paragraph 5", ["5"]),
        ("paragraph\u00a05", ["5"]),
        ("paragraph \u200e5", ["5"]),
        ("paragraph 7 bis", ["7 bis"]),
        ("paragraphs 2, 5, 6 and 7", ["2", "5", "6", "7"]),
        ("paragraphs 5 to 9, 11 (a) and (b) and 14 above", ["5-9", "11 (a)", "11 (b)", "14"]),
        ("paragraph 28 (c) (ii)", ["28 (c) (ii)"]),
        ("paragraph 28(c)(ii)", ["28 (c) (ii)"]),
        ("paragraphs 29 (a) to (c)", ["29 (a)-29 (c)"]),
        ("paragraph 28 (c) (ii), first bullet", ["28 (c) (ii) (dash 1)"]),
        ("sub-paragraph (c) above", ["(c)"]),
        ("subparagraph (c) of paragraph 28 above", ["28 (c)"]),
        ("paragraphs 5–9 above", ["5-9"]),
        ("paragraph 3 through its regular reporting", ["3"]),
        ("paragraph 4 and 30 June 2021", ["4"]),
        ("paragraphs 19 above and 28 and 29 below", ["19", "28", "29"]),
    ],
)
def test_targets(words: str, expected: list[str]) -> None:
    (reference,) = references(words)
    assert targets(reference) == expected


@pytest.mark.parametrize(
    "words",
    [
        "paragraph 4 of resolution 2480 (2019)",
        "paragraph 4 of its resolution 2480 (2019)",
        "paragraph 4 of that resolution",
        "paragraph 4 thereof",
        "paragraph 4 of the Charter",
        "paragraph 4 of the report of the Secretary-General",
        "paragraph 4 of Annex A to resolution 2231 (2015)",
        "paragraph 4 of General Assembly resolution 60/1",
        "paragraph 4 of document S/2026/100",
        "paragraph 4 of (S/2026/100)",
        "paragraph 4 of [Assembly/MU/Dec.605 (XXVII)]",
        "sub-paragraph (a) of paragraph 4 of resolution 2480 (2019)",
        "sub-paragraph (a) of paragraph 4 thereof",
        "the report (S/2006/997), including paragraph 4",
        "resolution 1645 (2005) and in particular its paragraph 4",
        "resolution 2480 (2019), paragraph 4",
    ],
)
def test_another_instrument_s_paragraphs_are_told_apart(words: str) -> None:
    (reference,) = references(words)
    assert reference.whose is Whose.OTHER


@pytest.mark.parametrize(
    "words", ["paragraph 4 above", "paragraph 4 of this resolution", "paragraph 4 hereof"]
)
def test_the_draft_s_own_paragraphs_are_anchored(words: str) -> None:
    (reference,) = references(words)
    assert reference.whose is Whose.THIS
    assert reference.anchored


def test_a_bare_number_may_be_anybody_s() -> None:
    (reference,) = references("the measures in paragraph 4")
    assert reference.whose is Whose.UNKNOWN


def test_each_reference_has_its_own_instrument() -> None:
    first, second = references(
        "paragraph 12 of its resolution 2127 (2013) and paragraphs 1 and 4 of resolution 2399"
    )
    assert first.instrument == "its resolution 2127 (2013)"
    assert second.instrument == "resolution 2399"


def test_references_of_one_list_share_the_instrument() -> None:
    first, second = references("paragraph 2 and paragraph 7 of resolution 2374 (2017)")
    assert first.whose is second.whose is Whose.OTHER


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("(a), (b) and (d) of paragraph 4", ["4 (a)", "4 (b)", "4 (d)"]),
        ("(a) to (c) of paragraph 4", ["4 (a)-4 (c)"]),
        ("(ii) of sub-paragraph (a) of paragraph 4", ["4 (a) (ii)"]),
    ],
)
@pytest.mark.parametrize(
    ("owner", "whose"),
    [
        ("", Whose.UNKNOWN),
        (" of resolution 2480 (2019)", Whose.OTHER),
        (" of this resolution", Whose.THIS),
        (" above", Whose.THIS),
    ],
)
def test_the_items_of_a_paragraph_are_whose_the_paragraph_is(
    words: str, expected: list[str], owner: str, whose: Whose
) -> None:
    (reference,) = references(f"sub-paragraphs {words}{owner}, and decides")
    assert targets(reference) == expected
    assert reference.whose is whose
    assert reference.anchored is (whose is Whose.THIS)


def test_items_of_several_paragraphs_share_the_instrument() -> None:
    words = "sub-paragraph (a) of paragraph 4 and (b) of paragraph 7 of resolution 2480 (2019)"
    assert {reference.whose for reference in references(words)} == {Whose.OTHER}


def test_a_symbol_in_parentheses_is_named_without_them() -> None:
    (reference,) = references("what is said in paragraph 4 of (S/2026/100), noting the plan")
    assert reference.instrument == "S/2026/100"


def test_a_direction_binds_to_its_own_group() -> None:
    (reference,) = references("paragraphs 19 above and 28 and 29 below")
    assert [target.direction for target in reference.targets] == [
        Direction.ABOVE,
        Direction.BELOW,
        Direction.BELOW,
    ]


@pytest.mark.parametrize("words", ["paragraph 3 of the annex", "annex I, paragraph 3 (b)"])
def test_a_paragraph_of_an_annex(words: str) -> None:
    (reference,) = references(words)
    assert reference.annex


@pytest.mark.parametrize(
    ("words", "instrument"),
    [
        (
            "Recalls paragraph 8 of the Final Document of the Second Special Meeting of the Union",
            "the Final Document of the Second Special Meeting of the Union",
        ),
        (
            "Recalls paragraph 8 of the Merrin Accord and Security Council resolution 2778 (2025)",
            "the Merrin Accord",
        ),
        ("Recalls paragraph 8 of the agreement signed in Merrin", "the agreement"),
    ],
)
def test_an_instrument_is_named_to_the_end_of_its_capitals(words: str, instrument: str) -> None:
    first = references(words)[0]
    assert first.whose is Whose.OTHER
    assert first.instrument.startswith(instrument)
    assert "resolution" not in first.instrument
