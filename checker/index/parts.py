"""Parts: the main text and the annexes, each with its own numbering."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.draft import Draft, Kind, Node
from checker.mentions import Label
from checker.parsing.labels import letter_value, roman_value


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The main text or one annex.

    Attributes:
        name: "" for the main text, else the address of the annex: "Annex I".
        nodes: its top-level nodes in reading order.
        preambular: its preambular paragraphs.
        operative: its numbered paragraphs.
    """

    name: str
    nodes: tuple[Node, ...]
    preambular: tuple[Node, ...] = field(init=False)
    operative: tuple[Node, ...] = field(init=False)
    _by_number: dict[str, Node] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the paragraphs out once."""
        preambular = tuple(node for node in self.nodes if node.kind is Kind.PREAMBULAR)
        operative = tuple(node for node in self.nodes if node.kind is Kind.OPERATIVE)
        by_number: dict[str, Node] = {}
        for node in operative:
            by_number.setdefault(node.number, node)
        object.__setattr__(self, "preambular", preambular)
        object.__setattr__(self, "operative", operative)
        object.__setattr__(self, "_by_number", by_number)

    def paragraph(self, number: str) -> Node | None:
        """Return the numbered paragraph, "28" or "7 bis"; the first where a number repeats."""
        return self._by_number.get(number)

    @property
    def last_number(self) -> int:
        """The highest plain number of its paragraphs, 0 if it has none."""
        return max((int(node.number.split()[0]) for node in self.operative), default=0)


def parts_of(draft: Draft) -> tuple[Part, ...]:
    """Return the main text and then the annexes."""
    main = tuple(node for node in draft.body if node.kind is not Kind.ANNEX)
    annexes = (node for node in draft.body if node.kind is Kind.ANNEX)
    return (Part("", main), *(Part(annex.address, annex.children) for annex in annexes))


def items_of(node: Node) -> Iterator[Node]:
    """Yield the items directly under a node; those under its unmarked texts count as its own."""
    for child in node.children:
        if child.kind is Kind.ITEM:
            yield child
        elif child.kind is Kind.TEXT:
            yield from items_of(child)


def find_item(node: Node, path: Sequence[str]) -> Node | None:
    """Follow item labels down from a paragraph: ("c", "ii") or ("dash 2",)."""
    for step in path:
        word, _, place = step.partition(" ")
        if word == "dash" and place.isdigit():
            unnumbered = [item for item in items_of(node) if not item.number]
            found = unnumbered[int(place) - 1] if int(place) <= len(unnumbered) else None
        else:
            found = next((item for item in items_of(node) if item.number == step), None)
        if found is None:
            return None
        node = found
    return node


def label_order(label: Label) -> tuple[int, ...]:
    """Return a key by which the labels of one list are in order; () where they have none."""
    number = label.number.split()
    key = [int(number[0])] if number else [0]
    for item in label.items:
        value = letter_value(item) or roman_value(item)
        key.append(int(item) if item.isdigit() else value)
    return tuple(key)
