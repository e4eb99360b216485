"""What goes out: reports to standard output, all else to standard error."""

import contextlib
import os
import sys

import click

from checker.report.columns import visible


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
    """Write a text to standard output, in UTF-8, at once.

    Where nobody reads any more, as after ``| head``, the rest of the run goes on in silence, so
    that its exit status stays true.
    """
    stream = sys.stdout.buffer
    try:
        stream.write(text.encode("utf-8", "backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str) -> None:
    """Write a text of several lines, already harmless, to standard error as :func:`warn` does."""
    with contextlib.suppress(BrokenPipeError):
        click.echo(f"mandatelint: {text}", err=True)


def warn(message: str) -> None:
    """Write a sentence to standard error; where that is closed, it is lost."""
    with contextlib.suppress(BrokenPipeError):
        click.echo(f"mandatelint: {visible(message)}", err=True)
