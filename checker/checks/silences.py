"""The family silences: permissions without a reason, without a use, or that nobody understands.

These checks do not read the draft but what came of the silences in it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.checks.registry import silence_check
from checker.evidence import Evidence
from checker.permissions import KEYWORDS, PROGRAM, SilenceComment, SilenceEntry, Word
from checker.sentences import alike, has_words

if TYPE_CHECKING:
    from checker.silencing import Silencing

_CONFIGURATION = "the configuration"


@silence_check("unknown-silence")
def unknown_silence(silencing: "Silencing") -> Iterator[Evidence]:
    """Say where a comment is addressed to mandatelint and cannot be understood."""
    for comment in silencing.comments:
        if comment.program.text.lower() != PROGRAM:
            values = {"word": comment.program.text, "nearest": PROGRAM}
            yield Evidence(comment.program.span, "program", values)
        elif not comment.closed:
            yield Evidence(comment.span, "unclosed")
        elif comment.keyword.text not in KEYWORDS:
            yield _unknown(comment.keyword, "keyword", KEYWORDS)
        elif not comment.rules:
            yield Evidence(comment.span, "no-rule", {"keyword": comment.keyword.text})
        else:
            for rule in comment.rules:
                yield from _unknown_rule(silencing, rule)


def _unknown_rule(silencing: "Silencing", rule: Word) -> Iterator[Evidence]:
    if rule.text in silencing.unsilenceable:
        yield Evidence(rule.span, "silence", {"word": rule.text})
    elif rule.text in silencing.names:
        return
    elif rule.text in silencing.families:
        yield Evidence(rule.span, "family", {"word": rule.text})
    elif (first := rule.text.split()[0]) in silencing.names and first != rule.text:
        yield Evidence(rule.span, "colon", {"word": first})
    else:
        yield _unknown(rule, "rule", silencing.names)


def _unknown(word: Word, case: str, known: tuple[str, ...]) -> Evidence:
    from difflib import get_close_matches  # noqa: PLC0415 -- only mistakes need it

    nearest = get_close_matches(word.text, known, n=1)
    values = {"word": word.text, **({"nearest": nearest[0]} if nearest else {})}
    return Evidence(word.span, case if word.text else "no-keyword", values)


@silence_check("silence-without-reason")
def silence_without_reason(silencing: "Silencing") -> Iterator[Evidence]:
    """Say where something is allowed and nobody can tell why."""
    for comment in silencing.comments:
        if comment.is_understood and comment.rules and not comment.reason:
            rules = ", ".join(rule.text for rule in comment.rules)
            yield Evidence(
                comment.span, "comment", {"rules": rules, "keyword": comment.keyword.text}
            )
    for entry in silencing.entries:
        if not entry.reason.strip() and entry in silencing.used:
            yield Evidence(silencing.beginning, "entry", _values(entry))


@silence_check("unused-silence")
def unused_silence(silencing: "Silencing") -> Iterator[Evidence]:
    """Say where a rule is allowed that finds nothing there."""
    for comment in silencing.comments:
        if comment.is_understood:
            for rule in comment.rules:
                if silencing.is_idle(comment, rule):
                    yield _idle(silencing, comment, rule)
    text = ""
    for entry in silencing.entries:
        if silencing.is_idle_entry(entry):
            text = text or alike(silencing.source.text)
            there = has_words(text, alike(entry.quote))
            yield Evidence(silencing.beginning, "entry" if there else "stale", _values(entry))


def _idle(silencing: "Silencing", comment: SilenceComment, rule: Word) -> Evidence:
    values = {"rule": rule.text}
    if comment.scope is None:
        return Evidence(rule.span, "nothing", values)
    if rule.text in silencing.first:
        values["elsewhere"] = silencing.first[rule.text]
    if comment.address is None:
        return Evidence(rule.span, "file", values)
    return Evidence(rule.span, "paragraph", {**values, "address": comment.address})


def _values(entry: SilenceEntry) -> dict[str, str | int]:
    return {
        "rule": entry.rule,
        "words": " ".join(entry.quote.split()),
        "entry": entry.place or _CONFIGURATION,
    }
