"""``mandatelint check --timing``: how long each stage and each rule takes, on standard error."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from checker.cli.inputs import STANDARD_INPUT, read_input
from checker.cli.terminal import complain, write_aside
from checker.config import ConfigurationError, Resolved
from checker.engine import time_source
from checker.reader import UnreadableError
from checker.report.words import counted
from checker.rulebook.wording import WordingError


def show_times(files: Sequence[str], resolve: Callable[[str], Resolved]) -> None:
    """Check drafts in files once more and write a table of times, the longest first.

    The first is checked twice, so that what is loaded and compiled for it does not count.
    """
    times: dict[str, float] = {}
    read = 0
    for path in files:
        if path == STANDARD_INPUT:
            continue
        with suppress(ConfigurationError, UnreadableError, WordingError):
            resolved = resolve(path)
            asked = (read_input(path, None), resolved.rulebook, resolved.settings)
            if not read:
                list(time_source(*asked))
            for name, seconds in time_source(*asked):
                times[name] = times.get(name, 0.0) + seconds
            read += 1
    total = sum(times.values())
    complain(f"{counted(read, 'draft')}, {total * 1000:.1f} ms without starting and reporting:")
    for name, seconds in sorted(times.items(), key=lambda each: -each[1]):
        write_aside(f"{seconds * 1000:10.2f} ms {seconds / total:6.1%}  {name}\n")
