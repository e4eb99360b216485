"""``mandatelint parse``: show how a draft was understood."""

import datetime

import click

from checker.cli.help import Command
from checker.cli.parameters import (
    OneOf,
    PathType,
    config_option,
    date_option,
    isolated_option,
    profile_option,
    stage_option,
    stdin_filename_option,
)


@click.command(cls=Command, short_help="Show how the paragraphs of a draft were understood.")
@click.argument("path", type=PathType())
@click.option(
    "--output-format",
    type=OneOf("format", ["text", "json"]),
    default="text",
    show_default=True,
    help="text gives addresses and opening words, json the whole tree.",
)
@profile_option
@stage_option
@date_option
@config_option
@isolated_option
@stdin_filename_option
def parse(
    *,
    path: str,
    output_format: str,
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    file: str | None,
    isolated: bool,
    stdin_filename: str | None,
) -> None:
    """Show the header, paragraphs and items of a draft with their addresses.

    PATH is a draft, or - for standard input. Where a number or item is not what you see in your
    draft, the findings about it are not to be trusted either.
    """
    from checker.cli.configuring import asked_for  # noqa: PLC0415 -- as above
    from checker.cli.parsing import show_tree  # noqa: PLC0415 -- --help stays quick
    from checker.config import Layer  # noqa: PLC0415 -- as above

    asked = asked_for(Layer(profile, stage, date), file=file, isolated=isolated)
    show_tree(path, asked, output_format=output_format, stdin_filename=stdin_filename)
