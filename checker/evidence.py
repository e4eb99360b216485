"""What a check found, before any words are put to it.

A check yields :class:`Evidence`; the engine joins it with the texts of its rule page and makes a
:class:`checker.findings.Finding` of it. Evidence holds spans of the source and values, never
sentences.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from checker.records import Record
from checker.source import Span

_NO_VALUES: Mapping[str, str | int] = MappingProxyType({})


class Safety(StrEnum):
    """Whether an edit can change what the draft means."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(Record):
    """Replace the text of a span; an empty span inserts before its start."""

    span: Span
    text: str


class Fix(Record):
    """Edits that belong together: all are applied or none."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE


class Related(Record):
    """The other end of a finding: its role names the message of the rule page."""

    role: str
    span: Span
    values: Mapping[str, str | int] = _NO_VALUES


class Evidence(Record):
    """One fault that a check found.

    Attributes:
        span: the words that the finding is about; never empty.
        case: which of the rule page's messages applies; empty where it has only one.
        values: what the placeholders of message, help and fix title stand for. A help text
            whose placeholders are not all given is left out, so a check omits a value that it
            does not know.
        related: the other ends, in the order in which they are shown.
        fix: the edits that would mend the fault, or None.
        severity: a lower severity for this one finding ("info"), or None for the page's.
        pedantic: whether this one finding is shown only when asked for, though its rule is on.
        absent: whether something is missing from the draft as a whole, so that the span is only
            where to point at it.
    """

    span: Span
    case: str = ""
    values: Mapping[str, str | int] = _NO_VALUES
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: str | None = None
    pedantic: bool = False
    absent: bool = False
