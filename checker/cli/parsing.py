"""The run behind ``mandatelint parse``: read, parse, show the tree."""

import datetime

import click

from checker.cli.drawing import style
from checker.cli.inputs import read_input, refuse_lonely_filename
from checker.cli.terminal import say
from checker.index import build_index
from checker.parsing import parse_source
from checker.reader import UnreadableError
from checker.report.json import tree_json
from checker.report.tree import tree_text


def show_tree(
    path: str,
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    *,
    output_format: str,
    stdin_filename: str | None,
) -> None:
    """Write the tree of a draft, as "text" or "json".

    Raises:
        click.ClickException: the draft cannot be read.
    """
    refuse_lonely_filename([path], stdin_filename)
    try:
        source = read_input(path, stdin_filename)
    except UnreadableError as error:
        raise click.ClickException(str(error)) from error
    index = build_index(parse_source(source), profile=profile, stage=stage, date=date)
    as_json = output_format == "json"
    say(tree_json(index.draft, index.profile) if as_json else tree_text(index, style()))
