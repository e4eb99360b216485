"""An accepted name needs no introduction and no comment; what contradicts itself is still told."""

import pytest

from checker.config import Layer, Settings
from checker.config.resolving import settle
from checker.engine import check_source
from checker.rulebook import Rulebook
from checker.source import Source

HEAD = "The Security Council,\n\n"


@pytest.mark.parametrize(
    ("rule", "accepted", "text"),
    [
        ("undefined-acronym", "JCC", "1. Requests the JCC to report;\n\n2. Decides to meet.\n"),
        (
            "acronym-before-definition",
            "JCC",
            "1. Requests the JCC to report;\n\n2. Thanks the Joint Coordination Centre (JCC).\n",
        ),
        (
            "acronym-in-heading",
            "JCC",
            "# Tasks of the JCC\n\n1. Thanks the Joint Coordination Centre (JCC).\n",
        ),
        ("unused-acronym", "JCC", "1. Thanks the Joint Coordination Centre (JCC).\n"),
        ("unfit-acronym", "QXZ", "1. Thanks the joint force of the Sorvenian States (QXZ).\n"),
        ("forbidden-abbreviation", "UN", "1. Calls upon all UN agencies to assist.\n"),
        (
            "foreign-mission",
            "UNMIL",
            "1. Extends the mandate of the Mission in Talvania;\n\n2. Requests UNMIL to report.\n",
        ),
        (
            "variant-name",
            "ESCAPE Merrin",
            "1. Welcomes ESCAPE Merrin Talvania and ESCAPE Merrin;\n\n2. Decides to meet.\n",
        ),
    ],
)
def test_nothing_is_said_of_an_accepted_name(
    rule: str, accepted: str, text: str, rulebook: Rulebook
) -> None:
    layer = Layer(select=(rule,), profile="security-council/mandate", pedantic=True)
    before = _found(layer, text, rulebook)
    assert set(before) == {rule}
    assert not _found(layer.replaced(accept=(accepted,)), text, rulebook)
    assert _found(layer.replaced(accept=("OTHER",)), text, rulebook) == before


def test_an_accepted_name_still_has_one_meaning(rulebook: Rulebook) -> None:
    text = (
        "1. Thanks the Joint Monitoring Commission (JMC);\n\n"
        "2. Thanks the Joint Military Committee (JMC).\n"
    )
    layer = Layer(select=("conflicting-acronym",), accept=("JMC",))
    assert _found(layer, text, rulebook) == ["conflicting-acronym"]


def test_the_rules_that_take_accepted_names_say_so_on_their_pages(rulebook: Rulebook) -> None:
    taking = [rule for rule in rulebook.rules if hasattr(rule.options, "accepted")]
    assert len(taking) == 8
    assert all("- `accepted`: " in rule.page for rule in taking)


def _found(layer: Layer, text: str, rulebook: Rulebook) -> list[str]:
    settings, rules = settle([layer], (), rulebook)
    assert isinstance(settings, Settings)
    return [each.rule for each in check_source(Source(HEAD + text), rules, settings).findings]
