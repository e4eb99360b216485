"""Lists that go on: an item that opens one, known by the item that comes after it."""

from collections.abc import Sequence

from checker.parsing.blocks import has_ended
from checker.parsing.labels import Label, follows, item_labels, opens_list
from checker.parsing.lines import Line, LineKind

_SET_ASIDE = frozenset({LineKind.BLANK, LineKind.FURNITURE})
# Under each of these a list begins anew.
_ABOVE = frozenset({LineKind.ORGAN, LineKind.PREAMBULAR, LineKind.NUMBER, LineKind.ANNEX})


def lists_that_go_on(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of lines with a first label, "(a)", that a line with the second follows.

    No other label of its kind and no paragraph number stands between the two, and the line before
    the second, "(b)", has ended. What a wrap puts at the beginning of a line, "(a) above", is
    rarely followed so.
    """
    opening: set[int] = set()
    last: dict[str, tuple[Label, int]] = {}
    before = ""
    for index, line in enumerate(lines):
        if line.kind in _SET_ASIDE:
            continue
        if line.kind in _ABOVE:
            last.clear()
        elif line.kind == LineKind.MARK:
            label = item_labels(line.label)[0]
            seen, place = last.get(label.marker, (label, index))
            if opens_list(seen) and follows(label, seen) and place < index and _item_ended(before):
                opening.add(place)
            last[label.marker] = label, index
        before = line.text
    return frozenset(opening)


def _item_ended(text: str) -> bool:
    return has_ended(text.removesuffix("and").removesuffix("or").rstrip())
