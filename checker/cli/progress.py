"""A bar on standard error that shows how far a long run is."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 2.0
_PAUSE = 0.1

_Step = TypeVar("_Step")


def with_progress(
    steps: Iterable[_Step], total: int, *, clock: Callable[[], float] = time.monotonic
) -> Iterator[_Step]:
    """Pass steps on; after two seconds on a terminal, draw a bar while the next one is waited for.

    The bar is gone whenever a step is passed on, so that a report can be written.

    Args:
        steps: what is being done.
        total: how many steps there are.
        clock: tells the seconds since some moment.
    """
    if total < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield from steps
        return
    drawn_at = clock() + _PATIENCE - _PAUSE
    bar: Progress | None = None
    shown = False
    try:
        for done, step in enumerate(steps, 1):
            if bar is not None and shown:
                bar.stop()
                shown = False
            yield step
            if done < total and clock() - drawn_at >= _PAUSE:
                bar = bar or _bar(total)
                bar.update(bar.task_ids[0], completed=done)
                bar.start()
                shown, drawn_at = True, clock()
    finally:
        if bar is not None and shown:
            bar.stop()


def _bar(total: int) -> "Progress":
    from rich.console import Console  # noqa: PLC0415 -- slow to load, and only long runs need it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = TextColumn("checking"), BarColumn(), MofNCompleteColumn()
    console = Console(stderr=True)
    bar = Progress(*columns, console=console, transient=True, auto_refresh=False)
    bar.add_task("", total=total)
    return bar
