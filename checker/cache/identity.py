"""What the program itself consists of, as a digest: what another program made is not taken over."""

import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib import import_module

from checker.cache.store import text_digest

_PARTS = ("checker", "checker.grammar", "checker.rules")
_NOT_OURS = "__pycache__"


@cache
def program() -> bytes:
    """Return a digest of the version, the interpreter, and every file of the program.

    A file counts by its name, size and times of change, which a few milliseconds tell; so rules
    and checks that are edited in a clone count at once, as a new version does.
    """
    parts = [import_module(part) for part in _PARTS]
    folders = [folder for part in parts for folder in part.__path__]
    head = f"{parts[0].__version__} {sys.version} {sys.platform}"
    return text_digest(head, "\n".join(files_below(folders)))


def files_below(folders: Iterable[str]) -> list[str]:
    """Return a line for each file below some folders; of a package in one file, a line for that.

    Raises:
        OSError: a file or folder cannot be looked at.
    """
    lines: list[str] = []
    seen: set[str] = set()
    for folder in folders:
        # Installed, some of them stand in others.
        if folder not in seen:
            _add_files(folder, lines, seen)
    lines.sort()
    return lines


def _add_files(folder: str, lines: list[str], seen: set[str]) -> None:
    seen.add(folder)
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except (NotADirectoryError, FileNotFoundError):
        # A program that was packed into one file: what changes is that file.
        while not os.path.isfile(folder) and folder != os.path.dirname(folder):
            folder = os.path.dirname(folder)
        lines.append(_line(folder, os.stat(folder)))
        return
    for entry in entries:
        if not entry.is_dir():
            lines.append(_line(entry.path, _status(entry)))
        elif entry.name != _NOT_OURS:
            _add_files(entry.path, lines, seen)


def _status(entry: os.DirEntry[str]) -> os.stat_result:
    try:
        return entry.stat()
    except OSError:
        # A link to nothing, as an editor makes to lock a file.
        return entry.stat(follow_symlinks=False)


def _line(path: str, status: os.stat_result) -> str:
    # What was copied may have its old time of change, but not that of its inode.
    return f"{path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
