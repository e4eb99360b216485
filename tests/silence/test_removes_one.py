"""Silencing a finding removes it and nothing else: on every example of every rule page."""

from collections.abc import Iterator

import pytest

from checker.config import Settings, SilenceEntry
from checker.engine import check_source
from checker.findings import FileResult, Finding
from checker.rulebook import Rule, load_rulebook
from checker.rulebook.page import Example, read_page
from checker.silence import silence
from checker.source import Source

RULEBOOK = load_rulebook()
PATH = "drafts/talvania.md"


def examples() -> Iterator[tuple[Rule, Example]]:
    for rule in RULEBOOK.rules:
        if rule.family != "silences":
            for example in read_page(rule.page, rule.path, rule.name).flagged:
                yield rule, example


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name} {number}")
    for number, (rule, example) in enumerate(examples())
]


def _settings(rule: Rule, example: Example, *entries: SilenceEntry) -> Settings:
    return Settings(
        profile=example.profile,
        stage=example.stage,
        date=example.date,
        select=("acronyms", "cross-references", "structure", "silences", rule.name),
        silences=entries,
    )


def _checked(text: str, settings: Settings) -> FileResult:
    return silence(check_source(Source(text, PATH), RULEBOOK, settings), RULEBOOK, settings)


def _prints(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.fingerprint for finding in findings}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_comment_removes_what_its_rule_finds_there(rule: Rule, example: Example) -> None:
    settings = _settings(rule, example)
    plain = _checked(example.text, settings)
    for finding in (each for each in plain.findings if each.rule == rule.name):
        line = plain.source.line_starts[plain.source.position(finding.span.start).line - 1]
        comment = f"<!-- mandatelint: allow {rule.name}: as agreed -->\n"
        after = _checked(example.text[:line] + comment + example.text[line:], settings)
        assert finding.fingerprint in _prints(after.silenced)
        assert {each.rule for each in after.silenced} == {rule.name}
        assert _prints((*after.findings, *after.silenced)) == _prints(plain.findings)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_entry_removes_what_is_about_its_words(rule: Rule, example: Example) -> None:
    plain = _checked(example.text, _settings(rule, example))
    for finding in (each for each in plain.findings if each.rule == rule.name):
        entry = SilenceEntry(rule.name, finding.quote, "as agreed", path=PATH)
        after = _checked(example.text, _settings(rule, example, entry))
        assert finding.fingerprint in _prints(after.silenced)
        assert {(each.rule, each.quote) for each in after.silenced} >= {(rule.name, finding.quote)}
        assert {each.rule for each in after.silenced} == {rule.name}
        assert _prints((*after.findings, *after.silenced)) == _prints(plain.findings)
