"""Fixes are made in rounds; what spoils something is left out, and all else is done."""

from collections.abc import Mapping

import pytest

from checker.evidence import Edit, Safety
from checker.findings import FileResult, Severity
from checker.fixing import Fixed, fix_source
from checker.source import Source, Span
from tests.fixing.house import WordRule, house

UNSAFE = Safety.UNSAFE
ERROR = Severity.ERROR


def fix(text: str, rules: Mapping[str, WordRule], *, unsafe: bool = True) -> Fixed:
    return fix_source(Source(text), house(rules), unsafe=unsafe)


def test_a_text_without_fixes_stays() -> None:
    fixed = fix("one two", {"two": WordRule()})
    assert not fixed.changed
    assert [finding.rule for finding in fixed.result.findings] == ["two"]


def test_all_fixes_of_a_text_are_made() -> None:
    fixed = fix("one two one", {"one": WordRule("1"), "two": WordRule("2")})
    assert fixed.result.source.text == "1 2 1"
    assert [finding.rule for finding in fixed.applied] == ["one", "two", "one"]
    assert fixed.result.findings == ()


def test_unsafe_fixes_are_made_only_on_demand() -> None:
    rules = {"one": WordRule("1"), "two": WordRule("2", UNSAFE)}
    assert fix("one two", rules, unsafe=False).result.source.text == "1 two"
    assert fix("one two", rules, unsafe=True).result.source.text == "1 2"


def test_of_two_fixes_of_one_place_the_first_is_made_and_the_other_waits() -> None:
    rules = {"one": WordRule("[1]", wider=1), "two": WordRule("[2]", wider=1)}
    fixed = fix("- one two  -", rules)
    assert fixed.result.source.text == "-[1[2] -"
    assert [finding.rule for finding in fixed.applied] == ["one", "two"]


def test_what_a_fix_brings_is_fixed_in_its_turn() -> None:
    rules = {"one": WordRule("two", UNSAFE), "two": WordRule("three")}
    fixed = fix("one", rules)
    assert fixed.result.source.text == "three"


def test_a_fix_that_brings_a_new_error_is_refused_alone() -> None:
    rules = {
        "one": WordRule("1", UNSAFE),
        "two": WordRule("bad", UNSAFE),
        "three": WordRule("3", UNSAFE),
        "bad": WordRule(severity=ERROR),
    }
    fixed = fix("one two three one two", rules)
    assert fixed.result.source.text == "1 two 3 1 two"
    assert [refusal.finding.rule for refusal in fixed.refused] == ["two", "two"]
    assert fixed.refused[0].reason == "it would bring the error bad: bad stands here"


def test_an_error_that_was_there_before_keeps_no_fix_from_being_made() -> None:
    rules = {"one": WordRule("eleven", UNSAFE), "bad": WordRule(severity=ERROR)}
    assert fix("one bad one", rules).result.source.text == "eleven bad eleven"


@pytest.mark.parametrize(("safety", "text"), [(Safety.SAFE, "two"), (UNSAFE, "odd")])
def test_a_safe_fix_brings_no_finding_at_all(safety: Safety, text: str) -> None:
    rules = {"two": WordRule("odd", safety), "odd": WordRule(severity=Severity.INFO)}
    assert fix("two", rules).result.source.text == text


def test_a_fix_that_mends_nothing_is_refused() -> None:
    fixed = fix("one", {"one": WordRule("one more")})
    assert not fixed.changed
    assert [refusal.reason for refusal in fixed.refused] == ["what was found would still be there"]


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    fixed = fix("one", {"one": WordRule("two", UNSAFE), "two": WordRule("one", UNSAFE)})
    assert fixed.result.source.text == "two"
    assert [refusal.reason for refusal in fixed.refused] == ["it would undo itself or another fix"]


def test_a_fix_that_hides_the_draft_from_its_rules_is_refused() -> None:
    lint = house({"one": WordRule("1", UNSAFE)}, stages={"one": "negotiation"})
    fixed = fix_source(Source("one"), lint, unsafe=True)
    assert not fixed.changed
    assert fixed.refused[0].reason == (
        "the text would be no draft any more, or one of another stage or date"
    )


def test_fixes_in_doubt_are_tried_one_by_one_only_up_to_a_bound() -> None:
    tried = 0
    lint = house({"two": WordRule("bad", UNSAFE), "bad": WordRule(severity=ERROR)})

    def counting(source: Source) -> FileResult:
        nonlocal tried
        tried += 1
        return lint(source)

    text = "two " * 500
    fixed = fix_source(Source(text), counting, unsafe=True)
    assert fixed.result.source.text == text
    assert len(fixed.refused) == 500
    assert tried < 500


def test_a_refused_fix_gives_way_to_another_of_the_same_place() -> None:
    rules = {
        "one": WordRule("(bad)", UNSAFE, wider=1),
        "two": WordRule("2", UNSAFE),
        "bad": WordRule(severity=ERROR),
    }
    assert fix(" one two", rules).result.source.text == " one 2"


def test_edits_reach_no_further_than_their_spans() -> None:
    fixed = fix("a one b", {"one": WordRule("1")})
    [finding] = fixed.applied
    assert finding.fix is not None
    assert finding.fix.edits == (Edit(Span(2, 5), "1"),)
    assert fixed.before.source.text == "a one b"


def test_a_fix_whose_edits_overlap_is_refused_alone() -> None:
    lint = house({"one": WordRule("1"), "two": WordRule("2")})

    def broken(source: Source) -> FileResult:
        result = lint(source)
        findings = (
            each.replaced(fix=each.fix.replaced(edits=each.fix.edits * 2))
            if each.fix and each.rule == "one"
            else each
            for each in result.findings
        )
        return result.replaced(findings=tuple(findings))

    fixed = fix_source(Source("one two"), broken, unsafe=False)
    assert fixed.result.source.text == "one 2"
    assert [refusal.reason for refusal in fixed.refused] == ["its own edits do not go together"]
