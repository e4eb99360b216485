"""The outline of a draft: what each block is in its tree, how it is numbered and called.

It hangs on the kinds and labels of the blocks and on the titles of annexes, not on their words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from checker.draft import Kind
from checker.parsing.blocks import Shape
from checker.parsing.driver import Parse, Tree
from checker.parsing.grammars import draft_tables, line_pattern
from checker.parsing.labels import Label, paragraph_name
from checker.parsing.nesting import nest

_KINDS = {
    "header": Kind.HEADER,
    "organ": Kind.ORGAN,
    "heading": Kind.HEADING,
    "preambular": Kind.PREAMBULAR,
    "operative": Kind.OPERATIVE,
    "text": Kind.TEXT,
    "item": Kind.ITEM,
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


# One element of a draft without its words: what it is, which block it is among those that are read,
# its address, its id after the Akoma Ntoso naming convention, what its label counts, the kind of
# marker of an item, and what stands under it. There are hundreds, so it is a bare tuple.
Outline: TypeAlias = tuple[Kind, int, str, str, str, str, tuple["Outline", ...]]


def outline_of(shapes: Sequence[Shape]) -> tuple[Outline, ...]:
    """Nest the blocks of a draft by their shapes; return its top-level elements in order."""
    tokens, markers = nest(shapes)
    parse: Parse[int] = Parse(draft_tables(), "draft")
    for kind, index in tokens:
        taken = parse.feed(kind, index)
        assert taken, kind
    return tuple(_Outliner(shapes, markers).draft(parse.finish()))


class _Outliner:
    """Turns parsed shapes into an outline; counts siblings for their addresses."""

    def __init__(self, shapes: Sequence[Shape], markers: Mapping[int, Label]) -> None:
        self.shapes = shapes
        self.markers = markers
        self.addresses: dict[str, int] = {}

    def draft(self, tree: Tree[int]) -> list[Outline]:
        outlines: list[Outline] = []
        for child in tree.branches():
            if child.name == "part":
                outlines.extend(self._elements(child, "", ""))
            elif child.name == "section":
                outlines.extend(self._section(child))
            else:
                outlines.append(self._annex(child))
        return outlines

    def _section(self, tree: Tree[int]) -> Iterator[Outline]:
        """Yield the letter of an operative part as a heading, and what stands in the part."""
        index = _index(tree)
        letter = self.shapes[index].title.split()[-1]
        address = self._unique(f"Part {letter}")
        identifier = _numbered_again(f"part_{letter}", address)
        yield (Kind.HEADING, index, address, identifier, letter, "", ())
        for child in tree.branches():
            yield from self._elements(child, f"{address}, ", f"{identifier}__")

    def _annex(self, tree: Tree[int]) -> Outline:
        index = _index(tree)
        name, number = _annex_name(self.shapes[index].title)
        address = self._unique(f"{name} {number}".strip())
        identifier = address.lower().replace(" ", "_").replace("#", "")
        children: list[Outline] = []
        for child in tree.branches():
            children.extend(self._elements(child, f"{address}, ", f"{identifier}__"))
        return (Kind.ANNEX, index, address, identifier, number, "", tuple(children))

    def _elements(self, tree: Tree[int], prefix: str, id_prefix: str) -> Iterator[Outline]:
        counts: defaultdict[Kind, int] = defaultdict(int)
        for child in tree.branches():
            kind = _KINDS[child.name]
            index = _index(child)
            counts[kind] += 1
            word, id_word = _COUNTED[kind]
            label = self.shapes[index].label if index >= 0 and kind in _NUMBERED else ""
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
                yield (kind, index, address, identifier, number, "", tuple(children))

    def _below(self, tree: Tree[int], address: str, identifier: str) -> list[Outline]:
        outlines: list[Outline] = []
        if len(tree.children) == 1:
            return outlines
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
                outlines.append(
                    (kind, index, child_address, child_id, number, marker, tuple(children))
                )
        return outlines

    def _unique(self, address: str) -> str:
        times = self.addresses.get(address, 0) + 1
        self.addresses[address] = times
        return address if times == 1 else f"{address} #{times}"


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
