"""``mandatelint init``: the files to begin with in a folder of drafts."""

from pathlib import Path

import click

from checker.cli.help import Command


@click.command(cls=Command, short_help="Write a configuration to begin with, and a hook.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
def init(*, folder: Path) -> int:
    """Write a mandatelint.toml to begin with, in which every key is explained.

    In a git repository, add a hook that checks the drafts of a commit; where there are drafts,
    record what is found today, so that only what is new is reported. A file that is there is left
    as it is. FOLDER is where the drafts are kept; without it, the folder you are in.
    """
    from checker.cli.starting import start  # noqa: PLC0415 -- --help stays quick

    return start(folder)
