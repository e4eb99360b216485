"""What goes out: reports to standard output, all else to standard error."""

import contextlib
import os
import sys

import click

from checker.report.columns import visible
from checker.writing import OutputError


def wants_colour() -> bool:
    """Return whether to colour: NO_COLOR and FORCE_COLOR decide, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


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
        OutputError: they cannot be written, as on a full disk.
    """
    stream = sys.stdout.buffer
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        _write_no_more()
    except OSError as error:
        _write_no_more()
        message = f"the report could not be written: {(error.strerror or str(error)).lower()}"
        raise OutputError(message) from error


def _write_no_more() -> None:
    """Let standard output lead nowhere, so that what is left of it does no harm at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_aside(text: str) -> None:
    """Write a text to standard error; where that is closed, it is lost."""
    with contextlib.suppress(BrokenPipeError):
        click.echo(text, err=True, nl=False)


def complain(text: str) -> None:
    """Write a text of several lines, already harmless, to standard error as :func:`warn` does."""
    write_aside(f"mandatelint: {text}\n")


def warn(message: str) -> None:
    """Write a sentence to standard error; where that is closed, it is lost."""
    write_aside(f"mandatelint: {visible(message)}\n")
