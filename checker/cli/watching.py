"""``mandatelint check --watch``: check again whenever a draft is saved."""

import contextlib
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from checker.cli.baselines import FILE_NAME
from checker.cli.inputs import STANDARD_INPUT
from checker.cli.program import show_mistake
from checker.cli.terminal import on_terminal, warn
from checker.config import Asked, ConfigurationError, Configurations
from checker.config.files import FILES
from checker.records import Record
from checker.walking import ENDINGS

# A save that no notice was given of, as on some network drives, is seen after this time.
_MILLISECONDS = 1000
_NAMES = (*FILES, FILE_NAME, ".gitignore")

_Stamps = dict[str, tuple[int, int]]


class _Watched(Record):
    """What is watched.

    Attributes:
        folders: those in which a change matters: of drafts, configurations, rule pages, baselines.
        files: files in them that matter whatever they are called.
    """

    folders: frozenset[str]
    files: frozenset[str]


def watch_drafts(
    check: Callable[[], object],
    paths: Sequence[str],
    asked: Asked,
    *,
    baseline: str | None,
    written: Collection[str],
) -> NoReturn:
    """Check, and check again after each change, until the run is interrupted.

    Args:
        check: checks once and reports.
        paths: files and folders.
        asked: what the command line asks for.
        baseline: the baseline that the command line names, or None.
        written: files that the check itself writes.

    Raises:
        KeyboardInterrupt: the person who watches wants to end it.
        click.ClickException: the first check is not possible, or watching is not.
    """
    if STANDARD_INPUT in paths:
        message = "--watch is for files: standard input is read only once"
        raise click.UsageError(message)
    changes = _changes()
    ignored = {os.path.realpath(path) for path in written}
    first = True
    while True:
        watched = _watched(paths, asked, baseline)
        before = _stamps(watched, ignored)
        if on_terminal():
            click.clear()
        try:
            check()
        except click.ClickException as error:
            if first:
                raise
            show_mistake(error)
        first = False
        warn("watching for changes; Ctrl-C ends")
        # A folder that vanishes while it is watched is a change as well.
        with contextlib.suppress(FileNotFoundError):
            for _ in changes(watched.folders):
                if _stamps(watched, ignored) != before:
                    break
                if _watched(paths, asked, baseline) != watched:
                    break


def _changes() -> Callable[[Collection[str]], Iterator[object]]:
    """Return what waits for changes in folders; it gives a sign now and then without one, too.

    Raises:
        click.ClickException: the library is not installed.
    """
    try:
        import watchfiles  # noqa: PLC0415 -- an extra, and needed here only
    except ImportError:
        message = '--watch needs watchfiles: install it with pip install "mandatelint[watch]"'
        raise click.ClickException(message) from None

    def changes(folders: Collection[str]) -> Iterator[object]:
        return watchfiles.watch(
            *folders,
            watch_filter=None,
            recursive=False,
            rust_timeout=_MILLISECONDS,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        )

    return changes


def _watched(paths: Sequence[str], asked: Asked, baseline: str | None) -> _Watched:
    """Return what a run depends on now; drafts in folders may have configurations of their own."""
    folders = {os.path.realpath(_folder_of(Path(path))) for path in paths if not _is_folder(path)}
    for path in (*filter(_is_folder, paths), *asked.folders):
        folders.update(_with_folders_below(os.path.realpath(path)))
    files = {file for file in (asked.file, baseline) if file is not None}
    configurations = Configurations(asked)
    # Of a link, the folder above its name counts for configurations.
    named = [path if _is_folder(path) else _folder_of(Path(path)) for path in paths]
    for folder in (*named, *sorted(folders)):
        with contextlib.suppress(ConfigurationError):
            if (configuration := configurations.of_folder(str(folder))) is not None:
                folders.add(os.path.realpath(configuration.folder))
                for pages in configuration.page_folders():
                    folders.update(_with_folders_below(os.path.realpath(pages)))
                if baseline is None and configuration.baseline:
                    files.add(configuration.place_of(configuration.baseline))
    real = frozenset(map(os.path.realpath, files))
    folders.update(str(_folder_of(Path(file))) for file in real)
    return _Watched(frozenset(folders), real)


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)


def _folder_of(path: Path) -> Path:
    """Return the folder of a file; where that is not there, the nearest one above it that is."""
    return next(folder for folder in path.absolute().parents if folder.is_dir())


def _with_folders_below(top: str) -> Iterator[str]:
    for folder, inner, _ in os.walk(top):
        inner[:] = [name for name in inner if not name.startswith(".")]
        yield folder


def _stamps(watched: _Watched, ignored: Collection[str]) -> _Stamps:
    """Return when each file was last written, and its size, of those that matter."""
    found = {}
    for folder in watched.folders:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if _matters(entry, watched) and entry.path not in ignored:
                    with contextlib.suppress(OSError):
                        status = entry.stat()
                        found[entry.path] = status.st_mtime_ns, status.st_size
    return found


def _matters(entry: os.DirEntry[str], watched: _Watched) -> bool:
    is_draft = Path(entry.name).suffix.lower() in ENDINGS
    return is_draft or entry.name in _NAMES or entry.path in watched.files
