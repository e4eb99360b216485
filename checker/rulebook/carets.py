"""Reading the carets of an example: the lines that mark what a rule must find.

A line of spaces, ``^`` and ``~`` marks the nearest line of text above it. Each run of carets is one
finding. A run that ends with ``~`` goes on with the first run under the next marked line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.source import Span

_CARET_LINE = re.compile(r"(?<! ) *+[\^~][ ^~]*+")
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
    runs: list[_Run] = []
    start = offset = 0
    for number, line in enumerate(lines):
        if not _CARET_LINE.fullmatch(line):
            texts.append(line + "\n")
            numbers.append(number)
            start, offset = offset, offset + len(line) + 1
            continue
        if not texts:
            raise CaretError(number, "these carets stand under no line of text")
        for match in _RUN.finditer(line):
            run = _run(match, start, number, len(texts))
            if run.end >= offset:
                raise CaretError(number, "these carets reach beyond the end of the line above")
            runs.append(run)
    return Marked("".join(texts), tuple(sorted(_joined(runs))), tuple(numbers))


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of carets: its stretch of the text, its own line, the line of the text it marks."""

    start: int
    end: int
    goes_on: bool
    line: int
    marked: int


def _run(match: re.Match[str], start: int, line: int, marked: int) -> _Run:
    if not _WELL_FORMED.fullmatch(match.group()):
        raise CaretError(line, "a run is made of carets, with at most one ~ at its end")
    goes_on = match.group().endswith("~")
    return _Run(start + match.start(), start + match.end() - goes_on, goes_on, line, marked)


def _joined(runs: Sequence[_Run]) -> Iterator[Span]:
    """Yield the marked spans, those of several lines as one."""
    opened: _Run | None = None
    first = 0
    for run in runs:
        if opened is None:
            first = run.start
        elif opened.marked == run.marked:
            raise CaretError(run.line, "a run after ~ belongs under the next line")
        if run.goes_on:
            opened = run
        else:
            opened = None
            yield Span(first, run.end)
    if opened is not None:
        raise CaretError(opened.line, "this run ends with ~, but no later line goes on with it")
