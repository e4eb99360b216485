"""Applying a rule to a draft or its silences: what its check finds, in the words of its page."""

from collections.abc import Iterable, Iterator, Mapping
from time import perf_counter
from typing import TYPE_CHECKING

from checker.checks import Check, find_check
from checker.draft import Draft
from checker.evidence import Evidence
from checker.excerpts import Excerpts, line_excerpt
from checker.findings import Finding, FindingFix, RelatedPlace, Severity
from checker.fingerprints import fingerprint, fingerprint_of
from checker.index import SHARED, Index
from checker.records import Record
from checker.rulebook.rule import Rule, text_for
from checker.rulebook.wording import WordingError, fill, missing_values
from checker.sentences import alike
from checker.source import Span

if TYPE_CHECKING:
    from checker.silencing import Silencing


def apply_rule(rule: Rule, index: Index) -> Iterator[Finding]:
    """Yield what a rule finds in a draft, in the order of its check; of silences it says nothing.

    Raises:
        LookupError: the rule's check is not installed any more.
        WordingError: the page asks for a value, or the check for a case, that is not there.
        ValueError: the check found a place without words.
    """
    check = _check(rule)
    if check.of_silences:
        return
    excerpts = Excerpts(index.draft)
    for evidence in check.run(index, rule.options):
        yield _finding(rule, index, evidence, excerpts)


class Timed(Record):
    """How long one step of checking a draft took.

    Attributes:
        name: the name of a rule, or "index: " and what of the index several rules share.
        seconds: the time on the clock.
        findings: what the rule found.
    """

    name: str
    seconds: float
    findings: tuple[Finding, ...] = ()


def time_rules(rules: Iterable[Rule], index: Index) -> Iterator[Timed]:
    """Apply rules to a draft and yield how long each took.

    What the rules share is worked out before them and told by itself, or the first rule that needs
    it would seem the slow one.

    Raises:
        LookupError: a rule's check is not installed any more.
        WordingError: a page asks for a value, or a check for a case, that is not there.
        ValueError: a check found a place without words.
    """
    for name in SHARED:
        begin = perf_counter()
        getattr(index, name)
        yield Timed(f"index: {name.replace('_', ' ')}", perf_counter() - begin)
    for rule in rules:
        begin = perf_counter()
        findings = tuple(apply_rule(rule, index))
        yield Timed(rule.name, perf_counter() - begin, findings)


def apply_silence_rule(rule: Rule, silencing: "Silencing", stage: str) -> Iterator[Finding]:
    """Yield what a rule finds among the silences of a draft; of the draft itself it says nothing.

    Raises:
        LookupError: the rule's check is not installed any more.
        WordingError: the page asks for a value, or the check for a case, that is not there.
    """
    check = _check(rule)
    if not check.of_silences:
        return
    source = silencing.source
    for evidence in check.run(silencing, rule.options):
        span = evidence.span
        comment = silencing.comment_at(span.start)
        quote = " ".join(source.slice(span).split())
        words = alike(source.slice(comment.span) if comment else str(dict(evidence.values)))
        yield Finding(
            rule=rule.name,
            family=rule.family,
            severity=_severity(rule.severities[stage], evidence.severity),
            pedantic=rule.pedantic or evidence.pedantic,
            message=_message(rule, evidence),
            help=_help(rule, evidence),
            address=comment.address if comment else None,
            span=span,
            parts=(span,),
            quote=quote,
            excerpt=line_excerpt(source, span),
            fingerprint=fingerprint(rule.name, words, alike(quote)),
        )


def is_of_silences(rule: Rule) -> bool:
    """Whether a rule is about silences, so that nothing silences it.

    Raises:
        LookupError: the rule's check is not installed any more.
    """
    return _check(rule).of_silences


def can_tell(rule: Rule, index: Index) -> bool:
    """Whether a draft has what a rule needs; where not, its silence means nothing.

    Raises:
        LookupError: the rule's check is not installed any more.
    """
    return _check(rule).can_tell(index)


def _check(rule: Rule) -> Check:
    check = find_check(rule.check)
    if check is None:
        message = f'there is no check "{rule.check}"'
        raise LookupError(message)
    return check


def _message(rule: Rule, evidence: Evidence) -> str:
    sentence = text_for(rule.messages, evidence.case)
    if sentence is None:
        message = f'{rule.name} has no message for the case "{evidence.case}"'
        raise WordingError(message)
    return fill(sentence, evidence.values)


def _finding(
    rule: Rule,
    index: Index,
    evidence: Evidence,
    excerpts: Excerpts,
) -> Finding:
    span = evidence.span
    if span.start >= span.end:
        message = f"{rule.name} found a place without words at offset {span.start}"
        raise ValueError(message)
    return Finding(
        rule=rule.name,
        family=rule.family,
        severity=_severity(rule.severities[index.stage], evidence.severity),
        pedantic=rule.pedantic or evidence.pedantic,
        message=_message(rule, evidence),
        help=_help(rule, evidence),
        address=index.address(span),
        span=span,
        parts=_pieces(index, span),
        quote=_quote(index.draft, span),
        excerpt=excerpts.around(span),
        related=tuple(_related(rule, index, evidence, excerpts)),
        fix=_fix(rule, evidence),
        fingerprint=fingerprint_of(rule.name, evidence, index),
    )


def _quote(draft: Draft, span: Span) -> str:
    """Return the words of a span as read; a number or a letter is read with no words."""
    return draft.reading.quote(span) or " ".join(draft.source.slice(span).split())


def _severity(severity: Severity, lowered: str | None) -> Severity:
    """Return the severity of one finding: a check may lower it, never raise it."""
    if lowered is None:
        return severity
    return max(severity, Severity(lowered), key=lambda one: one.rank)


def _help(rule: Rule, evidence: Evidence) -> str | None:
    text = text_for(rule.helps, evidence.case)
    if text is None or missing_values(text, evidence.values):
        return None
    return fill(text, evidence.values)


def _related(
    rule: Rule, index: Index, evidence: Evidence, excerpts: Excerpts
) -> Iterator[RelatedPlace]:
    for place in evidence.related:
        if (text := rule.related.get(place.role)) is not None:
            values: Mapping[str, str | int] = {**evidence.values, **place.values}
            address, excerpt = index.address(place.span), excerpts.around(place.span)
            yield RelatedPlace(fill(text, values), address, place.span, excerpt)


def _fix(rule: Rule, evidence: Evidence) -> FindingFix | None:
    title = text_for(rule.fixes, evidence.case)
    if title is None or evidence.fix is None:
        return None
    fix = evidence.fix
    return FindingFix(fill(title, evidence.values), fix.safety, fix.edits)


def _pieces(index: Index, span: Span) -> tuple[Span, ...]:
    """Return the pieces of a span that are read, without what a page break put between them."""
    found: list[Span] = []
    for piece in index.draft.read_within(span):
        joined = found and found[-1].end == piece.start
        found.append(Span(found.pop().start, piece.end) if joined else piece)
    trimmed = (_trimmed(index.draft.source.text, piece) for piece in found)
    return tuple(piece for piece in trimmed if piece.start < piece.end) or (span,)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
