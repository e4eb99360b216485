"""Timing programs side by side: interleaved, so that a busy moment meets all of them."""

import os
import resource
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

Command = Sequence[str]


class Times(NamedTuple):
    """What runs of one thing took, in seconds.

    Attributes:
        wall: on the clock.
        cpu: of all its processes together.
    """

    wall: tuple[float, ...]
    cpu: tuple[float, ...]


def run(command: Command, env: Mapping[str, str] | None = None) -> tuple[float, float]:
    """Run a command to its end; return its time on the clock and on the processors."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run(  # noqa: S603 -- what is to be timed
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        env={**os.environ, **(env or {})},
    )
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def interleaved(
    things: Mapping[str, Callable[[], tuple[float, float]]], times: int
) -> dict[str, Times]:
    """Do all things in turn, so many times, and return what each took."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in things}
    for _ in range(times):
        for name, thing in things.items():
            found[name].append(thing())
    return {
        name: Times(tuple(wall for wall, _ in each), tuple(cpu for _, cpu in each))
        for name, each in found.items()
    }


def ratios(of: Sequence[float], to: Sequence[float]) -> tuple[float, float, float]:
    """Return the median, least and greatest ratio of what was timed in the same turn."""
    each = [one / other for one, other in zip(of, to, strict=True)]
    return statistics.median(each), min(each), max(each)


def in_process(thing: Callable[[], object]) -> Callable[[], tuple[float, float]]:
    """Return a thing to be timed that runs in this process."""

    def timed() -> tuple[float, float]:
        begin, on_processor = time.perf_counter(), time.process_time()
        thing()
        return time.perf_counter() - begin, time.process_time() - on_processor

    return timed


def peak_memory(command: Command, env: Mapping[str, str] | None = None) -> tuple[int, int]:
    """Return the greatest proportional set size of a command and its processes, and their number.

    In bytes; sampled some fifty times a second, on Linux only.
    """
    process = subprocess.Popen(  # noqa: S603 -- what is to be measured
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(env or {})},
    )
    ended = threading.Event()
    most = (0, 0)
    while not ended.wait(0.02):
        sizes = [_proportional(pid) for pid in _family(process.pid)]
        most = max(most, (sum(sizes), len(sizes)))
        if process.poll() is not None:
            ended.set()
    return most


def _family(pid: int) -> list[int]:
    found = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                found += _family(int(child))
    except OSError:
        pass
    return found


def _proportional(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
