"""The draft as it reads: a row for each element, its words in runs, its notes beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.draft import NOT_READ, Draft, Kind, Node
from checker.report.html.anchors import Anchors
from checker.report.html.emphasis import emphasis_of
from checker.report.html.marks import Mark, Marks
from checker.report.html.notes import Note
from checker.report.html.runs import Run, runs_of

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One element of the draft.

    Attributes:
        name: the name under which links find it.
        names: further names that no words of it carry.
        kind: what it is: "operative", "item" ...
        level: how deep it stands below its paragraph, at most six.
        title: whether it is written as a title is: the heading of the text, an annex.
        label: its number or marker, in a run; None where it has none.
        runs: its words.
        notes: what is said of it.
    """

    name: str
    names: tuple[str, ...]
    kind: str
    level: int
    title: bool
    label: Run | None
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]


def rows_of(draft: Draft, marks: Marks, anchors: Anchors) -> Iterator[Row]:
    """Yield the elements of a draft in reading order."""
    left = [(node, 0) for node in reversed(draft.body)]
    while left:
        node, level = left.pop()
        below = 0 if node.kind is Kind.ANNEX else level + 1
        left.extend((child, below) for child in reversed(node.children))
        if node.kind not in NOT_READ:
            yield _row(draft, node, min(level, _DEEPEST), marks, anchors)


def _row(draft: Draft, node: Node, level: int, marks: Marks, anchors: Anchors) -> Row:
    runs = runs_of(
        draft.reading.text,
        node.start,
        node.end,
        marks.words.get(id(node), ()),
        emphasis_of(draft, node),
    )
    return Row(
        name=anchors.node(node),
        names=tuple(marks.places.get(id(node), ())),
        kind=node.kind.value,
        level=level,
        title=_title(draft, node),
        label=_label(node, marks),
        runs=tuple(runs),
        notes=tuple(marks.beside.get(id(node), ())),
    )


def _title(draft: Draft, node: Node) -> bool:
    """Whether a line of the header is the title, or one written as a heading."""
    if node.kind is not Kind.HEADER:
        return node.kind is Kind.ANNEX
    title = draft.header.title
    named = title is not None and any(part.overlaps(title.span) for part in node.parts)
    return named or draft.source.text.startswith("#", node.parts[0].start)


def _label(node: Node, marks: Marks) -> Run | None:
    if not node.label:
        return None
    moved = [
        Mark(0, len(node.label), mark.names, mark.note, own=mark.own, calls=mark.calls)
        for mark in marks.labels.get(id(node), ())
    ]
    return next(runs_of(node.label, 0, len(node.label), moved, ()))
