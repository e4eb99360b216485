"""The rule book on the command line: a page that cannot be used is a mistake of the caller's."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from checker.rulebook import Rulebook


def load_pages(folders: Sequence[Path]) -> "Rulebook":
    """Load the built-in rules and the pages of house folders.

    Raises:
        click.ClickException: a page or folder cannot be used.
    """
    from checker.rulebook import RulebookError, load_rulebook  # noqa: PLC0415 -- --help stays quick

    try:
        return load_rulebook(folders)
    except RulebookError as error:
        raise click.ClickException(str(error)) from error
