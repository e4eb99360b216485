"""What the program itself consists of, as a digest: what another program made is not taken over."""

import os
import sys
from functools import cache
from importlib import import_module

from checker.cache.store import digest

_PARTS = ("checker", "checker.grammar", "checker.rules")
_NOT_OURS = "__pycache__"


@cache
def program() -> bytes:
    """Return a digest of the version, the interpreter, and every file of the program.

    A file counts by its name, size and time of change, which a few milliseconds tell; so rules
    and checks that are edited in a clone count at once, as a new version does.
    """
    parts = [import_module(part) for part in _PARTS]
    found = [f"{parts[0].__version__} {sys.version} {sys.platform}"]
    for part in parts:
        for folder in part.__path__:
            found.extend(_files(folder))
    return digest(*(line.encode("utf-8", "surrogateescape") for line in found))


def _files(folder: str) -> list[str]:
    """Return a line for each file below a folder; of a program in one file, a line for that."""
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        # A program that was packed into one file: what changes is that file.
        while folder and not os.path.isfile(folder):  # noqa: PTH113 -- as quick as it can be
            folder = os.path.dirname(folder)  # noqa: PTH120 -- as above
        status = os.stat(folder)  # noqa: PTH116 -- as above
        return [f"{folder} {status.st_size} {status.st_mtime_ns}"]
    lines: list[str] = []
    for entry in ordered:
        if entry.is_dir():
            if entry.name != _NOT_OURS:
                lines.extend(_files(entry.path))
        else:
            status = entry.stat()
            lines.append(f"{entry.path} {status.st_size} {status.st_mtime_ns}")
    return lines
