"""The text of a draft as a person reads it, with the way back to the source.

Page furniture, emphasis and line ends are not read: a wrapped line is one space. Every mention is
found in this text, and a table of segments leads from each of its characters to the source.
"""

from bisect import bisect_right

from checker.records import Record
from checker.source import Span


class Reading(Record):
    """The text as read and its segments.

    Attributes:
        text: the texts of all nodes in source order, each followed by a line end.
        starts: offsets in ``text`` at which a segment begins; the first is 0.
        origins: for each segment, the offset in the source of its first character.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """Return the source offset of the character at an offset of the text as read."""
        segment = bisect_right(self.starts, offset) - 1
        return self.origins[segment] + offset - self.starts[segment]

    def span(self, start: int, end: int) -> Span:
        """Return the hull in the source of a non-empty stretch of the text as read."""
        segment = bisect_right(self.starts, start)
        first = self.origins[segment - 1] + start - self.starts[segment - 1]
        if segment < len(self.starts) and self.starts[segment] < end:
            return Span(first, self.origin(end - 1) + 1)
        return Span(first, first + end - start)

    def stretch(self, span: Span) -> tuple[int, int]:
        """Return the stretch of the text as read that a span of the source holds.

        The way back from :meth:`span`; both ends are equal where nothing of the span is read.
        """
        return self._first_at(span.start), self._first_at(span.end)

    def quote(self, span: Span) -> str:
        """Return the words of a span as read."""
        start, end = self.stretch(span)
        return self.text[start:end].strip()

    def _first_at(self, origin: int) -> int:
        """Return the first offset as read whose source is at or after an offset."""
        segment = bisect_right(self.origins, origin) - 1
        if segment < 0:
            return 0
        start = self.starts[segment]
        following = self.starts[segment + 1] if segment + 1 < len(self.starts) else len(self.text)
        return min(start + origin - self.origins[segment], following)
