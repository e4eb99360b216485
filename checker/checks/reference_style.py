"""Checks of the words with which a draft refers to itself."""

from collections.abc import Iterator, Mapping, Sequence

from checker.checks.places import place_of
from checker.checks.registry import check
from checker.draft import Node
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.index.pointers import Outcome, Pointer
from checker.mentions import Citation, Direction, Reference, Whose
from checker.patterns import lazy
from checker.source import Span

_FEWEST = 3
_MAJORITY = 3

_THIS_RESOLUTION = lazy(r"\b(?:this|the present) resolution\b")
# "sanctions measures set forth in": what is said to stand in the resolution.
_SET_OUT = lazy(
    r"\b(\w{4,30}s)(?: as)? (?:set (?:out|forth)|imposed|contained|established|laid down"
    r"|outlined|described|listed|decided|specified|provided for) (?:in|by|under|pursuant to) $"
)
_LONGEST = 80
_SENTENCE_END = lazy(r"[.;] ")


@check("reference-without-direction")
def reference_without_direction(index: Index) -> Iterator[Evidence]:
    """Say where "above" or "below" is missing in a draft that mostly writes it; once per draft."""
    directed: list[Pointer] = []
    bare: list[Pointer] = []
    order = {id(node): place for place, node in enumerate(index.draft.nodes)}
    for pointer in _first_targets(index):
        if any(target.direction for target in pointer.reference.targets):
            directed.append(pointer)
        elif not pointer.reference.anchored:
            bare.append(pointer)
    if not bare or len(directed) < _FEWEST or len(directed) < _MAJORITY * len(bare):
        return
    pointer = bare[0]
    values: dict[str, str | int] = {
        "words": " ".join(_words(index, pointer.reference).split()),
        "direction": str(_direction(pointer, order)),
        "directed": len(directed),
        "total": len(directed) + len(bare),
    }
    related = [Related("again", other.reference.span) for other in bare[1:]]
    related.append(place_of(index, pointer.nodes[0]))
    fix = _directed(bare, order)
    yield Evidence(pointer.reference.span, values=values, related=tuple(related), fix=fix)


@check("this-resolution")
def this_resolution(index: Index) -> Iterator[Evidence]:
    """Say where "this resolution" seems to be another one, the only one that its sentence names."""
    places = [match.span() for match in _THIS_RESOLUTION.finditer(index.text)]
    if not places:
        return
    citations = index.draft.mentions.citations
    for start, end in places:
        node = index.node_at(start)
        set_out = _SET_OUT.search(index.text, max(node.start, start - _LONGEST), start)
        if set_out is None:
            continue
        cited = _cited(index, citations, node, start)
        if (
            cited is None
            or _decides_on(index, set_out[1], index.paragraph(node))
            or len(places) == 1
        ):
            continue
        number = cited.number if cited.year is None else f"{cited.number} ({cited.year})"
        values = {"words": index.text[start:end], "number": number}
        related = Related("other", cited.span)
        yield Evidence(index.span(start, end), values=values, related=(related,))


def _first_targets(index: Index) -> Iterator[Pointer]:
    """Yield the first target of each reference from one operative paragraph to another."""
    seen: set[int] = set()
    for pointer in index.pointers:
        reference, home = pointer.reference, pointer.paragraph
        if id(reference) in seen:
            continue
        seen.add(id(reference))
        internal = reference.whose is not Whose.OTHER and pointer.outcome is Outcome.FOUND
        if not internal or not pointer.target.first.number or home is None:
            continue
        if index.part_of(home).name or pointer.part.name or pointer.nodes[0] is home:
            continue
        yield pointer


def _direction(pointer: Pointer, order: Mapping[int, int]) -> Direction:
    below = order[id(pointer.nodes[0])] > order[id(pointer.home)]
    return Direction.BELOW if below else Direction.ABOVE


def _directed(bare: Sequence[Pointer], order: Mapping[int, int]) -> Fix | None:
    """Return the edits that add the direction to references with one target each.

    They are not safe: the paragraph may be that of another text.
    """
    if any(len(one.reference.targets) > 1 or one.target.last is not None for one in bare):
        return None
    ends = [(one.reference.span.end, _direction(one, order)) for one in bare]
    edits = tuple(Edit(Span(end, end), f" {direction}") for end, direction in ends)
    return Fix(edits, Safety.UNSAFE)


def _words(index: Index, reference: Reference) -> str:
    return index.text[reference.start : reference.end]


def _cited(index: Index, citations: Sequence[Citation], node: Node, place: int) -> Citation | None:
    """Return the one resolution that a sentence names before a place, None if it is not one."""
    start = node.start
    for match in _SENTENCE_END.finditer(index.text, node.start, place):
        start = match.end()
    found = [one for one in citations if start <= one.start < place]
    return found[-1] if len({one.number for one in found}) == 1 else None


def _decides_on(index: Index, thing: str, besides: Node) -> bool:
    """Whether another paragraph decides on such a thing, so that "this" may well be the draft."""
    return any(
        node is not besides and node.text.startswith("Decides") and thing in node.text
        for node in index.operative
    )
