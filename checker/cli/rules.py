"""``mandatelint rules``: the list of rules, and the examples of their pages."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.help import Group
from checker.cli.parameters import PathType, config_option, isolated_option, rules_option
from checker.cli.program import Status
from checker.cli.terminal import on_terminal, say
from checker.report.columns import lines_of, visible

if TYPE_CHECKING:
    from checker.report.style import Style
    from checker.rulebook import Rule

_NARROWEST = 30
_INDENT = 4


@click.group(
    cls=Group, invoke_without_command=True, short_help="List the rules, or test their pages."
)
@rules_option
@config_option
@isolated_option
@click.pass_context
def rules(
    context: click.Context, *, folders: tuple[str, ...], file: str | None, isolated: bool
) -> None:
    """List all rules: name, family, severity, whether it is on by default, and what it asks for.

    Of a rule that does not come with mandatelint, say where its page stands, and which module its
    check comes from.

    With "test", try the examples of a folder of rule pages instead.
    """
    from checker.cli.configuring import (  # noqa: PLC0415 -- --help stays quick
        asked_for,
        load_house_pages,
    )
    from checker.cli.terminal import style  # noqa: PLC0415 -- as above

    if context.invoked_subcommand is not None:
        return
    listed = load_house_pages(asked_for(file=file, isolated=isolated, folders=folders)).rules
    if not listed:
        say("there are no rules")
        return
    columns = [_columns(rule) for rule in listed]
    widths = [max(len(row[place]) for row in columns) for place in range(4)]
    drawn = style()
    for rule, row in zip(listed, columns, strict=True):
        say(_row(rule, row, widths, drawn))


def _columns(rule: "Rule") -> tuple[str, str, str, str]:
    return rule.name, rule.family, rule.severity.value, rule.default


def _row(rule: "Rule", row: tuple[str, ...], widths: list[int], drawn: "Style") -> str:
    name, family, severity, default = (
        cell.ljust(width) for cell, width in zip(row, widths, strict=True)
    )
    meaning = "  ".join([visible(" ".join(rule.summary.split())), *_origin(rule)])
    if on_terminal():
        meaning = _wrapped(meaning, sum(widths) + 2 * len(widths), drawn.columns)
    cells = [drawn.strong(name), family, drawn.grave(severity, rule.severity), default]
    if meaning.startswith("\n"):
        return "  ".join(cells).rstrip() + meaning
    return "  ".join([*cells, meaning]).rstrip()


def _wrapped(meaning: str, before: int, columns: int) -> str:
    """Break a meaning into lines beside the columns before it; where those leave little, below."""
    beside = columns - before >= _NARROWEST
    indent = before if beside else _INDENT
    lines = lines_of(meaning, max(columns - indent, _NARROWEST))
    words = [meaning[start:end].strip() for start, end in lines]
    return f"\n{' ' * indent}".join(words if beside else ["", *words])


def _origin(rule: "Rule") -> list[str]:
    """Return where a rule comes from, nothing for one that comes with the program."""
    from importlib.resources import files  # noqa: PLC0415 -- --help stays quick

    from checker.checks import find_check  # noqa: PLC0415 -- as above

    found = []
    if not Path(rule.path).is_relative_to(str(files("checker.rules"))):
        found.append(f"page {rule.path}")
    check = find_check(rule.check)
    if check is not None and not check.function.__module__.startswith("checker."):
        found.append(f"check from {check.function.__module__}")
    return [f"[{visible(', '.join(found))}]"] if found else []


@rules.command(short_help="Try the examples of rule pages.")
@click.argument("folder", type=PathType())
def test(*, folder: str) -> int:
    """Check that each page of a folder finds what its examples mark, and nothing else."""
    from checker.report.words import counted  # noqa: PLC0415 -- --help stays quick
    from checker.rulebook import RulebookError, load_folder  # noqa: PLC0415 -- as above
    from checker.rulebook.examples import problems_of  # noqa: PLC0415

    try:
        pages = load_folder(folder)
        problems = [problem for rule in pages for problem in problems_of(rule)]
    except RulebookError as error:
        raise click.ClickException(str(error)) from error
    for problem in problems:
        say(visible(f"{problem.path}:{problem.line}: {problem.message}"))
    say(f"{counted(len(pages), 'page')}: {counted(len(problems), 'problem')}")
    return Status.FINDINGS if problems else Status.CLEAN
