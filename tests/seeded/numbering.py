"""Accidents of the numbers of paragraphs and the letters of items."""

from collections.abc import Iterator
from itertools import pairwise

from checker.draft import Node
from checker.index.parts import items_of
from checker.source import Span
from tests.seeded.accident import Accident, Base, Change
from tests.seeded.renumbering import INSERTED


def deleted(base: Base) -> Iterator[Accident]:
    """A paragraph is deleted, the others keep their numbers."""
    for node in base.movable:
        following = base.numbered[int(node.number)]
        assert following.label_span is not None
        yield Accident((Change(node.hull, ""),), (following.label_span,))


def inserted(base: Base) -> Iterator[Accident]:
    """A paragraph is inserted under the number of the next one."""
    for node in base.numbered:
        start = node.hull.start
        new = Change(Span(start, start), f"{node.number}. {INSERTED}\n\n", marked=True)
        yield Accident((new,), (node.label_span or node.hull,))


def moved(base: Base) -> Iterator[Accident]:
    """A paragraph is moved with its number."""
    for node in base.movable:
        for distance in (-4, -2, 2, 4):
            place = int(node.number) - 1 + distance
            if 0 <= place < len(base.numbered) - 1:
                start = base.numbered[place].hull.start
                words = base.source[node.hull.start : node.hull.end].rstrip()
                dropped = Change(Span(start, start), f"{words}\n\n", marked=True)
                gap = base.numbered[int(node.number)]
                near = (gap.label_span or gap.hull, base.numbered[place].hull)
                yield Accident((Change(node.hull, ""), dropped), near)


def repeated(base: Base) -> Iterator[Accident]:
    """A paragraph has the number of the one before it."""
    for before, node in pairwise(base.numbered):
        yield Accident((base.relabelled(node, before.number, marked=True),))


def skipped(base: Base) -> Iterator[Accident]:
    """A number is left out, and the paragraphs run on from there."""
    for place in range(1, len(base.numbered)):
        later = base.numbered[place:]
        yield Accident(
            tuple(
                base.relabelled(node, str(int(node.number) + 1), marked=node is later[0])
                for node in later
            )
        )


def _lists(base: Base) -> Iterator[list[Node]]:
    """Yield the lists (a), (b), (c) ... of the operative paragraphs."""
    for top in base.numbered:
        for node in top.walk():
            items = [item for item in items_of(node) if item.marker == "(a)"]
            letters = "abcdefghijklmnopqrstuvwxyz"[: len(items)]
            if len(items) >= 3 and "".join(item.number for item in items) == letters:
                yield items


def item_deleted(base: Base) -> Iterator[Accident]:
    """An item is deleted, the others keep their letters."""
    introductions = base.index.draft.mentions.introductions
    for items in _lists(base):
        for item, following in pairwise(items):
            if not any(item.hull.covers(introduction.span) for introduction in introductions):
                yield Accident((Change(item.hull, ""),), (following.label_span or following.hull,))


def item_repeated(base: Base) -> Iterator[Accident]:
    """An item has the letter of the one before it."""
    for items in _lists(base):
        for before, item in pairwise(items):
            yield Accident((base.relabelled(item, before.number, marked=True),))


def item_skipped(base: Base) -> Iterator[Accident]:
    """A letter is left out, and the items run on from there."""
    for items in _lists(base):
        for place in range(1, len(items) if len(items) < 26 else 0):
            later = items[place:]
            yield Accident(
                tuple(
                    base.relabelled(item, chr(ord(item.number) + 1), marked=item is later[0])
                    for item in later
                )
            )
