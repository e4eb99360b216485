"""Options are a record or, in a plug-in, a dataclass; a page gives them to either in one way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest

from checker.checks import Check
from checker.evidence import Evidence
from checker.index import Index
from checker.records import Record, fields_of, replaced
from checker.rulebook.options import OptionsError, validate_options


class AsRecord(Record):
    """How many words, and which."""

    most: int
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _refuse_none(self.most)


@dataclass(frozen=True, slots=True)
class AsDataclass:
    """The same, as a plug-in may write it."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid"}

    most: int
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _refuse_none(self.most)


def _refuse_none(most: int) -> None:
    if most < 1:
        message = "most: at least one is needed"
        raise ValueError(message)


def _finds_nothing(_index: Index) -> Iterator[Evidence]:
    yield from ()


KINDS = [AsRecord, AsDataclass]


@pytest.mark.parametrize("kind", KINDS)
def test_options_of_a_page_are_made_with_defaults(kind: type[Any]) -> None:
    check = Check("counting", _finds_nothing, kind)
    assert validate_options(check, {"most": 3}) == kind(3)
    assert validate_options(check, {"most": 3, "words": ["a"]}) == kind(3, ("a",))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("given", "path", "said"),
    [
        ({"most": "3"}, ("most",), "a whole number"),
        ({"most": 3, "words": [4]}, ("words", 0), "a text"),
        ({"words": []}, ("most",), 'the key "most" is missing'),
        ({"most": 3, "mots": 3}, ("mots",), 'no option "mots"'),
        ({"most": 0}, (), "at least one is needed"),
    ],
)
def test_wrong_options_of_a_page_are_refused(
    kind: type[Any], given: dict[str, Any], path: tuple[str | int, ...], said: str
) -> None:
    with pytest.raises(OptionsError) as error:
        validate_options(Check("counting", _finds_nothing, kind), given)
    (refusal,) = error.value.refusals
    assert refusal.path == path
    assert said in refusal.message


@pytest.mark.parametrize("kind", KINDS)
def test_a_configuration_changes_some_of_them(kind: type[Any]) -> None:
    assert fields_of(kind) == ("most", "words")
    assert replaced(kind(3), words=("a",)) == kind(3, ("a",))
    with pytest.raises(ValueError, match="at least one"):
        replaced(kind(3), most=0)
