"""The text as read without the numbers of its references, which change when paragraphs move."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from checker.mentions import Reference, Whose
from checker.patterns import lazy
from checker.records import Record

_NUMBER = lazy(r"\d+")
_MARK = "#"


class Unnumbered(Record):
    """A text in which a mark stands for each number of a reference to this draft's paragraphs.

    Attributes:
        text: the text with the marks.
        starts: where each number begins in the text as read, in order.
        ends: where each ends there.
        shorter: by how much the text is shorter before each number, and after the last.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shorter: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Return where a character of the text as read stands; of a number, where its mark does."""
        before = bisect_right(self.starts, offset)
        if before and offset < self.ends[before - 1]:
            before -= 1
            offset = self.starts[before]
        return offset - self.shorter[before]


def without_numbers(text: str, references: Iterable[Reference]) -> Unnumbered:
    """Put marks in the place of numbers; those of other instruments' paragraphs stay."""
    numbers = sorted(
        {
            number.span()
            for reference in references
            if reference.whose is not Whose.OTHER
            for number in _NUMBER.finditer(text, reference.start, reference.end)
        }
    )
    pieces: list[str] = []
    last = 0
    for start, end in numbers:
        pieces += (text[last:start], _MARK)
        last = end
    lengths = (end - start - len(_MARK) for start, end in numbers)
    return Unnumbered(
        "".join([*pieces, text[last:]]),
        tuple(start for start, _ in numbers),
        tuple(end for _, end in numbers),
        tuple(accumulate(lengths, initial=0)),
    )
