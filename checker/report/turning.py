"""Words that run from right to left, as an Arabic name does, on a terminal.

Some terminals show such words in the order in which they are stored, others turn them, with the
numbers that follow them, as the Unicode bidirectional algorithm (UAX 9) says. Either way the
stretch as a whole takes the same columns, so it is marked as a whole or not at all.
"""

from collections.abc import Iterator

from checker.patterns import lazy

_TURNS = lazy(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENS = frozenset({"R", "AL", "AN"})
_CONTINUES = _OPENS | {"EN", "NSM"}


def whole_stretches(line: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of a line, widened to the whole of the turned words that it touches."""
    if not _TURNS.search(line):
        return start, end
    for first, last in _turned(line):
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
    return start, end


def _turned(line: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line that a terminal may turn.

    Each reaches from a right-to-left letter to the last such letter, or number, before a letter
    of the other direction.
    """
    import unicodedata  # noqa: PLC0415 -- few drafts have such words

    first, last = -1, -1
    for place, character in enumerate(line):
        kind = unicodedata.bidirectional(character)
        if first < 0:
            if kind in _OPENS:
                first, last = place, place + 1
        elif kind in _CONTINUES or (kind == "ET" and last == place):
            last = place + 1
        elif kind == "L":
            yield first, last
            first = -1
    if first >= 0:
        yield first, last
