"""What is marked in the words of a draft: findings, their other ends, references, dates."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from checker.draft import NOT_READ, Draft, Kind, Node
from checker.findings import FileResult
from checker.index import Index
from checker.index.pointers import Pointer
from checker.report.html.anchors import Anchors, Stretch, within
from checker.report.html.notes import Note
from checker.source import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is shown of a stretch of words.

    Attributes:
        start: where it begins in the text as read.
        end: where it ends there.
        names: the names under which links find it.
        note: the finding that it belongs to, or None.
        own: whether these are the words of the finding, not another end of it.
        calls: whether the number of the note stands after it.
        href: the name of what it points at, or "".
        symbol: whether it is the symbol of the draft.
    """

    start: int
    end: int
    names: tuple[str, ...] = ()
    note: Note | None = None
    own: bool = False
    calls: bool = False
    href: str = ""
    symbol: bool = False


@dataclass(slots=True)
class Marks:
    """The marks of a draft by element.

    Attributes:
        words: marks in the text of an element, by the identity of the element.
        labels: marks on its label.
        places: names that links look for and that no words carry; they stand at the element.
        beside: the notes that stand beside an element.
    """

    words: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    places: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[int, list[Note]] = field(default_factory=lambda: defaultdict(list))


def marks_of(result: FileResult, index: Index, notes: Sequence[Note], anchors: Anchors) -> Marks:
    """Return everything that is marked in a draft."""
    marks = _Marking(index.draft, anchors)
    for finding, note in zip(result.findings, notes, strict=True):
        marks.finding(finding.parts or (finding.span,), note)
        for place, related in enumerate(finding.related, start=1):
            marks.end(related.span, note, anchors.related(note.number, place))
    grouped = groupby(index.pointers, key=lambda pointer: id(pointer.reference))
    for number, (_, pointers) in enumerate(grouped, start=1):
        marks.reference(anchors.reference(number), list(pointers))
    for date in index.draft.mentions.dates:
        marks.place(date.span, anchors.date(date.span.start))
    if symbol := index.draft.header.symbol:
        marks.symbol(symbol.span)
    return marks.marks


class _Marking:
    """Finds the element for each mark."""

    def __init__(self, draft: Draft, anchors: Anchors) -> None:
        self.marks = Marks()
        self._reading = draft.reading
        self._anchors = anchors
        self._read = [node for node in draft.nodes if node.kind not in NOT_READ]
        self._starts = [node.parts[0].start for node in self._read]

    def finding(self, parts: Sequence[Span], note: Note) -> None:
        found = [each for part in parts if (each := self._words(part)) is not None]
        home = found[0][0] if found else self._home(parts[0])
        if home is not None:
            self.marks.beside[id(home)].append(note)
        for place, (node, stretch) in enumerate(found):
            names = (note.words,) if place == 0 else ()
            last = place == len(found) - 1
            mark = Mark(*(stretch or (0, 0)), names, note, own=True, calls=last)
            (self.marks.words if stretch else self.marks.labels)[id(node)].append(mark)
        if not found and home is not None:
            self.marks.places[id(home)].append(note.words)

    def end(self, span: Span, note: Note, name: str) -> None:
        found = self._words(span)
        if found is None:
            home = self._home(span)
            if home is not None:
                self.marks.places[id(home)].append(name)
            return
        node, stretch = found
        mark = Mark(*(stretch or (0, 0)), (name,), note)
        (self.marks.words if stretch else self.marks.labels)[id(node)].append(mark)

    def reference(self, name: str, pointers: Sequence[Pointer]) -> None:
        alone = len(pointers) == 1
        for place, pointer in enumerate(pointers):
            span = pointer.reference.span if alone else pointer.target.span
            names = (name,) if place == 0 else ()
            href = self._anchors.node(pointer.nodes[0]) if pointer.nodes else ""
            self._mark(span, names, href)

    def place(self, span: Span, name: str) -> None:
        self._mark(span, (name,), "")

    def symbol(self, span: Span) -> None:
        found = self._words(span)
        if found is not None and found[1] is not None and found[0].kind is Kind.HEADER:
            self.marks.words[id(found[0])].append(Mark(*found[1], symbol=True))

    def _mark(self, span: Span, names: tuple[str, ...], href: str) -> None:
        found = self._words(span)
        if found is not None and found[1] is not None:
            node, (start, end) = found[0], found[1]
            self.marks.words[id(node)].append(Mark(start, end, names, href=href))

    def _words(self, span: Span) -> tuple[Node, Stretch | None] | None:
        """Return the element of a span with the stretch of its text; None for one on its label."""
        node = self._anchors.owner(span)
        if node is None:
            return None
        if node.label_span is not None and node.label_span.overlaps(span):
            return node, None
        stretch = within(self._reading, node, span)
        return None if stretch is None else (node, stretch)

    def _home(self, span: Span) -> Node | None:
        """Return the element nearest to a span that is not read: the one before it, if any."""
        node = self._anchors.owner(span)
        if node is not None:
            return node
        place = bisect_right(self._starts, span.start) - 1
        return self._read[max(place, 0)] if self._read else None
