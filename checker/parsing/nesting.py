"""Nesting: where lists open and close under a paragraph.

Depth comes from the order in which kinds of marker first appear under a paragraph, never from
indentation, heading level or a fixed order. A stack holds the open lists; a marker that comes next
in one of them closes those inside it, a first marker of another kind opens a list, and an unmarked
text stands under the item that is open.
"""

from collections.abc import Sequence
from functools import cached_property

from checker.parsing.blocks import BlockKind, Shape
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
# The name of a token in ``draft.lark`` and the index of its block.
Token = tuple[str, int]
_HOLDS = frozenset({BlockKind.PREAMBULAR, BlockKind.NUMBER, BlockKind.UNNUMBERED})


class _Nesting:
    def __init__(self, blocks: Sequence[Shape]) -> None:
        self.blocks = blocks
        # The open lists: the last label seen in each, None while it holds only unmarked text.
        self.stack: list[Label | None] = []
        self.markers: dict[int, Label] = {}
        self.holds = False
        self.texts = False
        self.empty = False
        self.found: list[Token] = []
        # What comes after a run of headings is looked for once, not from each of them.
        self.looked_ahead = 0
        self.next_mark: int | None = None

    def tokens(self) -> list[Token]:
        for index, block in enumerate(self.blocks):
            if block.kind in _TOP or (block.kind == BlockKind.HEADING and not self._inside(index)):
                self._close(0)
                self.holds = block.kind in _HOLDS
                self.texts = False
                self.empty = False
                self.found.append((block.kind, index))
            elif block.kind == BlockKind.MARK:
                self._mark(index, block)
            else:
                self._unmarked(index, block)
        self._close(0)
        return self.found

    def _mark(self, index: int, block: Shape) -> None:
        depth, label = self._place(index, item_labels(block.label))
        if not self.holds and not self.stack and not self.texts:
            # An item without a paragraph above it: its list hangs on an empty text.
            self.found.append(("TEXT", -1))
        self._close(depth)
        if len(self.stack) < depth:
            self.stack.append(label)
            self.found.append(("INDENT", -1))
        self.stack[-1] = label
        self.markers[index] = label
        self.empty = True
        self.found.append(("MARK", index))

    def _unmarked(self, index: int, block: Shape) -> None:
        if not self.holds and block.kind == BlockKind.TEXT:
            # Outside numbered paragraphs every text is one of its own, and may hold a list.
            self._close(0)
            self.texts = True
            self.found.append((block.kind, index))
            return
        if block.kind == BlockKind.HEADING:
            # A heading between items stands in the list to which the next item belongs.
            following = self._next_mark(index)
            assert following is not None
            depth, _ = self._place(following, item_labels(self.blocks[following].label))
            self._close(depth)
            opens = len(self.stack) < depth
        else:
            opens = not self.stack or self.empty
        if opens:
            self.stack.append(None)
            self.found.append(("INDENT", -1))
        self.empty = False
        self.found.append((block.kind, index))

    def _close(self, depth: int) -> None:
        while len(self.stack) > depth:
            self.stack.pop()
            self.found.append(("DEDENT", -1))

    def _place(self, index: int, labels: Sequence[Label]) -> tuple[int, Label]:
        """Return at which depth, from 1, a marker stands and which of its kinds it is."""
        labels = self._decided(index, labels)
        for depth in range(len(self.stack), 0, -1):
            last = self.stack[depth - 1]
            for label in labels:
                if last is not None and follows(label, last):
                    return depth, label
        opened = {last.marker for last in self.stack if last is not None}
        for label in labels:
            if opens_list(label) and label.marker not in opened:
                return self._new_depth(), label
        for label in labels:
            for depth in range(len(self.stack), 0, -1):
                last = self.stack[depth - 1]
                if last is not None and last.marker == label.marker and _in_reach(label, labels):
                    return depth, label
        return self._new_depth(), labels[0]

    def _new_depth(self) -> int:
        """A new list opens below the open item, or in the place of mere unmarked text."""
        if self.stack and self.stack[-1] is None:
            return len(self.stack)
        return len(self.stack) + 1

    def _decided(self, index: int, labels: Sequence[Label]) -> Sequence[Label]:
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
            if block.kind == BlockKind.MARK:
                following = block.label.strip("().[] ")
            elif block.kind == BlockKind.NUMBER:
                following = ""
        return after[::-1]

    def _inside(self, index: int) -> bool:
        """Whether a heading stands inside a list: an item that fits there comes next."""
        following = self._next_mark(index)
        if following is None or not (self.stack or self.holds):
            return False
        labels = item_labels(self.blocks[following].label)
        seen = [last for last in self.stack if last is not None]
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
        while following < len(self.blocks) and self.blocks[following].kind == BlockKind.HEADING:
            following += 1
        marked = following < len(self.blocks) and self.blocks[following].kind == BlockKind.MARK
        self.looked_ahead = following
        self.next_mark = following if marked else None
        return self.next_mark


def _in_reach(label: Label, labels: Sequence[Label]) -> bool:
    """Whether a label out of order may be of a list: "(ii)" is not taken for a far-off letter."""
    return label is labels[0] or len(label.number) == 1


def nest(blocks: Sequence[Shape]) -> tuple[list[Token], dict[int, Label]]:
    """Return the tokens of ``draft.lark`` and, for each item block, the label it was taken for.

    The value of a token is the index of its block, or -1 for a text that holds items without a
    paragraph above them.
    """
    nesting = _Nesting(blocks)
    return nesting.tokens(), nesting.markers
