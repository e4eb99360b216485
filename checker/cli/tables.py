"""``mandatelint tables``: the proofreading list of a draft."""

from collections.abc import Sequence

import click

from checker.cli import completing
from checker.cli.help import Command
from checker.cli.parameters import (
    OneOf,
    PathType,
    config_option,
    isolated_option,
    separated,
    stdin_filename_option,
)
from checker.report.tables.kinds import Kind

_KINDS = tuple(kind.value for kind in Kind)


def _chosen(
    context: click.Context, option: click.Parameter, values: Sequence[str]
) -> tuple[Kind, ...]:
    """Return the tables that are named in options given once or more, with commas."""
    names = separated(values)
    if values and not names:
        message = f"the name of a table is missing: there are {', '.join(_KINDS)}"
        raise click.BadParameter(message)
    table = OneOf("table", _KINDS, case_sensitive=False)
    return tuple(Kind(table.convert(name, option, context)) for name in names) or tuple(Kind)


@click.command(
    cls=Command, short_help="List the references, dates, acronyms and citations of a draft."
)
@click.argument("paths", nargs=-1, type=PathType(), metavar="[PATH]...")
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
    only: tuple[Kind, ...],
    file: str | None,
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
