"""Nesting: where lists open and close under a paragraph.

Depth comes from the order in which kinds of marker first appear under a paragraph, never from
indentation, heading level or a fixed order. A stack holds the open lists; a marker that comes next
in one of them closes those inside it, a first marker of another kind opens a list, and an unmarked
text stands under the item that is open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lark import Token

from checker.parsing.blocks import Block, BlockKind
from checker.parsing.labels import Label, follows, item_labels, opens_list

_TOP = frozenset(
    {
        BlockKind.HEADER,
        BlockKind.ORGAN,
        BlockKind.PREAMBULAR,
        BlockKind.NUMBER,
        BlockKind.UNNUMBERED,
        BlockKind.PART,
        BlockKind.ANNEX,
    }
)
_HOLDS = frozenset({BlockKind.PREAMBULAR, BlockKind.NUMBER, BlockKind.UNNUMBERED})


@dataclass(slots=True)
class _Level:
    """An open list: the last label seen in it, None while it holds only unmarked text."""

    last: Label | None


class _Nesting:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.stack: list[_Level] = []
        self.markers: dict[int, Label] = {}
        self.holds = False
        self.texts = False
        self.empty = False
        # What comes after a run of headings is looked for once, not from each of them.
        self.looked_ahead = 0
        self.next_mark: int | None = None

    def tokens(self) -> Iterator[Token]:
        for index, block in enumerate(self.blocks):
            if block.kind in _TOP or (block.kind is BlockKind.HEADING and not self._inside(index)):
                yield from self._close(0)
                self.holds = block.kind in _HOLDS
                self.texts = False
                self.empty = False
                yield Token(block.kind.value, str(index))
            elif block.kind is BlockKind.MARK:
                yield from self._mark(index, block)
            else:
                yield from self._unmarked(index, block)
        yield from self._close(0)

    def _mark(self, index: int, block: Block) -> Iterator[Token]:
        depth, label = self._place(index, item_labels(block.label))
        if not self.holds and not self.stack and not self.texts:
            # An item without a paragraph above it: its list hangs on an empty text.
            yield Token("TEXT", "-1")
        yield from self._close(depth)
        if len(self.stack) < depth:
            self.stack.append(_Level(label))
            yield Token("INDENT", "")
        self.stack[-1].last = label
        self.markers[index] = label
        self.empty = True
        yield Token("MARK", str(index))

    def _unmarked(self, index: int, block: Block) -> Iterator[Token]:
        if not self.holds and block.kind is BlockKind.TEXT:
            # Outside numbered paragraphs every text is one of its own, and may hold a list.
            yield from self._close(0)
            self.texts = True
            yield Token(block.kind.value, str(index))
            return
        if block.kind is BlockKind.HEADING:
            # A heading between items stands in the list to which the next item belongs.
            following = self._next_mark(index)
            assert following is not None
            depth, _ = self._place(following, item_labels(self.blocks[following].label))
            yield from self._close(depth)
            opens = len(self.stack) < depth
        else:
            opens = not self.stack or self.empty
        if opens:
            self.stack.append(_Level(None))
            yield Token("INDENT", "")
        self.empty = False
        yield Token(block.kind.value, str(index))

    def _close(self, depth: int) -> Iterator[Token]:
        while len(self.stack) > depth:
            self.stack.pop()
            yield Token("DEDENT", "")

    def _place(self, index: int, labels: list[Label]) -> tuple[int, Label]:
        """Return at which depth, from 1, a marker stands and which of its kinds it is."""
        labels = self._decided(index, labels)
        for depth in range(len(self.stack), 0, -1):
            last = self.stack[depth - 1].last
            for label in labels:
                if last is not None and follows(label, last):
                    return depth, label
        opened = {level.last.marker for level in self.stack if level.last is not None}
        for label in labels:
            if opens_list(label) and label.marker not in opened:
                return self._new_depth(), label
        for label in labels:
            for depth in range(len(self.stack), 0, -1):
                last = self.stack[depth - 1].last
                if last is not None and last.marker == label.marker and _in_reach(label, labels):
                    return depth, label
        return self._new_depth(), labels[0]

    def _new_depth(self) -> int:
        """A new list opens below the open item, or in the place of mere unmarked text."""
        if self.stack and self.stack[-1].last is None:
            return len(self.stack)
        return len(self.stack) + 1

    def _decided(self, index: int, labels: list[Label]) -> list[Label]:
        """Settle "(i)" after "(h)": a letter, unless "(ii)" comes next, and always before "(j)"."""
        if len(labels) == 1 or labels[0].number != "i":
            return labels
        following = self._marks_after[index]
        if following == "ii":
            return labels[:1]
        return labels[1:] if following == "j" else labels

    @cached_property
    def _marks_after(self) -> list[str]:
        """For each block the next marker before any number, without its brackets, or ""."""
        after: list[str] = []
        following = ""
        for block in reversed(self.blocks):
            after.append(following)
            if block.kind is BlockKind.MARK:
                following = block.label.strip("().[] ")
            elif block.kind is BlockKind.NUMBER:
                following = ""
        return after[::-1]

    def _inside(self, index: int) -> bool:
        """Whether a heading stands inside a list: an item that fits there comes next."""
        following = self._next_mark(index)
        if following is None or not (self.stack or self.holds):
            return False
        labels = item_labels(self.blocks[following].label)
        seen = [level.last for level in self.stack if level.last is not None]
        comes_next = any(follows(label, last) for label in labels for last in seen)
        kinds = {last.marker for last in seen}
        return comes_next or any(
            opens_list(label) and label.marker not in kinds for label in labels
        )

    def _next_mark(self, index: int) -> int | None:
        """Return the index of the item that comes next after headings only, or None."""
        if index < self.looked_ahead:
            return self.next_mark
        following = index + 1
        while following < len(self.blocks) and self.blocks[following].kind is BlockKind.HEADING:
            following += 1
        marked = following < len(self.blocks) and self.blocks[following].kind is BlockKind.MARK
        self.looked_ahead = following
        self.next_mark = following if marked else None
        return self.next_mark


def _in_reach(label: Label, labels: Sequence[Label]) -> bool:
    """Whether a label out of order may be of a list: "(ii)" is not taken for a far-off letter."""
    return label is labels[0] or len(label.number) == 1


def nest(blocks: Sequence[Block]) -> tuple[list[Token], dict[int, Label]]:
    """Return the tokens of ``draft.lark`` and, for each item block, the label it was taken for.

    The value of a token is the index of its block, or -1 for a text that holds items without a
    paragraph above them.
    """
    nesting = _Nesting(blocks)
    return list(nesting.tokens()), nesting.markers
