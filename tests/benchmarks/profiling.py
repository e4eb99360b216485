"""Where the time of a check goes, function by function."""

import cProfile
import pstats
import timeit
from pathlib import Path
from typing import NamedTuple

from checker.config import Settings
from checker.engine import check_source
from checker.rulebook import load_rulebook
from checker.source import Source
from tests.benchmarks.drafts import long_original

_ROOT = Path(__file__).resolve().parents[2]
_ROUNDS = 10


class Share(NamedTuple):
    """A function's part in a check.

    Attributes:
        name: its module and name; of one that is built in, its name.
        calls: how often it is called.
        part: its own time, without that of what it calls, as a part of the whole.
    """

    name: str
    calls: int
    part: float


class Profile(NamedTuple):
    """How the time of a check is shared among functions.

    Attributes:
        shares: all functions, the dearest first.
        calls: how many calls there are, of all functions together.
        empty: how many times ``text.split()`` so many calls of an empty function take.
    """

    shares: list[Share]
    calls: int
    empty: float


def profile() -> Profile:
    """Check the draft for which the targets are set, and share out the time of it."""
    text = long_original()
    rulebook, settings, source = load_rulebook(), Settings(), Source(text)
    check_source(source, rulebook, settings)
    profiler = cProfile.Profile()
    for _ in range(_ROUNDS):
        profiler.runcall(check_source, source, rulebook, settings)
    timed = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    whole = sum(own for _, _, own, _, _ in timed.values())
    shares = [
        Share(_name(*key), calls // _ROUNDS, own / whole)
        for key, (_, calls, own, _, _) in timed.items()
    ]
    calls = sum(share.calls for share in shares)
    empty = min(timeit.repeat("nothing()", "def nothing(): pass", number=calls, repeat=5))
    split = min(timeit.repeat(text.split, number=20, repeat=5)) / 20
    return Profile(sorted(shares, key=lambda each: -each.part), calls, empty / split)


def _name(path: str, _line: int, name: str) -> str:
    file = Path(path)
    if not file.is_relative_to(_ROOT):
        return name
    return f"{'.'.join(file.relative_to(_ROOT).with_suffix('').parts)}: {name}"
