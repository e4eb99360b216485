"""From what was named on the command line to texts: files, folders, standard input."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from checker.discovery import find_drafts
from checker.findings import FileError
from checker.reader import decode, read_data
from checker.source import Source

STANDARD_INPUT = "-"


def inputs(paths: Sequence[str]) -> tuple[list[str], list[FileError]]:
    """Return the files to read, standard input first as "-", and the folders that gave none."""
    found = find_drafts(Path(path) for path in paths if path != STANDARD_INPUT)
    first = [STANDARD_INPUT] if STANDARD_INPUT in paths else []
    faults = [FileError(fault.path, fault.message) for fault in found.faults]
    return [*first, *(str(file) for file in found.files)], faults


def read_input(path: str, stdin_filename: str | None) -> Source:
    """Read a file, or standard input under the name that was given for it.

    Raises:
        UnreadableError: it cannot be read.
    """
    data, name = read_bytes(path, stdin_filename)
    return Source(decode(data, name), name)


def read_bytes(path: str, stdin_filename: str | None) -> tuple[bytes, str]:
    """Read the bytes of an input; return them with the name under which it is reported.

    Raises:
        UnreadableError: it cannot be read.
    """
    if path != STANDARD_INPUT:
        return read_data(Path(path)), path
    return sys.stdin.buffer.read(), stdin_filename or STANDARD_INPUT


def refuse_lonely_filename(paths: Sequence[str], stdin_filename: str | None) -> None:
    """Refuse a name for standard input where nothing is read from it.

    Raises:
        click.UsageError: there is such a name.
    """
    if stdin_filename is not None and STANDARD_INPUT not in paths:
        message = "--stdin-filename names what is read from standard input: add - as the path"
        raise click.UsageError(message)
