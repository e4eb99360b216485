r"""The text of one draft, decoded, and the places in it.

Offsets count code points of the decoded text without its byte-order mark, from 0; lines and
columns count from 1. A line ends at ``\n``, ``\r\n`` or ``\r`` and at nothing else, so a form
feed or a line separator inside a paragraph moves no line number.
"""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Final, NamedTuple

from checker.records import Record

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


class Position(Record):
    """A place in a source: line and column from 1, offset from 0."""

    line: int
    column: int
    offset: int


class Source:
    """The decoded text of a draft and the name under which it is reported.

    Attributes:
        text: the text.
        path: the name.
    """

    __slots__ = ("_line_starts", "path", "text")

    def __init__(self, text: str, path: str = "-") -> None:
        """Take a text; where its lines begin is found when somebody asks."""
        self.text: Final = text
        self.path: Final = path
        self._line_starts: tuple[int, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether the text and the name are the same."""
        if not isinstance(other, Source):
            return NotImplemented
        return (self.text, self.path) == (other.text, other.path)

    def __hash__(self) -> int:
        """Hash both."""
        return hash((self.text, self.path))

    def __repr__(self) -> str:
        """Write it as the call that makes it."""
        return f"Source({self.text!r}, {self.path!r})"

    def __reduce__(self) -> tuple[type["Source"], tuple[str, str]]:
        """Travel to another process as the text and the name."""
        return Source, (self.text, self.path)

    @property
    def line_starts(self) -> tuple[int, ...]:
        """The offsets at which lines begin; they are found once, every position is a search."""
        if not self._line_starts:
            pattern = _LINE_END if "\r" in self.text else _NEWLINE
            ends = [match.end() for match in pattern.finditer(self.text)]
            self._line_starts = (0, *ends)
        return self._line_starts

    def position(self, offset: int) -> Position:
        """Return line and column of an offset between 0 and the length of the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    def lines(self) -> list[Span]:
        """Return every line with its line end; an empty last line is none."""
        bounds = [*self.line_starts, len(self.text)]
        # As Span._make does, without a call for each of hundreds of lines.
        spans = [tuple.__new__(Span, pair) for pair in pairwise(bounds)]
        return spans if bounds[-2] < bounds[-1] else spans[:-1]

    def slice(self, span: Span) -> str:
        """Return the text of a span as it stands in the source."""
        return self.text[span.start : span.end]
