"""One draft goes in, its findings come out."""

from collections.abc import Callable, Iterator

import pytest

from checker.cache.plugins import Plugin
from checker.checks import CheckError, find_check, registry
from checker.checks.registry import Check
from checker.config import Settings
from checker.engine import check_source
from checker.evidence import Evidence, Related
from checker.findings import CheckCrashed, Finding, Severity
from checker.index import Index
from checker.rulebook import Rule, Rulebook, RulebookError
from checker.source import Source, Span

DRAFT = "1. Decides that UNSMTA shall have a robust\nposture, and a robust mandate;\n"


@pytest.fixture
def rule(page: str, house: Callable[..., Rule]) -> Rule:
    return house(page)


def findings(rule: Rule, text: str = DRAFT, stage: str | None = None) -> tuple[Finding, ...]:
    return check_source(Source(text), Rulebook((rule,)), Settings(stage=stage)).findings


def test_a_finding_has_words_and_a_place(rule: Rule) -> None:
    first, second = findings(rule)
    assert first.message == '"robust posture" has no settled meaning'
    assert (first.address, first.quote, first.help) == ("OP 1", "robust posture", "name the task")
    assert DRAFT[first.span.start : first.span.end] == "robust\nposture"
    assert first.span < second.span


def test_a_text_that_is_no_draft_has_no_findings(rule: Rule) -> None:
    result = check_source(Source("A robust mandate.\n"), Rulebook((rule,)), Settings())
    assert (result.is_draft, result.findings) == (False, ())


def test_the_severity_is_that_of_the_stage(rule: Rule) -> None:
    lower = {"final": Severity.ERROR, "negotiation": Severity.INFO}
    rule = rule.replaced(severities=lower)
    assert {found.severity for found in findings(rule, stage="final")} == {Severity.ERROR}
    assert {found.severity for found in findings(rule, stage="negotiation")} == {Severity.INFO}


def test_a_help_without_its_values_is_left_out(rule: Rule) -> None:
    rule = rule.replaced(helps={"": "did you mean {nearest}?"})
    assert {found.help for found in findings(rule)} == {None}


def test_a_finding_across_a_page_break_has_pieces(rule: Rule) -> None:
    text = "1. Decides that UNSMTA shall have a robust\n\n26-08606 3/17\n\nposture in Talvania;\n"
    [finding] = findings(rule, text)
    assert [text[part.start : part.end] for part in finding.parts] == ["robust", "posture"]
    assert finding.quote == "robust posture"


def fake(monkeypatch: pytest.MonkeyPatch, function: Callable[..., Iterator[Evidence]]) -> None:
    monkeypatch.setitem(registry._CHECKS, "fake", Check("fake", function, None))  # noqa: SLF001


def test_a_check_that_fails_is_named(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, lambda _: iter([Evidence(Span(3, 3), values={"phrase": "x"})]))
    with pytest.raises(CheckCrashed, match="vague-posture") as crashed:
        findings(rule.replaced(check="fake"))
    assert isinstance(crashed.value.__cause__, ValueError)


@pytest.mark.parametrize(
    "evidence",
    [Evidence(Span(3, 9)), Evidence(Span(3, 9), case="odd", values={"phrase": "x"})],
    ids=["no value", "no message for the case"],
)
def test_a_page_without_words_for_a_finding_is_at_fault(
    evidence: Evidence, rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(monkeypatch, lambda _: iter([evidence]))
    messages = {"even": "x"} if evidence.case else rule.messages
    with pytest.raises(RulebookError, match=r"vague-posture\.md"):
        findings(rule.replaced(check="fake", messages=messages))


def test_a_check_may_lower_a_severity_but_not_raise_it(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    def function(_: Index) -> Iterator[Evidence]:
        for severity in ("info", "error"):
            yield Evidence(Span(3, 9), values={"phrase": severity}, severity=severity)

    fake(monkeypatch, function)
    found = findings(rule.replaced(check="fake"))
    assert sorted(finding.severity for finding in found) == [Severity.INFO, Severity.WARNING]


def test_other_ends_are_shown_where_the_page_has_words_for_them(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = (Related("other", Span(11, 15), {"place": "here"}), Related("unsaid", Span(3, 9)))
    fake(monkeypatch, lambda _: iter([Evidence(Span(3, 9), "", {"phrase": "x"}, ends)]))
    related = {"other": "{phrase} is also {place}"}
    [finding] = findings(rule.replaced(check="fake", related=related))
    assert [place.message for place in finding.related] == ["x is also here"]


def test_a_broken_plug_in_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Plugin("ours", "no_such_module_of_ours", "ours 1")
    monkeypatch.setattr(registry, "installed_plugins", lambda: (broken,))
    registry.load_plugins.cache_clear()
    with pytest.raises(CheckError, match=r'the plug-in "ours" .* cannot be loaded'):
        find_check("no-such-check")
    registry.load_plugins.cache_clear()
