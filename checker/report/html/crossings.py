"""The map of the cross-references: paragraphs along a line, an arc for each reference.

Arcs above the line lead back, to a paragraph above; arcs below it lead on. What a reference names
and the draft does not have stands at the end of the line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.draft import Kind, Node
from checker.index import Index
from checker.index.pointers import Outcome, Pointer
from checker.report.html.anchors import Anchors

_PITCH = 16.0
_MARGIN = 30.0
_WIDE = 44.0
_HIGHEST = 150.0
_LOWEST_TOP = 12.0
_AXIS_ROOM = 16.0
_LOOP = 7.0
_EVERY = 5
_NUMBERED_EACH = 99
_MOST_STOPS = 400
_MOST_ARCS = 1500


@dataclass(frozen=True, slots=True)
class Stop:
    """A paragraph on the line.

    Attributes:
        x: where it stands.
        label: its number, "" where there is no room for it.
        href: the name of the paragraph, or "".
        kind: "paragraph", "preamble", "annex" or "missing".
    """

    x: float
    label: str
    href: str
    kind: str


@dataclass(frozen=True, slots=True)
class Arc:
    """A reference.

    Attributes:
        path: the line, in the words of SVG.
        tip: the arrowhead, as the points of a triangle; or "".
        cross: the place of the cross of a broken reference, as x and y; or None.
        href: the name of the words of the reference.
        told: the reference in words.
        broken: whether its target is not there.
    """

    path: str
    tip: str
    cross: tuple[float, float] | None
    href: str
    told: str
    broken: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing and its sums.

    Attributes:
        width: its width.
        height: its height.
        axis: how far below the top the line lies.
        stops: the paragraphs.
        arcs: the references.
        within: how many references lead to a place in the draft.
        broken: how many lead to what is not there.
        elsewhere: how many lead to other texts.
        drawn: False where there is too much to be drawn.
    """

    width: float
    height: float
    axis: float
    stops: tuple[Stop, ...]
    arcs: tuple[Arc, ...]
    within: int
    broken: int
    elsewhere: int
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class _Crossing:
    """A reference between two places of the line, by the keys of both."""

    start: object
    end: object
    pointer: Pointer
    href: str
    broken: bool


def drawing_of(index: Index, anchors: Anchors) -> Drawing:
    """Return the map of a draft."""
    crossings = list(_crossings(index, anchors))
    told = {crossing.href for crossing in crossings}
    broken = {crossing.href for crossing in crossings if crossing.broken}
    sums = (len(told - broken), len(broken), _elsewhere(index))
    stops = _stops(index, crossings, anchors)
    if len(stops) > _MOST_STOPS or len(crossings) > _MOST_ARCS:
        return Drawing(0, 0, 0, (), (), *sums, drawn=False)
    places = {key: stop.x for key, stop in stops.items()}
    spans = [places[each.end] - places[each.start] for each in crossings]
    # A reference to its own paragraph spans nothing; a map of such alone needs no scale.
    widest = max((abs(span) / 2 for span in spans), default=0.0)
    scale = min(1.0, _HIGHEST / widest) if widest else 1.0
    above = max((_height(span, scale) for span in spans if span <= 0), default=0.0) + _LOWEST_TOP
    below = max((_height(span, scale) for span in spans if span > 0), default=0.0) + _LOWEST_TOP
    arcs = [_arc(each, places, above, scale, index) for each in crossings]
    width = max(places.values(), default=0.0) + _MARGIN
    return Drawing(
        width, above + _AXIS_ROOM + below, above, tuple(stops.values()), tuple(arcs), *sums
    )


def _elsewhere(index: Index) -> int:
    return len({id(p.reference) for p in index.pointers if p.outcome is Outcome.ELSEWHERE})


def _crossings(index: Index, anchors: Anchors) -> Iterator[_Crossing]:
    grouped = groupby(index.pointers, key=lambda pointer: id(pointer.reference))
    for number, (_, pointers) in enumerate(grouped, start=1):
        href = anchors.reference(number)
        for pointer in pointers:
            start = _key(index, pointer.home)
            if pointer.outcome is Outcome.FOUND:
                end = _key(index, pointer.nodes[0])
                yield _Crossing(start, end, pointer, href, broken=False)
            elif pointer.outcome is Outcome.NO_ITEM and pointer.nearest is not None:
                yield _Crossing(start, _key(index, pointer.nearest), pointer, href, broken=True)
            elif pointer.outcome not in {Outcome.ELSEWHERE, Outcome.UNKNOWN}:
                yield _Crossing(start, _missing(pointer), pointer, href, broken=True)


def _missing(pointer: Pointer) -> str:
    if pointer.outcome is Outcome.NO_ANNEX:
        return f"annex {pointer.reference.annex}".strip()
    return str(pointer.missing or pointer.target.first)


def _key(index: Index, node: Node) -> object:
    """Return by what the place of an element on the line is known."""
    path = index.path(node)
    if path[0].kind is Kind.ANNEX:
        return path[0].address
    return id(path[0]) if path[0].kind is Kind.OPERATIVE else None


def _stops(index: Index, crossings: Sequence[_Crossing], anchors: Anchors) -> dict[object, Stop]:
    """Return the places on the line from left to right."""
    stops: dict[object, Stop] = {}
    x = _MARGIN
    if any(None in (each.start, each.end) for each in crossings):
        stops[None] = Stop(x, "preamble", "", "preamble")
        x += _WIDE
    many = len(index.operative) > _NUMBERED_EACH
    for place, node in enumerate(index.operative, start=1):
        label = "" if many and place % _EVERY else node.number
        stops[id(node)] = Stop(x, label, anchors.node(node), "paragraph")
        x += _PITCH
    for key in dict.fromkeys(key for each in crossings for key in (each.start, each.end)):
        if isinstance(key, str) and key not in stops:
            x += _WIDE - _PITCH
            href = anchors.address(key)
            stops[key] = Stop(x, key, href, "annex" if href else "missing")
            x += _PITCH
        elif key is not None and key not in stops:
            # A numbered paragraph outside the main text has no place of its own.
            stops[key] = Stop(x, "", "", "paragraph")
            x += _PITCH
    return stops


def _height(span: float, scale: float) -> float:
    return _LOOP + abs(span) / 2 * scale


def _arc(
    crossing: _Crossing, places: dict[object, float], axis: float, scale: float, index: Index
) -> Arc:
    start, end = places[crossing.start], places[crossing.end]
    on = end > start
    height = _height(end - start, scale)
    line = axis + _AXIS_ROOM if on else axis
    if start == end:
        start, end = start + _LOOP / 2, end - _LOOP / 2
    radius = abs(end - start) / 2
    # Both kinds turn against the clock: back over the line, on under it.
    path = f"M{start:.1f} {line:.1f}A{radius:.1f} {height:.1f} 0 0 0 {end:.1f} {line:.1f}"
    side = 6.0 if on else -6.0
    tip = f"{end:.1f},{line:.1f} {end - 3:.1f},{line + side:.1f} {end + 3:.1f},{line + side:.1f}"
    return Arc(
        path,
        "" if crossing.broken else tip,
        (end, line + side / 1.5) if crossing.broken else None,
        crossing.href,
        _told(crossing, index),
        crossing.broken,
    )


def _told(crossing: _Crossing, index: Index) -> str:
    pointer = crossing.pointer
    home = index.paragraph(pointer.home).address
    if crossing.broken:
        return f"{home}: broken, no {_missing_in_words(pointer)}"
    return f"{home} to {' to '.join(node.address for node in pointer.nodes)}"


def _missing_in_words(pointer: Pointer) -> str:
    name = _missing(pointer)
    if pointer.outcome is Outcome.NO_ANNEX:
        return name
    return f"{'item' if pointer.outcome is Outcome.NO_ITEM else 'paragraph'} {name}"
