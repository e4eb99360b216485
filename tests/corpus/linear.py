"""Whether parsing takes time in proportion to the length of a text.

The garbage collector looks at every node again and again while a tree grows; it is frozen before
each measurement and off during it, so that what is measured is the parser.
"""

import time

from checker.parsing import parse_source
from checker.source import Source
from tests.hostile.growing import garbage_collector_off


def growth(text: str, short: int, long: int, rounds: int = 3) -> float:
    """Return the time per character at one length, divided by that at a shorter one.

    The two are measured in turn, and the median of the ratios is taken.
    """
    ratios = sorted(_per_character(text, long) / _per_character(text, short) for _ in range(rounds))
    return ratios[len(ratios) // 2]


def _per_character(text: str, length: int) -> float:
    repeated = (text * (length // len(text) + 1))[:length]
    repeats = max(1, 1_000_000 // length)
    with garbage_collector_off():
        start = time.process_time()
        for _ in range(repeats):
            parse_source(Source(repeated))
        return (time.process_time() - start) / (length * repeats)
