"""The run behind ``mandatelint check``: read, check, report, and the exit status."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import click

from checker.cli.configuring import warn_of_configuration
from checker.cli.drawing import style
from checker.cli.inputs import draft_path, inputs, refuse_lonely_filename
from checker.cli.outcomes import outcomes
from checker.cli.pages import load_pages
from checker.cli.program import warn_of_crash
from checker.cli.status import Status
from checker.cli.terminal import warn, write
from checker.config import Asked, ConfigurationError, Configurations, Resolved, UnknownRuleError
from checker.findings import FileError, FileResult, Severity
from checker.report.fault import fault_entry
from checker.report.formats import reporter
from checker.rulebook import Rulebook
from checker.totals import Totals


def check_inputs(
    paths: Sequence[str],
    asked: Asked,
    *,
    output_format: str,
    stdin_filename: str | None,
    force_exclude: bool = False,
) -> Status:
    """Check what was named, report it, and return the exit status.

    Args:
        paths: files, folders, "-" for standard input.
        asked: what the command line asks for.
        output_format: "full", "concise" or "json".
        stdin_filename: what to call standard input, or None.
        force_exclude: whether the configuration may leave out files that were named.
    """
    refuse_lonely_filename(paths, stdin_filename)
    configurations = Configurations(asked)
    load_pages(configurations)
    files, faults = inputs(
        paths, configurations, stdin_filename=stdin_filename, force_exclude=force_exclude
    )

    def resolve(path: str) -> Resolved:
        return configurations.resolve(draft_path(path, stdin_filename))

    _refuse_unknown_names(asked, files, resolve, configurations.rulebook())
    shown = reporter(output_format, style(), alone=len(files) == 1 and not faults)
    totals = Totals()
    crashed = failing = False
    unread = ((fault.path, fault) for fault in faults)
    for path, outcome in chain(unread, outcomes(files, stdin_filename, resolve)):
        if isinstance(outcome, FileResult):
            totals.add(outcome)
            write(shown.file(outcome))
            level = Severity(resolve(path).fail_on)
            failing |= any(finding.severity.reaches(level) for finding in outcome.findings)
        elif isinstance(outcome, FileError):
            totals.errors.append(outcome)
            warn(f"{outcome.path}: {outcome.message}")
        elif isinstance(outcome, ConfigurationError):
            totals.errors.append(fault_entry(outcome))
            warn_of_configuration(outcome)
        else:
            totals.errors.append(outcome.as_error)
            warn_of_crash(outcome.what, outcome.error)
            crashed = True
    write(shown.close(totals))
    return _status(totals, crashed=crashed, failing=failing)


def _refuse_unknown_names(
    asked: Asked, files: Sequence[str], resolve: Callable[[str], Resolved], rulebook: Rulebook
) -> None:
    """Refuse names that no rule and no family has, in the house pages of any draft of the run.

    Where a configuration is broken, its house pages are not known, and nothing can be said.

    Raises:
        click.UsageError: for the first such name.
    """
    names = (*(asked.layer.select or ()), *asked.layer.ignore)
    try:
        books = [rulebook, *_rulebooks(files, resolve)] if names else []
    except ConfigurationError:
        return
    for name in names:
        if not any(book.get(name) or name in book.families for book in books):
            meant = (book.nearest(name) for book in reversed(books))
            error = UnknownRuleError(name, next(filter(None, meant), None))
            raise click.UsageError(str(error))


def _rulebooks(files: Sequence[str], resolve: Callable[[str], Resolved]) -> Iterator[Rulebook]:
    """Yield each rule book of a run once."""
    seen: set[int] = set()
    for path in files:
        rulebook = resolve(path).rulebook
        if id(rulebook) not in seen:
            seen.add(id(rulebook))
            yield rulebook


def _status(totals: Totals, *, crashed: bool, failing: bool) -> Status:
    if crashed:
        return Status.CRASH
    if totals.errors:
        return Status.MISUSE
    return Status.FINDINGS if failing else Status.CLEAN
