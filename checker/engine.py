"""Checking one draft: parse it, index it, run the rules on it."""

from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter

from checker.config import Settings, chosen_rules
from checker.draft import Draft
from checker.findings import CheckCrashed, FileResult, Finding
from checker.fingerprints import told_apart
from checker.index import Index, build_index
from checker.memory import Memory
from checker.parsing import parse_source
from checker.rulebook import Rule, Rulebook, RulebookError
from checker.rulebook.applying import apply_rule, can_tell, time_rules
from checker.rulebook.wording import WordingError
from checker.source import Source


def check_source(source: Source, rulebook: Rulebook, settings: Settings) -> FileResult:
    """Return what the rules find in a text; a text that is no draft has no findings.

    Nothing is silenced yet: see :func:`checker.silence.silence`.

    Raises:
        CheckCrashed: a check failed.
        RulebookError: a rule page has no words for what its check found.
        UnknownRuleError: a name in the settings is that of no rule and no family.
    """
    return check_draft(parse_source(source), rulebook, settings, Memory())


def check_draft(draft: Draft, rulebook: Rulebook, settings: Settings, memory: Memory) -> FileResult:
    """Return what the rules find in a draft that is parsed already.

    Args:
        draft: the parsed draft.
        rulebook: the rules.
        settings: which of them run, and how the draft is understood.
        memory: what is remembered of the words of a check before; the result is the same whatever
            it holds.

    Raises:
        CheckCrashed: a check failed.
        RulebookError: a rule page has no words for what its check found.
        UnknownRuleError: a name in the settings is that of no rule and no family.
    """
    index = build_index(
        draft,
        profile=settings.profile,
        stage=settings.stage,
        date=settings.date,
        memory=memory,
    )
    rules = chosen_rules(rulebook, settings, index.profile)
    found = _found(rules, index) if index.is_draft else ()
    shown = [finding for finding in found if settings.shows(finding.rule, finding.pedantic)]
    findings = _most_specific(shown, rules)
    return FileResult(
        source=draft.source,
        findings=told_apart(sorted(findings, key=position)),
        profile=index.profile,
        profile_reason=index.profile_reason,
        stage=index.stage,
        stage_reason=index.stage_reason,
        date=index.date,
        is_draft=index.is_draft,
        looked=index.looked,
        ran=tuple(_told(rules, index)) if index.is_draft else (),
        silences=index.silences,
    )


def _told(rules: Iterable[Rule], index: Index) -> Iterator[str]:
    """Yield the names of the rules that ran and could tell something."""
    for rule in rules:
        try:
            if can_tell(rule, index):
                yield rule.name
        except LookupError as error:
            raise CheckCrashed(rule.name, index.draft.source.path) from error


def time_source(
    source: Source, rulebook: Rulebook, settings: Settings
) -> Iterator[tuple[str, float]]:
    """Check a text and yield how long each stage and each rule takes, in seconds on the clock.

    The first draft of a process takes longer, as much is loaded and compiled for it.
    """
    begin = perf_counter()
    draft = parse_source(source)
    yield "parse", perf_counter() - begin
    begin = perf_counter()
    index = build_index(draft, profile=settings.profile, stage=settings.stage, date=settings.date)
    rules = chosen_rules(rulebook, settings, index.profile)
    yield "index", perf_counter() - begin
    if index.is_draft:
        for timed in time_rules(rules, index):
            yield timed.name, timed.seconds


def _found(rules: Iterable[Rule], index: Index) -> Iterator[Finding]:
    for rule in rules:
        try:
            yield from apply_rule(rule, index)
        except WordingError as error:
            raise RulebookError(rule.path, None, str(error)) from error
        except Exception as error:
            raise CheckCrashed(rule.name, index.draft.source.path) from error


def _most_specific(findings: Sequence[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """Leave out what a more specific rule says of the same words: one fault, one finding."""
    told = {(finding.rule, finding.span) for finding in findings}
    unless = {rule.name: rule.unless for rule in rules}
    return [
        finding
        for finding in findings
        if not any((other, finding.span) in told for other in unless[finding.rule])
    ]


def position(finding: Finding) -> tuple[int, int, str, str]:
    """Return what findings are sorted by: place, rule, message."""
    return finding.span.start, finding.span.end, finding.rule, finding.message
