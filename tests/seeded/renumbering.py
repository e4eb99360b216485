"""Paragraphs deleted, inserted and moved, with their numbers put right and references left alone.

What becomes of a reference is worked out from the numbers alone. It is *astray* where it now points
nowhere, at its own paragraph or in the wrong direction, which can be told without reading; it is
*shifted* where it points at another paragraph in the right direction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.draft import Node
from checker.index.parts import find_item
from checker.index.pointers import Outcome, Pointer
from checker.mentions import Direction
from checker.source import Span
from tests.seeded.accident import Accident, Base, Change

INSERTED = "Requests the parties to the Merrin accord to keep the crossing at Talva open;"


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The references that an accident left wrong."""

    astray: tuple[Pointer, ...]
    shifted: tuple[Pointer, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where they stand."""
        return tuple(pointer.reference.span for pointer in (*self.astray, *self.shifted))


@dataclass(frozen=True, slots=True)
class Reordering:
    """An accident that changes which paragraph has which number."""

    accident: Accident
    outcomes: Outcomes


def internal(base: Base) -> list[Pointer]:
    """Return the references by which the draft surely means one paragraph of its own."""
    return [
        pointer
        for pointer in base.index.pointers
        if base.numbered
        and pointer.outcome is Outcome.FOUND
        and pointer.reference.anchored
        and pointer.target.last is None
        and pointer.target.first.number.isdigit()
        and not pointer.part.name
        and base.is_prose(pointer.reference)
        and base.is_prose(pointer.target)
    ]


def outcomes(base: Base, order: Sequence[Node | None]) -> Outcomes:
    """Say what becomes of the references when paragraphs stand in another order.

    Args:
        base: the correct text.
        order: its operative paragraphs as they stand then, None for a new one.
    """
    place = {id(node): number for number, node in enumerate(order, 1) if node is not None}
    astray, shifted = [], []
    for pointer in internal(base):
        home = 0
        if pointer.paragraph is not None:
            if id(pointer.paragraph) not in place:
                continue
            home = place[id(pointer.paragraph)]
        number = int(pointer.target.first.number)
        meant = order[number - 1] if number <= len(order) else None
        if meant is base.numbered[number - 1]:
            continue
        if _is_astray(pointer, number, home, len(order)):
            astray.append(pointer)
        elif _has_items(pointer, meant):
            shifted.append(pointer)
    return Outcomes(tuple(astray), tuple(shifted))


def _is_astray(pointer: Pointer, number: int, home: int, last: int) -> bool:
    direction = pointer.target.direction
    if number > last or number == home:
        # A paragraph may well speak of another item of its own.
        return number > last or not pointer.target.first.items
    return (direction is Direction.ABOVE) == (number > home) and direction is not None


def _has_items(pointer: Pointer, meant: Node | None) -> bool:
    items = pointer.target.first.items
    return not items or (meant is not None and find_item(meant, items) is not None)


def deletions(base: Base) -> Iterator[Reordering]:
    """Delete one paragraph that no other refers to."""
    meant = {id(base.index.paragraph(node)) for p in base.index.pointers for node in p.nodes}
    for gone in base.movable:
        if id(gone) in meant:
            continue
        order = [node for node in base.numbered if node is not gone]
        yield _reordering(base, order, [Change(gone.hull, "")])


def insertions(base: Base) -> Iterator[Reordering]:
    """Insert a paragraph."""
    for place, following in enumerate(base.numbered):
        order = [*base.numbered[:place], None, *base.numbered[place:]]
        start = following.hull.start
        new = Change(Span(start, start), f"{place + 1}. {INSERTED}\n\n")
        yield _reordering(base, order, [new])


def moves(base: Base) -> Iterator[Reordering]:
    """Move a paragraph to another place."""
    for node in base.movable:
        place = int(node.number) - 1
        rest = [other for other in base.numbered if other is not node]
        for distance in (-5, -3, -2, -1, 1, 2, 3, 5):
            if 0 <= place + distance < len(rest) - 1:
                order = [*rest[: place + distance], node, *rest[place + distance :]]
                yield moved(base, order, node)


def moved(base: Base, order: Sequence[Node], node: Node) -> Reordering:
    """Move a paragraph to where it stands in a new order."""
    number = order.index(node) + 1
    start = order[number].hull.start if number < len(order) else order[number - 2].hull.end
    lifted = Change(node.hull, "")
    dropped = Change(Span(start, start), f"{relabelled_text(base, node, number)}\n\n", marked=True)
    changed = _reordering(base, order, [lifted, dropped], but=node)
    own = any(p.paragraph is node for p in (*changed.outcomes.astray, *changed.outcomes.shifted))
    # The references that stand in the paragraph move with it; the words that are dropped hold them.
    changes = tuple(
        Change(change.span, change.text, marked=change.marked and own)
        for change in changed.accident.changes
    )
    near = tuple(span for span in changed.outcomes.spans if not node.hull.covers(span))
    return Reordering(Accident(changes, near), changed.outcomes)


def relabelled_text(base: Base, node: Node, number: int) -> str:
    """Return the words of a paragraph as they stand in the source, with another number."""
    assert node.label_span is not None
    label = base.relabelled(node, str(number)).text
    start, end = node.hull.start, node.hull.end
    before, after = (
        base.source[start : node.label_span.start],
        base.source[node.label_span.end : end],
    )
    return f"{before}{label}{after}".rstrip()


def _reordering(
    base: Base, order: Sequence[Node | None], changes: list[Change], but: Node | None = None
) -> Reordering:
    changes += [
        base.relabelled(node, str(number))
        for number, node in enumerate(order, 1)
        if node is not None and node is not but and node.number != str(number)
    ]
    found = outcomes(base, order)
    return Reordering(Accident(tuple(changes), found.spans), found)


def _astray(reorderings: Iterator[Reordering]) -> Iterator[Accident]:
    return (one.accident for one in reorderings if one.outcomes.astray)


def _shifted(reorderings: Iterator[Reordering]) -> Iterator[Accident]:
    for one in reorderings:
        if one.outcomes.shifted and not one.outcomes.astray:
            yield one.accident


def deleted_astray(base: Base) -> Iterator[Accident]:
    """A paragraph is deleted; a reference points nowhere, at itself or the wrong way."""
    return _astray(deletions(base))


def deleted_shifted(base: Base) -> Iterator[Accident]:
    """A paragraph is deleted; references point at other paragraphs."""
    return _shifted(deletions(base))


def inserted_astray(base: Base) -> Iterator[Accident]:
    """A paragraph is inserted; a reference points at itself or the wrong way."""
    return _astray(insertions(base))


def inserted_shifted(base: Base) -> Iterator[Accident]:
    """A paragraph is inserted; references point at other paragraphs."""
    return _shifted(insertions(base))


def moved_astray(base: Base) -> Iterator[Accident]:
    """A paragraph is moved; a reference points at itself or the wrong way."""
    return _astray(moves(base))


def moved_shifted(base: Base) -> Iterator[Accident]:
    """A paragraph is moved; references point at other paragraphs."""
    return _shifted(moves(base))


def _swaps(base: Base) -> Iterator[tuple[Accident, bool]]:
    """Exchange the numbers of two references, and say whether one is astray then."""
    plain = [p for p in internal(base) if not p.target.first.items and p.paragraph is not None]
    single = [next(same) for _, same in groupby(plain, key=lambda p: id(p.reference))]
    for place, one in enumerate(single):
        for other in single[place + 1 : place + 4]:
            numbers = one.target.first.number, other.target.first.number
            if numbers[0] == numbers[1]:
                continue
            pairs = ((one, numbers[1]), (other, numbers[0]))
            changes = tuple(renamed(base, pointer, number) for pointer, number in pairs)
            astray = any(
                _is_astray(p, int(number), int(p.paragraph.number), len(base.numbered))
                for p, number in pairs
                if p.paragraph is not None
            )
            spans = one.reference.span, other.reference.span
            yield Accident(changes, spans), astray


def renamed(base: Base, pointer: Pointer, number: str) -> Change:
    """Let a reference name another paragraph."""
    start = pointer.target.start
    old = pointer.target.first.number
    return Change(base.span(start, start + len(old)), number, marked=True)


def swapped_astray(base: Base) -> Iterator[Accident]:
    """Two references are exchanged; one of them points at itself or the wrong way."""
    return (accident for accident, astray in _swaps(base) if astray)


def swapped_shifted(base: Base) -> Iterator[Accident]:
    """Two references are exchanged; both still point in the right direction."""
    return (accident for accident, astray in _swaps(base) if not astray)
