"""The tree of a draft: header, preambular and operative paragraphs, items, annexes.

Nothing changes once it is made. A node owns the lines it stands on, without those of its children,
so that the own parts of all nodes together cover every character of the source exactly once.
"""

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from operator import itemgetter

from checker.mentions import Mentions
from checker.reading import Reading
from checker.records import Record
from checker.source import Source, Span


class Kind(StrEnum):
    """What a node is."""

    HEADER = "header"
    ORGAN = "organ"
    HEADING = "heading"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    ITEM = "item"
    TEXT = "text"
    ANNEX = "annex"
    FURNITURE = "furniture"
    BLANK = "blank"
    COMMENT = "comment"


NOT_READ = frozenset({Kind.FURNITURE, Kind.BLANK, Kind.COMMENT})


class Node(Record):
    """One element of a draft; equal to itself only.

    Attributes:
        kind: what it is.
        label: its number or marker as written, without emphasis: "28.", "(a)", "-", or "".
        address: as people write it, unique in the draft: "OP 28 (a)"; "" for what is not read.
        id: the same after the Akoma Ntoso naming convention: "para_28__point_a".
        parts: its own stretches of the source, in order; several where a page cut it.
        start: where its own text begins in the text as read, after the label.
        end: where its own text ends there.
        text: its own text as read, without its label and its children's text.
        number: what the label counts, without punctuation: "28", "7 bis", "a", "ii"; or "".
        marker: the kind of marker of an item: "(a)", "(i)", "(1)", "a.", "i.", "dash", "bullet".
        label_span: where its label stands in the source, or None where it has none.
        children: what stands under it.
    """

    kind: Kind
    label: str
    address: str
    id: str
    parts: tuple[Span, ...]
    start: int
    end: int
    text: str
    number: str = ""
    marker: str = ""
    label_span: Span | None = None
    children: tuple["Node", ...] = ()

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def span(self) -> Span:
        """The hull of its own parts."""
        return Span(self.parts[0].start, self.parts[-1].end)

    @property
    def hull(self) -> Span:
        """The hull of its own parts and those of everything under it."""
        last = self
        while last.children:
            last = last.children[-1]
        return Span(self.parts[0].start, max(self.parts[-1].end, last.parts[-1].end))

    def walk(self) -> list["Node"]:
        """Return this node and everything under it, in reading order."""
        walked = [self]
        _walk(self.children, walked)
        return walked


class HeaderField(Record):
    """One statement of the header and where it stands."""

    value: str
    span: Span


class Header(Record):
    """What the header says; each part is None where the draft does not have it.

    Attributes:
        symbol: the document symbol, "S/2020/600".
        date: the day of distribution or adoption, in ISO form ("2020-06-29").
        organ: the organ's name, without its article, from the organ line or the masthead.
        language: the original language.
        title: the line that names the text: "France: draft resolution".
        sponsors: the sponsors named in that line.
    """

    symbol: HeaderField | None = None
    date: HeaderField | None = None
    organ: HeaderField | None = None
    language: HeaderField | None = None
    title: HeaderField | None = None
    sponsors: tuple[str, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """The date of the header as a date."""
        return None if self.date is None else datetime.date.fromisoformat(self.date.value)


class Draft(Record):
    """A parsed draft.

    Attributes:
        source: the text it was parsed from.
        body: its top-level nodes in source order, blank lines and furniture included.
        reading: the text as read; mentions and node texts are offsets into it.
        header: what the header says.
        mentions: the phrases that rules care about.
        numbered: whether operative paragraphs carry their numbers; False where the automatic
            numbering was lost on the way from a word processor, or nothing is to be numbered.
        comments: where its comments stand, in order, also those inside a line.
    """

    source: Source
    body: tuple[Node, ...]
    reading: Reading
    header: Header
    mentions: Mentions
    numbered: bool
    comments: tuple[Span, ...] = ()

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes in reading order."""
        walked: list[Node] = []
        _walk(self.body, walked)
        return tuple(walked)

    @cached_property
    def _owned(self) -> list[tuple[Span, Node]]:
        """Which node owns which stretch of the source, in the order of the stretches."""
        owned = [(part, node) for node in self.nodes for part in node.parts]
        owned.sort(key=itemgetter(0))
        return owned

    @cached_property
    def _starts(self) -> list[int]:
        return [part.start for part, _ in self._owned]

    def owner(self, offset: int) -> Node | None:
        """Return the node whose own part holds an offset of the source."""
        place = bisect_right(self._starts, offset) - 1
        return self._owned[place][1] if place >= 0 else None

    def read_within(self, span: Span) -> Iterator[Span]:
        """Yield the stretches of a span that are read, without furniture and blank lines."""
        place = max(bisect_right(self._starts, span.start) - 1, 0)
        while place < len(self._owned):
            part, node = self._owned[place]
            place += 1
            if part.start >= span.end:
                break
            if node.kind not in NOT_READ and part.overlaps(span):
                yield Span(max(part.start, span.start), min(part.end, span.end))


def _walk(nodes: tuple[Node, ...], walked: list[Node]) -> None:
    """Append nodes and everything under them, in reading order."""
    for node in nodes:
        walked.append(node)
        if node.children:
            _walk(node.children, walked)
