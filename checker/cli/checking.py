"""The run behind ``mandatelint check``: read, check, report, and the exit status."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import click

from checker.cli.baselines import Baselines
from checker.cli.drawing import style
from checker.cli.inputs import inputs, refuse_lonely_filename
from checker.cli.outcomes import outcomes
from checker.cli.pages import load_pages
from checker.cli.program import warn_of_crash
from checker.cli.report_files import ReportFiles, refuse_drafts
from checker.cli.status import Status
from checker.cli.terminal import warn, write
from checker.config import Settings, UnknownRuleError, check_names
from checker.findings import FileError, FileResult, Severity
from checker.report.formats import STATISTICS, reporter, statistics_reporter
from checker.report.reporter import Reporter
from checker.report.style import Style
from checker.rulebook import Rulebook
from checker.totals import Totals


def check_inputs(  # noqa: PLR0913 -- one parameter for each thing that is asked for
    paths: Sequence[str],
    settings: Settings,
    *,
    folders: Sequence[Path],
    output_format: str,
    outputs: Sequence[tuple[str, Path]],
    statistics: bool,
    fail_on: str,
    stdin_filename: str | None,
    baselines: Baselines,
    silencing: bool,
) -> Status:
    """Check what was named, report it, and return the exit status.

    Args:
        paths: files, folders, "-" for standard input.
        settings: what the person asked for.
        folders: folders with house pages.
        output_format: the format of the report on standard output.
        outputs: formats and files of further reports.
        statistics: whether to give sums per rule on standard output instead of findings.
        fail_on: the least severity that counts for the exit status.
        stdin_filename: what to call standard input, or None.
        baselines: what is known of old drafts.
        silencing: whether what drafts and configurations allow is set aside.
    """
    refuse_lonely_filename(paths, stdin_filename)
    rulebook = load_rules(folders, settings)
    baselines.load()
    files, faults = inputs(paths)
    refuse_drafts(outputs, files)
    alone = len(files) == 1 and not faults
    shown = _shown(output_format, rulebook, alone=alone, statistics=statistics)
    kept = [(path, reporter(name, Style(), rulebook, alone=alone)) for name, path in outputs]
    totals = Totals()
    crashed = False
    with ReportFiles(kept) as reports:
        checked = outcomes(files, stdin_filename, rulebook, settings, silencing=silencing)
        for outcome in chain(faults, checked):
            if isinstance(outcome, FileResult):
                result = baselines.compare(outcome)
                totals.add(result)
                write(shown.file(result))
                reports.file(result)
            elif isinstance(outcome, FileError):
                totals.errors.append(outcome)
                warn(f"{outcome.path}: {outcome.message}")
            else:
                totals.errors.append(outcome.as_error)
                warn_of_crash(outcome.what, outcome.error)
                crashed = True
        totals.status = _status(totals, Severity(fail_on), crashed=crashed)
        write(shown.close(totals))
        if not reports.close(totals) and not crashed:
            return Status.MISUSE
    return Status(totals.status)


def _shown(name: str, rulebook: Rulebook, *, alone: bool, statistics: bool) -> Reporter:
    """Return the reporter for standard output."""
    if not statistics:
        return reporter(name, style(), rulebook, alone=alone)
    if name not in STATISTICS:
        message = f"--statistics is not for {name}: choose {', '.join(STATISTICS)}"
        raise click.UsageError(message)
    return statistics_reporter(name, style())


def load_rules(folders: Sequence[Path], settings: Settings) -> Rulebook:
    """Load the rules and refuse names that none of them has.

    Raises:
        click.ClickException: a page or folder cannot be used.
        click.UsageError: there is such a name.
    """
    rulebook = load_pages(folders)
    try:
        check_names(rulebook, settings)
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from error
    return rulebook


def _status(totals: Totals, level: Severity, *, crashed: bool) -> Status:
    if crashed:
        return Status.CRASH
    if totals.errors:
        return Status.MISUSE
    return Status.FINDINGS if totals.reaches(level) else Status.CLEAN
