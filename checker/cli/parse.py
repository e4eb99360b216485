"""``mandatelint parse``: show how a draft was understood."""

import datetime

import click

from checker.cli.parameters import (
    date_option,
    profile_option,
    stage_option,
    stdin_filename_option,
)


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
    from checker.cli.parsing import show_tree  # noqa: PLC0415 -- --help stays quick

    show_tree(
        path, profile, stage, date, output_format=output_format, stdin_filename=stdin_filename
    )
