"""The tree: nodes with addresses, made of nested blocks, and the text as read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.draft import Kind, Node
from checker.memory import Memory
from checker.parsing.blocks import TITLED, Block, BlockKind, Shape
from checker.parsing.outline import Outline, outline_of
from checker.reading import Reading

if TYPE_CHECKING:
    from checker.source import Span

_SET_ASIDE = {
    BlockKind.BLANK: Kind.BLANK,
    BlockKind.FURNITURE: Kind.FURNITURE,
    BlockKind.COMMENT: Kind.COMMENT,
}


class _Words:
    """The text as read, growing block by block."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.length = 0

    def add(self, block: Block) -> tuple[int, int]:
        """Append the words of a block and a line end; return where the words stand."""
        start = self.length
        first = block.lines[0] if len(block.lines) == 1 else None
        if first is not None and len(first.pieces) == 1:
            text = first.pieces[0].text
            self.starts.append(start)
            self.origins.append(first.start + first.pieces[0].origin)
            self.texts += (text, "\n")
            end = start + len(text)
            self.length = end + 1
            return start, end
        before = ""
        for line in block.lines:
            pieces = line.pieces
            if before and not (before.endswith("-") and pieces[0].text[:1].isalnum()):
                self._append(" ")
            for piece in pieces:
                self.starts.append(self.length)
                self.origins.append(line.start + piece.origin)
                self._append(piece.text)
            before = pieces[-1].text
        end = self.length
        if start == end:
            self.starts.append(start)
            self.origins.append(block.parts[-1].end - 1)
        self._append("\n")
        return start, end

    def _append(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)

    def reading(self) -> Reading:
        return Reading("".join(self.texts), tuple(self.starts), tuple(self.origins))


def build_tree(blocks: Sequence[Block], memory: Memory) -> tuple[tuple[Node, ...], Reading]:
    """Nest the blocks of a draft; return its top-level nodes in source order and its reading.

    Args:
        blocks: the blocks, those that are not read among them.
        memory: what is known of outlines already.
    """
    read = [block for block in blocks if block.kind not in _SET_ASIDE]
    words = _Words()
    stretches = [words.add(block) for block in read]
    reading = words.reading()
    shapes = tuple(
        [
            Shape(block.kind, block.label, reading.text[start:end] if block.kind in TITLED else "")
            for block, (start, end) in zip(read, stretches, strict=True)
        ]
    )
    outline = memory.of(outline_of)[shapes]
    nodes = _nodes(outline, read, stretches, reading.text)
    aside = [_aside(block) for block in blocks if block.kind in _SET_ASIDE]
    body = sorted([*nodes, *aside], key=lambda node: node.parts[0].start)
    return tuple(body), reading


def _nodes(
    outline: Sequence[Outline],
    blocks: Sequence[Block],
    stretches: Sequence[tuple[int, int]],
    text: str,
) -> tuple[Node, ...]:
    """Return the elements of an outline with their words."""
    nodes: list[Node] = []
    for kind, index, address, identifier, number, marker, below in outline:
        block = blocks[index]
        start, end = stretches[index]
        children = _nodes(below, blocks, stretches, text) if below else ()
        nodes.append(
            Node(
                kind,
                block.label,
                address,
                identifier,
                tuple(block.parts),
                start,
                end,
                text[start:end],
                number,
                marker,
                block.label_span,
                children,
            )
        )
    return tuple(nodes)


def _aside(block: Block) -> Node:
    parts: tuple[Span, ...] = tuple(block.parts)
    return Node(_SET_ASIDE[block.kind], "", "", "", parts, 0, 0, "")
