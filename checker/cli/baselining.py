"""The run behind ``mandatelint baseline``: check drafts, and record what is found in them."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import click

from checker.baseline import Recorded, prune, record
from checker.cli.baselines import Baselines, draft_key, is_there, write_baseline
from checker.cli.checking import load_rules
from checker.cli.inputs import STANDARD_INPUT, inputs
from checker.cli.outcomes import Crash, outcomes
from checker.cli.program import warn_of_crash
from checker.cli.status import Status
from checker.cli.terminal import say, warn
from checker.config import Settings
from checker.findings import FileResult
from checker.report.columns import visible
from checker.report.words import counted

Drafts = Mapping[str, tuple[Recorded, ...]]


def update_baseline(
    paths: Sequence[str],
    settings: Settings,
    *,
    folders: Sequence[Path],
    given: Path | None,
    adding: bool = True,
) -> Status:
    """Record what is found in what was named, and say in one line what has changed.

    Drafts that cannot be read keep what is recorded of them; those that are no longer there lose
    it.

    Args:
        paths: files and folders.
        settings: what the person asked for.
        folders: folders with house pages.
        given: the baseline that the command line names, or None.
        adding: whether new findings are recorded.

    Raises:
        click.ClickException: the baseline cannot be used or written; it is as it was.
    """
    if STANDARD_INPUT in paths:
        message = "what is read from standard input has no path under which to record it"
        raise click.UsageError(message)
    rulebook = load_rules(folders, settings)
    baselines = Baselines(given)
    file = baselines.file()
    before = baselines.read(file, may_be_missing=adding).drafts
    files, faults = inputs(paths)
    names = {rule.name for rule in rulebook.rules}
    drafts = {key: recorded for key, recorded in before.items() if is_there(key, file)}
    status = Status.CLEAN
    for outcome in chain(faults, outcomes(files, None, rulebook, settings)):
        if isinstance(outcome, FileResult):
            known = baselines.recorded(outcome, file)
            update = record if adding else prune
            drafts[draft_key(outcome.path, file)] = update(outcome, known, names)
        elif isinstance(outcome, Crash):
            warn_of_crash(outcome.what, outcome.error)
            status = Status.CRASH
        else:
            warn(f"{outcome.path}: {outcome.message}")
            status = max(status, Status.MISUSE)
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
