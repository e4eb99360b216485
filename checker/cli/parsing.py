"""The run behind ``mandatelint parse``: read, parse, show the tree."""

import click

from checker.cli.configuring import BrokenConfiguration
from checker.cli.inputs import draft_path, read_input, refuse_lonely_filename
from checker.cli.terminal import say, style
from checker.config import Asked, ConfigurationError, Configurations
from checker.index import build_index
from checker.parsing import parse_source
from checker.reader import UnreadableError
from checker.report.json import tree_json
from checker.report.tree import tree_text


def show_tree(path: str, asked: Asked, *, output_format: str, stdin_filename: str | None) -> None:
    """Write the tree of a draft, as "text" or "json".

    Args:
        path: a file, or "-" for standard input.
        asked: what the command line asks for.
        output_format: the format.
        stdin_filename: what to call standard input, or None.

    Raises:
        click.ClickException: the draft cannot be read.
    """
    refuse_lonely_filename([path], stdin_filename)
    try:
        settings = Configurations(asked).understanding(draft_path(path, stdin_filename))
    except ConfigurationError as error:
        raise BrokenConfiguration(error) from error
    try:
        source = read_input(path, stdin_filename)
    except UnreadableError as error:
        raise click.ClickException(str(error)) from error
    draft = parse_source(source)
    index = build_index(draft, profile=settings.profile, stage=settings.stage, date=settings.date)
    as_json = output_format == "json"
    say(tree_json(index.draft, index.profile) if as_json else tree_text(index, style()))
