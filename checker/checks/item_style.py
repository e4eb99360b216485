"""Checks of the markers of items: their degree, and items that cannot be cited."""

from collections.abc import Iterator

from checker.checks.places import place_of
from checker.checks.registry import Need, check
from checker.draft import Kind, Node
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.index.parts import items_of
from checker.records import Record
from checker.source import Span

_DEGREES = (("first", "(a)"), ("second", "(i)"), ("third", "a."), ("fourth", "i."))
_UNMARKED = frozenset({"dash", "bullet"})
_SHORTEST = 40


class _List(Record):
    """The marked items of one list: the first of them, and the degree of all."""

    first: Node
    degree: int

    @property
    def usual(self) -> bool:
        """Whether its marker is the one of its degree."""
        return self.first.marker == _DEGREES[self.degree][1]


@check("item-marker")
def item_marker(index: Index) -> Iterator[Evidence]:
    """Say which paragraphs mark their items otherwise than their degree asks."""
    lists = [(paragraph, list(_lists(paragraph, 0))) for paragraph in index.operative]
    usual = {
        each.degree: each.first for _, found in reversed(lists) for each in found if each.usual
    }
    for _, found in lists:
        wrong = [each for each in found if not each.usual]
        if not wrong:
            continue
        first = wrong[0]
        degree, right = _DEGREES[first.degree]
        values = {"marker": first.first.label.strip("[] "), "degree": degree, "right": right}
        related = tuple(
            Related("again", _label(index, each.first), {"marker": each.first.label})
            for each in wrong[1:]
        )
        if first.degree in usual:
            related = (place_of(index, usual[first.degree]), *related)
        yield Evidence(_label(index, first.first), values=values, related=related)


def _lists(node: Node, degree: int) -> Iterator[_List]:
    """Yield the marked lists under a node; dashes and bullets are of no degree."""
    if degree == len(_DEGREES):
        return
    items = list(items_of(node))
    marked = [item for item in items if item.marker not in _UNMARKED]
    if marked:
        yield _List(marked[0], degree)
    for item in items:
        yield from _lists(item, degree + (item.marker not in _UNMARKED))


@check("unmarked-item", needs=Need.NUMBERS)
def unmarked_item(index: Index) -> Iterator[Evidence]:
    """Say which paragraphs have parts that cannot be cited: case "item" or "text"."""
    if not index.draft.numbered:
        return
    for paragraph in index.operative:
        found = sorted(_unmarked(paragraph), key=lambda node: node.start)
        if not found:
            continue
        related = tuple(Related("again", _opening(index, node)) for node in found[1:])
        case = "text" if found[0].kind is Kind.TEXT else "item"
        yield Evidence(_opening(index, found[0]), case, related=related)


def _unmarked(node: Node) -> Iterator[Node]:
    """Yield what stands under a node without a number or letter of its own."""
    items = list(items_of(node))
    listed = [item for item in items if item.marker in _UNMARKED]
    # A single dash or bullet is more often one of a conversion than a list.
    if len(listed) > 1:
        yield from listed
    if node.kind is Kind.ITEM:
        yield from _further_texts(node)
    for item in items:
        yield from _unmarked(item)


def _further_texts(item: Node) -> Iterator[Node]:
    """Yield the second and later paragraphs of an item, not the words that close its sentence."""
    before = item.text
    for child in item.children:
        if child.kind is not Kind.TEXT:
            return
        if (
            before.endswith((";", "."))
            and child.text[:1].isupper()
            and len(child.text) >= _SHORTEST
            and child.text.endswith((";", ".", ":"))
        ):
            yield child
        before = child.text


def _label(index: Index, node: Node) -> Span:
    return node.label_span or index.opening(node)


def _opening(index: Index, node: Node) -> Span:
    """Return the mark and the first words of a node."""
    words = index.opening(node, 3)
    return words if node.label_span is None else Span(node.label_span.start, words.end)
