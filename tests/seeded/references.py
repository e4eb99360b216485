"""Accidents of single references."""

import re
from collections.abc import Iterator

from checker.index.parts import items_of
from checker.index.pointers import Outcome, Pointer
from checker.mentions import Direction
from tests.seeded.accident import Accident, Base, Change
from tests.seeded.renumbering import internal, renamed

_INLINE = re.compile(r"\([a-z]{1,3}\)")
_BEYOND = (1, 2, 10)


def turned(base: Base) -> Iterator[Accident]:
    """ "Above" is written for "below", or the reverse."""
    for pointer in internal(base):
        direction = pointer.target.direction
        words = base.read[pointer.target.start : pointer.target.end]
        if direction is None or not words.endswith(direction) or _is_at_home(base, pointer):
            continue
        other = Direction.BELOW if direction is Direction.ABOVE else Direction.ABOVE
        end = pointer.target.end
        change = Change(base.span(end - len(direction), end), str(other), marked=True)
        yield Accident((change,), (pointer.reference.span,))


def _is_at_home(base: Base, pointer: Pointer) -> bool:
    return any(base.index.paragraph(node) is pointer.paragraph for node in pointer.nodes)


def beyond_the_end(base: Base) -> Iterator[Accident]:
    """A reference names a paragraph behind the last one."""
    for pointer in internal(base):
        for more in _BEYOND:
            number = str(len(base.numbered) + more)
            yield Accident((renamed(base, pointer, number),), (pointer.reference.span,))


def missing_item(base: Base) -> Iterator[Accident]:
    """A reference names an item that its paragraph does not have."""
    for pointer in internal(base):
        (node,) = pointer.nodes
        top = base.index.paragraph(node)
        label = pointer.target.first
        start = pointer.target.start
        end = start + len(label.number)
        if not label.items and not top.children and not _INLINE.search(top.text):
            change = Change(base.span(start, end), f"{label.number} (c)", marked=True)
            yield Accident((change,), (pointer.reference.span,))
        items = [item for item in items_of(top) if item.number]
        written = f"{label.number} ({label.items[0]})" if label.items else ""
        if len(label.items) == 1 and base.read.startswith(written, start) and items:
            lost = chr(ord("a") + len(items))
            change = Change(
                base.span(start, start + len(written)), f"{label.number} ({lost})", marked=True
            )
            if items[0].marker == "(a)" and f"({lost})" not in base.words(top):
                yield Accident((change,), (pointer.reference.span,))


def range_turned_round(base: Base) -> Iterator[Accident]:
    """A range runs from the higher number to the lower."""
    for pointer in base.index.pointers:
        first, last = pointer.target.first, pointer.target.last
        if (
            last is None
            or pointer.outcome is not Outcome.FOUND
            or not base.is_prose(pointer.target)
        ):
            continue
        start, end = pointer.target.start, pointer.target.end
        place = base.read.rfind(str(last), start, end)
        if place > start and base.read.startswith(str(first), start):
            changes = (
                Change(base.span(start, start + len(str(first))), str(last), marked=True),
                Change(base.span(place, place + len(str(last))), str(first), marked=True),
            )
            yield Accident(changes, (pointer.reference.span,))


def itself(base: Base) -> Iterator[Accident]:
    """A paragraph is copied with a reference to the place to which it is copied."""
    for pointer in internal(base):
        if pointer.paragraph is not None and not pointer.target.first.items:
            own = pointer.paragraph.number
            if not _is_at_home(base, pointer):
                yield Accident((renamed(base, pointer, own),), (pointer.reference.span,))
