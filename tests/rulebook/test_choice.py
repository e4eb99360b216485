"""Settings choose the rules of a run."""

from collections.abc import Callable

import pytest

from checker.config import Settings, UnknownRuleError, chosen_rules
from checker.rulebook import Rule, Rulebook

MANDATE = "security-council/mandate"


@pytest.fixture
def book(page: str, house: Callable[..., Rule]) -> Rulebook:
    plain = house(page)
    return Rulebook(
        (
            plain.replaced(name="fussy", family="style", default="pedantic"),
            plain.replaced(name="limited", family="dates", profiles=(MANDATE,)),
            plain.replaced(name="plain", family="style"),
        )
    )


@pytest.mark.parametrize(
    ("settings", "profile", "expected"),
    [
        (Settings(), MANDATE, ["limited", "plain"]),
        (Settings(), "security-council/thematic", ["plain"]),
        (Settings(), "unknown", ["plain"]),
        (Settings(pedantic=True), "unknown", ["fussy", "plain"]),
        (Settings(select=("style",)), MANDATE, ["plain"]),
        (Settings(select=("style",), pedantic=True), MANDATE, ["fussy", "plain"]),
        (Settings(select=("fussy",)), MANDATE, ["fussy"]),
        (Settings(select=("limited",)), "unknown", ["limited"]),
        (Settings(select=("limited",)), "security-council/thematic", []),
        (Settings(ignore=("style",)), MANDATE, ["limited"]),
        (Settings(select=("plain",), ignore=("style",)), MANDATE, ["plain"]),
        (Settings(select=("plain",), ignore=("plain",)), MANDATE, []),
    ],
)
def test_rules_are_chosen(
    settings: Settings, profile: str, expected: list[str], book: Rulebook
) -> None:
    assert [rule.name for rule in chosen_rules(book, settings, profile)] == expected


@pytest.mark.parametrize("settings", [Settings(select=("fusy",)), Settings(ignore=("fusy",))])
def test_an_unknown_name_is_refused(settings: Settings, book: Rulebook) -> None:
    with pytest.raises(UnknownRuleError) as refused:
        chosen_rules(book, settings, "unknown")
    assert str(refused.value) == 'there is no rule or family "fusy": did you mean "fussy"?'
