"""A linter with rules of one word each, so that a test says all that happens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checker.evidence import Edit, Safety
from checker.findings import Excerpt, FileResult, Finding, FindingFix, Severity
from checker.fixing import Lint
from checker.source import Source, Span


@dataclass(frozen=True)
class WordRule:
    """Find a word; mend it by writing another, or by writing the one before or after it anew."""

    instead: str | None = None
    safety: Safety = Safety.SAFE
    severity: Severity = Severity.WARNING
    wider: int = 0


def house(rules: Mapping[str, WordRule], *, stages: Mapping[str, str] | None = None) -> Lint:
    """Return a linter; ``stages`` gives the stage of a text in which a word stands."""

    def lint(source: Source) -> FileResult:
        findings = [
            _finding(word, rule, match.start(), match.end(), source)
            for word, rule in rules.items()
            for match in re.finditer(rf"\b{word}\b", source.text)
        ]
        stage = next((one for word, one in (stages or {}).items() if word in source.text), "final")
        findings.sort(key=lambda finding: finding.span)
        return FileResult(source, tuple(findings), "unknown", "", stage, "", None)

    return lint


def _finding(word: str, rule: WordRule, start: int, end: int, source: Source) -> Finding:
    fix = None
    if rule.instead is not None:
        edit = Edit(Span(start - rule.wider, end + rule.wider), rule.instead)
        fix = FindingFix(f"write {rule.instead}", rule.safety, (edit,))
    return Finding(
        rule=word,
        family="words",
        severity=rule.severity,
        pedantic=False,
        message=f"{word} stands here",
        help=None,
        address=None,
        span=Span(start, end),
        parts=(Span(start, end),),
        quote=word,
        excerpt=Excerpt(source.text, start, end),
        fix=fix,
    )
