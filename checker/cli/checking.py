"""The run behind ``mandatelint check``: read, check, report, and the exit status."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from typing import TYPE_CHECKING

import click

from checker.cli.baselines import Baselines
from checker.cli.configuring import warn_of_configuration
from checker.cli.outcomes import Effort, checked, outcomes
from checker.cli.program import Status, tell_crash
from checker.cli.run import Run
from checker.cli.terminal import style, warn, write, write_aside
from checker.config import ConfigurationError
from checker.findings import FileError, FileResult, Severity
from checker.records import Record
from checker.report.formats import FOR_PEOPLE, STATISTICS, reporter, statistics_reporter
from checker.report.reporter import Reporter
from checker.report.style import Style
from checker.runs.outcome import Crash, Outcome
from checker.totals import Totals

if TYPE_CHECKING:
    from checker.cli.fixing import Fixing
    from checker.cli.report_files import ReportFiles


class Reporting(Record):
    """Which reports are wanted.

    Attributes:
        output_format: the format of the report on standard output.
        outputs: formats and files of further reports.
        statistics: whether to give sums per rule on standard output instead of findings.
    """

    output_format: str
    outputs: Sequence[tuple[str, str]] = ()
    statistics: bool = False


def check_drafts(
    run: Run,
    reporting: Reporting,
    baselines: Baselines,
    effort: Effort,
    *,
    stdin_filename: str | None,
    silencing: bool,
    fixing: "Fixing | None" = None,
) -> Status:
    """Check the drafts of a run, report it, and return the exit status.

    Args:
        run: the drafts, and what holds for each.
        reporting: which reports are wanted.
        baselines: what is known of old drafts.
        effort: how drafts are checked.
        stdin_filename: what to call standard input, or None.
        silencing: whether what drafts and configurations allow is set aside.
        fixing: how to fix what is found, None to change nothing.
    """
    baselines.load_all(run)
    shown = _shown(reporting, run)
    say = fixing.report((*run.files, *run.left_out)) if fixing else write
    if fixing:
        for path in run.left_out:
            fixing.leave(path)
    worked = (
        outcomes(run.files, run.resolve, fixing.work(stdin_filename, silencing=silencing))
        if fixing
        else checked(
            run.files, run.resolve, effort, stdin_filename=stdin_filename, silencing=silencing
        )
    )
    totals = Totals()
    failing = crashed = False
    with ExitStack() as stack:
        reports = stack.enter_context(_report_files(reporting, run)) if reporting.outputs else None
        for path, outcome in _steps(run, worked):
            if isinstance(outcome, FileResult):
                resolved = run.resolve(path)
                # Where drafts are fixed, what is known was set aside before.
                result = outcome if fixing else baselines.compare(outcome, resolved)
                totals.add(result)
                say(shown.file(result))
                if reports:
                    reports.file(result)
                level = Severity(resolved.fail_on)
                failing |= any(finding.severity.reaches(level) for finding in result.findings)
            else:
                totals.errors.append(complain(outcome))
                crashed |= isinstance(outcome, Crash)
                if fixing and isinstance(outcome, ConfigurationError):
                    fixing.leave(path)
        if fixing:
            failing = fixing.fails(failing)
        totals.status = _status(totals, failing=failing, crashed=crashed)
        say(shown.close(totals))
        if fixing:
            fixing.close(totals, say if reporting.output_format in FOR_PEOPLE else write_aside)
        if reports and not reports.close(totals) and not crashed:
            return Status.MISUSE
    return Status(totals.status)


def complain(outcome: FileError | Crash | ConfigurationError) -> FileError:
    """Say what kept an input from being checked, and return it for the report."""
    if isinstance(outcome, FileError):
        warn(f"{outcome.path}: {outcome.message}")
        return outcome
    if isinstance(outcome, ConfigurationError):
        from checker.report.fault import fault_entry  # noqa: PLC0415 -- few are broken

        warn_of_configuration(outcome)
        return fault_entry(outcome)
    tell_crash(outcome)
    return outcome.as_error


def _steps(run: Run, worked: Iterator[tuple[str, Outcome]]) -> Iterator[tuple[str, Outcome]]:
    """Yield what was named with what became of it, and show how far a long run is."""
    steps = chain(((fault.path, fault) for fault in run.faults), worked)
    if run.alone:
        return steps
    from checker.cli.progress import with_progress  # noqa: PLC0415 -- one is soon checked

    return with_progress(steps, len(run.faults) + len(run.files))


def _report_files(reporting: Reporting, run: Run) -> "ReportFiles":
    from checker.cli.report_files import ReportFiles  # noqa: PLC0415 -- few runs write files

    return ReportFiles(
        [
            (path, reporter(name, Style(), run.rules, alone=run.alone))
            for name, path in reporting.outputs
        ]
    )


def _shown(reporting: Reporting, run: Run) -> Reporter:
    """Return the reporter for standard output."""
    name = reporting.output_format
    if not reporting.statistics:
        return reporter(name, style(), run.rules, alone=run.alone)
    if name not in STATISTICS:
        message = f"--statistics is not for {name}: choose {', '.join(STATISTICS)}"
        raise click.UsageError(message)
    return statistics_reporter(name, style())


def _status(totals: Totals, *, crashed: bool, failing: bool) -> Status:
    if crashed:
        return Status.CRASH
    if totals.errors:
        return Status.MISUSE
    return Status.FINDINGS if failing else Status.CLEAN
