"""The run behind ``mandatelint check``: read, check, report, and the exit status."""

from collections.abc import Sequence
from pathlib import Path

import click

from checker.cli.drawing import style
from checker.cli.inputs import inputs, refuse_lonely_filename
from checker.cli.outcomes import Crash, outcomes
from checker.cli.pages import load_pages
from checker.cli.program import warn_of_crash
from checker.cli.status import Status
from checker.cli.terminal import say, warn
from checker.config import Settings, UnknownRuleError, check_names
from checker.findings import FileError, FileResult, Report, Severity
from checker.report.concise import file_lines
from checker.report.full import file_report
from checker.report.json import report_json
from checker.report.summary import summary
from checker.rulebook import Rulebook


def check_inputs(
    paths: Sequence[str],
    settings: Settings,
    *,
    folders: Sequence[Path],
    output_format: str,
    fail_on: str,
    stdin_filename: str | None,
) -> Status:
    """Check what was named, report it, and return the exit status.

    Args:
        paths: files, folders, "-" for standard input.
        settings: what the person asked for.
        folders: folders with house pages.
        output_format: "full", "concise" or "json".
        fail_on: the least severity that counts for the exit status.
        stdin_filename: what to call standard input, or None.
    """
    refuse_lonely_filename(paths, stdin_filename)
    rulebook = _rulebook(folders, settings)
    files, faults = inputs(paths)
    alone = len(files) == 1 and not faults
    results: list[FileResult] = []
    errors: list[FileError] = list(faults)
    crashes: list[Crash] = []
    for error in faults:
        _complain(error)
    for outcome in outcomes(files, stdin_filename, rulebook, settings):
        if isinstance(outcome, FileResult):
            results.append(outcome)
            _show(outcome, output_format, alone=alone)
        elif isinstance(outcome, FileError):
            errors.append(outcome)
            _complain(outcome)
        else:
            crashes.append(outcome)
            warn_of_crash(outcome.what, outcome.error)
    report = Report(tuple(results), (*errors, *(crash.as_error for crash in crashes)))
    _close(report, output_format, alone=alone)
    return _status(report, Severity(fail_on), crashed=bool(crashes))


def _rulebook(folders: Sequence[Path], settings: Settings) -> Rulebook:
    """Load the rules and refuse names that none of them has."""
    rulebook = load_pages(folders)
    try:
        check_names(rulebook, settings)
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from error
    return rulebook


def _show(result: FileResult, output_format: str, *, alone: bool) -> None:
    """Write what is said of one file as soon as it is known."""
    if output_format == "full":
        text = file_report(result, style(), alone=alone)
        say(f"{text}\n" if result.findings else text)
    elif output_format == "concise" and (text := file_lines(result, style())):
        say(text)


def _complain(error: FileError) -> None:
    warn(f"{error.path}: {error.message}")


def _close(report: Report, output_format: str, *, alone: bool) -> None:
    """Write what can be said when all files are read."""
    if output_format == "json":
        say(report_json(report))
        return
    clean = alone and not any(result.findings for result in report.files)
    if report.files and not (clean and output_format == "full"):
        say(summary(report, style()))


def _status(report: Report, level: Severity, *, crashed: bool) -> Status:
    if crashed:
        return Status.CRASH
    if report.errors:
        return Status.MISUSE
    reached = any(report.count(severity) for severity in Severity if severity.reaches(level))
    return Status.FINDINGS if reached else Status.CLEAN
