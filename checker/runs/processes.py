"""Processes on the cores of this machine.

A forked process costs a few milliseconds and shares what is loaded; it is safe where the program
has one thread, on Linux. Elsewhere Python begins each process afresh.

An interruption reaches every process of a terminal. In this one it is held back while processes
begin and end, for a pool that is half made or half gone waits for ever; in the others it is let
through only while they check drafts, for half a message would be waited for as well.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from typing import Self

from checker.runs.outcome import Outcome
from checker.runs.spreading import CHUNK, Chunk, Task, check_chunk, lost

MOST = 61 if sys.platform == "win32" else 1000
"""More processes than this the system does not allow for, or nobody wants."""

_SHARES = 12
_ENDED = "its process ended"


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes:
    """Workers that are processes of this program; use it in a ``with``."""

    def __init__(self, count: int, drafts: int) -> None:
        """Plan for so many processes and drafts; they begin with the first chunk."""
        self._count = count
        # Several chunks each, so that all end at about the same time.
        self.chunk = max(1, min(CHUNK, drafts // (_SHARES * count)))
        self._pool: ProcessPoolExecutor | None = None
        self._lone: ProcessPoolExecutor | None = None
        # Each has one at hand and one in reserve, and one more may wait to be told.
        self.window = 2 * count + 1

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes once they have done what they have begun."""
        with _interruptions(held=True):
            for pool in (self._pool, self._lone):
                if pool is not None:
                    pool.shutdown(cancel_futures=True)

    def submit(self, chunk: Chunk) -> "Future[list[Outcome]]":
        """Give away a chunk; where a process was lost, others take its place."""
        if self._pool is None:
            self._pool = _pool(self._count)
        try:
            return _given(self._pool, chunk)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = _pool(self._count)
            return _given(self._pool, chunk)

    def result(self, future: "Future[list[Outcome]]") -> list[Outcome]:
        """Wait for what becomes of a chunk."""
        return future.result()

    def again(self, task: Task) -> Outcome:
        """Check a draft of a chunk that was lost, in a process in which nothing else is lost."""
        if self._lone is None:
            self._lone = _pool(1)
        try:
            [outcome] = self.result(_given(self._lone, [task]))
        except BrokenProcessPool:
            self._lone.shutdown()
            self._lone = None
            return lost(task, _ENDED)
        return outcome


def _given(pool: ProcessPoolExecutor, chunk: Chunk) -> "Future[list[Outcome]]":
    with _interruptions(held=True):
        return pool.submit(_check, chunk[0].job.packed, [task.path for task in chunk])


def _pool(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, mp_context=_context(), initializer=_begin)


def _context() -> BaseContext:
    forks = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forks else None)


def _begin() -> None:
    """Let a process end with the one that began it, and without a word where it is interrupted."""
    if sys.platform == "win32":
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    else:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End this process when the one that began it has ended, in whatever way."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _check(packed: bytes, paths: Sequence[str]) -> list[Outcome]:
    """Check some drafts in a process that an interruption may end meanwhile."""
    with _interruptions(held=False):
        return check_chunk(packed, paths)


@contextmanager
def _interruptions(*, held: bool) -> Iterator[None]:
    """Hold interruptions of this thread back for a while, or let them through."""
    if sys.platform == "win32":
        # There, each process of ours but the first ignores them.
        yield
        return
    how = signal.SIG_BLOCK if held else signal.SIG_UNBLOCK
    before = signal.pthread_sigmask(how, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
