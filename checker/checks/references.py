"""Checks of references from one paragraph of a draft to another."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from checker.checks.places import place_of
from checker.checks.registry import Need, check
from checker.draft import Kind, Node
from checker.evidence import Edit, Evidence, Fix, Safety
from checker.index import Index
from checker.index.parts import Part, find_item, in_order, items_of
from checker.index.pointers import Outcome, Pointer
from checker.mentions import Direction, Label, Whose
from checker.records import Record
from checker.source import Span

_NEARBY = (1, -1, 2, -2, 3, -3)


@check("reference-target", needs=Need.NUMBERS)
def reference_target(index: Index) -> Iterator[Evidence]:
    """Say which references to this draft point at a paragraph, item or annex it does not have."""
    if not index.draft.numbered:
        return
    lost = (p for p in index.pointers if _means_this_draft(p) and _ordered(p) and _judged(index, p))
    for _, same in groupby(lost, key=lambda p: (id(p.reference), p.outcome, id(p.nearest))):
        pointers = list(same)
        first = pointers[0]
        if first.outcome is Outcome.NO_PARAGRAPH and first.part.whole:
            yield _no_paragraph(index, pointers)
        elif first.outcome is Outcome.NO_ITEM and first.nearest:
            yield _no_item(index, pointers, first.nearest)
        elif first.outcome is Outcome.NO_ANNEX and _lacks_annex(index, first):
            yield _no_annex(index, first)


@check("reference-direction")
def reference_direction(index: Index) -> Iterator[Evidence]:
    """Say which references say "above" of a paragraph that stands below, or the reverse."""
    order = {id(node): place for place, node in enumerate(index.draft.nodes)}
    for group in _groups(index):
        wrong = [pointer for pointer in group.pointers if _stands_otherwise(index, order, pointer)]
        if wrong and len(wrong) == len(group.pointers):
            yield _wrong_direction(index, group.span, wrong, _swapped(index, wrong[-1]))
        else:
            for pointer in wrong:
                yield _wrong_direction(index, pointer.target.span, [pointer], None)


@check("reference-to-itself")
def reference_to_itself(index: Index) -> Iterator[Evidence]:
    """Say which paragraphs and items refer to themselves as a whole."""
    for pointer in index.pointers:
        own = _own(index, pointer)
        if own is not None and pointer.reference.anchored:
            values = {"sort": _sort(own), "number": _name(own)}
            yield Evidence(_span([pointer]), values=values, related=(place_of(index, own),))


@check("reference-range")
def reference_range(index: Index) -> Iterator[Evidence]:
    """Say which ranges of paragraphs do not run upwards."""
    for pointer in index.pointers:
        first, last = pointer.target.first, pointer.target.last
        if last is None or _ordered(pointer) or not _is_range(index, pointer):
            continue
        case = "same" if first == last else "descending"
        related = tuple(place_of(index, node) for node in pointer.nodes[: 2 - (case == "same")])
        yield Evidence(
            _span([pointer]), case, {"first": str(first), "last": str(last)}, related=related
        )


@check("reference-owner", needs=Need.NUMBERS)
def reference_owner(index: Index) -> Iterator[Evidence]:
    """Say which bare references go beyond the draft without naming another instrument."""
    if not index.draft.numbered or not index.parts[0].whole:
        return
    told: set[int] = set()
    for pointer in index.pointers:
        reference = pointer.reference
        if reference.whose is not Whose.UNKNOWN or not _ordered(pointer):
            continue
        if id(reference) in told or pointer.missing is None or index.part_of(pointer.home).name:
            continue
        if pointer.home.kind is Kind.HEADER or _in_a_gap(pointer, pointer.missing):
            continue
        beyond = pointer.outcome is Outcome.NO_PARAGRAPH
        if beyond or (pointer.outcome is Outcome.NO_ITEM and _lists(pointer.nearest)):
            told.add(id(reference))
            yield _unanchored(index, pointer, pointer.missing, beyond=beyond)


# what a finding says


def _no_paragraph(index: Index, pointers: Sequence[Pointer]) -> Evidence:
    part = pointers[0].part
    labels = [pointer.missing or pointer.target.first for pointer in pointers]
    below, above = part.around(int(labels[0].number.split()[0]))
    values: dict[str, str | int] = {
        "target": _listed([label.number for label in labels]),
        "last": part.last_number,
        "part": _part_name(part),
    }
    case = "several" if len(labels) > 1 else "paragraph"
    related = [place_of(index, node) for node in (below, above) if node is not None]
    if above is not None and len(labels) == 1:
        case = "gap" if below else "start"
        values["next"] = above.number
        values["before"] = below.number if below else ""
    return Evidence(_span(pointers), case, values, related=tuple(related))


def _no_item(index: Index, pointers: Sequence[Pointer], nearest: Node) -> Evidence:
    depth = len(index.path(nearest)) - len(index.path(index.paragraph(nearest)))
    labels = [pointer.missing or pointer.target.first for pointer in pointers]
    missing = [label.items[depth if label.number else 0 :] for label in labels]
    values: dict[str, str | int] = {
        "item": _listed([" ".join(f"({item})" for item in items) for items in missing]),
        "holder": f"{_sort(nearest)} {_name(nearest)}",
    }
    if found := _same_item_nearby(pointers[0].part, labels[0]):
        values["nearest"] = _name(found)
    items = list(items_of(nearest))
    if not items:
        return Evidence(_span(pointers), "no-items", values, related=(place_of(index, nearest),))
    last = items[-1]
    values["last"] = last.label.strip("[] ") if last.number else f"dash {len(items)}"
    return Evidence(_span(pointers), "item", values, related=(place_of(index, last),))


def _same_item_nearby(part: Part, label: Label) -> Node | None:
    """Return the item of that name in the nearest paragraph: what renumbering leaves behind."""
    if not label.number.isdigit():
        return None
    for distance in _NEARBY:
        paragraph = part.paragraph(str(int(label.number) + distance))
        if paragraph is not None and (found := find_item(paragraph, label.items)) is not None:
            return found
    return None


def _no_annex(index: Index, pointer: Pointer) -> Evidence:
    annexes = [part.name for part in index.parts[1:]]
    last = next(node for node in index.draft.nodes if node.address == annexes[-1])
    values = {"annex": pointer.reference.annex, "last": annexes[-1]}
    return Evidence(pointer.reference.span, "annex", values, related=(place_of(index, last),))


def _wrong_direction(
    index: Index, span: Span, wrong: Sequence[Pointer], fix: Fix | None
) -> Evidence:
    names = [str(pointer.target.first) for pointer in wrong]
    direction = wrong[0].target.direction
    is_above = direction is Direction.BELOW
    values = {
        "target": _listed(names),
        "direction": "above" if is_above else "below",
        "written": "below" if is_above else "above",
    }
    one, several = ("paragraph", "several") if wrong[0].target.first.number else ("item", "items")
    case = one if len(names) == 1 else several
    related = tuple(place_of(index, pointer.nodes[-1]) for pointer in wrong)
    return Evidence(span, case, values, related=related, fix=fix)


def _unanchored(index: Index, pointer: Pointer, label: Label, *, beyond: bool) -> Evidence:
    values: dict[str, str | int] = {"target": str(label), "last": pointer.part.last_number}
    if beyond:
        place = place_of(index, pointer.part.operative[-1])
        return Evidence(pointer.reference.span, "paragraph", values, related=(place,))
    values["number"] = label.number
    related = tuple(place_of(index, node) for node in (pointer.nearest,) if node)
    return Evidence(pointer.reference.span, "item", values, related=related)


def _in_a_gap(pointer: Pointer, missing: Label) -> bool:
    """Whether a paragraph is missing between others; that is a fault of the numbering."""
    if pointer.outcome is not Outcome.NO_PARAGRAPH:
        return False
    return int(missing.number.split()[0]) <= pointer.part.last_number


def _span(pointers: Sequence[Pointer]) -> Span:
    """Return the words of targets of one reference, with "paragraph" where they are all of it."""
    reference = pointers[0].reference
    if len(pointers) == len(reference.targets):
        return reference.span
    return Span(pointers[0].target.span.start, pointers[-1].target.span.end)


def _listed(names: Sequence[str]) -> str:
    """Write names as a drafter lists them: "(a), (b) and (c)"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _name(node: Node) -> str:
    """Return how a paragraph or item is called in a message: "28 (c)"."""
    return node.address.rpartition("OP ")[2]


def _part_name(part: Part) -> str:
    return part.name[:1].lower() + part.name[1:] if part.name else "the operative part"


def _sort(node: Node) -> str:
    return "paragraph" if node.kind is Kind.OPERATIVE else "item"


# what is true of a pointer


def _means_this_draft(pointer: Pointer) -> bool:
    return pointer.reference.anchored or pointer.reference.whose is Whose.THIS


def _is_range(index: Index, pointer: Pointer) -> bool:
    """Whether numbers run from one to another: "paragraph 9 to 4 weeks" is none."""
    reference, target = pointer.reference, pointer.target
    word = index.text[reference.start : reference.targets[0].start].rstrip(" .")
    dash = "–" in index.text[target.start : target.end]
    return dash or word.endswith("s") or bool(target.first.items)


def _judged(index: Index, pointer: Pointer) -> bool:
    """Whether the paragraphs around a reference were told apart; an annex may number anyhow.

    What stands above the draft, such as a note that came with it, is not judged.
    """
    home = index.part_of(pointer.home)
    return pointer.home.kind is not Kind.HEADER and (not home.name or home.regular)


def _ordered(pointer: Pointer) -> bool:
    target = pointer.target
    return target.last is None or in_order(target.first, target.last)


def _lacks_annex(index: Index, pointer: Pointer) -> bool:
    """Whether a numbered annex is named in a draft that has numbered annexes, but not this one."""
    if pointer.reference.annex == "annex" or index.part_of(pointer.home).name:
        return False
    return any(part.name.startswith("Annex ") for part in index.parts)


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


def _own(index: Index, pointer: Pointer) -> Node | None:
    """Return the paragraph or item that is cited, or begins or ends a range, inside itself."""
    if not pointer.nodes or _is_inline(pointer) or _is_ambiguous(pointer):
        return None
    around = index.path(pointer.home)
    return next((node for node in pointer.nodes if any(node is own for own in around)), None)


class _Group(Record):
    """Targets that share one word of direction: "paragraphs 28 and 29 below"."""

    span: Span
    pointers: tuple[Pointer, ...]


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
    if not _judged(index, pointer) or _own(index, pointer) is not None or _is_ambiguous(pointer):
        return False
    if _is_inline(pointer) and pointer.nodes[0] is pointer.paragraph:
        return False
    home = order[id(pointer.home)]
    places = [order[id(node)] for node in pointer.nodes]
    if direction is Direction.ABOVE:
        return max(places) > home
    return min(places) < home


def _swapped(index: Index, pointer: Pointer) -> Fix | None:
    """Return the edit that turns the word at the end of a target round."""
    written = pointer.target.direction
    if written is None:
        return None
    other = Direction.BELOW if written is Direction.ABOVE else Direction.ABOVE
    end = pointer.target.end
    return Fix((Edit(index.span(end - len(written), end), str(other)),), Safety.UNSAFE)
