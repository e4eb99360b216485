"""The map of the cross-references: back over the line, on under it, broken ones apart."""

from checker.index import build_index
from checker.report.html.anchors import Anchors
from checker.report.html.crossings import Drawing, drawing_of
from tests.report.drafts import draft

TEXT = (
    "The Security Council,\n\n"
    "Recalling the measures in paragraph 2 below,\n\n"
    "1. Decides on the tasks in paragraph 3 below;\n\n"
    "2. Decides on the tasks in paragraphs 1 above and 9 below;\n\n"
    "(a) one;\n\n(b) as in subparagraph (a) above;\n\n"
    "3. Recalls paragraph 7 of resolution 2665 (2022) and item (f) of paragraph 2 above;\n\n"
    "4. Decides to act under paragraphs 1 to 3 above.\n"
)


def _map(text: str) -> Drawing:
    parsed = draft(text)
    return drawing_of(build_index(parsed), Anchors("draft-1", parsed))


def _x(drawing: Drawing, label: str) -> float:
    return next(stop.x for stop in drawing.stops if stop.label == label)


def test_paragraphs_stand_on_the_line_in_order_and_what_is_missing_at_its_end() -> None:
    drawing = _map(TEXT)
    labels = [stop.label for stop in drawing.stops]
    assert labels == ["preamble", "1", "2", "3", "4", "9"]
    assert [stop.x for stop in drawing.stops] == sorted({stop.x for stop in drawing.stops})
    assert drawing.stops[-1].kind == "missing"
    assert drawing.width > drawing.stops[-1].x


def test_each_arc_tells_from_where_to_where() -> None:
    assert [arc.told for arc in _map(TEXT).arcs][:4] == [
        "PP 1 to OP 2",
        "OP 1 to OP 3",
        "OP 2 to OP 1",
        "OP 2: broken, no paragraph 9",
    ]
    assert _map(TEXT).arcs[-1].told == "OP 4 to OP 1 to OP 3"


def test_back_leads_over_the_line_and_on_under_it() -> None:
    drawing = _map(TEXT)
    on, back = drawing.arcs[1], drawing.arcs[2]
    one, three = _x(drawing, "1"), _x(drawing, "3")
    assert on.path.startswith(f"M{one:.1f} {drawing.axis + 16:.1f}A")
    assert on.path.endswith(f" {three:.1f} {drawing.axis + 16:.1f}")
    assert back.path.startswith(f"M{_x(drawing, '2'):.1f} {drawing.axis:.1f}A")
    assert on.tip
    assert back.tip


def test_a_broken_reference_has_a_cross_and_no_arrowhead() -> None:
    drawing = _map(TEXT)
    broken = [arc for arc in drawing.arcs if arc.broken]
    assert broken
    assert all(arc.cross and not arc.tip for arc in broken)
    assert not any(arc.cross for arc in drawing.arcs if not arc.broken)


def test_references_are_counted_once_and_other_texts_are_not_drawn() -> None:
    drawing = _map(TEXT)
    assert drawing.elsewhere == 1
    assert drawing.within + drawing.broken == len({arc.href for arc in drawing.arcs})
    assert not any("2665" in arc.told for arc in drawing.arcs)


def test_what_is_drawn_stays_inside_the_drawing() -> None:
    far = "".join(
        f"{n}. Decides on paragraph {121 - n} of this resolution;\n\n" for n in range(1, 121)
    )
    drawing = _map(f"The Security Council,\n\n{far}")
    assert drawing.drawn
    assert 0 < drawing.axis < drawing.height < 500
    assert {stop.label for stop in drawing.stops} == {"", *map(str, range(5, 121, 5))}


def test_a_text_with_too_much_to_draw_is_not_drawn_but_counted() -> None:
    many = "".join(f"{n}. Decides on paragraph 1 above;\n\n" for n in range(1, 500))
    drawing = _map(f"The Security Council,\n\n{many}")
    assert not drawing.drawn
    assert drawing.within == 499


def test_a_text_without_references_has_an_empty_map() -> None:
    assert _map("The Security Council,\n\n1. Decides to act.\n").arcs == ()
