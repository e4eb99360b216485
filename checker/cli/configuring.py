"""The configuration and the rule book on the command line, and what is said of broken ones."""

from collections.abc import Sequence
from typing import IO, Any

import click

from checker.cli.terminal import complain, style
from checker.config import Asked, ConfigurationError, Configurations, Layer
from checker.rulebook import Rulebook, RulebookError

_NOT_CHECKED = "the drafts under this configuration are left out"


def asked_for(
    layer: Layer | None = None,
    *,
    file: str | None,
    isolated: bool,
    folders: Sequence[str] = (),
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


def load_pages(configurations: Configurations) -> Rulebook:
    """Load the built-in rules and the pages of the folders that the command line names.

    Raises:
        click.ClickException: a page or folder cannot be used.
    """
    try:
        return configurations.rulebook()
    except RulebookError as error:
        raise click.ClickException(str(error)) from error


def load_house_pages(asked: Asked) -> Rulebook:
    """Load, besides these, the house pages of the configuration of the current folder.

    Raises:
        click.ClickException: a page or folder cannot be used, or the configuration is broken.
    """
    configurations = Configurations(asked)
    rulebook = load_pages(configurations)
    try:
        configuration = configurations.of_folder("")
    except ConfigurationError as error:
        raise BrokenConfiguration(error) from error
    if configuration is None or not configuration.rule_pages:
        return rulebook
    return configurations.rulebook(configuration.page_folders())
