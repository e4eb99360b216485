"""What would change in a text, as a unified diff."""

import difflib
import io

from checker.report.columns import visible
from checker.report.style import Style

_NO_LINE_END = "\\ No newline at end of file"


def unified_diff(before: str, after: str, path: str, style: Style | None) -> str:
    """Return the difference of two texts in the form that ``patch`` reads; "" if there is none.

    Args:
        before: the text as it is.
        after: the text as it would be.
        path: the file.
        style: how to draw on a terminal, control characters made visible; None to write every
            character as it stands.
    """
    pieces: list[str] = []
    for number, line in enumerate(difflib.unified_diff(_lines(before), _lines(after), path, path)):
        text = line.removesuffix("\n")
        pieces.append(_drawn(text, style, header=number < 2) if style else text)
        if text == line:
            pieces.append(_NO_LINE_END)
    return "".join(f"{piece}\n" for piece in pieces)


def _lines(text: str) -> list[str]:
    """Return the lines that a patch knows: those that end at a line feed."""
    return io.StringIO(text, newline="\n").readlines()


def _drawn(line: str, style: Style, *, header: bool) -> str:
    text = visible(line.removesuffix("\r"))
    if header:
        return style.strong(text)
    if line.startswith("+"):
        return style.good(text)
    return style.bad(text) if line.startswith("-") else text
