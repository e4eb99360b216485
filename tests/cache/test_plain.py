"""Values survive the way to plain data and back, and nothing else becomes a value."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.cache.plain import PlainError, from_plain, to_plain


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Inner:
    words: tuple[str, ...]
    colour: Colour


@dataclass(frozen=True, slots=True)
class Outer:
    inner: Inner
    day: datetime.date | None
    pair: tuple[int, bool]
    table: Mapping[int, Inner]
    share: float = 0.5
    names: frozenset[str] = frozenset()


_inner = st.builds(Inner, st.lists(st.text()).map(tuple), st.sampled_from(Colour))
_outer = st.builds(
    Outer,
    _inner,
    st.none() | st.dates(),
    st.tuples(st.integers(), st.booleans()),
    st.dictionaries(st.integers(), _inner),
    st.floats(allow_nan=False),
    st.frozensets(st.text()),
)


@given(_outer)
def test_a_value_comes_back_the_same(value: Outer) -> None:
    assert from_plain(Outer, json.loads(json.dumps(to_plain(value)))) == value


@pytest.mark.parametrize(
    "data",
    [
        None,
        "rubbish",
        [],
        [[], None, [1, True], []],
        [[["a"], "green"], None, [1, True], [], 0.5, []],
        [[["a"], "red"], "not a day", [1, True], [], 0.5, []],
        [[["a"], "red"], None, [1, 1], [], 0.5, []],
        [["a", "red"], None, [1, True], [], 0.5, []],
    ],
)
def test_data_that_does_not_fit_is_refused(data: object) -> None:
    with pytest.raises(PlainError):
        from_plain(Outer, data)


def test_what_is_no_plain_value_is_not_written() -> None:
    with pytest.raises(TypeError):
        to_plain(object())
