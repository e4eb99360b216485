"""Reading the carets of an example: the lines that mark what a rule must find.

A line of spaces, ``^`` and ``~`` marks the nearest line of text above it. Each run of carets is one
finding. A run that ends with ``~`` goes on with the first run under the next marked line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.source import Span

_CARET_LINE = re.compile(r"[ ^~]*[\^~][ ^~]*")
_RUN = re.compile(r"[\^~]+")
_WELL_FORMED = re.compile(r"\^+~?")


class CaretError(Exception):
    """The carets of an example cannot be read.

    Attributes:
        line: which line of the example, from 0.
        message: what is wrong.
    """

    def __init__(self, line: int, message: str) -> None:
        """Keep line and sentence apart."""
        super().__init__(line, message)
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and what is marked in it.

    Attributes:
        text: the lines without the caret lines, each with its line end.
        marks: the marked spans, in order.
        lines: for each line of the text, which line of the example it is, from 0.
    """

    text: str
    marks: tuple[Span, ...]
    lines: tuple[int, ...]


def read_carets(lines: Sequence[str]) -> Marked:
    """Part the lines of an example into its text and its marks.

    Raises:
        CaretError: carets stand under no text, reach beyond it, or do not go on as promised.
    """
    texts: list[str] = []
    numbers: list[int] = []
    marks: list[Span] = []
    start = offset = 0
    open_mark: tuple[int, int] | None = None
    for number, line in enumerate(lines):
        if not _CARET_LINE.fullmatch(line):
            texts.append(line + "\n")
            numbers.append(number)
            start, offset = offset, offset + len(line) + 1
            continue
        if not texts:
            raise CaretError(number, "these carets stand under no line of text")
        for run in _RUN.finditer(line):
            if not _WELL_FORMED.fullmatch(run.group()):
                raise CaretError(number, "a run is made of carets, with at most one ~ at its end")
            goes_on = run.group().endswith("~")
            first, last = start + run.start(), start + run.end() - goes_on
            if last >= offset:
                raise CaretError(number, "these carets reach beyond the end of the line above")
            if open_mark is not None:
                opened, opened_line = open_mark
                if opened_line == len(texts):
                    raise CaretError(number, "a run after ~ belongs under the next line")
                first, open_mark = opened, None
            if goes_on:
                open_mark = (first, len(texts))
            else:
                marks.append(Span(first, last))
    if open_mark is not None:
        raise CaretError(len(lines) - 1, "a run ends with ~, but no later line goes on with it")
    return Marked("".join(texts), tuple(sorted(marks)), tuple(numbers))
