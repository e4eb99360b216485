"""The rule book on the command line: a page that cannot be used is a mistake of the caller's."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from checker.config import Asked, Configurations
    from checker.rulebook import Rulebook


def load_pages(configurations: "Configurations") -> "Rulebook":
    """Load the built-in rules and the pages of the folders that the command line names.

    Raises:
        click.ClickException: a page or folder cannot be used.
    """
    from checker.rulebook import RulebookError  # noqa: PLC0415 -- --help stays quick

    try:
        return configurations.rulebook()
    except RulebookError as error:
        raise click.ClickException(str(error)) from error


def load_house_pages(asked: "Asked") -> "Rulebook":
    """Load, besides these, the house pages of the configuration of the current folder.

    Raises:
        click.ClickException: a page or folder cannot be used, or the configuration is broken.
    """
    from checker.cli.configuring import BrokenConfiguration  # noqa: PLC0415 -- as above
    from checker.config import ConfigurationError, Configurations  # noqa: PLC0415

    configurations = Configurations(asked)
    rulebook = load_pages(configurations)
    try:
        configuration = configurations.of_folder(Path())
    except ConfigurationError as error:
        raise BrokenConfiguration(error) from error
    if configuration is None or not configuration.rule_pages:
        return rulebook
    folder = Path(configuration.folder)
    return configurations.rulebook([folder / each for each in configuration.rule_pages])
