"""The run behind ``mandatelint check``: read, check, report, and the exit status."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click

from checker.cli.drawing import style
from checker.cli.fixing import Fixing
from checker.cli.inputs import inputs, refuse_lonely_filename
from checker.cli.outcomes import outcomes
from checker.cli.pages import load_pages
from checker.cli.program import warn_of_crash
from checker.cli.report_files import ReportFiles, refuse_drafts
from checker.cli.status import Status
from checker.cli.terminal import warn, write, write_aside
from checker.config import Settings, UnknownRuleError, check_names
from checker.findings import FileError, FileResult, Severity
from checker.report.formats import FOR_PEOPLE, STATISTICS, reporter, statistics_reporter
from checker.report.reporter import Reporter
from checker.report.style import Style
from checker.rulebook import Rulebook
from checker.totals import Totals


@dataclass(frozen=True, slots=True)
class Reporting:
    """Which reports are wanted.

    Attributes:
        output_format: the format of the report on standard output.
        outputs: formats and files of further reports.
        statistics: whether to give sums per rule on standard output instead of findings.
    """

    output_format: str
    outputs: Sequence[tuple[str, Path]] = ()
    statistics: bool = False


def check_inputs(
    paths: Sequence[str],
    settings: Settings,
    *,
    folders: Sequence[Path],
    reporting: Reporting,
    fail_on: str,
    stdin_filename: str | None,
    fixing: Fixing | None = None,
) -> Status:
    """Check what was named, report it, and return the exit status.

    Args:
        paths: files, folders, "-" for standard input.
        settings: what the person asked for.
        folders: folders with house pages.
        reporting: which reports are wanted.
        fail_on: the least severity that counts for the exit status.
        stdin_filename: what to call standard input, or None.
        fixing: how to fix what is found, None to change nothing.
    """
    refuse_lonely_filename(paths, stdin_filename)
    rulebook = _rulebook(folders, settings)
    files, faults = inputs(paths)
    refuse_drafts(reporting.outputs, files)
    alone = len(files) == 1 and not faults
    shown = _shown(reporting, rulebook, alone=alone)
    kept = [
        (path, reporter(name, Style(), rulebook, alone=alone)) for name, path in reporting.outputs
    ]
    say = fixing.report(files) if fixing else write
    run = fixing.outcomes if fixing else outcomes
    totals = Totals()
    crashed = False
    with ReportFiles(kept) as reports:
        for outcome in chain(faults, run(files, stdin_filename, rulebook, settings)):
            if isinstance(outcome, FileResult):
                totals.add(outcome)
                say(shown.file(outcome))
                reports.file(outcome)
            elif isinstance(outcome, FileError):
                totals.errors.append(outcome)
                warn(f"{outcome.path}: {outcome.message}")
            else:
                totals.errors.append(outcome.as_error)
                warn_of_crash(outcome.what, outcome.error)
                crashed = True
        failing = totals.reaches(Severity(fail_on))
        totals.status = _status(
            totals, failing=fixing.fails(failing) if fixing else failing, crashed=crashed
        )
        say(shown.close(totals))
        if fixing:
            fixing.close(totals, say if reporting.output_format in FOR_PEOPLE else write_aside)
        if not reports.close(totals) and not crashed:
            return Status.MISUSE
    return Status(totals.status)


def _shown(reporting: Reporting, rulebook: Rulebook, *, alone: bool) -> Reporter:
    """Return the reporter for standard output."""
    name = reporting.output_format
    if not reporting.statistics:
        return reporter(name, style(), rulebook, alone=alone)
    if name not in STATISTICS:
        message = f"--statistics is not for {name}: choose {', '.join(STATISTICS)}"
        raise click.UsageError(message)
    return statistics_reporter(name, style())


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
