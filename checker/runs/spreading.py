"""Checking many drafts at once, in order, with few results in memory.

Drafts go out in chunks, so many at a time, and what comes back is given on in the order in which
they went. Where a chunk is lost, with the process that had it, its drafts are tried again one by
one: the one that ends its process a second time is told, and nothing else is lost.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

from checker.records import Record
from checker.runs.job import Job, unpacked
from checker.runs.outcome import Crash, Outcome, reason_of

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

CHUNK = 16
"""So many drafts go out together at most."""

_CHUNK_BYTES = 1_000_000


class Task(Record):
    """A draft in a file, and what is asked of it."""

    path: str
    job: Job


Chunk: TypeAlias = Sequence[Task]
Item: TypeAlias = Task | Outcome
"""What is to be done, or, in its place in the order, what needs no more doing."""


class Workers(Protocol):
    """Those who check drafts.

    Attributes:
        window: so many chunks are with them at a time.
        chunk: so many drafts make a chunk at most.
    """

    window: int
    chunk: int

    def submit(self, chunk: Chunk) -> "Future[list[Outcome]]":
        """Give away a chunk; its future may fail when a worker is lost."""

    def result(self, future: "Future[list[Outcome]]") -> list[Outcome]:
        """Wait for what becomes of a chunk; whatever is raised, it was lost."""

    def again(self, task: Task) -> Outcome:
        """Check a draft of a chunk that was lost, alone."""


def check_chunk(packed: bytes, paths: Sequence[str]) -> list[Outcome]:
    """Check some drafts; this is what runs in another process."""
    job = unpacked(packed)
    return [job.check_path(path) for path in paths]


def one_by_one(items: Iterable[Item]) -> Iterator[Outcome]:
    """Check drafts in this process and yield what becomes of each."""
    for item in items:
        yield item.job.check_path(item.path) if isinstance(item, Task) else item


def spread(items: Iterable[Item], workers: Workers) -> Iterator[Outcome]:
    """Yield what becomes of each draft, in the order given."""
    waiting: deque[tuple[Chunk, Future[list[Outcome]]] | Outcome] = deque()
    chunks = 0
    try:
        for each in _chunks(items, workers.chunk):
            if not isinstance(each, list):
                waiting.append(each)
                continue
            waiting.append((each, workers.submit(each)))
            chunks += 1
            while chunks >= workers.window:
                first = waiting.popleft()
                chunks -= isinstance(first, tuple)
                yield from _told(first, workers)
        while waiting:
            yield from _told(waiting.popleft(), workers)
    finally:
        for left in waiting:
            if isinstance(left, tuple):
                left[1].cancel()


def _told(
    waiting: "tuple[Chunk, Future[list[Outcome]]] | Outcome", workers: Workers
) -> Iterator[Outcome]:
    if not isinstance(waiting, tuple):
        yield waiting
        return
    chunk, future = waiting
    try:
        outcomes = workers.result(future)
    except Exception:  # noqa: BLE001 -- each draft gets its word all the same
        outcomes = [workers.again(task) for task in chunk]
    yield from outcomes


def _chunks(items: Iterable[Item], most: int) -> Iterator[list[Task] | Outcome]:
    """Yield drafts in chunks that are neither many nor long; all in one have the same job."""
    chunk: list[Task] = []
    size = 0
    for item in items:
        if not isinstance(item, Task):
            if chunk:
                yield chunk
                chunk, size = [], 0
            yield item
            continue
        if chunk and (len(chunk) == most or size > _CHUNK_BYTES or item.job is not chunk[0].job):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += _size(item.path)
    if chunk:
        yield chunk


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


class ExecutorWorkers:
    """The workers of an executor that somebody else began and will end."""

    def __init__(self, executor: "Executor", window: int, chunk: int = CHUNK) -> None:
        """Use an executor for so many chunks at a time."""
        self._executor = executor
        self.window = window
        self.chunk = chunk

    def submit(self, chunk: Chunk) -> "Future[list[Outcome]]":
        """Give away a chunk."""
        paths = [task.path for task in chunk]
        return self._executor.submit(check_chunk, chunk[0].job.packed, paths)

    def result(self, future: "Future[list[Outcome]]") -> list[Outcome]:
        """Wait for what becomes of a chunk."""
        return future.result()

    def again(self, task: Task) -> Outcome:
        """Check a draft of a chunk that was lost, alone."""
        try:
            [outcome] = self.result(self.submit([task]))
        except Exception as error:  # noqa: BLE001 -- as above
            return lost(task, reason_of(error))
        return outcome


def lost(task: Task, reason: str) -> Crash:
    """Return what is told of a draft whose worker was lost twice."""
    return Crash(task.path, f"{task.path} could not be checked", reason)
