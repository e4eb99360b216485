"""The run behind ``mandatelint check``: read, check, report, and the exit status."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import click

from checker.cli.drawing import style
from checker.cli.fixing import Fixing
from checker.cli.inputs import inputs, refuse_lonely_filename
from checker.cli.outcomes import outcomes
from checker.cli.pages import load_pages
from checker.cli.program import warn_of_crash
from checker.cli.status import Status
from checker.cli.terminal import warn, write, write_aside
from checker.config import Settings, UnknownRuleError, check_names
from checker.findings import FileError, FileResult, Severity
from checker.report.formats import FOR_PEOPLE, reporter
from checker.rulebook import Rulebook
from checker.totals import Totals


def check_inputs(
    paths: Sequence[str],
    settings: Settings,
    *,
    folders: Sequence[Path],
    output_format: str,
    fail_on: str,
    stdin_filename: str | None,
    fixing: Fixing | None = None,
) -> Status:
    """Check what was named, report it, and return the exit status.

    Args:
        paths: files, folders, "-" for standard input.
        settings: what the person asked for.
        folders: folders with house pages.
        output_format: "full", "concise" or "json".
        fail_on: the least severity that counts for the exit status.
        stdin_filename: what to call standard input, or None.
        fixing: how to fix what is found, None to change nothing.
    """
    refuse_lonely_filename(paths, stdin_filename)
    rulebook = _rulebook(folders, settings)
    files, faults = inputs(paths)
    shown = reporter(output_format, style(), alone=len(files) == 1 and not faults)
    say = fixing.report(files) if fixing else write
    run = fixing.outcomes if fixing else outcomes
    totals = Totals()
    crashed = False
    for outcome in chain(faults, run(files, stdin_filename, rulebook, settings)):
        if isinstance(outcome, FileResult):
            totals.add(outcome)
            say(shown.file(outcome))
        elif isinstance(outcome, FileError):
            totals.errors.append(outcome)
            warn(f"{outcome.path}: {outcome.message}")
        else:
            totals.errors.append(outcome.as_error)
            warn_of_crash(outcome.what, outcome.error)
            crashed = True
    say(shown.close(totals))
    failing = totals.reaches(Severity(fail_on))
    if fixing:
        fixing.close(totals, say if output_format in FOR_PEOPLE else write_aside)
        failing = fixing.fails(failing)
    return _status(totals, failing=failing, crashed=crashed)


def _rulebook(folders: Sequence[Path], settings: Settings) -> Rulebook:
    """Load the rules and refuse names that none of them has."""
    rulebook = load_pages(folders)
    try:
        check_names(rulebook, settings)
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from error
    return rulebook


def _status(totals: Totals, *, failing: bool, crashed: bool) -> Status:
    if crashed:
        return Status.CRASH
    if totals.errors:
        return Status.MISUSE
    return Status.FINDINGS if failing else Status.CLEAN
