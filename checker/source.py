r"""The text of one draft, decoded, and the places in it.

Offsets count code points of the decoded text without its byte-order mark, from 0; lines and
columns count from 1. A line ends at ``\n``, ``\r\n`` or ``\r`` and at nothing else, so a form
feed or a line separator inside a paragraph moves no line number.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

_NEWLINE = re.compile(r"\n")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A stretch of a source: offsets of its first code point and of the one after its last."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place in a source: line and column from 1, offset from 0."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of a draft and the name under which it is reported."""

    text: str
    path: str = "-"
    line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the line starts once; every position is a search among them."""
        pattern = _LINE_END if "\r" in self.text else _NEWLINE
        starts = (0, *(match.end() for match in pattern.finditer(self.text)))
        object.__setattr__(self, "line_starts", starts)

    def position(self, offset: int) -> Position:
        """Return line and column of an offset between 0 and the length of the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    def lines(self) -> list[Span]:
        """Return every line with its line end; an empty last line is none."""
        bounds = [*self.line_starts, len(self.text)]
        spans = list(map(Span._make, pairwise(bounds)))
        return spans if bounds[-2] < bounds[-1] else spans[:-1]

    def slice(self, span: Span) -> str:
        """Return the text of a span as it stands in the source."""
        return self.text[span.start : span.end]
