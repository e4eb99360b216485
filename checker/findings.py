"""Findings: evidence with its rule, its words and its severity, ready to be shown.

Also what a run over files gives back: one :class:`FileResult` per draft, and one
:class:`FileError` per input that something went wrong with.
"""

import datetime
from enum import StrEnum

from checker.evidence import Edit, Safety
from checker.looked import Looked
from checker.permissions import SilenceComment
from checker.records import Record
from checker.source import Source, Span


class Severity(StrEnum):
    """How much a finding matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest severity, counting up."""
        return list(Severity).index(self)

    def reaches(self, level: "Severity") -> bool:
        """Whether this severity is at or above a failing level."""
        return self.rank <= level.rank


class Excerpt(Record):
    """The words around a place, as a person sees them, and the stretch to mark; in code points.

    Attributes:
        text: the element in which the place stands, with its label, as read; or a line of the
            source.
        start: where the marked stretch begins.
        end: where it ends; it is not empty.
        opening: where the words begin, after the label.
    """

    text: str
    start: int
    end: int
    opening: int = 0


class RelatedPlace(Record):
    """The other end of a finding, in words and as a place."""

    message: str
    address: str | None
    span: Span
    excerpt: Excerpt


class FindingFix(Record):
    """A way to mend a finding: a title and edits that belong together."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


class Permission(Record):
    """What silences a finding: its reason, and whether the draft gives it or the configuration."""

    reason: str
    in_source: bool


class Finding(Record):
    """One fault in one draft.

    Attributes:
        rule: name of the rule, for example ``dangling-reference``.
        family: folder of its page, for example ``cross-references``.
        severity: the effective severity, after stage and configuration.
        pedantic: whether it is shown only when asked for.
        message: one plain sentence, lower case, no full stop.
        help: the way out in words, or None.
        address: where a person finds it ("OP 41"), or None outside every paragraph.
        span: the words it is about, as a hull where a page cut them.
        parts: the pieces of the span, without the furniture between them.
        quote: the words as read.
        excerpt: the element in which they stand, to be shown.
        related: the other ends.
        fix: how to mend it, or None.
        fingerprint: tells it apart from all others of its draft, and stays the same when
            paragraphs are inserted, lines wrapped anew or pages numbered: 16 hexadecimal digits.
        permission: what silences it, or None.
    """

    rule: str
    family: str
    severity: Severity
    pedantic: bool
    message: str
    help: str | None
    address: str | None
    span: Span
    parts: tuple[Span, ...]
    quote: str
    excerpt: Excerpt
    related: tuple[RelatedPlace, ...] = ()
    fix: FindingFix | None = None
    fingerprint: str = ""
    permission: Permission | None = None


class FileResult(Record):
    """The findings of one draft, in order of position and rule, and how it was understood.

    It does not hold the tree, so that it can be stored, sent and shown for itself.

    Attributes:
        source: the text that was linted.
        findings: what was found and is to be shown.
        profile: the kind of text, for example ``security-council/mandate``.
        profile_reason: why it was taken for that, in a few words.
        stage: ``negotiation`` or ``final``.
        stage_reason: why.
        date: the day of the draft, or None where nothing gives it.
        is_draft: False for a text that is no draft at all; no rule ran on it.
        looked: counts of what was checked.
        silenced: what was found and silenced.
        baselined: what was found and is recorded in a baseline.
        gone: how many findings that the baseline records are there no more.
        ran: the names of the rules that ran and could tell something: without a date or without
            numbers of paragraphs some cannot.
        silences: the comments of the draft that allow what a rule would find.
    """

    source: Source
    findings: tuple[Finding, ...]
    profile: str
    profile_reason: str
    stage: str
    stage_reason: str
    date: datetime.date | None
    is_draft: bool = True
    looked: Looked = Looked()
    silenced: tuple[Finding, ...] = ()
    baselined: tuple[Finding, ...] = ()
    gone: int = 0
    ran: tuple[str, ...] = ()
    silences: tuple[SilenceComment, ...] = ()

    @property
    def path(self) -> str:
        """The path under which the draft is reported."""
        return self.source.path

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)


class FileError(Record):
    """An input that something kept from being checked or fixed.

    Attributes:
        path: the input.
        message: one sentence that says where and what to do.
        what: what it is counted as in the sums.
    """

    path: str
    message: str
    what: str = "unreadable"


class CheckCrashed(Exception):  # noqa: N818 -- it says what happened to a check, not to an input
    """A check of ours failed on a draft; the reason is the exception's cause.

    Attributes:
        rule: the rule whose check it was.
        path: the draft.
    """

    def __init__(self, rule: str, path: str) -> None:
        """Keep both for the report."""
        super().__init__(rule, path)
        self.rule = rule
        self.path = path

    def __str__(self) -> str:
        """Write it as one sentence."""
        return f'the rule "{self.rule}" failed on {self.path}'
