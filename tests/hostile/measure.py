"""Linting a text made to be hard, and what that costs, in a process of its own.

    python -m tests.hostile.measure one-line 50000000

prints as JSON the seconds of processor time and the megabytes of memory that a quarter of the
text and the whole of it take, and how many findings there are.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice, product

from checker import check_text

_HEAD = (
    "United Nations S/2026/412\n\nDistr.: General 18 June 2026\n\nThe Security Council,\n\n"
    "Recalling its resolution 2436 (2018),\n\n"
)
_TAIL = "\n\n{}. Decides to remain actively seized of the matter.\n"
_KIBIBYTE = 1024


def _paragraph(words: str) -> str:
    return f"{_HEAD}1. Decides {words};{_TAIL.format(2)}"


def _one_line(size: int) -> str:
    words = "that the mission shall protect civilians in the northern provinces and "
    return _paragraph((words * (size // len(words) + 1))[:size])


def _parentheses(size: int) -> str:
    return _paragraph("(" * size)


def _paragraphs(size: int) -> str:
    numbered = (f"{n}. Urges all parties to respect hospitals;\n\n" for n in range(1, size))
    return f"{_HEAD}{''.join(numbered)}{_TAIL.format(size).lstrip()}"


def _references(size: int) -> str:
    return _paragraph(
        "to act " + ", ".join(f"as set out in paragraph {n % 2 + 1} above" for n in range(size))
    )


def _items(size: int) -> str:
    """Lists of every kind of marker, each in the one before it, again and again."""
    markers = ("(a)", "(i)", "(1)", "(aa)", "a.", "i.", "1.1.", "1.1.1.", "1.1.1.1.", "-", "•")
    lines = (f"{markers[n % len(markers)]} to act:\n\n" for n in range(size))
    return f"{_HEAD}1. Decides:\n\n{''.join(lines)}{_TAIL.format(2)}"


def _one_marker(size: int) -> str:
    """Markers that can be a letter or a numeral, none of which the list waits for."""
    return f"{_HEAD}1. Decides:\n\n" + "(i) to act;\n(a) to wait;\n" * size


def _headings(size: int) -> str:
    return f"{_HEAD}1. Decides to act;\n\n" + "# General\n\n" * size


def _quotation_marks(size: int) -> str:
    return _paragraph('"' * size)


def _line_ends(size: int) -> str:
    return _HEAD + "\r\n\r\n\n\f\n" * size


def _page_heads(size: int) -> str:
    return "words\n" * size + _HEAD + "S/2026/412\nwords\n" * size


def _converted(size: int) -> str:
    """Numbers apart from their texts, lists without a colon, page feet that came apart."""
    foot = "26-12345 (E)\n\n150626\n\n"
    items = "(a) protect civilians;\n(b) report;\n"
    paragraph = f"{foot}Decides that the Mission shall\n{items}"
    return _HEAD + "".join(f"{n % 900 + 1}.\n\n{paragraph}" for n in range(size))


def _capitals(size: int) -> str:
    """Terms, each in capitals, in small letters and half and half."""
    words = ("".join(letters) for letters in product(*["bdfgklmnprst", "aeiou"] * 2, "lmnr"))
    terms = zip(
        words, cycle(("deref", "kolum", "sanat")), cycle(("forces", "offices")), strict=False
    )
    lines = (
        f"{n % 900 + 1}. Urges the {' '.join(term).title()} and the {' '.join(term)} to help the "
        f"{term[0]} {term[1].title()} {term[2]};\n\n"
        for n, term in enumerate(islice(terms, size))
    )
    return _HEAD + "".join(lines)


TEXTS: dict[str, Callable[[int], str]] = {
    "one-line": _one_line,
    "parentheses": _parentheses,
    "paragraphs": _paragraphs,
    "references": _references,
    "items": _items,
    "one-marker": _one_marker,
    "headings": _headings,
    "quotation-marks": _quotation_marks,
    "line-ends": _line_ends,
    "page-heads": _page_heads,
    "converted": _converted,
    "capitals": _capitals,
}
"""The texts by name, each made from a size: a length or a number of things."""


def _cost(text: str) -> tuple[float, float, int]:
    """Return seconds, the peak of memory so far in megabytes, and the number of findings."""
    start = time.process_time()
    findings = len(check_text(text).findings)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIBIBYTE
    return time.process_time() - start, peak, findings


def main(name: str, size: int) -> None:
    """Lint a quarter of a text and the whole of it."""
    _, idle, _ = _cost(_HEAD)
    text = TEXTS[name](size)
    part = _cost(TEXTS[name](size // 4))
    whole = _cost(text)
    told = {
        "seconds": [part[0], whole[0]],
        "megabytes": [part[1] - idle, whole[1] - idle],
        "findings": whole[2],
        "characters": len(text),
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
