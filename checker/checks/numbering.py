"""Checks of the numbers of paragraphs and the letters of items."""

from collections.abc import Callable, Iterator, Sequence

from checker.checks.places import place_of
from checker.checks.registry import Need, check
from checker.draft import Kind, Node
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.index.parts import Part, items_of, numbering_runs
from checker.parsing.labels import item_labels, paragraph_number
from checker.records import Record

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_STRETCH = 3
_INTERRUPTING = frozenset({Kind.TEXT, Kind.HEADING})


class _Label(Record):
    """The number of a paragraph or the letter of an item, in its list.

    Attributes:
        node: what it stands before.
        ordinal: what it counts.
        name: as written, without punctuation: "7 bis", "(c)".
        suffix: what makes it one that was put in later: "bis", "alt 1"; or "".
        begins: whether a list may begin anew here, because something stands between.
    """

    node: Node
    ordinal: int
    name: str
    suffix: str = ""
    begins: bool = False


class _Fault(Record):
    """A label that does not come next.

    Attributes:
        case: "gap", "start", "repeated", "misplaced" or "misnumbered".
        label: the wrong one, or the one after a gap.
        missing: the ordinals that should stand there instead, in order.
        other: the label before it or, of a repeated one, the first of them.
    """

    case: str
    label: _Label
    missing: tuple[int, ...]
    other: _Label | None


@check("paragraph-numbering", needs=Need.NUMBERS)
def paragraph_numbering(index: Index) -> Iterator[Evidence]:
    """Say where the numbers of paragraphs do not run from 1 without gap or repeat."""
    if not index.draft.numbered:
        return
    for part in index.parts:
        found = list(_faults_of_part(part))
        # An annex of several lists, each numbered in its own way, is not judged.
        if not part.name or len(found) == 1:
            for fault in found:
                yield _evidence(index, fault, str)


@check("item-sequence")
def item_sequence(index: Index) -> Iterator[Evidence]:
    """Say where the letters or numerals of a list skip or repeat one."""
    for part in index.parts:
        for top in part.nodes:
            for node in top.walk():
                if node.children and (node.kind is not Kind.TEXT or node is top):
                    yield from _faulty_items(index, node, annex=bool(part.name))


def _faults_of_part(part: Part) -> Iterator[_Fault]:
    for run in numbering_runs(part.nodes, annex=bool(part.name)):
        labels = [
            _Label(node, paragraph_number(node.number), node.number, node.number.partition(" ")[2])
            for node in run
            if node.label_span is not None
        ]
        first = 1 if part.whole and not part.name else None
        for fault in _faults(labels, first):
            if not _is_inside(fault, lambda number: (f"{number} ", f" {number}. ")):
                yield fault


def _faulty_items(index: Index, node: Node, *, annex: bool) -> Iterator[Evidence]:
    labels = _item_labels(node, annex=annex)
    if not labels:
        return
    marker = labels[0].node.marker

    def write(ordinal: int) -> str:
        return _written(ordinal, marker)

    # A sentence that is closed announces no list: a lone "(ii)" under it is a heading of its own.
    first = None if node.text.endswith((",", ";", ".")) else 1
    for fault in _faults(labels, first):
        if not _is_inside(fault, lambda ordinal: (f"{write(ordinal)} ", f" {write(ordinal)} ")):
            yield _evidence(index, fault, write, node)


def _item_labels(node: Node, *, annex: bool) -> list[_Label]:
    """Return the labels of the list directly under a node, in reading order."""
    labels: list[_Label] = []
    before: Node | None = None
    for item in items_of(node):
        reading = next(
            (label for label in item_labels(item.label) if label.marker == item.marker), None
        )
        if reading is None or not item.number:
            continue
        begins = annex or (before is not None and _ends_in_text(before))
        name = item.label.strip("[] ")
        labels.append(_Label(item, reading.ordinal, name, reading.latin, begins))
        before = item
    return labels


def _ends_in_text(node: Node) -> bool:
    """Whether something unmarked stands last under an item, so that a list may begin after it."""
    while node.children:
        node = node.children[-1]
        if node.kind in _INTERRUPTING:
            return True
    return False


def _faults(labels: Sequence[_Label], first: int | None) -> Iterator[_Fault]:
    """Compare a list of labels with the one that counts up from the first.

    One wrong label is one fault: where the next label is again the expected one, the label between
    is wrong, and where it is not, labels are missing, repeated or moved.
    """
    expected = first or (labels[0].ordinal if labels else 1)
    present = {label.ordinal for label in labels}
    seen: dict[str, _Label] = {}
    before: _Label | None = None
    for place, label in enumerate(labels):
        following = labels[place + 1].ordinal if place + 1 < len(labels) else None
        if label.ordinal == 1 and label.begins:
            expected, seen = 2, {}
        elif label.name in seen:
            yield _Fault("repeated", label, (expected,), seen[label.name])
            expected += following == expected + 1
        elif label.ordinal == expected or (label.suffix and label.ordinal == expected - 1):
            expected = label.ordinal + 1
        elif following == expected + 1 and not label.suffix:
            yield _Fault("misnumbered", label, (expected,), before)
            expected += 1
            before = label
            continue
        elif label.ordinal > expected:
            missing = [number for number in range(expected, label.ordinal) if number not in present]
            if missing:
                case = "gap" if before else "start"
                yield _Fault(case, label, tuple(missing), before)
            expected = label.ordinal + 1
        else:
            # The first of a list, "0.", stands after none.
            case = "misplaced" if before else "misnumbered"
            yield _Fault(case, label, (expected,), before)
        seen.setdefault(label.name, label)
        before = label


def _is_inside(fault: _Fault, forms: Callable[[int], tuple[str, str]]) -> bool:
    """Whether the label that seems to be missing stands inside the text before the gap.

    Conversions run paragraphs together; that is no fault of the drafter.
    """
    if fault.case != "gap" or fault.other is None:
        return False
    opening, within = forms(fault.missing[0])
    return any(
        within in node.text or (node.kind is Kind.TEXT and node.text.startswith(opening))
        for node in fault.other.node.walk()
    )


def _evidence(
    index: Index, fault: _Fault, write: Callable[[int], str], holder: Node | None = None
) -> Evidence:
    node = fault.label.node
    values: dict[str, str | int] = {
        "number": fault.label.name,
        "missing": _listed(fault.missing, write),
    }
    related: tuple[Related, ...] = ()
    if fault.other is not None:
        values["other"] = fault.other.name
        related = (place_of(index, fault.other.node),)
    elif holder is not None:
        related = (place_of(index, holder),)
    several = "s" if len(fault.missing) > 1 else ""
    return Evidence(node.label_span or node.parts[0], fault.case + several, values, related)


def _listed(ordinals: Sequence[int], write: Callable[[int], str]) -> str:
    """Write ordinals as a sentence names them: "2 and 3", "2 to 5", "2, 3 and 5"."""
    runs: list[list[int]] = []
    for ordinal in ordinals:
        if runs and ordinal == runs[-1][-1] + 1:
            runs[-1].append(ordinal)
        else:
            runs.append([ordinal])
    named: list[str] = []
    for run in runs:
        whole = len(run) >= _STRETCH
        named += [f"{write(run[0])} to {write(run[-1])}"] if whole else map(write, run)
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _written(ordinal: int, marker: str) -> str:
    """Write an ordinal as the labels of its list are written: "(c)", "(iv)", "c."."""
    if marker in {"(i)", "i."}:
        text = _TENS[ordinal // 10] + _UNITS[ordinal % 10]
    elif marker == "(1)":
        text = str(ordinal)
    else:
        doubled, place = divmod(ordinal - 1, len(_LETTERS))
        text = _LETTERS[place] * (doubled + 1)
    return f"{text}." if marker.endswith(".") else f"({text})"
