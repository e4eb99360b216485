"""The mentions of a draft that was edited, found anew only around the edit.

Mentions far from an edit are those that were there before, moved with the words in which they
stand. How far a mention looks around is bounded: a reference is told by at most 240 characters
before it, a long form begins at most 220 before its parenthesis, and what goes on over the end of a
block goes on for no more than 150. Uses of acronyms also hang on what the whole draft says of its
acronyms; where that is not as before, all are looked for.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from typing import TypeVar

from checker.mentions import Mention, Mentions
from checker.parsing.acronyms import find_acronyms, usage_of
from checker.parsing.finding import Known, find_in_blocks
from checker.parsing.introductions import find_introductions
from checker.reading import Reading
from checker.records import Record
from checker.source import Span

# More than any mention looks before itself, or goes on over the end of its block.
_REACH = 300
_start = attrgetter("start")

Found = TypeVar("Found", bound=Mention)


class Edited(Record):
    """Where two readings differ; outside of it both have the same blocks.

    Attributes:
        start: where the first block begins that is not the same, in both.
        end: where the last such block ends in the new reading.
        longer: by how much the new reading is longer.
        moved: by how much the source has moved under what comes after.
        bounds: where the blocks of the new reading begin, and where it ends.
    """

    start: int
    end: int
    longer: int
    moved: int
    bounds: Sequence[int]

    def block_before(self, offset: int) -> int:
        """Return where the block of an offset begins, 0 for an offset before the text."""
        return self.bounds[max(bisect_right(self.bounds, offset) - 1, 0)]

    def block_after(self, offset: int) -> int:
        """Return where the first block begins at or after an offset, or the text ends."""
        return self.bounds[min(bisect_left(self.bounds, offset), len(self.bounds) - 1)]


def edit_between(before: Reading, after: Reading) -> Edited:
    """Return where two readings differ, in their words or in where these stand in the source."""
    old, new = before.text.split("\n"), after.text.split("\n")
    # What follows the last line end is no block.
    del old[-1], new[-1]
    bounds = [0, *accumulate([len(block) + 1 for block in new])]
    longer = len(after.text) - len(before.text)
    if not old or not new:
        return Edited(0, len(after.text), longer, 0, bounds)
    same = min(_alike(before.starts, after.starts), _alike(before.origins, after.origins))
    first = [bounds[_alike(old, new)]]
    first += [reading.starts[same] for reading in (before, after) if same < len(reading.starts)]
    start = bounds[bisect_right(bounds, min(first)) - 1]
    moved = after.origins[-1] - before.origins[-1]
    starts = tuple([start + longer for start in before.starts])
    origins = tuple([origin + moved for origin in before.origins])
    same = min(_alike(starts[::-1], after.starts[::-1]), _alike(origins[::-1], after.origins[::-1]))
    last = bounds[len(new) - _alike(old[::-1], new[::-1])]
    last = max(last, after.starts[-same] if same else len(after.text), start)
    return Edited(start, bounds[bisect_left(bounds, last)], longer, moved, bounds)


def _alike(some: Sequence[object], others: Sequence[object]) -> int:
    """Return how many are the same at the beginning of two sequences, found by halving."""
    alike, most = 0, min(len(some), len(others))
    while alike < most:
        middle = (alike + most + 1) // 2
        if some[alike:middle] == others[alike:middle]:
            alike = middle
        else:
            most = middle - 1
    return alike


def find_again(reading: Reading, before: Known) -> Known:
    """Return the mentions of a draft, given those of the same draft before it was edited."""
    return _Refinding(reading, before).known()


class _Refinding:
    """Looks through the blocks around an edit, with some more so that all is told as in the whole.

    Attributes:
        low: where the stretch begins from which mentions are taken.
        high: where it ends.
        origin: where the words begin that are looked through.
        words: these words.
    """

    def __init__(self, reading: Reading, before: Known) -> None:
        self.reading = reading
        self.before = before
        self.edit = edit = edit_between(before.reading, reading)
        self.low = edit.block_before(edit.start - _REACH)
        self.high = edit.block_after(edit.end + _REACH)
        self.origin = edit.block_before(self.low - _REACH)
        self.words = reading.text[self.origin : edit.block_after(self.high + _REACH)]

    def known(self) -> Known:
        text, words, before = self.reading.text, self.words, self.before.mentions
        inside = find_in_blocks(words, self.span)
        near = find_introductions(words, self.span)
        introductions = self.joined(before.introductions, near)
        symbols = self.joined(before.symbols, inside.symbols)
        usage = usage_of(text, introductions)
        if usage == self.before.usage:
            uses = find_acronyms(words, near, inside.symbols, self.span, usage)
            acronyms = self.joined(before.acronyms, uses)
        else:
            whole = find_acronyms(text, introductions, symbols, self.reading.span, usage)
            acronyms = tuple(whole)
        mentions = Mentions(
            references=self.joined(before.references, inside.references),
            citations=self.joined(before.citations, inside.citations),
            symbols=symbols,
            dates=self.joined(before.dates, inside.dates),
            introductions=introductions,
            acronyms=acronyms,
        )
        return Known(self.reading, mentions, usage)

    def span(self, start: int, end: int) -> Span:
        return self.reading.span(self.origin + start, self.origin + end)

    def joined(self, before: Sequence[Found], found: Sequence[Found]) -> tuple[Found, ...]:
        """Return what was found around the edit with what stood far before and far after it."""
        edit, origin = self.edit, self.origin
        far_before = bisect_left(before, self.low, key=_start)
        far_after = bisect_left(before, self.high - edit.longer, key=_start)
        first = bisect_left(found, self.low - origin, key=_start)
        last = bisect_left(found, self.high - origin, key=_start)
        return (
            *before[:far_before],
            *[mention.moved(origin, 0) for mention in found[first:last]],
            *[mention.moved(edit.longer, edit.moved) for mention in before[far_after:]],
        )
