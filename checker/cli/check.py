"""``mandatelint check``: say what is wrong with drafts."""

import datetime
from pathlib import Path

import click

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
    stdin_filename_option,
)
from checker.report.formats import FORMATS


@click.command(short_help="Say what is wrong with a draft.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--output-format",
    type=OneOf(FORMATS),
    default="full",
    show_default=True,
    help="full shows the words, concise is one line per finding, json is for programs.",
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
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Leave out what the configuration excludes also where it is named, as a hook does.",
)
@stdin_filename_option
def check(  # noqa: PLR0913 -- one parameter for each option
    *,
    paths: tuple[str, ...],
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
    force_exclude: bool,
    stdin_filename: str | None,
) -> int:
    """Read drafts and say what no longer fits together in them.

    PATH is a draft, a folder of drafts, or - for standard input; without it, the folder you are
    in. A folder is searched for .md, .markdown and .txt, except what .gitignore or the
    configuration leaves out.

    What is not given here comes from the nearest mandatelint.toml, .mandatelint.toml or
    pyproject.toml above each draft; "mandatelint config show PATH" tells what holds for it.

    The exit status is 0 when nothing is found at or above the level of --fail-on, 1 when
    something is, and 2 when an option or a configuration is wrong or a file cannot be read.
    """
    from checker.cli.checking import check_inputs  # noqa: PLC0415 -- --help stays quick
    from checker.cli.configuring import asked_for  # noqa: PLC0415 -- as above
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
    return check_inputs(
        paths or (".",),
        asked_for(layer, file=file, isolated=isolated, folders=folders),
        output_format=output_format,
        stdin_filename=stdin_filename,
        force_exclude=force_exclude,
    )
