"""The check ``required-clause``: what a draft must say, and where."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import groupby
from typing import Literal

from checker.checks.registry import Says, check
from checker.checks.searching import (
    FOUND,
    Part,
    Stretch,
    find_in_nodes,
    holding,
    paragraphs_of,
    parse_phrases,
    places_in,
    refuse_empty,
    values_of,
)
from checker.draft import Node
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.records import Record

_OPENING_WORDS = 3


class RequiredClause(Record):
    """Options of ``required-clause``.

    Attributes:
        phrases: the clause; any of them satisfies the rule.
        part: where the clause is looked for; "same-paragraph" is each paragraph of ``when``.
        position: which paragraph of the part the clause must stand in.
        opening: whether only a paragraph that begins with the clause counts.
        when: what calls for the clause; the rule is silent where none of it stands. It is looked
            for in the text of one paragraph or item at a time. Empty: always.
        when_part: where ``when`` is looked for.
        unless: phrases that exempt the paragraph in which ``when`` stands or, where ``when`` is
            empty, the whole draft.
        each: whether every place of ``when`` needs the clause in its own paragraph, rather than
            one of them; only with ``part = "same-paragraph"``.
        at: where a missing clause is reported: at the words of ``when``, at the opening words of
            the last operative paragraph, or at those of the first paragraph. None: at the words of
            ``when`` or, where there are none, at the first paragraph.
        report: which of the two cases is reported, "missing", "misplaced" or "both".
        info_for: patterns of the profiles in which a finding is only info: "*/thematic".
    """

    phrases: tuple[str, ...]
    part: Literal["preamble", "operative", "any", "same-paragraph"] = "any"
    position: Literal["first", "last", "any"] = "any"
    opening: bool = False
    when: tuple[str, ...] = ()
    when_part: Part = "any"
    unless: tuple[str, ...] = ()
    each: bool = False
    at: Literal["when", "last-operative", "first-paragraph"] | None = None
    report: Literal["missing", "misplaced", "both"] = "both"
    info_for: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read and options that do not go together."""
        parse_phrases(self.phrases + self.when + self.unless)
        refuse_empty("phrases", self.phrases)
        if not self.when and self.part == "same-paragraph":
            message = 'part = "same-paragraph" needs phrases under when'
            raise ValueError(message)
        if not self.when and self.at == "when" and self.report != "misplaced":
            message = 'at = "when" needs phrases under when'
            raise ValueError(message)
        if self.each and self.part != "same-paragraph":
            message = 'each needs part = "same-paragraph"'
            raise ValueError(message)


@check(
    "required-clause",
    says=Says({"missing": FOUND, "misplaced": (*FOUND, "place")}, roles=("place",)),
)
def required_clause(index: Index, options: RequiredClause) -> Iterator[Evidence]:
    """Say where the draft lacks a clause, or has it in the wrong place."""
    clause, unless = parse_phrases(options.phrases), parse_phrases(options.unless)
    paragraphs = () if options.part == "same-paragraph" else paragraphs_of(index, options.part)
    found = holding(index, paragraphs, clause, opening=options.opening)
    # Most drafts have their clauses, and what would call for them need not be looked for.
    if options.report == "missing" and any(found):
        return
    calls: list[tuple[Node, Stretch]] = []
    if options.when:
        calls = _calls(index, options)
        exempt = {id(node) for node in holding(index, _apart(calls), unless, opening=False)}
        calls = [call for call in calls if id(call[0]) not in exempt]
        if not calls:
            return
    elif any(holding(index, paragraphs_of(index, "any"), unless, opening=False)):
        return
    if options.part == "same-paragraph":
        yield from _without_clause(index, options, calls)
    elif paragraphs:
        yield from _faults(index, options, calls, list(found))


def _faults(
    index: Index,
    options: RequiredClause,
    calls: Sequence[tuple[Node, Stretch]],
    found: Sequence[Node],
) -> Iterator[Evidence]:
    """Say that a clause is nowhere, or that it is not where it must stand."""
    if not found:
        if options.report != "misplaced":
            yield from _missing(index, options, calls)
    elif options.report != "missing" and options.position != "any":
        paragraphs = paragraphs_of(index, options.part)
        in_order = paragraphs if options.position == "first" else paragraphs[::-1]
        # What holds no small letter, "== II ==", is a title that was not recognized as one.
        written = (node for node in in_order if _is_written(index, node))
        expected = next(written, None) or found[0 if options.position == "first" else -1]
        if expected not in found:
            yield _misplaced(index, options, found[0], expected)


def _is_written(index: Index, node: Node) -> bool:
    """Whether a paragraph holds a small letter, in itself or in anything under it."""
    start, end = index.stretch(node)
    return any(map(str.islower, index.text[start:end]))


def _apart(calls: Sequence[tuple[Node, Stretch]]) -> list[Node]:
    """Return the paragraphs of calls, each once; calls are in reading order."""
    return [node for node, _ in groupby(paragraph for paragraph, _ in calls)]


def _without_clause(
    index: Index, options: RequiredClause, calls: Sequence[tuple[Node, Stretch]]
) -> Iterator[Evidence]:
    """Say which paragraphs call for a clause and lack it."""
    clause = parse_phrases(options.phrases)
    found = holding(index, _apart(calls), clause, opening=options.opening)
    having = {id(node) for node in found}
    lacking = [call for call in calls if id(call[0]) not in having]
    if options.each:
        for call in lacking:
            yield from _missing(index, options, [call])
    elif len(lacking) == len(calls):
        yield from _missing(index, options, lacking)


def _missing(
    index: Index, options: RequiredClause, calls: Sequence[tuple[Node, Stretch]]
) -> Iterator[Evidence]:
    """Report a clause that is not there, at the words that call for it."""
    if options.at == "when" or (options.at is None and options.when):
        _, (start, end) = calls[0]
        span = index.span(start, end)
        phrase = index.text[start:end]
    else:
        paragraphs = (
            index.operative[-1:]
            if options.at == "last-operative"
            else paragraphs_of(index, "any")[:1]
        )
        if not paragraphs:
            return
        span = index.opening(paragraphs[0], _OPENING_WORDS)
        phrase = index.draft.reading.quote(span)
    values = values_of(index, phrase, span.start)
    absent = options.part != "same-paragraph"
    severity = _lowered(index, options)
    yield Evidence(span, "missing", values, severity=severity, absent=absent)


def _lowered(index: Index, options: RequiredClause) -> str | None:
    """Return "info" where the draft is of a kind that may do without the clause."""
    return "info" if any(fnmatchcase(index.profile, glob) for glob in options.info_for) else None


def _misplaced(index: Index, options: RequiredClause, node: Node, expected: Node) -> Evidence:
    """Report a clause in the wrong paragraph, with the right one as the other end."""
    places = places_in(index, node, parse_phrases(options.phrases), opening=options.opening)
    start, end = min(places)
    span = index.span(start, end)
    values = {**values_of(index, index.text[start:end], span.start), "place": expected.address}
    opening = index.opening(expected, _OPENING_WORDS)
    severity = _lowered(index, options)
    related = (Related("place", opening, values),)
    return Evidence(span, "misplaced", values, related, severity=severity)


def _calls(index: Index, options: RequiredClause) -> list[tuple[Node, Stretch]]:
    """Return what calls for the clause, with the paragraph that it stands in, in order."""
    paragraphs = paragraphs_of(index, options.when_part)
    homes = [(node, paragraph) for paragraph in paragraphs for node in paragraph.walk()]
    paragraph_of = {id(node): paragraph for node, paragraph in homes}
    nodes = [node for node, _ in homes if node.text]
    found = find_in_nodes(index, nodes, parse_phrases(options.when))
    return sorted(
        ((paragraph_of[id(node)], place) for node, place, _ in found), key=lambda call: call[1]
    )
