"""Working on the drafts of a run; what fails on one does not keep the others from their turn."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeAlias, TypeVar

from checker.cache.store import Store
from checker.cli.inputs import STANDARD_INPUT, read_bytes
from checker.config import ConfigurationError, Resolved
from checker.findings import FileError, FileResult
from checker.records import Record
from checker.runs.job import Job
from checker.runs.outcome import Crash, Outcome, attempt
from checker.runs.spreading import Item, Task, one_by_one, spread
from checker.source import Source

Held = TypeVar("Held")
Done = TypeVar("Done")
Work: TypeAlias = Callable[[str, Held], Iterable[Done]]
"""What is done with an input under what holds for it."""

_FEWEST = 12
"""From so many drafts on, other processes save more time than they take to begin.

See "One process or several" in docs/speed.md.
"""


class Effort(Record):
    """How drafts are checked; it makes no difference to what is found.

    Attributes:
        jobs: in how many processes; None: as many as there are cores, where there are many drafts.
        store: where results are kept, None to check every draft.
        scheduler: the address of a Dask scheduler whose workers check, or None.
    """

    jobs: int | None = None
    store: Store | None = None
    scheduler: str | None = None


def checked(
    files: Sequence[str],
    resolve: Callable[[str], Resolved],
    effort: Effort,
    *,
    stdin_filename: str | None = None,
    silencing: bool = True,
) -> Iterator[tuple[str, Outcome]]:
    """Check each input and yield it with what became of it, in their order.

    Args:
        files: paths of drafts, "-" for standard input.
        resolve: tells what holds for a draft.
        effort: how they are checked.
        stdin_filename: what to call standard input, or None.
        silencing: whether what drafts and configurations allow is set aside.
    """
    jobs: dict[int, Job] = {}
    waiting: deque[str] = deque()

    def item(path: str, resolved: Resolved) -> Item:
        job = jobs.get(id(resolved))
        if job is None:
            job = Job(resolved.rulebook, resolved.settings, store=effort.store, silencing=silencing)
            jobs[id(resolved)] = job
        if path != STANDARD_INPUT:
            return Task(path, job)
        return attempt(lambda path: job.check(*read_bytes(path, stdin_filename)), path)

    def items() -> Iterator[Item]:
        for path, held in _holding(files, resolve):
            waiting.append(path)
            yield held if isinstance(held, ConfigurationError) else item(path, held)

    for outcome in _outcomes(items(), len(files), effort):
        yield waiting.popleft(), outcome


def outcomes(
    files: Sequence[str],
    resolve: Callable[[str], Held],
    work: Work[Held, Done],
    aim: str = "checked",
) -> Iterator[tuple[str, Done | FileError | Crash | ConfigurationError]]:
    """Work on each input and yield it with all that became of it, in their order.

    Args:
        files: paths of drafts, "-" for standard input.
        resolve: tells what holds for a draft.
        work: what is done with a draft.
        aim: what the draft would have been, had nothing failed.
    """
    for path, held in _holding(files, resolve):
        if isinstance(held, ConfigurationError):
            yield path, held
            continue
        done = attempt(partial(_worked, work, held), path, aim)
        for outcome in done if isinstance(done, tuple) else (done,):
            yield path, outcome


def _worked(work: Work[Held, Done], held: Held, path: str) -> tuple[Done, ...]:
    return tuple(work(path, held))


def lint(source: Source, resolved: Resolved, *, silencing: bool) -> FileResult:
    """Check a text under what holds for it.

    With ``silencing``, what the draft or its configuration allows is set aside.
    """
    job = Job(resolved.rulebook, resolved.settings, silencing=silencing)
    return job.check_source(source)


def _holding(
    files: Sequence[str], resolve: Callable[[str], Held]
) -> Iterator[tuple[str, Held | ConfigurationError]]:
    """Yield each input with what holds for it.

    A configuration that cannot be used is told once, at the first draft that it is for; its
    drafts are left out.
    """
    told: set[str] = set()
    for path in files:
        try:
            yield path, resolve(path)
        except ConfigurationError as error:
            if error.path not in told:
                told.add(error.path)
                yield path, error


def _outcomes(items: Iterator[Item], count: int, effort: Effort) -> Iterator[Outcome]:
    # ruff: noqa: PLC0415 -- few runs have so many drafts
    if effort.scheduler is not None:
        yield from _of_cluster(items, effort.scheduler)
        return
    if effort.jobs is None and count < _FEWEST:
        yield from one_by_one(items)
        return
    from checker.runs.processes import MOST, Processes, cores

    jobs = min(effort.jobs or cores(), count, MOST)
    # What the first draft loads is there for the processes that are forked after it.
    yield from one_by_one(islice(items, 1))
    if jobs == 1:
        yield from one_by_one(items)
        return
    with Processes(jobs, count) as processes:
        yield from spread(items, processes)


def _of_cluster(items: Iterator[Item], scheduler: str) -> Iterator[Outcome]:
    import click

    from checker.runs.cluster import ClusterError, cluster

    try:
        with cluster(scheduler) as workers:
            yield from spread(items, workers)
    except ClusterError as error:
        raise click.ClickException(str(error)) from error
