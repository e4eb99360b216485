"""Edits are applied together, or refused."""

import pytest

from checker.edits import OverlapError, apply_edits, moved_by
from checker.evidence import Edit
from checker.source import Span


def test_edits_are_applied_where_they_stand() -> None:
    edits = [
        Edit(Span(4, 7), "2"),
        Edit(Span(0, 3), "1"),
        Edit(Span(4, 4), "+"),
        Edit(Span(7, 7), "!"),
    ]
    assert apply_edits("one two", edits) == "1 +2!"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 3), "a"), Edit(Span(2, 4), "b")],
        [Edit(Span(2, 2), "a"), Edit(Span(2, 2), "b")],
        [Edit(Span(0, 3), "a"), Edit(Span(1, 1), "b")],
    ],
)
def test_edits_of_the_same_place_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(OverlapError):
        apply_edits("one two", edits)


def test_an_edit_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond"):
        apply_edits("one", [Edit(Span(2, 4), "")])


def test_places_move_with_the_text_around_them() -> None:
    edits = [Edit(Span(4, 7), "second"), Edit(Span(0, 0), "- "), Edit(Span(8, 13), "")]
    assert apply_edits("one two three four", edits) == "- one second  four"
    moved = moved_by(edits)
    assert [moved(offset) for offset in (0, 4, 5, 7, 8, 10, 14)] == [2, 6, 6, 12, 13, 13, 14]
