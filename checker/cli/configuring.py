"""The configuration on the command line: what is asked for, and what is said of a broken one."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import click

from checker.cli.drawing import style
from checker.cli.terminal import complain
from checker.config import Asked, ConfigurationError, Layer

_NOT_CHECKED = "the drafts under this configuration are left out"


def asked_for(
    layer: Layer | None = None,
    *,
    file: Path | None,
    isolated: bool,
    folders: Sequence[Path] = (),
) -> Asked:
    """Put together what a command line asks for.

    Raises:
        click.UsageError: it names a configuration, and asks for none.
    """
    if file is not None and isolated:
        message = "--config names a configuration, and --isolated asks for none: give one of them"
        raise click.UsageError(message)
    return Asked(layer or Layer(), file, isolated, tuple(folders))


def fault_report_of(error: ConfigurationError) -> str:
    """Return what is wrong with a configuration, with the lines."""
    from checker.report.fault import fault_report  # noqa: PLC0415 -- few are broken

    return fault_report(error, style().columns)


def warn_of_configuration(error: ConfigurationError) -> None:
    """Show on standard error what is wrong with a configuration, and what comes of it."""
    complain(f"{fault_report_of(error)}\nmandatelint: {_NOT_CHECKED}")


class BrokenConfiguration(click.UsageError):
    """A command cannot go on, because its configuration cannot be used."""

    def __init__(self, error: ConfigurationError) -> None:
        """Keep what is wrong."""
        super().__init__(str(error))
        self._error = error

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 -- click's own signature
        """Show what is wrong on standard error, with the lines."""
        complain(fault_report_of(self._error))
