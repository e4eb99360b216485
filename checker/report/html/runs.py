"""The words of an element in runs: pieces that are shown alike from beginning to end."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from checker.report.html.emphasis import Emphasis
from checker.report.html.marks import Mark
from checker.report.html.notes import Note

_GRAVEST = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are shown alike.

    Attributes:
        text: the words.
        italic: whether they are written in italics.
        bold: whether they are written bold.
        symbol: whether they are the symbol of the draft.
        names: the names under which links find them.
        notes: the findings whose words they are.
        severity: the gravest severity among those, or "".
        href: the name of what they point at, or "".
        back: the note of which they are another end, or None.
        calls: the notes whose numbers follow them.
    """

    text: str
    italic: bool = False
    bold: bool = False
    symbol: bool = False
    names: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    severity: str = ""
    href: str = ""
    back: Note | None = None
    calls: tuple[Note, ...] = ()


def runs_of(
    text: str, start: int, end: int, marks: Sequence[Mark], emphasis: Sequence[Emphasis]
) -> Iterator[Run]:
    """Cut a stretch of the text as read wherever something begins or ends.

    Args:
        text: the text as read.
        start: where the stretch begins.
        end: where it ends.
        marks: the marks in it, in any order.
        emphasis: its emphasized stretches, in order, apart from each other.
    """
    events = _events(start, end, marks, emphasis)
    offsets = sorted(events)
    active: dict[int, Mark] = {}
    style: Emphasis | None = None
    for offset, following in pairwise(offsets):
        event = events[offset]
        for mark in event.closed:
            active.pop(id(mark), None)
        style = event.begun or (None if event.plain else style)
        active |= {id(mark): mark for mark in event.opened}
        calls = [mark.note for mark in events[following].closed if mark.calls and mark.note]
        names = tuple(name for mark in event.opened for name in mark.names)
        yield _run(text[offset:following], tuple(active.values()), names, tuple(calls), style)


@dataclass(slots=True)
class _Event:
    """What begins and ends at an offset; ``plain`` where emphasis ends."""

    opened: list[Mark] = field(default_factory=list)
    closed: list[Mark] = field(default_factory=list)
    begun: Emphasis | None = None
    plain: bool = False


def _events(
    start: int, end: int, marks: Sequence[Mark], emphasis: Sequence[Emphasis]
) -> dict[int, _Event]:
    events: dict[int, _Event] = defaultdict(_Event)
    if start < end:
        events[start], events[end] = _Event(), _Event()
    for mark in marks:
        events[mark.start].opened.append(mark)
        events[mark.end].closed.append(mark)
    for stretch in emphasis:
        events[stretch.start].begun = stretch
        events[stretch.end].plain = True
    return events


def _run(
    text: str,
    marks: Sequence[Mark],
    names: tuple[str, ...],
    calls: tuple[Note, ...],
    style: Emphasis | None,
) -> Run:
    notes = tuple(mark.note for mark in marks if mark.note and mark.own)
    return Run(
        text,
        italic=style is not None and style.italic,
        bold=style is not None and style.bold,
        symbol=any(mark.symbol for mark in marks),
        names=names,
        notes=notes,
        severity=min((note.severity for note in notes), key=_GRAVEST.index, default=""),
        href=next((mark.href for mark in marks if mark.href), ""),
        back=next((mark.note for mark in marks if mark.note and not mark.own), None),
        calls=calls,
    )
