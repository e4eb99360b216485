"""Silencing: which findings of a draft are allowed, and which permissions allow nothing any more.

A permission stands in a comment of the draft or in an entry of the configuration. What is said of
those that are idle, that have no reason or cannot be understood, is said by rule pages like any
other finding.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from checker.findings import Finding, Permission
from checker.permissions import SilenceComment, SilenceEntry, Word
from checker.records import Record
from checker.sentences import alike, has_words, sentence_around
from checker.source import Source, Span


class Silencing(Record):
    """What is allowed in one draft, and what came of it.

    Attributes:
        source: the text.
        comments: the comments that allow something.
        entries: the entries of the configuration that are for this draft.
        shown: the findings that are not silenced.
        silenced: the others.
        names: the names of all rules.
        families: the names of all families.
        unsilenceable: the names of the rules about silences, which nothing silences.
        ran: the names of the rules that ran on the draft.
        starts: where the findings of each rule begin, in order.
        first: for each rule, the address of its first finding that is shown and has one.
        used: the entries that silence something.
    """

    source: Source
    comments: tuple[SilenceComment, ...]
    entries: tuple[SilenceEntry, ...]
    shown: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    names: tuple[str, ...]
    families: tuple[str, ...]
    unsilenceable: frozenset[str]
    ran: frozenset[str]
    starts: Mapping[str, Sequence[int]]
    first: Mapping[str, str]
    used: frozenset[SilenceEntry]

    def comment_at(self, offset: int) -> SilenceComment | None:
        """Return the comment that holds an offset of the source, or None."""
        place = bisect_right(self.comments, offset, key=lambda comment: comment.span.start)
        found = self.comments[place - 1] if place else None
        return found if found is not None and offset < found.span.end else None

    def is_idle(self, comment: SilenceComment, rule: Word) -> bool:
        """Whether a rule that ran found nothing where a comment allows it."""
        if rule.text not in self.ran or rule.text in self.unsilenceable:
            return False
        starts, scope = self.starts.get(rule.text, ()), comment.scope
        return scope is None or (bisect_left(starts, scope.start) == bisect_left(starts, scope.end))

    def is_idle_entry(self, entry: SilenceEntry) -> bool:
        """Whether a rule that ran found nothing that an entry of this draft alone allows."""
        alone = entry.is_of(self.source)
        return alone and entry.rule in self.ran and entry not in self.used

    @property
    def beginning(self) -> Span:
        """Return where the first line of the text stands that has words: the place of entries."""
        text = self.source.text
        start = len(text) - len(text.lstrip())
        line_end = self.source.position(start).line
        starts = self.source.line_starts
        end = starts[line_end] if line_end < len(starts) else len(text)
        return Span(start, start + len(text[start:end].rstrip()))


def silence_findings(
    source: Source,
    findings: Sequence[Finding],
    *,
    comments: Sequence[SilenceComment],
    entries: Iterable[SilenceEntry] = (),
    ran: Iterable[str],
    names: Sequence[str],
    families: Sequence[str],
    unsilenceable: Iterable[str],
) -> Silencing:
    """Part the findings of a draft into those that are shown and those that are allowed.

    Args:
        source: the text.
        findings: what was found, in order of position.
        comments: the comments of the draft that allow something, in order.
        entries: the entries of the configuration that are for this draft.
        ran: the names of the rules that ran.
        names: the names of all rules.
        families: the names of all families.
        unsilenceable: the names of the rules about silences.
    """
    entries = tuple(entries)
    allowed = _stretches(comments)
    by_entry = _silenced_by(entries, findings)
    reasons = {
        place: Permission(entry.reason, in_source=False)
        for entry, places in by_entry.items()
        for place in places
    }
    starts: dict[str, list[int]] = {}
    shown: list[Finding] = []
    silenced: list[Finding] = []
    for place, finding in enumerate(findings):
        starts.setdefault(finding.rule, []).append(finding.span.start)
        permission = _at(allowed.get(finding.rule, ()), finding.span.start) or reasons.get(place)
        if permission is None:
            shown.append(finding)
        else:
            silenced.append(finding.replaced(permission=permission))
    return Silencing(
        source=source,
        comments=tuple(comments),
        entries=entries,
        shown=tuple(shown),
        silenced=tuple(silenced),
        names=tuple(names),
        families=tuple(families),
        unsilenceable=frozenset(unsilenceable),
        ran=frozenset(ran),
        starts=starts,
        first={each.rule: each.address for each in reversed(shown) if each.address},
        used=frozenset(entry for entry, places in by_entry.items() if places),
    )


def _stretches(
    comments: Iterable[SilenceComment],
) -> dict[str, list[tuple[Span, Permission]]]:
    """Return where each rule is allowed, and why: stretches in order that do not overlap."""
    scopes: dict[str, list[tuple[Span, Permission]]] = {}
    for comment in comments:
        if comment.scope is not None and comment.is_understood:
            permission = Permission(comment.reason, in_source=True)
            for rule in comment.rules:
                scopes.setdefault(rule.text, []).append((comment.scope, permission))
    return {rule: _joined(stretches) for rule, stretches in scopes.items()}


def _joined(stretches: Sequence[tuple[Span, Permission]]) -> list[tuple[Span, Permission]]:
    """Join stretches that overlap; of those, the outer one gives the reason."""
    joined: list[tuple[Span, Permission]] = []
    for span, permission in sorted(stretches, key=lambda each: (each[0].start, -each[0].end)):
        if joined and span.start < joined[-1][0].end:
            last, reason = joined[-1]
            joined[-1] = (Span(last.start, max(last.end, span.end)), reason)
        else:
            joined.append((span, permission))
    return joined


def _at(stretches: Sequence[tuple[Span, Permission]], offset: int) -> Permission | None:
    """Return what allows a finding that begins at an offset, or None."""
    place = bisect_right(stretches, offset, key=lambda each: each[0].start)
    if place == 0 or offset >= stretches[place - 1][0].end:
        return None
    return stretches[place - 1][1]


def _silenced_by(
    entries: Sequence[SilenceEntry], findings: Sequence[Finding]
) -> dict[SilenceEntry, set[int]]:
    """Return which findings, by their place in the list, each entry silences.

    These are the findings that are about its words; where there is none, those whose sentence has
    them.
    """
    rules = {entry.rule for entry in entries}
    words = {
        place: (alike(finding.quote), alike(_sentence(finding)))
        for place, finding in enumerate(findings)
        if finding.rule in rules
    }
    found: dict[SilenceEntry, set[int]] = {}
    for entry in entries:
        quote = alike(entry.quote)
        own = [place for place in words if findings[place].rule == entry.rule]
        about = {place for place in own if has_words(words[place][0], quote)}
        found[entry] = about or {place for place in own if has_words(words[place][1], quote)}
    return found


def _sentence(finding: Finding) -> str:
    return sentence_around(finding.excerpt.text, finding.excerpt.start)
