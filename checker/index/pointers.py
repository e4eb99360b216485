"""Pointers: every reference with the paragraph or item it points at."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from checker.draft import Kind, Node
from checker.index.parts import Part, annex_key, annexes_by_label, find_item, items_of
from checker.mentions import Label, Reference, Target, Whose
from checker.records import Record


class Outcome(Enum):
    """What became of looking a target up."""

    FOUND = auto()
    NO_PARAGRAPH = auto()
    NO_ITEM = auto()
    NO_ANNEX = auto()
    ELSEWHERE = auto()
    UNKNOWN = auto()


class Pointer(Record):
    """One target of one reference, looked up.

    Attributes:
        reference: the reference as written.
        target: the paragraph or range within it.
        home: the innermost node in which the reference stands.
        paragraph: the numbered paragraph in which it stands, or None in a preamble or a heading.
        part: the part whose numbering is meant.
        outcome: what became of looking it up; ELSEWHERE for another instrument's paragraph,
            UNKNOWN where nothing can be said.
        nodes: the paragraph or item found, or the first and last of a range.
        missing: the label that was not found, or None.
        nearest: for a missing item, the paragraph or item under which it was looked for.
    """

    reference: Reference
    target: Target
    home: Node
    paragraph: Node | None
    part: Part
    outcome: Outcome
    nodes: tuple[Node, ...] = ()
    missing: Label | None = None
    nearest: Node | None = None


def look_up(
    references: Sequence[Reference],
    homes: Sequence[tuple[Part, tuple[Node, ...]]],
    parts: Sequence[Part],
) -> tuple[Pointer, ...]:
    """Look every target up.

    Args:
        references: the references of the draft.
        homes: for each reference, the part and the nodes in which it stands, outermost first.
        parts: the main text and the annexes.
    """
    pointers: list[Pointer] = []
    annexes = annexes_by_label(parts)
    for reference, (home_part, path) in zip(references, homes, strict=True):
        part = _part_meant(reference, home_part, parts[0], annexes)
        pointers.extend(
            _pointer(reference, target, path, part, home_part, parts[0])
            for target in reference.targets
        )
    return tuple(pointers)


def _part_meant(
    reference: Reference, home: Part, main: Part, annexes: Mapping[str, Part]
) -> Part | None:
    """Return the part whose numbering a reference means, None for an annex that is not there."""
    if not reference.annex:
        return main if reference.whose is Whose.THIS and not _directed(reference) else home
    if reference.annex == "this":
        return home
    return annexes.get(annex_key(reference.annex))


def _directed(reference: Reference) -> bool:
    return any(target.direction for target in reference.targets)


def _pointer(
    reference: Reference,
    target: Target,
    path: tuple[Node, ...],
    part: Part | None,
    home_part: Part,
    main: Part,
) -> Pointer:
    home = path[-1]
    paragraph = next((node for node in path if node.kind is Kind.OPERATIVE), None)
    if reference.whose is Whose.OTHER:
        return Pointer(reference, target, home, paragraph, home_part, Outcome.ELSEWHERE)
    if part is None:
        return Pointer(reference, target, home, paragraph, home_part, Outcome.NO_ANNEX)
    if part is not home_part and not target.first.number:
        return Pointer(reference, target, home, paragraph, home_part, Outcome.UNKNOWN)
    number = target.first.number
    if not part.operative or (number and not part.paragraphs(number) and main.paragraphs(number)):
        # An annex also speaks of the paragraphs of the resolution that it belongs to.
        part = main if part is home_part and part.name else part
    if not part.operative:
        return Pointer(reference, target, home, paragraph, part, Outcome.UNKNOWN)
    found: list[Node] = []
    for label in (target.first, target.last):
        if label is None:
            continue
        outcome, node, nearest = _find(label, path, part, home_part)
        if outcome is not Outcome.FOUND or node is None:
            return Pointer(
                reference, target, home, paragraph, part, outcome, tuple(found), label, nearest
            )
        found.append(node)
    return Pointer(reference, target, home, paragraph, part, Outcome.FOUND, tuple(found))


def _find(
    label: Label, path: tuple[Node, ...], part: Part, home: Part
) -> tuple[Outcome, Node | None, Node | None]:
    if not label.number:
        return _find_near(label, path, home)
    around = next((node for node in path if node.kind is Kind.OPERATIVE), None)
    paragraph = part.paragraph(label.number, around)
    if paragraph is None:
        return Outcome.NO_PARAGRAPH, None, None
    node = find_item(paragraph, label.items)
    if node is not None:
        return Outcome.FOUND, node, None
    if part.inline_items(paragraph).issuperset(label.items):
        return Outcome.FOUND, paragraph, None
    nearest = paragraph
    for step in label.items:
        inner = find_item(nearest, (step,))
        if inner is None:
            break
        nearest = inner
    return Outcome.NO_ITEM, None, nearest


def _find_near(
    label: Label, path: tuple[Node, ...], home: Part
) -> tuple[Outcome, Node | None, Node | None]:
    """Find "sub-paragraph (c)" among the items around the reference, the innermost list first."""
    around = [node for node in path if node.kind in {Kind.OPERATIVE, Kind.ITEM, Kind.TEXT}]
    for node in reversed(around):
        found = find_item(node, label.items)
        if found is not None:
            return Outcome.FOUND, found, None
    if not around or around[0].kind is not Kind.OPERATIVE or not any(items_of(around[0])):
        return Outcome.UNKNOWN, None, None
    if home.inline_items(around[0]).issuperset(label.items):
        return Outcome.FOUND, around[0], None
    return Outcome.NO_ITEM, None, around[0]
