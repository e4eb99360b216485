"""What is said beside the draft: each finding with its other ends, numbered."""

from dataclasses import dataclass

from checker.findings import FileResult, Finding, RelatedPlace
from checker.report.html.anchors import Anchors
from checker.report.quoting import quoted
from checker.report.words import address_of

_QUOTED = 90
_MOST_ENDS = 4


@dataclass(frozen=True, slots=True)
class End:
    """Another end of a finding.

    Attributes:
        address: where it is.
        href: the name of its words.
        message: what it is.
        quote: its words, or "".
    """

    address: str
    href: str
    message: str
    quote: str


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the page shows it.

    Attributes:
        number: its number in the draft, from 1.
        name: the name of the note.
        words: the name of its words in the draft.
        address: where they stand.
        line: the line of the source on which they begin.
        severity: "error", "warning" or "info".
        rule: the name of its rule.
        family: the family of its rule.
        message: what is wrong.
        help: the way out, or "".
        fix: what a fix would do, or "".
        ends: the other ends that are shown with their words.
        further: the others, by address.
    """

    number: int
    name: str
    words: str
    address: str
    line: int
    severity: str
    rule: str
    family: str
    message: str
    help: str
    fix: str
    ends: tuple[End, ...]
    further: tuple[End, ...]


def notes_of(result: FileResult, anchors: Anchors) -> tuple[Note, ...]:
    """Return the notes of a draft, in the order of the findings."""
    return tuple(
        _note(number, finding, result, anchors)
        for number, finding in enumerate(result.findings, start=1)
    )


def _note(number: int, finding: Finding, result: FileResult, anchors: Anchors) -> Note:
    ends = [
        _end(related, anchors.related(number, place), result)
        for place, related in enumerate(finding.related, start=1)
    ]
    return Note(
        number=number,
        name=anchors.note(number),
        words=anchors.words(number),
        address=address_of(finding, result.source),
        line=result.source.position(finding.span.start).line,
        severity=finding.severity.value,
        rule=finding.rule,
        family=finding.family,
        message=finding.message,
        help=finding.help or "",
        fix=finding.fix.title if finding.fix else "",
        ends=tuple(ends[:_MOST_ENDS]),
        further=tuple(ends[_MOST_ENDS:]),
    )


def _end(related: RelatedPlace, href: str, result: FileResult) -> End:
    where = address_of(related, result.source)
    return End(where, href, related.message, quoted(related, _QUOTED))
