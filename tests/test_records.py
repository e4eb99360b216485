"""Records are values."""

import pickle
from functools import cached_property

import pytest

from checker.draft import HeaderField, Kind, Node
from checker.mentions import Citation, Label, Mention
from checker.records import Record
from checker.source import Span

_CITATION = Citation(1, 5, Span(1, 5), "2374", 2017, council=True)


def test_records_with_equal_fields_are_equal() -> None:
    again = Citation(1, 5, Span(1, 5), "2374", 2017, council=True)
    assert again == _CITATION
    assert hash(_CITATION) == hash(again)
    assert again.replaced(year=2018) != _CITATION
    assert Mention(1, 5, Span(1, 5)) != _CITATION


def test_a_record_is_written_as_the_call_that_makes_it() -> None:
    assert repr(Label("28", ("a",))) == "Label(number='28', items=('a',))"


def test_defaults_may_be_left_out() -> None:
    assert Label("28") == Label("28", ())


def test_a_record_refuses_fields_that_it_does_not_have() -> None:
    with pytest.raises(TypeError):
        HeaderField("S/2026/412", Span(0, 10), 3)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        _CITATION.month = 3  # type: ignore[attr-defined]


def test_a_record_says_which_field_is_missing() -> None:
    with pytest.raises(TypeError, match=r"HeaderField\.__init__\(\) missing .* 'span'"):
        HeaderField("S/2026/412")  # type: ignore[call-arg]


def test_a_field_without_a_default_does_not_follow_one_that_has_one() -> None:
    with pytest.raises(TypeError, match="Corner: a field without a default"):

        class Corner(Square):  # the default of the first is its base's
            side: int = 2
            angle: int  # type: ignore[misc]


class Checked(Record):
    side: int
    unit: str = "cm"

    def __post_init__(self) -> None:
        if self.side < 0:
            message = "a side is not negative"
            raise ValueError(message)


def test_a_record_looks_at_a_value_just_made() -> None:
    assert Checked(3) == Checked(side=3, unit="cm")
    with pytest.raises(ValueError, match="not negative"):
        Checked(-3)


def test_a_copy_refuses_fields_that_the_record_does_not_have() -> None:
    with pytest.raises(TypeError):
        _CITATION.replaced(yaer=2019)


class Square(Record):
    side: int

    @cached_property
    def area(self) -> int:
        return self.side * self.side


def test_what_a_record_works_out_at_need_is_kept_and_not_copied() -> None:
    square = Square(30)
    assert square.area is square.area
    assert square.replaced(side=2).area == 4


def test_a_record_goes_from_process_to_process() -> None:
    for record in (_CITATION, Square(30)):
        assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 -- our own


def test_a_node_is_equal_to_itself_only() -> None:
    first, second = (
        Node(Kind.TEXT, "", "text 1", "text_1", (Span(0, 4),), 0, 4, "Text") for _ in range(2)
    )
    assert first != second
    assert len({first, second, first}) == 2
