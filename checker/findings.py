"""Findings: evidence with its rule, its words and its severity, ready to be shown.

Also what a run over files gives back: one :class:`FileResult` per draft, one :class:`FileError`
per input that could not be read, and the sums.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from checker.draft import Draft
from checker.evidence import Edit, Safety
from checker.index.looked import Looked
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


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """The other end of a finding, in words and as a place."""

    message: str
    address: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class FindingFix:
    """A way to mend a finding: a title and edits that belong together."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
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
        related: the other ends.
        fix: how to mend it, or None.
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
    related: tuple[RelatedPlace, ...] = ()
    fix: FindingFix | None = None


@dataclass(frozen=True, slots=True)
class FileResult:
    """The findings of one draft, in order of position and rule, and how it was understood.

    Attributes:
        draft: the text that was linted, as parsed.
        findings: what was found.
        profile: the kind of text, for example ``security-council/mandate``.
        profile_reason: why it was taken for that, in a few words.
        stage: ``negotiation`` or ``final``.
        stage_reason: why.
        date: the day of the draft, or None where nothing gives it.
        is_draft: False for a text that is no draft at all; no rule ran on it.
        looked: counts of what was checked.
    """

    draft: Draft
    findings: tuple[Finding, ...]
    profile: str
    profile_reason: str
    stage: str
    stage_reason: str
    date: datetime.date | None
    is_draft: bool = True
    looked: Looked = field(default_factory=Looked)

    @property
    def source(self) -> Source:
        """The text that was linted."""
        return self.draft.source

    @property
    def path(self) -> str:
        """The path under which the draft is reported."""
        return self.source.path

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class FileError:
    """An input that could not be read: one sentence that says where and what to do."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run: drafts and unreadable inputs, each in the order given."""

    files: tuple[FileResult, ...]
    errors: tuple[FileError, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings of all files have this severity."""
        return sum(file.count(severity) for file in self.files)

    @property
    def fixable(self) -> int:
        """How many findings carry a fix."""
        return sum(finding.fix is not None for file in self.files for finding in file.findings)
