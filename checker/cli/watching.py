"""``mandatelint check --watch``: check again whenever a draft is saved."""

import contextlib
import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from checker.baseline import FILE_NAME
from checker.cli.inputs import STANDARD_INPUT
from checker.cli.program import show_mistake
from checker.cli.terminal import warn
from checker.config import Asked, ConfigurationError, Configurations
from checker.config.files import FILES
from checker.discovery import ENDINGS

# A save that no notice was given of, as on some network drives, is seen after this time.
_MILLISECONDS = 1000
_NAMES = (*FILES, FILE_NAME, ".gitignore")

_Stamps = dict[str, tuple[int, int]]


def watch_drafts(
    check: Callable[[], object], paths: Sequence[str], asked: Asked, written: Collection[Path]
) -> NoReturn:
    """Check, and check again after each change, until the run is interrupted.

    Args:
        check: checks once and reports.
        paths: files and folders.
        asked: what the command line asks for.
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
        folders = _folders(paths, asked)
        before = _stamps(folders, ignored)
        if sys.stdout.isatty():
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
            for _ in changes(folders):
                if _stamps(folders, ignored) != before or _folders(paths, asked) != folders:
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


def _folders(paths: Sequence[str], asked: Asked) -> list[str]:
    """Return the folders in which a change matters: of drafts, configurations and rule pages."""
    below = [Path(path) for path in paths if Path(path).is_dir()]
    alone = [_folder_of(Path(path)) for path in paths if not Path(path).is_dir()]
    configurations = Configurations(asked)
    for root in (*below, *alone):
        with contextlib.suppress(ConfigurationError):
            if (configuration := configurations.of_folder(root)) is not None:
                folder = Path(configuration.folder)
                alone.append(folder)
                below.extend(folder / pages for pages in configuration.rule_pages)
    if asked.file is not None:
        alone.append(_folder_of(asked.file))
    found = {os.path.realpath(folder) for folder in alone}
    for folder in (*below, *asked.folders):
        found.update(_with_folders_below(os.path.realpath(folder)))
    return sorted(found)


def _folder_of(path: Path) -> Path:
    """Return the folder of a file; where that is not there, the nearest one above it that is."""
    return next(folder for folder in path.absolute().parents if folder.is_dir())


def _with_folders_below(top: str) -> Iterator[str]:
    for folder, inner, _ in os.walk(top):
        inner[:] = [name for name in inner if not name.startswith(".")]
        yield folder


def _stamps(folders: Collection[str], ignored: Collection[str]) -> _Stamps:
    """Return when each file was last written, and its size, of those that matter."""
    found = {}
    for folder in folders:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                matters = entry.name in _NAMES or Path(entry.name).suffix.lower() in ENDINGS
                if matters and entry.path not in ignored:
                    with contextlib.suppress(OSError):
                        status = entry.stat()
                        found[entry.path] = status.st_mtime_ns, status.st_size
    return found
