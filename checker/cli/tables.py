"""``mandatelint tables``: the proofreading list of a draft."""

from collections.abc import Sequence
from pathlib import Path

import click

from checker.cli import completing
from checker.cli.help import Command
from checker.cli.parameters import (
    OneOf,
    config_option,
    isolated_option,
    stdin_filename_option,
)

_KINDS = ("references", "dates", "acronyms", "citations")


def _chosen(
    _context: click.Context, _option: click.Parameter, values: Sequence[str]
) -> tuple[str, ...]:
    """Return the names of tables from options given once or more, with commas."""
    from checker.nearest import nearest  # noqa: PLC0415 -- --help stays quick

    names = [name.strip().lower() for value in values for name in value.split(",") if name.strip()]
    if values and not names:
        message = f"the name of a table is missing: there are {', '.join(_KINDS)}"
        raise click.BadParameter(message)
    for name in names:
        if name not in _KINDS:
            meant = nearest(name, _KINDS)
            hint = f'did you mean "{meant}"?' if meant else f"there are {', '.join(_KINDS)}"
            message = f'there is no table "{name}": {hint}'
            raise click.BadParameter(message)
    return tuple(names) or _KINDS


@click.command(
    cls=Command, short_help="List the references, dates, acronyms and citations of a draft."
)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option(
    "--output-format",
    "--format",
    type=OneOf("format", ["text", "markdown", "csv", "json"]),
    default="text",
    show_default=True,
    help="text is for reading, markdown for a note, csv for a spreadsheet, json for programs.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="NAMES",
    callback=_chosen,
    shell_complete=lambda _context, _option, typed: completing.listed(typed, _KINDS),
    help=f"Show only these tables, separated by commas: {', '.join(_KINDS)}.",
)
@config_option
@isolated_option
@stdin_filename_option
def tables(
    *,
    paths: tuple[str, ...],
    output_format: str,
    only: tuple[str, ...],
    file: Path | None,
    isolated: bool,
    stdin_filename: str | None,
) -> int:
    """List what a proofreader goes through by hand, whether or not there is a finding.

    Each reference stands beside the opening words of what it points at; each date and relative
    deadline beside its verb and what it concerns; each acronym beside its introductions and uses;
    each citation beside the places where it stands.

    PATH is a draft, a folder of drafts, or - for standard input; without it, the folder you are
    in. The exit status is 0, or 2 when an option is wrong or a file cannot be read.
    """
    from checker.cli.configuring import asked_for  # noqa: PLC0415 -- --help stays quick
    from checker.cli.tabling import show_tables  # noqa: PLC0415 -- as above

    return show_tables(
        paths or (".",),
        only,
        asked_for(file=file, isolated=isolated),
        output_format=output_format,
        stdin_filename=stdin_filename,
    )
