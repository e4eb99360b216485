"""From what was named on the command line to texts: files, folders, standard input."""

import sys
from collections.abc import Collection, Sequence

import click

from checker.cli.terminal import warn
from checker.config import Configurations
from checker.discovery import find_drafts
from checker.findings import FileError
from checker.reader import UnreadableError, decode, read_data
from checker.source import Source

STANDARD_INPUT = "-"


def inputs(
    paths: Sequence[str],
    configurations: Configurations,
    *,
    stdin_filename: str | None = None,
    force_exclude: bool = False,
    reports: Collection[str] = (),
) -> tuple[list[str], list[FileError]]:
    """Return the files to read, standard input first as "-", and the folders that gave none.

    A folder of which every draft is left out is told on standard error; that is no mistake.

    Args:
        paths: what was named.
        configurations: they say what is left out of folders.
        stdin_filename: what to call standard input, or None.
        force_exclude: whether what was named by itself may be left out too.
        reports: files that the run writes; in a folder they are no drafts.
    """

    def excludes(path: str, is_folder: bool) -> bool:  # noqa: FBT001 -- a fact, not a switch
        return configurations.excludes(path, is_folder=is_folder)

    named = (path for path in paths if path != STANDARD_INPUT)
    found = find_drafts(
        named,
        excludes,
        pages=configurations.is_rule_page,
        also_named=force_exclude,
        reports=reports,
    )
    for folder in found.left_out:
        warn(f"{folder.path}: info: {folder.message}")
    reads = STANDARD_INPUT in paths
    if reads and force_exclude and stdin_filename is not None:
        reads = not (
            configurations.excludes(stdin_filename) or configurations.is_rule_page(stdin_filename)
        )
    first = [STANDARD_INPUT] if reads else []
    faults = [FileError(fault.path, fault.message) for fault in found.faults]
    return [*first, *found.files], faults


def draft_path(path: str, stdin_filename: str | None) -> str:
    """Return the path by which a draft finds its configuration; standard input has its name."""
    return path if path != STANDARD_INPUT else stdin_filename or STANDARD_INPUT


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
        return read_data(path), path
    name = stdin_filename or STANDARD_INPUT
    if sys.stdin is None:
        raise UnreadableError(name, "standard input is closed")
    try:
        return sys.stdin.buffer.read(), name
    except OSError as error:
        from checker.reasons import reason_of  # noqa: PLC0415 -- only mistakes need it

        raise UnreadableError(name, reason_of(error, "read")) from None


def refuse_lonely_filename(paths: Sequence[str], stdin_filename: str | None) -> None:
    """Refuse a name for standard input where nothing is read from it.

    Raises:
        click.UsageError: there is such a name.
    """
    if stdin_filename is not None and STANDARD_INPUT not in paths:
        message = "--stdin-filename names what is read from standard input: add - as the path"
        raise click.UsageError(message)
