"""Checks of references from one paragraph of a draft to another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from checker.checks.registry import check
from checker.draft import Kind, Node
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.index.parts import Part, in_order, items_of
from checker.index.pointers import Outcome, Pointer
from checker.mentions import Direction, Label, Reference, Whose
from checker.source import Span

_OPENING = 90
_MISSING = frozenset({Outcome.NO_PARAGRAPH, Outcome.NO_ITEM})


@check("reference-target")
def reference_target(index: Index) -> Iterator[Evidence]:
    """Say which references to this draft point at a paragraph, item or annex it does not have."""
    if not index.draft.numbered:
        return
    for pointer in index.pointers:
        if not _means_this_draft(pointer) or not _ordered(pointer):
            continue
        if pointer.outcome is Outcome.NO_PARAGRAPH and not _is_excerpt(index, pointer.part):
            yield _no_paragraph(index, pointer)
        elif pointer.outcome is Outcome.NO_ITEM and pointer.missing and pointer.nearest:
            yield _no_item(index, pointer, pointer.missing, pointer.nearest)
        elif pointer.outcome is Outcome.UNKNOWN and _lacks_annex(index, pointer.reference):
            yield _no_annex(index, pointer)


@check("reference-direction")
def reference_direction(index: Index) -> Iterator[Evidence]:
    """Say which references say "above" of a paragraph that stands below, or the reverse."""
    order = {id(node): place for place, node in enumerate(index.draft.nodes)}
    for group in _groups(index):
        wrong = [pointer for pointer in group.pointers if _stands_otherwise(index, order, pointer)]
        if wrong and len(wrong) == len(group.pointers):
            yield _wrong_direction(index, group.span, wrong, _swapped(index, group.span))
        else:
            for pointer in wrong:
                yield _wrong_direction(index, pointer.target.span, [pointer], None)


@check("reference-to-itself")
def reference_to_itself(index: Index) -> Iterator[Evidence]:
    """Say which paragraphs and items refer to themselves as a whole."""
    for pointer in index.pointers:
        if pointer.reference.anchored and _is_own(index, pointer):
            number = _name(pointer.nodes[-1], pointer.target.last or pointer.target.first)
            yield Evidence(_span(pointer), _sort(pointer.nodes[-1]), {"number": number})


@check("reference-range")
def reference_range(index: Index) -> Iterator[Evidence]:
    """Say which ranges of paragraphs do not run upwards."""
    for pointer in index.pointers:
        first, last = pointer.target.first, pointer.target.last
        if last is None or _ordered(pointer):
            continue
        case = "same" if first == last else "descending"
        related = tuple(_place(index, node) for node in pointer.nodes[: 2 - (case == "same")])
        yield Evidence(
            _span(pointer), case, {"first": str(first), "last": str(last)}, related=related
        )


@check("reference-owner")
def reference_owner(index: Index) -> Iterator[Evidence]:
    """Say which bare references go beyond the draft without naming another instrument."""
    if not index.draft.numbered or _is_excerpt(index, index.parts[0]):
        return
    told: set[int] = set()
    for pointer in index.pointers:
        reference = pointer.reference
        if reference.whose is not Whose.UNKNOWN or not _ordered(pointer):
            continue
        if id(reference) in told or pointer.missing is None or index.part_of(pointer.home).name:
            continue
        beyond = pointer.outcome is Outcome.NO_PARAGRAPH
        if beyond or (pointer.outcome is Outcome.NO_ITEM and _lists(pointer.nearest)):
            told.add(id(reference))
            yield _unanchored(index, pointer, pointer.missing, beyond=beyond)


# what a finding says


def _no_paragraph(index: Index, pointer: Pointer) -> Evidence:
    label = pointer.missing or pointer.target.first
    part = pointer.part
    last = part.operative[-1]
    values: dict[str, str | int] = {
        "target": label.number,
        "last": part.last_number,
        "part": _part_name(part),
    }
    below, above = _neighbours(part, label)
    if above is None:
        return Evidence(_span(pointer), "paragraph", values, related=(_place(index, last),))
    case = "gap"
    values["after"] = above.number
    related = [_place(index, above)]
    if below is None:
        case = "before"
    else:
        values["before"] = below.number
        related.insert(0, _place(index, below))
    return Evidence(_span(pointer), case, values, related=tuple(related))


def _no_item(index: Index, pointer: Pointer, label: Label, nearest: Node) -> Evidence:
    items = list(items_of(nearest))
    own = nearest.kind is Kind.OPERATIVE
    values: dict[str, str | int] = {
        "target": str(label) if label.number else f"item {label}",
        "holder": _name(nearest, None),
    }
    case = "paragraph" if own else "item"
    if not items:
        return Evidence(
            _span(pointer), f"{case}-without-items", values, related=(_place(index, nearest),)
        )
    last = items[-1]
    values["last"] = last.label.strip("[] ") if last.number else f"dash {len(items)}"
    return Evidence(_span(pointer), f"{case}-items", values, related=(_place(index, last),))


def _no_annex(index: Index, pointer: Pointer) -> Evidence:
    annexes = [part.name for part in index.parts[1:]]
    last = next(node for node in index.draft.nodes if node.address == annexes[-1])
    values = {"annex": pointer.reference.annex, "last": annexes[-1]}
    return Evidence(pointer.reference.span, "annex", values, related=(_place(index, last),))


def _wrong_direction(
    index: Index, span: Span, wrong: Sequence[Pointer], fix: Fix | None
) -> Evidence:
    names = [str(pointer.target.last or pointer.target.first) for pointer in wrong]
    direction = wrong[0].target.direction
    is_above = direction is Direction.BELOW
    values = {
        "target": " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])),
        "direction": "above" if is_above else "below",
        "written": "below" if is_above else "above",
    }
    item = not wrong[0].target.first.number
    case = "item" if item else "several" if len(names) > 1 else "paragraph"
    related = tuple(_place(index, pointer.nodes[-1]) for pointer in wrong)
    return Evidence(span, case, values, related=related, fix=fix)


def _unanchored(index: Index, pointer: Pointer, label: Label, *, beyond: bool) -> Evidence:
    values: dict[str, str | int] = {"target": str(label), "last": pointer.part.last_number}
    if beyond:
        place = _place(index, pointer.part.operative[-1])
        return Evidence(pointer.reference.span, "paragraph", values, related=(place,))
    values["number"] = label.number
    related = tuple(_place(index, node) for node in (pointer.nearest,) if node)
    return Evidence(pointer.reference.span, "item", values, related=related)


def _place(index: Index, node: Node) -> Related:
    """Return a node as the other end of a finding, with its first words."""
    words = next((below.text for below in node.walk() if below.text), node.label)
    if len(words) > _OPENING:
        words = words[:_OPENING].rpartition(" ")[0] + " ..."
    return Related("target", node.label_span or index.opening(node, 3), {"opening": words})


def _span(pointer: Pointer) -> Span:
    """Return the words of one target, with "paragraph" where it is the only one."""
    alone = len(pointer.reference.targets) == 1
    return pointer.reference.span if alone else pointer.target.span


def _name(node: Node, label: Label | None) -> str:
    """Return how an item or paragraph is called in a message: "28 (c)"."""
    if label is not None and label.number:
        return str(label)
    return node.address.rpartition("OP ")[2]


def _part_name(part: Part) -> str:
    return part.name[:1].lower() + part.name[1:] if part.name else "the operative part"


def _sort(node: Node) -> str:
    return "paragraph" if node.kind is Kind.OPERATIVE else "item"


# what is true of a pointer


def _means_this_draft(pointer: Pointer) -> bool:
    return pointer.reference.anchored or pointer.reference.whose is Whose.THIS


def _ordered(pointer: Pointer) -> bool:
    target = pointer.target
    return target.last is None or in_order(target.first, target.last)


def _is_excerpt(index: Index, part: Part) -> bool:
    """Whether a text begins in the middle: no organ line, and a first number other than 1."""
    if part.name or part.operative[0].number.split()[0] == "1":
        return False
    return all(node.kind is not Kind.ORGAN for node in part.nodes)


def _lacks_annex(index: Index, reference: Reference) -> bool:
    """Whether a numbered annex is named in a draft that has numbered annexes, but not this one."""
    names = [part.name.rpartition(" ")[2].lower() for part in index.parts[1:] if " " in part.name]
    named = reference.annex.lower()
    return bool(names) and named not in {"", "annex", *names}


def _neighbours(part: Part, label: Label) -> tuple[Node | None, Node | None]:
    """Return the paragraphs between which a missing one would stand, None at either end."""
    number = int(label.number.split()[0])
    below = above = None
    for node in part.operative:
        if int(node.number.split()[0]) <= number:
            below = node
        elif above is None:
            above = node
    return below, above


def _lists(node: Node | None) -> bool:
    return node is not None and next(items_of(node), None) is not None


def _is_inline(pointer: Pointer) -> bool:
    """Whether an item was found inside a sentence, so that only its paragraph is known."""
    ends = [pointer.target.first, pointer.target.last or pointer.target.first]
    return any(
        label.items and node.kind is Kind.OPERATIVE
        for node, label in zip(pointer.nodes, ends, strict=False)
    )


def _is_ambiguous(pointer: Pointer) -> bool:
    number = pointer.target.first.number
    return bool(number) and len(pointer.part.paragraphs(number, pointer.paragraph)) > 1


def _is_own(index: Index, pointer: Pointer) -> bool:
    """Whether a whole paragraph or item, or the end of a range, is cited from inside itself."""
    if not pointer.nodes or _is_inline(pointer) or _is_ambiguous(pointer):
        return False
    around = index.path(pointer.home)
    return any(node is holder for node in pointer.nodes for holder in around)


@dataclass(frozen=True, slots=True)
class _Group:
    """Targets that share one word of direction: "paragraphs 28 and 29 below"."""

    span: Span
    pointers: tuple[Pointer, ...] = field(default=())


def _groups(index: Index) -> Iterator[_Group]:
    for _, same in groupby(index.pointers, key=lambda pointer: id(pointer.reference)):
        pointers = list(same)
        whole = pointers[0].reference.span
        shared: list[Pointer] = []
        groups: list[_Group] = []
        for pointer in pointers:
            shared.append(pointer)
            direction = pointer.target.direction
            words = index.text[pointer.target.start : pointer.target.end]
            if direction is not None and words.endswith(direction):
                span = Span(shared[0].target.span.start, pointer.target.span.end)
                groups.append(_Group(span, tuple(shared)))
                shared = []
        alone = len(groups) == 1 and not shared
        yield from ([_Group(whole, groups[0].pointers)] if alone else groups)


def _stands_otherwise(index: Index, order: Mapping[int, int], pointer: Pointer) -> bool:
    """Whether a target that was found stands on the other side of the words that name it."""
    direction = pointer.target.direction
    if direction is None or pointer.outcome is not Outcome.FOUND or not _ordered(pointer):
        return False
    if _is_own(index, pointer) or _is_ambiguous(pointer):
        return False
    if _is_inline(pointer) and pointer.nodes[0] is pointer.paragraph:
        return False
    home = order[id(pointer.home)]
    places = [order[id(node)] for node in pointer.nodes]
    if direction is Direction.ABOVE:
        return max(places) > home
    return min(places) < home


def _swapped(index: Index, span: Span) -> Fix | None:
    """Return the edit that turns the word at the end of a group round."""
    start, end = index.draft.reading.stretch(span)
    for word in Direction:
        place = index.text.rfind(word, start, end)
        if place >= 0 and place + len(word) == end:
            other = Direction.BELOW if word is Direction.ABOVE else Direction.ABOVE
            edit = Edit(index.span(place, place + len(word)), str(other))
            return Fix((edit,), Safety.UNSAFE)
    return None
