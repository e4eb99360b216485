"""``mandatelint check``: say what is wrong with drafts."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.inputs import inputs, refuse_lonely_filename
from checker.cli.outcomes import Crash, outcomes
from checker.cli.pages import load_pages
from checker.cli.parameters import (
    date_option,
    names,
    profile_option,
    rules_option,
    stage_option,
    stdin_filename_option,
)
from checker.cli.program import warn_of_crash
from checker.cli.status import Status
from checker.cli.terminal import say, style, warn
from checker.findings import FileError, FileResult, Report, Severity
from checker.report.concise import file_lines
from checker.report.full import file_report
from checker.report.json import report_json
from checker.report.summary import summary

if TYPE_CHECKING:
    from checker.config import Settings
    from checker.rulebook import Rulebook


@click.command(short_help="Say what is wrong with a draft.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--output-format",
    type=click.Choice(["full", "concise", "json"]),
    default="full",
    show_default=True,
    help="full shows the words, concise is one line per finding, json is for programs.",
)
@click.option("--pedantic", is_flag=True, help="Add the rules that matter to some drafters only.")
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    callback=names,
    help="Run only these rules or families, separated by commas.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    callback=names,
    help="Leave out these rules or families, separated by commas.",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.ERROR.value,
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@profile_option
@stage_option
@date_option
@rules_option
@stdin_filename_option
def check(  # noqa: PLR0913 -- one parameter for each option
    *,
    paths: tuple[str, ...],
    output_format: str,
    pedantic: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    folders: tuple[Path, ...],
    stdin_filename: str | None,
) -> int:
    """Read drafts and say what no longer fits together in them.

    PATH is a draft, a folder of drafts, or - for standard input; without it, the folder you are
    in. A folder is searched for .md, .markdown and .txt, except what .gitignore leaves out.

    The exit status is 0 when nothing is found at or above the level of --fail-on, 1 when
    something is, and 2 when an option is wrong or a file cannot be read.
    """
    from checker.config import Settings  # noqa: PLC0415 -- --help stays quick

    refuse_lonely_filename(paths, stdin_filename)
    settings = Settings(
        profile=profile,
        stage=stage,
        date=date,
        pedantic=pedantic,
        select=select,
        ignore=ignore,
    )
    rulebook = _rulebook(folders, settings)
    files, faults = inputs(paths or (".",))
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


def _rulebook(folders: Sequence[Path], settings: "Settings") -> "Rulebook":
    """Load the rules and refuse names that none of them has."""
    from checker.config import UnknownRuleError, check_names  # noqa: PLC0415 -- as above

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
