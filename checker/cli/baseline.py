"""``mandatelint baseline``: record what is found today, so that only new findings are shown."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from checker.cli.help import Group
from checker.cli.parameters import (
    baseline_option,
    config_option,
    date_option,
    ignore_option,
    isolated_option,
    pedantic_option,
    profile_option,
    rules_option,
    select_option,
    stage_option,
)

_Function = TypeVar("_Function", bound=Callable[..., int])


@click.group(cls=Group, short_help="Record known findings, so that only new ones are shown.")
def baseline() -> None:
    """Record the findings of old drafts in a file; later runs show only what is new.

    The file is mandatelint-baseline.json beside the configuration of the drafts, or in the folder
    you are in, unless --baseline or the configuration names another. Keep it under version control.
    """


def _run_options(function: _Function) -> _Function:
    """Add the options that decide which findings there are: those of ``check``."""
    for option in (
        baseline_option,
        rules_option,
        date_option,
        stage_option,
        profile_option,
        isolated_option,
        config_option,
        ignore_option,
        select_option,
        pedantic_option,
        click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]..."),
    ):
        function = option(function)
    return function


@baseline.command(short_help="Record today's findings.")
@_run_options
def write(  # noqa: PLR0913 -- one parameter for each option
    *,
    paths: tuple[str, ...],
    pedantic: bool | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    folders: tuple[Path, ...],
    file: Path | None,
    isolated: bool,
    baseline: Path | None,
) -> int:
    """Record what is found today in drafts; what was recorded and is gone is taken out.

    PATH is a draft or a folder; without it, the folder you are in. What is recorded of other
    drafts stays.
    """
    from checker.cli.baselining import update_baselines  # noqa: PLC0415 -- --help stays quick
    from checker.cli.configuring import asked_for  # noqa: PLC0415 -- as above
    from checker.config import Layer  # noqa: PLC0415 -- as above

    layer = Layer(
        profile=profile,
        stage=stage,
        date=date,
        pedantic=pedantic,
        select=select or None,
        ignore=ignore,
    )
    asked = asked_for(layer, file=file, isolated=isolated, folders=folders)
    return update_baselines(paths or (".",), asked, given=baseline)


@baseline.command(short_help="Take out what is gone, and add nothing.")
@_run_options
def prune(  # noqa: PLR0913 -- one parameter for each option
    *,
    paths: tuple[str, ...],
    pedantic: bool | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    folders: tuple[Path, ...],
    file: Path | None,
    isolated: bool,
    baseline: Path | None,
) -> int:
    """Take out of the baseline what is no longer found, so that it cannot come back unseen.

    PATH is a draft or a folder; without it, the folder you are in. New findings are not recorded.
    """
    from checker.cli.baselining import update_baselines  # noqa: PLC0415 -- --help stays quick
    from checker.cli.configuring import asked_for  # noqa: PLC0415 -- as above
    from checker.config import Layer  # noqa: PLC0415 -- as above

    layer = Layer(
        profile=profile,
        stage=stage,
        date=date,
        pedantic=pedantic,
        select=select or None,
        ignore=ignore,
    )
    asked = asked_for(layer, file=file, isolated=isolated, folders=folders)
    return update_baselines(paths or (".",), asked, given=baseline, adding=False)
