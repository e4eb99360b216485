"""The table of references: each beside what it points at."""

from collections.abc import Iterator
from itertools import groupby

from checker.index import Index
from checker.index.pointers import Pointer
from checker.mentions import Mention, Reference
from checker.tables.places import opening_of, place_of
from checker.tables.rows import ReferenceRow, TargetRow


def reference_rows(index: Index) -> Iterator[ReferenceRow]:
    """Yield every reference to a paragraph once, in reading order."""
    for _, pointers in groupby(index.pointers, key=lambda pointer: id(pointer.reference)):
        targets = list(pointers)
        reference = targets[0].reference
        yield ReferenceRow(
            place_of(index, _whole(index, reference)),
            reference.whose,
            reference.instrument,
            tuple(_target(index, pointer) for pointer in targets),
        )


def _whole(index: Index, reference: Reference) -> Mention:
    """Return a reference with the whole name of the instrument in which it ends."""
    name = reference.instrument
    high = reference.end + len(name)
    start = index.text.find(name, reference.start, high) if name else -1
    end = max(reference.end, start + len(name)) if 0 <= start < reference.end else reference.end
    return Mention(reference.start, end, index.span(reference.start, end))


def _target(index: Index, pointer: Pointer) -> TargetRow:
    target = pointer.target
    return TargetRow(
        label=str(target.first),
        last=str(target.last) if target.last else "",
        direction=target.direction,
        outcome=pointer.outcome,
        missing=str(pointer.missing) if pointer.missing else "",
        found=tuple(opening_of(index, node) for node in pointer.nodes),
    )
