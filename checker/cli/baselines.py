"""The baselines of a run: which file holds for a draft, and what it says of it."""

import os
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

import click

from checker.cli.run import Run
from checker.config import ConfigurationError, Resolved
from checker.findings import FileResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.baseline import Recorded

# ruff: noqa: PLC0415 -- most drafts have no baseline, and few runs write one

FILE_NAME = "mandatelint-baseline.json"
"""The name of a baseline where none is given."""

Drafts: TypeAlias = "Mapping[str, tuple[Recorded, ...]]"
"""The known findings of drafts, by the paths that a baseline gives them."""

_MEND = 'mend it, or delete it and run "mandatelint baseline write"'
_MAKE = '"mandatelint baseline write" makes one'


class Baselines:
    """The baselines of a run, each read once."""

    def __init__(self, given: str | None = None, *, off: bool = False) -> None:
        """Begin with nothing read.

        Args:
            given: the file that the command line names, or None.
            off: whether no baseline is to be used.
        """
        self._given = given
        self._off = off
        self._read: dict[str, Drafts] = {}
        self._orphans: dict[str, tuple[Recorded, ...]] = {}

    def file(self, resolved: Resolved) -> str:
        """Return the file in which the findings of a draft are recorded.

        It is the one that the command line names, or the configuration of the draft, or else
        stands beside that configuration, or in the current folder.
        """
        configuration = resolved.configuration
        folder = configuration.folder if configuration else ""
        return self._given or resolved.baseline or os.path.join(folder, FILE_NAME)

    def load_all(self, run: Run) -> None:
        """Read every baseline of a run before anything is checked.

        Raises:
            click.ClickException: one is not there though it was named, or cannot be used.
        """
        for path in run.files:
            with suppress(ConfigurationError):
                self._load(run.resolve(path))

    def read(self, file: str, *, may_be_missing: bool) -> Drafts:
        """Return what the baseline in a file records.

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
        drafts = self._load(resolved)
        if not drafts:
            return result
        from checker.baseline import compare, moved_to

        file = self.file(resolved)
        own = drafts.get(draft_key(result.path, file))
        if own is not None:
            return compare(result, own)
        moved = moved_to(result, self.orphans(file))
        return compare(result, (), {each.fingerprint for each in moved})

    def _load(self, resolved: Resolved) -> Drafts:
        """Return what the baseline of a draft records, nothing where none is there or wanted."""
        if self._off:
            return {}
        named = self._given is not None or resolved.baseline is not None
        return self.read(self.file(resolved), may_be_missing=not named)

    def recorded(self, result: FileResult, file: str) -> "tuple[Recorded, ...]":
        """Return what a baseline that was read says of a draft, perhaps under its old name."""
        from checker.baseline import moved_to

        own = self._read[file].get(draft_key(result.path, file))
        return own if own is not None else moved_to(result, self.orphans(file))

    def orphans(self, file: str) -> "tuple[Recorded, ...]":
        """Return what a baseline that was read says of drafts that are no longer there."""
        if file not in self._orphans:
            drafts = self._read[file]
            gone = (drafts[key] for key in drafts if not is_there(key, file))
            self._orphans[file] = tuple(each for recorded in gone for each in recorded)
        return self._orphans[file]


def draft_key(path: str, file: str) -> str:
    """Return the path of a draft as its baseline has it: relative to the baseline, with "/"."""
    # Links are not followed.
    draft = os.path.abspath(path)
    with suppress(ValueError):  # on another drive
        draft = os.path.relpath(draft, os.path.dirname(os.path.abspath(file)))
    return draft.replace(os.sep, "/")


def is_there(key: str, file: str) -> bool:
    """Whether a draft that a baseline names is there."""
    return os.path.lexists(os.path.join(os.path.dirname(file), key))


def write_baseline(file: str, drafts: "Mapping[str, Sequence[Recorded]]") -> None:
    """Write a baseline as a whole or not at all; one that would not change is left alone.

    Raises:
        click.ClickException: it cannot be written.
    """
    from checker.baseline import Baseline, baseline_text
    from checker.writing import UnwritableError, write_whole

    text = baseline_text(Baseline({key: tuple(recorded) for key, recorded in drafts.items()}))
    data = text.encode("ascii")
    try:
        if os.path.exists(file) and _content(file) == data:
            return
        write_whole(file, data)
    except UnwritableError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        from checker.reasons import reason_of

        message = f"{file}: the baseline cannot be written: {reason_of(error, 'write')}"
        raise click.ClickException(message) from error


def _read(file: str, *, may_be_missing: bool) -> Drafts:
    try:
        text = _content(file).decode("utf-8-sig")
    except FileNotFoundError:
        if may_be_missing:
            return {}
        message = f"{file}: there is no such baseline; {_MAKE}"
        raise click.ClickException(message) from None
    except UnicodeDecodeError:
        raise _unusable(file, "not UTF-8") from None
    except OSError as error:
        from checker.reasons import reason_of

        message = f"{file}: the baseline cannot be read: {reason_of(error, 'read')}"
        raise click.ClickException(message) from error
    from checker.baseline import BaselineError, read_baseline

    try:
        return read_baseline(text).drafts
    except BaselineError as error:
        raise _unusable(file, str(error)) from None


def _content(file: str) -> bytes:
    with open(file, "rb") as opened:
        return opened.read()


def _unusable(file: str, reason: str) -> click.ClickException:
    return click.ClickException(f"{file}: the baseline cannot be used: {reason}; {_MEND}")
