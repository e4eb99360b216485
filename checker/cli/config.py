"""``mandatelint config``: what holds for a draft, and what a configuration may say."""

import json
from typing import TYPE_CHECKING

import click

from checker.cli.help import Group
from checker.cli.parameters import OneOf, PathType, asking, fail_on_option
from checker.cli.terminal import say

if TYPE_CHECKING:
    from checker.config import Asked


@click.group(cls=Group, short_help="Show what holds for a draft, and from where.")
def config() -> None:
    """Show what holds for a draft and where each value comes from, or what may be set at all.

    The configuration of a draft is the nearest mandatelint.toml, .mandatelint.toml or
    pyproject.toml with a table [tool.mandatelint], in its folder or above.
    """


@config.command(short_help="Show what holds for a draft.")
@click.argument("path", type=PathType(), default=".")
@click.option(
    "--output-format",
    type=OneOf("format", ["text", "json"]),
    default="text",
    show_default=True,
    help="text is for people, json for programs.",
)
@asking
@fail_on_option
def show(*, path: str, output_format: str, asked: "Asked") -> None:
    """Show every value that holds for a draft, and where it comes from.

    PATH is a draft, which need not be there yet, or a folder of drafts; without it, the folder
    you are in. The options are those of "mandatelint check": they weigh more than any file.
    """
    from checker.cli.holding import show_values  # noqa: PLC0415 -- --help stays quick

    show_values(path, asked, output_format=output_format)


@config.command(short_help="Print the JSON Schema of a configuration.")
def schema() -> None:
    """Print the JSON Schema of a configuration, with which editors complete and check it."""
    from checker.config.schema import configuration_schema  # noqa: PLC0415 -- --help stays quick
    from checker.rulebook import load_rulebook  # noqa: PLC0415 -- as above

    say(json.dumps(configuration_schema(load_rulebook()), indent=2, ensure_ascii=False))
