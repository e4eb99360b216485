"""What programs call; :mod:`checker` hands it out."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cache.store import in_use, use, user_store
from checker.config import Settings, check_names
from checker.draft import Draft
from checker.findings import FileError, FileResult
from checker.nearest import did_you_mean
from checker.parsing import parse_source
from checker.reader import read_draft
from checker.rechecking import Rechecking
from checker.rulebook import Rulebook, load_rulebook
from checker.rulebook.profiles import STAGES, known_profile, unknown_profile
from checker.runs.cluster import WINDOW
from checker.runs.job import Job
from checker.runs.outcome import Crash, Outcome
from checker.runs.spreading import ExecutorWorkers, Task, one_by_one, spread
from checker.source import Source

if TYPE_CHECKING:
    from concurrent.futures import Executor


def check_text(
    text: str,
    *,
    path: str = "-",
    profile: str | None = None,
    stage: str | None = None,
    date: datetime.date | None = None,
    pedantic: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> FileResult:
    """Lint a text with the built-in rules.

    Args:
        text: the draft, as decoded text; an empty one has no findings.
        path: the name under which it is reported.
        profile: the kind of text, for example "security-council/mandate"; the organ may be left
            out ("mandate"); detected where None.
        stage: "negotiation" or "final"; detected where None.
        date: the day of the draft; read from its header where None. Rules that compare with it
            are silent where neither gives it.
        pedantic: whether rules run that are off unless asked for.
        select: names of the only rules and families to run; all where empty.
        ignore: names of rules and families that do not run.

    Returns:
        The findings in order of position, and how the draft was understood; what a comment in the
        draft allows stands in ``result.silenced``. Offsets count code
        points of ``text`` from 0; ``result.source.position`` gives lines and columns from 1.

    Raises:
        UnknownRuleError: a name in ``select`` or ``ignore`` is that of no rule and no family.
        ValueError: there is no such profile or stage.
        TypeError: ``select`` or ``ignore`` is one text, or ``date`` is no day.
    """
    settings = _settings(profile, stage, date, pedantic, select, ignore)
    return _checked(Source(text, path), settings)


def check_file(
    path: str | Path,
    *,
    profile: str | None = None,
    stage: str | None = None,
    date: datetime.date | None = None,
    pedantic: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> FileResult:
    """Lint a file with the built-in rules; the arguments are those of :func:`check_text`.

    Offsets count code points of the decoded text without its byte-order mark.

    Raises:
        UnreadableError: the file is missing, binary or in an unknown encoding; its message says
            which and what to do.
        UnknownRuleError: a name in ``select`` or ``ignore`` is that of no rule and no family.
        ValueError: there is no such profile or stage.
        TypeError: ``select`` or ``ignore`` is one text, or ``date`` is no day.
    """
    settings = _settings(profile, stage, date, pedantic, select, ignore)
    return _checked(read_draft(Path(path)), settings)


def check_files(  # noqa: PLR0913 -- one parameter for each thing that is asked for
    paths: Iterable[str | Path],
    *,
    executor: "Executor | None" = None,
    in_flight: int = WINDOW,
    profile: str | None = None,
    stage: str | None = None,
    date: datetime.date | None = None,
    pedantic: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Iterator[FileResult | FileError]:
    """Lint files with the built-in rules, in processes of an executor where one is given.

    What cannot be read, or fails, is a :class:`checker.findings.FileError` in its place; nothing
    else is lost for it. Any executor does whose workers have this program and find the files under
    the same paths: processes of this machine, or ``Client(...).get_executor()`` of a Dask cluster.

    Args:
        paths: the files, taken as they are needed; there may be millions.
        executor: who does the work; this process where None. It is not shut down.
        in_flight: so many chunks of 16 files are with the executor at a time; more keep more
            workers busy and hold more results in memory.
        profile: as for :func:`check_text`; the others likewise.
        stage: as above.
        date: as above.
        pedantic: as above.
        select: as above.
        ignore: as above.

    Yields:
        What became of each file, in the order given.

    Raises:
        UnknownRuleError: a name in ``select`` or ``ignore`` is that of no rule and no family.
        ValueError: there is no such profile or stage.
        TypeError: ``select`` or ``ignore`` is one text, or ``date`` is no day.
    """
    settings = _settings(profile, stage, date, pedantic, select, ignore)
    rulebook = _rulebook()
    check_names(rulebook, settings)
    job = Job(rulebook, settings)
    tasks = (Task(str(path), job) for path in paths)
    if executor is None:
        outcomes = one_by_one(tasks)
    else:
        outcomes = spread(tasks, ExecutorWorkers(executor, in_flight))
    return map(_as_entry, outcomes)


class Session:
    """Lints one draft again and again while it is edited, for editors and language servers.

    The findings are those of :func:`check_text`, whatever was checked before, and come sooner:
    what an edit leaves alone is not read again. A session keeps what the last texts took, so it is
    for one draft; several threads need one each.
    """

    def __init__(
        self,
        *,
        path: str = "-",
        profile: str | None = None,
        stage: str | None = None,
        date: datetime.date | None = None,
        pedantic: bool = False,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
    ) -> None:
        """Begin without a text; the arguments are those of :func:`check_text`.

        Raises:
            UnknownRuleError: a name in ``select`` or ``ignore`` is that of no rule and no family.
            ValueError: there is no such profile or stage.
            TypeError: ``select`` or ``ignore`` is one text, or ``date`` is no day.
        """
        settings = _settings(profile, stage, date, pedantic, select, ignore)
        rulebook = _rulebook()
        check_names(rulebook, settings)
        self._path = path
        self._checks = Rechecking(rulebook, settings)

    def check(self, text: str) -> FileResult:
        """Return what :func:`check_text` finds in the draft as it is now.

        Args:
            text: the whole draft, as decoded text.
        """
        return self._checks.check(Source(text, self._path))


def _as_entry(outcome: Outcome) -> FileResult | FileError:
    if isinstance(outcome, Crash):
        return FileError(outcome.path, f"{outcome.as_error.message} ({outcome.reason})")
    assert isinstance(outcome, FileResult | FileError)
    return outcome


def parse(text: str, *, path: str = "-") -> Draft:
    """Parse a text into the tree of a draft.

    Args:
        text: the draft, as decoded text; no text is refused, an empty one gives no nodes.
        path: the name under which it is reported.

    Returns:
        The draft: ``draft.body`` holds its top-level nodes, ``draft.nodes`` all of them in reading
        order, ``draft.mentions`` its references, citations, dates and acronyms. Spans are offsets
        in code points of ``text`` from 0, their ends exclusive.
    """
    return parse_source(Source(text, path))


def _settings(
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    pedantic: bool,  # noqa: FBT001 -- handed on as it was given by name
    select: Sequence[str],
    ignore: Sequence[str],
) -> Settings:
    """Return what a program asks for, refused as the command line refuses it."""
    known = None if profile is None else known_profile(profile)
    if profile is not None and known is None:
        raise ValueError(unknown_profile(profile))
    if stage is not None and stage not in STAGES:
        hint = did_you_mean(stage, STAGES, f": there are {', '.join(STAGES)}")
        message = f'there is no stage "{stage}"{hint}'
        raise ValueError(message)
    if date is not None and type(date) is not datetime.date:
        message = f"{date!r} is no day: give a datetime.date"
        raise TypeError(message)
    for names in (select, ignore):
        if isinstance(names, str):
            message = f'"{names}" is one text: give a list of names, ["{names}"]'
            raise TypeError(message)
    return Settings(known, stage, date, pedantic, tuple(select), tuple(ignore))


def _checked(source: Source, settings: Settings) -> FileResult:
    return Job(_rulebook(), settings).check_source(source)


@cache
def _rulebook() -> Rulebook:
    """Load the built-in rules once; what is slow to make is kept for the next process."""
    if in_use().folder is None:
        use(user_store())
    return load_rulebook()
