"""One accident in a correct text: what it changes, and where a finding would notice it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.draft import Kind, Node
from checker.edits import apply_edits
from checker.evidence import Edit
from checker.index import Index
from checker.mentions import Mention
from checker.source import Span

PROSE = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ITEM, Kind.TEXT})


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of the correct text.

    Attributes:
        span: what is replaced; an empty span inserts.
        text: what stands there instead.
        marked: whether a finding at the new words notices the accident.
    """

    span: Span
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Accident:
    """Changes that happen together.

    Attributes:
        changes: the edits.
        near: further spans of the correct text at which a finding notices the accident.
    """

    changes: tuple[Change, ...]
    near: tuple[Span, ...] = ()

    def happen(self, text: str) -> tuple[str, tuple[Span, ...]]:
        """Return the text with the accident, and the places that count in it."""
        changes = sorted(self.changes, key=lambda change: change.span)
        edits = [Edit(change.span, change.text) for change in changes]
        places = []
        for change in changes:
            if change.marked:
                start = _moved(changes, change.span.start)
                # Where words were lost, those around the gap are the place.
                end = start + len(change.text)
                places.append(Span(start, end) if end > start else Span(start - 1, start + 1))
        near = [Span(_moved(changes, s.start), _moved(changes, s.end)) for s in self.near]
        return apply_edits(text, edits), (*places, *near)


def _moved(changes: Sequence[Change], offset: int) -> int:
    """Return where an offset of the correct text stands after the changes before it."""
    shift = 0
    for change in changes:
        if change.span.end > offset or (change.span.start == offset and change.text):
            break
        shift += len(change.text) - (change.span.end - change.span.start)
    return offset + shift


@dataclass(frozen=True)
class Base:
    """A correct text, parsed.

    Attributes:
        document: its file name and folder.
        index: what it defines and uses.
        neighbour: another text, from which paragraphs are copied, or None.
    """

    document: str
    index: Index
    neighbour: "Base | None" = None

    @property
    def source(self) -> str:
        """The text as it stands in its file."""
        return self.index.draft.source.text

    @property
    def read(self) -> str:
        """The text as read."""
        return self.index.text

    def span(self, start: int, end: int) -> Span:
        """Return the span in the source of a stretch of the text as read."""
        return self.index.span(start, end)

    def replaced(self, mention: Mention, text: str, *, marked: bool = True) -> Change:
        """Write other words for a mention."""
        return Change(mention.span, text, marked)

    @cached_property
    def numbered(self) -> tuple[Node, ...]:
        """The operative paragraphs, where they are numbered 1 to n; else none."""
        nodes = self.index.operative
        right = all(
            node.number == str(place) and node.label_span for place, node in enumerate(nodes, 1)
        )
        return nodes if right else ()

    @cached_property
    def main(self) -> tuple[Node, ...]:
        """The paragraphs of the main text, and what stands under them."""
        tops = sorted((*self.index.preambular, *self.index.operative), key=lambda n: n.start)
        return tuple(node for top in tops for node in top.walk() if node.kind in PROSE)

    @cached_property
    def _prose(self) -> frozenset[int]:
        return frozenset(map(id, self.main))

    def is_prose(self, mention: Mention) -> bool:
        """Whether a mention stands in a paragraph or item of the main text, in one piece."""
        whole = mention.span.end - mention.span.start == mention.end - mention.start
        return whole and id(self.index.node_at(mention.start)) in self._prose

    def top(self, mention: Mention) -> Node:
        """Return the paragraph in which a mention stands."""
        return self.index.paragraph(self.index.node_at(mention.start))

    def relabelled(self, node: Node, number: str, *, marked: bool = False) -> Change:
        """Give a paragraph or item another number."""
        assert node.label_span is not None
        label = self.index.draft.source.slice(node.label_span)
        return Change(node.label_span, label.replace(node.number, number, 1), marked)

    def ends(self, node: Node) -> Node:
        """Return what stands last under a node."""
        while node.children:
            node = node.children[-1]
        return node

    def last_mark(self, node: Node) -> tuple[str, Span] | None:
        """Return the mark with which a paragraph ends and its place, None if it ends in a word."""
        last = self.ends(node)
        if last.end <= last.start or not (mark := self.read[last.end - 1]) or mark.isalnum():
            return None
        return mark, self.span(last.end - 1, last.end)

    @cached_property
    def movable(self) -> tuple[Node, ...]:
        """The paragraphs that can go or move without any other harm.

        They introduce nothing, and cite no resolution and extend no mandate on which the rest of
        the draft rests; the last paragraph stays where it is.
        """
        mentions = self.index.draft.mentions
        needed = {
            id(self.top(mention))
            for mention in (*mentions.introductions, *mentions.citations, *mentions.dates)
        }
        return tuple(node for node in self.numbered[:-1] if id(node) not in needed)

    def words(self, node: Node) -> str:
        """Return the words of a paragraph with everything under it."""
        return " ".join(inner.text for inner in node.walk())
