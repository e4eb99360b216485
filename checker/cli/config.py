"""``mandatelint config``: what holds for a draft, and what a configuration may say."""

import datetime
import json
from pathlib import Path

import click

from checker.cli.help import Group
from checker.cli.parameters import (
    OneOf,
    config_option,
    date_option,
    fail_on_option,
    ignore_option,
    isolated_option,
    pedantic_option,
    profile_option,
    rules_option,
    select_option,
    stage_option,
)
from checker.cli.terminal import say


@click.group(cls=Group, short_help="Show what holds for a draft, and from where.")
def config() -> None:
    """Show what holds for a draft and where each value comes from, or what may be set at all.

    The configuration of a draft is the nearest mandatelint.toml, .mandatelint.toml or
    pyproject.toml with a table [tool.mandatelint], in its folder or above.
    """


@config.command(short_help="Show what holds for a draft.")
@click.argument("path", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--output-format",
    type=OneOf("format", ["text", "json"]),
    default="text",
    show_default=True,
    help="text is for people, json for programs.",
)
@pedantic_option
@select_option
@ignore_option
@fail_on_option
@profile_option
@stage_option
@date_option
@rules_option
@config_option
@isolated_option
def show(  # noqa: PLR0913 -- one parameter for each option
    *,
    path: Path,
    output_format: str,
    pedantic: bool | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    folders: tuple[Path, ...],
    file: Path | None,
    isolated: bool,
) -> None:
    """Show every value that holds for a draft, and where it comes from.

    PATH is a draft, which need not be there yet, or a folder of drafts; without it, the folder
    you are in. The options are those of "mandatelint check": they weigh more than any file.
    """
    from checker.cli.configuring import asked_for  # noqa: PLC0415 -- --help stays quick
    from checker.cli.holding import show_values  # noqa: PLC0415 -- as above
    from checker.config import Layer  # noqa: PLC0415 -- as above

    layer = Layer(
        profile=profile,
        stage=stage,
        date=date,
        pedantic=pedantic,
        fail_on=fail_on,
        select=select or None,
        ignore=ignore,
    )
    asked = asked_for(layer, file=file, isolated=isolated, folders=folders)
    show_values(path, asked, output_format=output_format)


@config.command(short_help="Print the JSON Schema of a configuration.")
def schema() -> None:
    """Print the JSON Schema of a configuration, with which editors complete and check it."""
    from checker.config.schema import configuration_schema  # noqa: PLC0415 -- --help stays quick
    from checker.rulebook import load_rulebook  # noqa: PLC0415 -- as above

    say(json.dumps(configuration_schema(load_rulebook()), indent=2, ensure_ascii=False))
