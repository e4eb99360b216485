"""The run behind ``mandatelint check``: read, check, report, and the exit status."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click

from checker.cli.configuring import warn_of_configuration
from checker.cli.drawing import style
from checker.cli.fixing import Fixing
from checker.cli.inputs import (
    STANDARD_INPUT,
    draft_path,
    inputs,
    read_input,
    refuse_lonely_filename,
)
from checker.cli.outcomes import Outcome, Work, lint, outcomes
from checker.cli.pages import load_pages
from checker.cli.program import warn_of_crash
from checker.cli.report_files import ReportFiles, refuse_drafts
from checker.cli.status import Status
from checker.cli.terminal import warn, write, write_aside
from checker.config import Asked, ConfigurationError, Configurations, Resolved, UnknownRuleError
from checker.findings import FileError, FileResult, Severity
from checker.report.fault import fault_entry
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
    asked: Asked,
    *,
    reporting: Reporting,
    stdin_filename: str | None,
    force_exclude: bool = False,
    fixing: Fixing | None = None,
) -> Status:
    """Check what was named, report it, and return the exit status.

    Args:
        paths: files, folders, "-" for standard input.
        asked: what the command line asks for.
        reporting: which reports are wanted.
        stdin_filename: what to call standard input, or None.
        force_exclude: whether the configuration may leave out files that were named.
        fixing: how to fix what is found, None to change nothing.
    """
    refuse_lonely_filename(paths, stdin_filename)
    configurations = Configurations(asked)
    load_pages(configurations)
    files, faults = inputs(
        paths, configurations, stdin_filename=stdin_filename, force_exclude=force_exclude
    )
    refuse_drafts(reporting.outputs, files)

    def resolve(path: str) -> Resolved:
        return configurations.resolve(draft_path(path, stdin_filename))

    found, complete = _rulebooks(files, resolve)
    books = [configurations.rulebook(), *found]
    if complete:
        _refuse_unknown_names(asked, books)
    alone = len(files) == 1 and not faults
    rules = _all_rules(books)
    shown = _shown(reporting, rules, alone=alone)
    kept = [(path, reporter(name, Style(), rules, alone=alone)) for name, path in reporting.outputs]
    say = fixing.report(files) if fixing else write
    if fixing and STANDARD_INPUT in set(paths) - set(files):
        fixing.leave(STANDARD_INPUT)
    work = fixing.work(stdin_filename) if fixing else _checking(stdin_filename)
    unread = ((fault.path, fault) for fault in faults)
    totals = Totals()
    failing = crashed = False
    with ReportFiles(kept) as reports:
        for path, outcome in chain(unread, outcomes(files, resolve, work)):
            if isinstance(outcome, FileResult):
                totals.add(outcome)
                say(shown.file(outcome))
                reports.file(outcome)
                level = Severity(resolve(path).fail_on)
                failing |= any(finding.severity.reaches(level) for finding in outcome.findings)
            else:
                crashed |= _complain(outcome, totals)
                if fixing and isinstance(outcome, ConfigurationError):
                    fixing.leave(path)
        if fixing:
            failing = fixing.fails(failing)
        totals.status = _status(totals, failing=failing, crashed=crashed)
        say(shown.close(totals))
        if fixing:
            fixing.close(totals, say if reporting.output_format in FOR_PEOPLE else write_aside)
        if not reports.close(totals) and not crashed:
            return Status.MISUSE
    return Status(totals.status)


def _checking(stdin_filename: str | None) -> Work:
    def check(path: str, resolved: Resolved) -> Iterable[FileResult]:
        yield lint(read_input(path, stdin_filename), resolved)

    return check


def _complain(outcome: Outcome, totals: Totals) -> bool:
    """Say what kept an input from being checked; return whether mandatelint itself failed."""
    if isinstance(outcome, FileError):
        totals.errors.append(outcome)
        warn(f"{outcome.path}: {outcome.message}")
    elif isinstance(outcome, ConfigurationError):
        totals.errors.append(fault_entry(outcome))
        warn_of_configuration(outcome)
    elif not isinstance(outcome, FileResult):
        totals.errors.append(outcome.as_error)
        warn_of_crash(outcome.what, outcome.error)
        return True
    return False


def _shown(reporting: Reporting, rules: Rulebook, *, alone: bool) -> Reporter:
    """Return the reporter for standard output."""
    name = reporting.output_format
    if not reporting.statistics:
        return reporter(name, style(), rules, alone=alone)
    if name not in STATISTICS:
        message = f"--statistics is not for {name}: choose {', '.join(STATISTICS)}"
        raise click.UsageError(message)
    return statistics_reporter(name, style())


def _refuse_unknown_names(asked: Asked, books: Sequence[Rulebook]) -> None:
    """Refuse names that no rule and no family has, in the house pages of any draft of the run.

    Raises:
        click.UsageError: for the first such name.
    """
    for name in (*(asked.layer.select or ()), *asked.layer.ignore):
        if not any(book.get(name) or name in book.families for book in books):
            meant = (book.nearest(name) for book in reversed(books))
            error = UnknownRuleError(name, next(filter(None, meant), None))
            raise click.UsageError(str(error))


def _rulebooks(
    files: Sequence[str], resolve: Callable[[str], Resolved]
) -> tuple[list[Rulebook], bool]:
    """Return each rule book of a run once, and whether these are all.

    Where a configuration is broken, its house pages are not known.
    """
    found: dict[int, Rulebook] = {}
    complete = True
    for path in files:
        try:
            rulebook = resolve(path).rulebook
        except ConfigurationError:
            complete = False
        else:
            found[id(rulebook)] = rulebook
    return list(found.values()), complete


def _all_rules(books: Sequence[Rulebook]) -> Rulebook:
    """Return the rules of several books as one, for reports that list what was asked."""
    rules = {rule.name: rule for book in books for rule in book.rules}
    return books[-1] if len(books) == 1 else Rulebook(tuple(rules.values()))


def _status(totals: Totals, *, crashed: bool, failing: bool) -> Status:
    if crashed:
        return Status.CRASH
    if totals.errors:
        return Status.MISUSE
    return Status.FINDINGS if failing else Status.CLEAN
