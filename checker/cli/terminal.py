"""What goes out: reports to standard output, all else to standard error; and how it is drawn."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

import click

from checker.reasons import OutputError, reason_of
from checker.report.columns import visible

if TYPE_CHECKING:
    from checker.report.style import Style

# A pipe has no width; frames are drawn for a page.
_WITHOUT_TERMINAL = 100
_UNWRITTEN = "standard output could not be written"


def wants_colour() -> bool:
    """Return whether to colour: NO_COLOR and FORCE_COLOR decide, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return on_terminal() and os.environ.get("TERM") != "dumb"


def style() -> "Style":
    """Return the columns of the terminal and whether to colour."""
    from checker.report.style import Style  # noqa: PLC0415 -- --help stays quick

    return Style(_columns(), wants_colour())


def _columns() -> int:
    """Return the width of the terminal; ``shutil`` would, but takes longer to load than to ask."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked) > 0:
        return int(asked)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns
    except (OSError, ValueError):
        return _WITHOUT_TERMINAL


def on_terminal() -> bool:
    """Return whether standard output is a terminal; a program may be run without any."""
    return sys.stdout is not None and sys.stdout.isatty()


def say(text: str) -> None:
    """Write a text and a line end to standard output."""
    write(f"{text}\n")


def write(text: str) -> None:
    """Write a text to standard output, in UTF-8, at once."""
    write_bytes(text.encode("utf-8", "backslashreplace"))


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are, at once.

    Where nobody reads any more, as after ``| head``, the rest of the run goes on in silence, so
    that its exit status stays true.

    Raises:
        OutputError: they cannot be written: on a full disk, or where standard output is closed.
    """
    if sys.stdout is None:
        message = f"{_UNWRITTEN}: it is closed"
        raise OutputError(message)
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _write_no_more(sys.stdout)
    except OSError as error:
        _write_no_more(sys.stdout)
        message = f"{_UNWRITTEN}: {reason_of(error, 'write')}"
        raise OutputError(message) from error


def _write_no_more(stream: TextIO) -> None:
    """Let a stream lead nowhere, so that what is left in it does no harm at the end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_aside(text: str) -> None:
    """Write a text to standard error; where that is closed, or its disk full, it is lost."""
    if sys.stderr is None:
        return
    try:
        click.echo(text, err=True, nl=False)
    except OSError:
        _write_no_more(sys.stderr)


def complain(text: str) -> None:
    """Write a text of several lines, already harmless, to standard error as :func:`warn` does."""
    write_aside(f"mandatelint: {text}\n")


def warn(message: str) -> None:
    """Write a sentence to standard error; where that cannot be, it is lost."""
    write_aside(f"mandatelint: {visible(message)}\n")
