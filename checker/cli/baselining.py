"""The run behind ``mandatelint baseline``: check drafts, and record what is found in them."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain

import click

from checker.baseline import Recorded, prune, record
from checker.cli.baselines import Baselines, draft_key, is_there, write_baseline
from checker.cli.checking import complain
from checker.cli.inputs import STANDARD_INPUT
from checker.cli.outcomes import Effort, checked
from checker.cli.program import Status
from checker.cli.run import Run, prepare
from checker.cli.terminal import say
from checker.config import Asked, ConfigurationError
from checker.findings import FileResult
from checker.records import Record
from checker.report.columns import visible
from checker.report.paths import from_here
from checker.report.words import counted
from checker.runs.outcome import Crash

Drafts = Mapping[str, tuple[Recorded, ...]]


class Change(Record):
    """What became of a baseline.

    Attributes:
        findings: how many findings are recorded.
        drafts: of how many drafts.
        new: how many of them were not recorded before.
        gone: how many were recorded before, and are no longer.
    """

    findings: int
    drafts: int
    new: int
    gone: int

    @property
    def recorded(self) -> str:
        """How much is recorded, in words."""
        findings, drafts = counted(self.findings, "finding"), counted(self.drafts, "draft")
        return f"{findings} of {drafts} recorded"


def _told(file: str, change: Change) -> str:
    return f"{from_here(file)}: {change.recorded}; {change.new} new, {change.gone} gone"


def update_baselines(
    paths: Sequence[str],
    asked: Asked,
    *,
    given: str | None,
    adding: bool = True,
    kept: Collection[str] = (),
    told: Callable[[str, Change], str] = _told,
) -> Status:
    """Record what is found in what was named, and say in a line per baseline what has changed.

    Drafts that cannot be read keep what is recorded of them; those that are no longer there lose
    it.

    Args:
        paths: files and folders.
        asked: what the command line asks for.
        given: the baseline that the command line names, or None.
        adding: whether new findings are recorded.
        kept: baselines that are left as they are, with the drafts that they are for.
        told: puts what became of a baseline into a line.

    Raises:
        click.ClickException: a baseline cannot be used or written; it is as it was.
    """
    if STANDARD_INPUT in paths:
        message = "what is read from standard input has no path under which to record it"
        raise click.UsageError(message)
    run = prepare(paths, asked)
    baselines = Baselines(given)
    changed: dict[str, dict[str, tuple[Recorded, ...]]] = {}
    status = Status.CLEAN
    unread = ((fault.path, fault) for fault in run.faults)
    files = [path for path in run.files if not _is_in(kept, path, run, baselines)]
    for path, outcome in chain(unread, checked(files, run.resolve, Effort())):
        if not isinstance(outcome, FileResult):
            complain(outcome)
            crashed = isinstance(outcome, Crash)
            status = max(status, Status.CRASH if crashed else Status.MISUSE)
            continue
        resolved = run.resolve(path)
        file = baselines.file(resolved)
        if file not in changed:
            before = baselines.read(file, may_be_missing=adding)
            changed[file] = {key: each for key, each in before.items() if is_there(key, file)}
        known = baselines.recorded(outcome, file)
        update = record if adding else prune
        names = {rule.name for rule in resolved.rulebook.rules}
        changed[file][draft_key(outcome.path, file)] = update(outcome, known, names)
    for file, drafts in changed.items():
        before = baselines.read(file, may_be_missing=adding)
        write_baseline(file, drafts)
        say(visible(told(file, _change(before, drafts))))
    return status


def _is_in(kept: Collection[str], path: str, run: Run, baselines: Baselines) -> bool:
    """Whether a draft belongs to one of some baselines; of a broken configuration none is known."""
    if not kept:
        return False
    try:
        return baselines.file(run.resolve(path)) in kept
    except ConfigurationError:
        return False


def _change(before: Drafts, after: Drafts) -> Change:
    """Return how many findings are recorded, and how many of them are new, or gone.

    What moves with a draft from a path that is no longer there is neither.
    """
    old, now = (
        {(path, each.fingerprint) for path, recorded in drafts.items() for each in recorded}
        for drafts in (before, after)
    )
    new, gone = now - old, old - now
    orphans = Counter(fingerprint for path, fingerprint in gone if path not in after)
    moved = (orphans & Counter(fingerprint for _, fingerprint in new)).total()
    drafts = sum(map(bool, after.values()))
    return Change(len(now), drafts, len(new) - moved, len(gone) - moved)
