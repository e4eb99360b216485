"""``mandatelint parse``: show how a draft was understood."""

import datetime

import click

from checker.cli.inputs import read_input, refuse_lonely_filename
from checker.cli.parameters import (
    date_option,
    profile_option,
    stage_option,
    stdin_filename_option,
)
from checker.cli.terminal import say, style
from checker.reader import UnreadableError


@click.command(short_help="Show how the paragraphs of a draft were understood.")
@click.argument("path")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text gives addresses and opening words, json the whole tree.",
)
@profile_option
@stage_option
@date_option
@stdin_filename_option
def parse(
    *,
    path: str,
    output_format: str,
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    stdin_filename: str | None,
) -> None:
    """Show the header, paragraphs and items of a draft with their addresses.

    PATH is a draft, or - for standard input. Where a number or item is not what you see in your
    draft, the findings about it are not to be trusted either.
    """
    from checker.index import build_index  # noqa: PLC0415 -- --help stays quick
    from checker.parsing import parse_source  # noqa: PLC0415
    from checker.report.json import tree_json  # noqa: PLC0415
    from checker.report.tree import tree_text  # noqa: PLC0415

    refuse_lonely_filename([path], stdin_filename)
    try:
        draft = parse_source(read_input(path, stdin_filename))
    except UnreadableError as error:
        raise click.ClickException(str(error)) from error
    index = build_index(draft, profile=profile, stage=stage, date=date)
    if output_format == "json":
        say(tree_json(draft, index.profile))
        return
    say(tree_text(index, style()))
