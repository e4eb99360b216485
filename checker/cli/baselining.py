"""The run behind ``mandatelint baseline``: check drafts, and record what is found in them."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import click

from checker.baseline import Recorded, prune, record
from checker.cli.baselines import Baselines, draft_key, is_there, write_baseline
from checker.cli.checking import complain
from checker.cli.inputs import STANDARD_INPUT
from checker.cli.outcomes import Effort, checked
from checker.cli.run import prepare
from checker.cli.status import Status
from checker.cli.terminal import say
from checker.config import Asked
from checker.findings import FileResult
from checker.report.columns import visible
from checker.report.words import counted
from checker.runs.outcome import Crash

Drafts = Mapping[str, tuple[Recorded, ...]]


def update_baselines(
    paths: Sequence[str], asked: Asked, *, given: Path | None, adding: bool = True
) -> Status:
    """Record what is found in what was named, and say in a line per baseline what has changed.

    Drafts that cannot be read keep what is recorded of them; those that are no longer there lose
    it.

    Args:
        paths: files and folders.
        asked: what the command line asks for.
        given: the baseline that the command line names, or None.
        adding: whether new findings are recorded.

    Raises:
        click.ClickException: a baseline cannot be used or written; it is as it was.
    """
    if STANDARD_INPUT in paths:
        message = "what is read from standard input has no path under which to record it"
        raise click.UsageError(message)
    run = prepare(paths, asked)
    baselines = Baselines(given)
    changed: dict[Path, dict[str, tuple[Recorded, ...]]] = {}
    status = Status.CLEAN
    unread = ((fault.path, fault) for fault in run.faults)
    for path, outcome in chain(unread, checked(run.files, run.resolve, Effort())):
        if not isinstance(outcome, FileResult):
            complain(outcome)
            crashed = isinstance(outcome, Crash)
            status = max(status, Status.CRASH if crashed else Status.MISUSE)
            continue
        resolved = run.resolve(path)
        file = baselines.file(resolved)
        if file not in changed:
            before = baselines.read(file, may_be_missing=adding).drafts
            changed[file] = {key: each for key, each in before.items() if is_there(key, file)}
        known = baselines.recorded(outcome, file)
        update = record if adding else prune
        names = {rule.name for rule in resolved.rulebook.rules}
        changed[file][draft_key(outcome.path, file)] = update(outcome, known, names)
    for file, drafts in changed.items():
        before = baselines.read(file, may_be_missing=adding).drafts
        write_baseline(file, drafts)
        say(visible(f"{file}: {_changes(before, drafts)}"))
    return status


def _changes(before: Drafts, after: Drafts) -> str:
    """Return how many findings are recorded, and how many of them are new, or gone."""
    old, new = (
        {each.fingerprint for recorded in drafts.values() for each in recorded}
        for drafts in (before, after)
    )
    recorded = [len(each) for each in after.values() if each]
    findings, drafts = counted(sum(recorded), "finding"), counted(len(recorded), "draft")
    return f"{findings} of {drafts} recorded; {len(new - old)} new, {len(old - new)} gone"
