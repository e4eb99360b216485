"""How the time of something grows with the length of a text."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_STEP = 1.5
# What explodes is noticed at the first of these lengths, before it takes hours at the next.
_FIRST = (24, 200, 1500, 5000)
# 1 is linear; half as much text more takes 1.5 times as long as that where the time is a square.
_BEARABLE = 1.27
_PATIENCE = 12
_ROUNDS = 2


def seconds(work: Callable[[str], object], text: str, rounds: int = 1) -> float:
    """Return the processor time of some work in this thread, the least of several rounds."""
    return min(_once(work, text) for _ in range(rounds))


def _once(work: Callable[[str], object], text: str) -> float:
    start = time.thread_time()
    work(text)
    return time.thread_time() - start


@contextmanager
def garbage_collector_off() -> Iterator[None]:
    """Keep the collector from looking at every object again and again while a tree grows."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def explodes(
    work: Callable[[str], object], text: Callable[[int], str], *, enough: float, longest: int
) -> bool:
    """Whether the time of some work grows faster than the length of its text, twice in a row.

    Args:
        work: what is done with a text.
        text: makes a text of about a given length.
        enough: from how many seconds on a time can be compared.
        longest: how long a text is made that takes less.
    """
    return all(_explodes(work, text, enough=enough, longest=longest) for _ in range(2))


def _explodes(
    work: Callable[[str], object],
    text: Callable[[int], str],
    *,
    enough: float,
    longest: int,
) -> bool:
    """Look once.

    The text is lengthened until the work takes long enough to be measured, and from there by half
    as long as each step takes more than linear time. A single linear step acquits: a pattern
    with a bound looks like a square below it.
    """
    for length in (*_FIRST, longest):
        before = seconds(work, text(length))
        if before >= enough:
            break
    else:
        return False
    before = min(before, seconds(work, text(length), _ROUNDS))
    while before < enough * _PATIENCE:
        length = int(length * _STEP)
        after = seconds(work, text(length))
        if after < enough * _PATIENCE:
            after = min(after, seconds(work, text(length), _ROUNDS))
        if after / before / _STEP < _BEARABLE:
            return False
        before = after
    return True
