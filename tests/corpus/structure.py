"""The tree of each adopted resolution against the Secretariat's own reading of it.

The key gives the level of an item by the form of its marker, "(a)" 2 and "(i)" 3, whichever stands
above the other; so levels are compared by form. Behind the first operative paragraph it calls every
unmarked paragraph preambular and leaves the part of most annex rows open; there a row with a label
counts as operative and one without as text. It knows operative paragraphs by their numbers only.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.draft import Draft, Kind, Node
from checker.parsing import parse_source
from checker.reader import read_draft

Row = tuple[str, str, str]

_LEVELS = {"(a)": "2", "a.": "2", "(i)": "3", "i.": "3", "(aa)": "4"}
_DASHES = frozenset("-–—•*o×")
_ITEM_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the tree of one resolution compares with the key.

    Attributes:
        document: its file name without ending.
        numbers: whether the operative numbers are exactly those of the key.
        missing: rows of the key that the tree lacks.
        extra: rows of the tree that the key lacks.
        same: how many rows both have.
    """

    document: str
    numbers: bool
    missing: Counter[Row]
    extra: Counter[Row]
    same: int


def compare_with_key(shared: Path) -> list[Comparison]:
    """Compare every resolution that has a key."""
    comparisons: list[Comparison] = []
    for path in sorted((shared / "corpus" / "structure").glob("*.tsv")):
        key = list(_key_rows(path))
        text = shared / "corpus" / "resolutions" / f"{path.stem}.txt"
        own = list(_own_rows(parse_source(read_draft(text))))
        wanted, found = Counter(key), Counter(own)
        comparisons.append(
            Comparison(
                path.stem,
                _numbers(key) == _numbers(own),
                wanted - found,
                found - wanted,
                (wanted & found).total(),
            )
        )
    return comparisons


def f_measure(comparisons: list[Comparison]) -> float:
    """Return the F1 of all rows together."""
    same = sum(comparison.same for comparison in comparisons)
    missing = sum(comparison.missing.total() for comparison in comparisons)
    extra = sum(comparison.extra.total() for comparison in comparisons)
    return 2 * same / (2 * same + missing + extra)


def _key_rows(path: Path) -> Iterator[Row]:
    operative = False
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["type"] != "paragraph":
                continue
            operative = operative or row["part"] == "operative"
            label = row["label"].strip()
            part = row["part"] if not operative else "operative" if label else "text"
            yield part, *_label(label, row["level"])


def _own_rows(draft: Draft) -> Iterator[Row]:
    operative = False
    for node in draft.nodes:
        numbered = node.kind is Kind.OPERATIVE and bool(node.label)
        operative = operative or numbered
        if numbered:
            yield "operative", *_label(node.label, "1")
        elif node.kind is Kind.ITEM:
            part = "operative" if operative else "preambular"
            yield part, *_label(node.label, _LEVELS.get(node.marker, _ITEM_LEVEL))
        elif _is_unmarked(node):
            yield "text" if operative else "preambular", "", ""


def _is_unmarked(node: Node) -> bool:
    return node.kind in {Kind.PREAMBULAR, Kind.ORGAN, Kind.TEXT, Kind.OPERATIVE}


def _label(label: str, level: str) -> tuple[str, str]:
    if label in _DASHES and label:
        return _ITEM_LEVEL, "-"
    return level, label.rstrip(".")


def _numbers(rows: list[Row]) -> list[str]:
    return [label for _, level, label in rows if level == "1"]
