"""``mandatelint baseline``: record what is found today, so that only new findings are shown."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from checker.cli.parameters import (
    baseline_option,
    date_option,
    names,
    profile_option,
    rules_option,
    stage_option,
)

_Function = TypeVar("_Function", bound=Callable[..., int])


@click.group(short_help="Record known findings, so that only new ones are shown.")
def baseline() -> None:
    """Record the findings of old drafts in a file; later runs show only what is new.

    The file is mandatelint-baseline.json in the folder you are in, unless --baseline names
    another. Keep it beside the drafts, under version control.
    """


def _run_options(function: _Function) -> _Function:
    """Add the options that decide which findings there are: those of ``check``."""
    for option in (
        baseline_option,
        rules_option,
        date_option,
        stage_option,
        profile_option,
        click.option(
            "--ignore",
            multiple=True,
            metavar="NAMES",
            callback=names,
            help="Leave out these rules or families; what is recorded of them is kept.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="NAMES",
            callback=names,
            help="Only these rules or families; what is recorded of others is kept.",
        ),
        click.option("--pedantic", is_flag=True, help="Record also what matters to some only."),
        click.argument("paths", nargs=-1, metavar="[PATH]..."),
    ):
        function = option(function)
    return function


@baseline.command(short_help="Record today's findings.")
@_run_options
def write(  # noqa: PLR0913 -- one parameter for each option
    *,
    paths: tuple[str, ...],
    pedantic: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    folders: tuple[Path, ...],
    baseline: Path | None,
) -> int:
    """Record what is found today in drafts; what was recorded and is gone is taken out.

    PATH is a draft or a folder; without it, the folder you are in. What is recorded of other
    drafts stays.
    """
    from checker.cli.baselining import update_baseline  # noqa: PLC0415 -- --help stays quick
    from checker.config import Settings  # noqa: PLC0415 -- as above

    settings = Settings(profile, stage, date, pedantic, select, ignore)
    return update_baseline(paths or (".",), settings, folders=folders, given=baseline)


@baseline.command(short_help="Take out what is gone, and add nothing.")
@_run_options
def prune(  # noqa: PLR0913 -- one parameter for each option
    *,
    paths: tuple[str, ...],
    pedantic: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    folders: tuple[Path, ...],
    baseline: Path | None,
) -> int:
    """Take out of the baseline what is no longer found, so that it cannot come back unseen.

    PATH is a draft or a folder; without it, the folder you are in. New findings are not recorded.
    """
    from checker.cli.baselining import update_baseline  # noqa: PLC0415 -- --help stays quick
    from checker.config import Settings  # noqa: PLC0415 -- as above

    settings = Settings(profile, stage, date, pedantic, select, ignore)
    return update_baseline(paths or (".",), settings, folders=folders, given=baseline, adding=False)
