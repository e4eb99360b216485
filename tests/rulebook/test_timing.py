from checker.index import build_index
from checker.parsing import parse_source
from checker.rulebook import load_rulebook
from checker.rulebook.applying import apply_rule, time_rules
from checker.source import Source

DRAFT = """The Security Council,

1. Requests the Secretary-General to report on the measures in paragraph 9 below;

2. Decides to remain actively seized of the matter.
"""


def test_every_rule_is_timed_and_finds_what_it_finds_untimed() -> None:
    index = build_index(parse_source(Source(DRAFT)))
    rules = load_rulebook().rules
    timed = {step.name: step for step in time_rules(rules, index)}
    assert all(step.seconds >= 0 for step in timed.values())
    assert {rule.name: list(timed[rule.name].findings) for rule in rules} == {
        rule.name: list(apply_rule(rule, index)) for rule in rules
    }
    assert timed["dangling-reference"].findings


def test_what_rules_share_is_told_by_itself() -> None:
    index = build_index(parse_source(Source(DRAFT)))
    names = [step.name for step in time_rules((), index)]
    assert "index: vocabulary" in names
    assert "index: governed dates" in names
