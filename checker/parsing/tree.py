"""The tree: nodes with addresses, made of nested blocks, and the text as read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from checker.draft import Kind, Node
from checker.parsing.blocks import Block, BlockKind
from checker.parsing.driver import Parse, Tree
from checker.parsing.grammars import draft_tables, line_pattern
from checker.parsing.labels import Label, paragraph_name
from checker.parsing.nesting import nest
from checker.reading import Reading

if TYPE_CHECKING:
    from checker.source import Span

_KINDS = {
    "header": Kind.HEADER,
    "organ": Kind.ORGAN,
    "heading": Kind.HEADING,
    "preambular": Kind.PREAMBULAR,
    "operative": Kind.OPERATIVE,
    "text": Kind.TEXT,
    "item": Kind.ITEM,
}
_SET_ASIDE = {
    BlockKind.BLANK: Kind.BLANK,
    BlockKind.FURNITURE: Kind.FURNITURE,
    BlockKind.COMMENT: Kind.COMMENT,
}
_COUNTED = {
    Kind.HEADER: ("header", "header"),
    Kind.ORGAN: ("organ", "organ"),
    Kind.HEADING: ("heading", "heading"),
    Kind.PREAMBULAR: ("PP", "recital"),
    Kind.OPERATIVE: ("OP", "para"),
    Kind.TEXT: ("text", "text"),
}


_NUMBERED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})


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
        if len(block.lines) == 1 and len(block.lines[0].pieces) == 1:
            ((text, origin),) = block.lines[0].pieces
            self.starts.append(start)
            self.origins.append(block.lines[0].start + origin)
            self.texts += (text, "\n")
            end = start + len(text)
            self.length = end + 1
            return start, end
        before = ""
        for line, pieces in block.lines:
            if before and not (before.endswith("-") and pieces[0].text[:1].isalnum()):
                self._append(" ")
            for piece in pieces:
                self.starts.append(self.length)
                self.origins.append(line + piece.origin)
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


class _Builder:
    """Turns the parsed blocks into nodes; counts siblings for their addresses."""

    def __init__(
        self,
        blocks: Sequence[Block],
        stretches: Sequence[tuple[int, int]],
        markers: Mapping[int, Label],
        reading: Reading,
    ) -> None:
        self.blocks = blocks
        self.stretches = stretches
        self.markers = markers
        self.reading = reading
        self.addresses: dict[str, int] = {}

    def draft(self, tree: Tree[int]) -> list[Node]:
        nodes: list[Node] = []
        for child in tree.branches():
            if child.name == "part":
                nodes.extend(self._elements(child, "", ""))
            elif child.name == "section":
                nodes.extend(self._section(child))
            else:
                nodes.append(self._annex(child))
        return nodes

    def _section(self, tree: Tree[int]) -> Iterator[Node]:
        """Yield the letter of an operative part as a heading, and the part's nodes after it."""
        index = _index(tree)
        letter = self._text(index).split()[-1]
        address = self._unique(f"Part {letter}")
        identifier = _numbered_again(f"part_{letter}", address)
        yield self._node(Kind.HEADING, index, address, identifier, (), letter)
        for child in tree.branches():
            yield from self._elements(child, f"{address}, ", f"{identifier}__")

    def _annex(self, tree: Tree[int]) -> Node:
        index = _index(tree)
        name, number = _annex_name(self._text(index))
        address = self._unique(f"{name} {number}".strip())
        identifier = address.lower().replace(" ", "_").replace("#", "")
        children: list[Node] = []
        for child in tree.branches():
            children.extend(self._elements(child, f"{address}, ", f"{identifier}__"))
        return self._node(Kind.ANNEX, index, address, identifier, children, number)

    def _elements(self, tree: Tree[int], prefix: str, id_prefix: str) -> Iterator[Node]:
        counts: defaultdict[Kind, int] = defaultdict(int)
        for child in tree.branches():
            kind = _KINDS[child.name]
            index = _index(child)
            counts[kind] += 1
            word, id_word = _COUNTED[kind]
            label = self.blocks[index].label if index >= 0 and kind in _NUMBERED else ""
            counted = paragraph_name(label) if label else str(counts[kind])
            number = counted if label or kind is Kind.OPERATIVE else ""
            address = f"{word} {counted}"
            identifier = f"{id_word}_{counted.replace(' ', '')}"
            address = self._unique(prefix + address)
            identifier = _numbered_again(id_prefix + identifier, address)
            children = self._below(child, address, identifier)
            if index < 0:
                yield from children
            else:
                yield self._node(kind, index, address, identifier, children, number)

    def _below(self, tree: Tree[int], address: str, identifier: str) -> list[Node]:
        nodes: list[Node] = []
        if len(tree.children) == 1:
            return nodes
        for below in tree.branches():
            counts: defaultdict[str, int] = defaultdict(int)
            for child in below.branches():
                index = _index(child)
                kind = _KINDS[child.name]
                label = self.markers.get(index)
                word = label.marker if label and not label.number else "" if label else child.name
                if word:
                    counts[word] += 1
                    own, own_id = f", {word} {counts[word]}", f"{word}_{counts[word]}"
                    number = ""
                else:
                    assert label is not None
                    number = f"{label.number} {label.latin}".strip()
                    own = f" {number}." if label.marker.endswith(".") else f" ({number})"
                    own_id = f"point_{number.replace(' ', '')}"
                child_address = self._unique(address + own)
                child_id = _numbered_again(f"{identifier}__{own_id}", child_address)
                children = self._below(child, child_address, child_id)
                marker = label.marker if label else ""
                nodes.append(
                    self._node(kind, index, child_address, child_id, children, number, marker)
                )
        return nodes

    def _unique(self, address: str) -> str:
        times = self.addresses.get(address, 0) + 1
        self.addresses[address] = times
        return address if times == 1 else f"{address} #{times}"

    def _text(self, index: int) -> str:
        start, end = self.stretches[index]
        return self.reading.text[start:end]

    def _node(
        self,
        kind: Kind,
        index: int,
        address: str,
        identifier: str,
        children: Sequence[Node],
        number: str = "",
        marker: str = "",
    ) -> Node:
        block = self.blocks[index]
        start, end = self.stretches[index]
        return Node(
            kind,
            block.label,
            address,
            identifier,
            tuple(block.parts),
            start,
            end,
            self.reading.text[start:end],
            number,
            marker,
            block.label_span,
            tuple(children),
        )


def _annex_name(title: str) -> tuple[str, str]:
    """Return how an annex is called and numbered: ("Annex", "II"); a mere title is an annex."""
    if not line_pattern("ANNEX").match(title):
        return "Annex", ""
    name, *rest = title.split(maxsplit=2)
    number = rest[0].strip(":.–—-") if rest else ""
    numbered = number.isalnum() and (number.isdigit() or number.isupper()) and len(number) < 6
    return name.strip(":.–—-").capitalize(), number if numbered else ""


def _index(tree: Tree[int]) -> int:
    """Return which block a rule of the grammar begins with."""
    index = tree.children[0]
    assert isinstance(index, int)
    return index


def _numbered_again(identifier: str, address: str) -> str:
    """Give the id of a repeated address the same number: "para_7_2" for "OP 7 #2"."""
    if " #" not in address:
        return identifier
    return f"{identifier}_{address.rpartition(' #')[2]}"


def build_tree(blocks: Sequence[Block]) -> tuple[tuple[Node, ...], Reading]:
    """Nest the blocks of a draft; return its top-level nodes in source order and its reading."""
    read = [block for block in blocks if block.kind not in _SET_ASIDE]
    words = _Words()
    stretches = [words.add(block) for block in read]
    reading = words.reading()
    tokens, markers = nest(read)
    parse: Parse[int] = Parse(draft_tables(), "draft")
    for kind, index in tokens:
        taken = parse.feed(kind, index)
        assert taken, kind
    nodes = _Builder(read, stretches, markers, reading).draft(parse.finish())
    aside = [_aside(block) for block in blocks if block.kind in _SET_ASIDE]
    body = sorted([*nodes, *aside], key=lambda node: node.parts[0].start)
    return tuple(body), reading


def _aside(block: Block) -> Node:
    parts: tuple[Span, ...] = tuple(block.parts)
    return Node(_SET_ASIDE[block.kind], "", "", "", parts, 0, 0, "")
