"""The baselines of a run: which file holds for a draft, and what it says of it."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import click

from checker.baseline import (
    FILE_NAME,
    Baseline,
    BaselineError,
    Recorded,
    baseline_text,
    compare,
    moved_to,
    read_baseline,
)
from checker.cli.run import Run
from checker.config import ConfigurationError, Resolved
from checker.findings import FileResult
from checker.writing import UnwritableError, write_whole

_MEND = 'mend it, or delete it and run "mandatelint baseline write"'
_MAKE = '"mandatelint baseline write" makes one'


class Baselines:
    """The baselines of a run, each read once."""

    def __init__(self, given: Path | None = None, *, off: bool = False) -> None:
        """Begin with nothing read.

        Args:
            given: the file that the command line names, or None.
            off: whether no baseline is to be used.
        """
        self._given = given
        self._off = off
        self._read: dict[Path, Baseline] = {}
        self._orphans: dict[Path, tuple[Recorded, ...]] = {}

    def file(self, resolved: Resolved) -> Path:
        """Return the file in which the findings of a draft are recorded.

        It is the one that the command line names, or the configuration of the draft, or else
        stands beside that configuration, or in the current folder.
        """
        configuration = resolved.configuration
        folder = Path(configuration.folder) if configuration else Path()
        return self._given or resolved.baseline or folder / FILE_NAME

    def load_all(self, run: Run) -> None:
        """Read every baseline of a run before anything is checked.

        Raises:
            click.ClickException: one is not there though it was named, or cannot be used.
        """
        for path in run.files:
            with suppress(ConfigurationError):
                self._load(run.resolve(path))

    def read(self, file: Path, *, may_be_missing: bool) -> Baseline:
        """Return the baseline in a file.

        Raises:
            click.ClickException: it is not there though it must be, or cannot be used.
        """
        if file not in self._read:
            self._read[file] = _read(file, may_be_missing=may_be_missing)
        return self._read[file]

    def compare(self, result: FileResult, resolved: Resolved) -> FileResult:
        """Return a result with the known findings set aside.

        Raises:
            click.ClickException: as for :meth:`load_all`.
        """
        baseline = self._load(resolved)
        if not baseline.drafts:
            return result
        file = self.file(resolved)
        own = baseline.drafts.get(draft_key(result.path, file))
        if own is not None:
            return compare(result, own)
        moved = moved_to(result, self.orphans(file))
        return compare(result, (), {each.fingerprint for each in moved})

    def _load(self, resolved: Resolved) -> Baseline:
        """Return the baseline of a draft, an empty one where none was asked for or is there."""
        if self._off:
            return Baseline()
        named = self._given is not None or resolved.baseline is not None
        return self.read(self.file(resolved), may_be_missing=not named)

    def recorded(self, result: FileResult, file: Path) -> tuple[Recorded, ...]:
        """Return what a baseline that was read says of a draft, perhaps under its old name."""
        own = self._read[file].drafts.get(draft_key(result.path, file))
        return own if own is not None else moved_to(result, self.orphans(file))

    def orphans(self, file: Path) -> tuple[Recorded, ...]:
        """Return what a baseline that was read says of drafts that are no longer there."""
        if file not in self._orphans:
            drafts = self._read[file].drafts
            gone = (drafts[key] for key in drafts if not is_there(key, file))
            self._orphans[file] = tuple(each for recorded in gone for each in recorded)
        return self._orphans[file]


def draft_key(path: str, file: Path) -> str:
    """Return the path of a draft as its baseline has it: relative to the baseline, with "/"."""
    draft = os.path.abspath(path)  # noqa: PTH100 -- links are not followed
    try:
        return Path(os.path.relpath(draft, os.path.abspath(file.parent))).as_posix()  # noqa: PTH100
    except ValueError:  # on another drive
        return Path(draft).as_posix()


def is_there(key: str, file: Path) -> bool:
    """Whether a draft that a baseline names is there."""
    return os.path.lexists(file.parent / key)


def write_baseline(file: Path, drafts: Mapping[str, Sequence[Recorded]]) -> None:
    """Write a baseline as a whole or not at all; one that would not change is left alone.

    Raises:
        click.ClickException: it cannot be written.
    """
    text = baseline_text(Baseline({key: tuple(recorded) for key, recorded in drafts.items()}))
    data = text.encode("ascii")
    try:
        if file.exists() and file.read_bytes() == data:
            return
        write_whole(file, data)
    except UnwritableError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        from checker.reasons import reason_of  # noqa: PLC0415 -- only mistakes need it

        message = f"{file}: the baseline cannot be written: {reason_of(error, 'write')}"
        raise click.ClickException(message) from error


def _read(file: Path, *, may_be_missing: bool) -> Baseline:
    try:
        return read_baseline(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        if may_be_missing:
            return Baseline()
        message = f"{file}: there is no such baseline; {_MAKE}"
        raise click.ClickException(message) from None
    except (BaselineError, UnicodeDecodeError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        message = f"{file}: the baseline cannot be used: {reason}; {_MEND}"
        raise click.ClickException(message) from None
    except OSError as error:
        from checker.reasons import reason_of  # noqa: PLC0415 -- only mistakes need it

        message = f"{file}: the baseline cannot be read: {reason_of(error, 'read')}"
        raise click.ClickException(message) from error
