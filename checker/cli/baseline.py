"""``mandatelint baseline``: record what is found today, so that only new findings are shown."""

from typing import TYPE_CHECKING

import click

from checker.cli.help import Group
from checker.cli.parameters import PathType, asking, baseline_option

if TYPE_CHECKING:
    from checker.config import Asked


@click.group(cls=Group, short_help="Record known findings, so that only new ones are shown.")
def baseline() -> None:
    """Record the findings of old drafts in a file; later runs show only what is new.

    The file is mandatelint-baseline.json beside the configuration of the drafts, or in the folder
    you are in, unless --baseline or the configuration names another. Keep it under version control.
    """


_paths = click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")


@baseline.command(short_help="Record today's findings.")
@_paths
@asking
@baseline_option
def write(*, paths: tuple[str, ...], asked: "Asked", baseline: str | None) -> int:
    """Record what is found today in drafts; what was recorded and is gone is taken out.

    PATH is a draft or a folder; without it, the folder you are in. What is recorded of other
    drafts stays.
    """
    from checker.cli.baselining import update_baselines  # noqa: PLC0415 -- --help stays quick

    return update_baselines(paths or (".",), asked, given=baseline)


@baseline.command(short_help="Take out what is gone, and add nothing.")
@_paths
@asking
@baseline_option
def prune(*, paths: tuple[str, ...], asked: "Asked", baseline: str | None) -> int:
    """Take out of the baseline what is no longer found, so that it cannot come back unseen.

    PATH is a draft or a folder; without it, the folder you are in. New findings are not recorded.
    """
    from checker.cli.baselining import update_baselines  # noqa: PLC0415 -- --help stays quick

    return update_baselines(paths or (".",), asked, given=baseline, adding=False)
