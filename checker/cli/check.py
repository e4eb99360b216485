"""``mandatelint check``: say what is wrong with drafts."""

import datetime
from pathlib import Path

import click

from checker.cli.parameters import (
    date_option,
    format_name,
    names,
    outputs,
    profile_option,
    rules_option,
    stage_option,
    stdin_filename_option,
)
from checker.report.formats import FORMATS


@click.command(short_help="Say what is wrong with a draft.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--output-format",
    metavar="FORMAT",
    callback=format_name,
    default="full",
    show_default=True,
    help=f"How to report on standard output: {', '.join(FORMATS)}.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=outputs,
    help="Also write a report into a file, whole or not at all; may be given more than once.",
)
@click.option(
    "--statistics",
    is_flag=True,
    help="Show how many findings each rule has, instead of the findings.",
)
@click.option("--pedantic", is_flag=True, help="Add the rules that matter to some drafters only.")
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    callback=names,
    help="Run only these rules or families, separated by commas.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    callback=names,
    help="Leave out these rules or families, separated by commas.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing the meaning.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="With --fix or --diff, also mend what may have been meant otherwise.",
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@profile_option
@stage_option
@date_option
@rules_option
@stdin_filename_option
def check(  # noqa: PLR0913 -- one parameter for each option
    *,
    paths: tuple[str, ...],
    output_format: str,
    outputs: tuple[tuple[str, Path], ...],
    statistics: bool,
    pedantic: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    profile: str | None,
    stage: str | None,
    date: datetime.date | None,
    folders: tuple[Path, ...],
    stdin_filename: str | None,
) -> int:
    """Read drafts and say what no longer fits together in them.

    PATH is a draft, a folder of drafts, or - for standard input; without it, the folder you are
    in. A folder is searched for .md, .markdown and .txt, except what .gitignore leaves out.

    The exit status is 0 when nothing is found at or above the level of --fail-on, 1 when
    something is, and 2 when an option is wrong or a file cannot be read or written. With --diff it
    is 1 when something would change.
    """
    from checker.cli.checking import Reporting, check_inputs  # noqa: PLC0415 -- --help stays quick
    from checker.cli.fixing import Fixing  # noqa: PLC0415 -- as above
    from checker.config import Settings  # noqa: PLC0415 -- as above

    if unsafe_fixes and not (fix or diff):
        message = "--unsafe-fixes says which fixes to apply: add --fix or --diff"
        raise click.UsageError(message)
    if diff and (outputs or statistics):
        message = "--diff shows changes and reports nothing: leave out --output and --statistics"
        raise click.UsageError(message)
    return check_inputs(
        paths or (".",),
        Settings(profile, stage, date, pedantic, select, ignore),
        folders=folders,
        reporting=Reporting(output_format, outputs, statistics),
        fail_on=fail_on,
        stdin_filename=stdin_filename,
        fixing=Fixing(unsafe=unsafe_fixes, diff=diff) if fix or diff else None,
    )
