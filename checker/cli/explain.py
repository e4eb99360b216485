"""``mandatelint explain``: the page of a rule."""

import io
from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING

import click

from checker.cli import completing
from checker.cli.help import Command
from checker.cli.parameters import config_option, isolated_option, rules_option
from checker.cli.terminal import say, wants_colour
from checker.report.columns import visible

if TYPE_CHECKING:
    from checker.rulebook import Rule

_WIDEST = 110


@click.command(cls=Command, short_help="Say why a rule is there, with examples.")
@click.argument("rule", shell_complete=completing.rules)
@rules_option
@config_option
@isolated_option
def explain(*, rule: str, folders: tuple[str, ...], file: str | None, isolated: bool) -> None:
    """Show the page of a rule: what it asks for, why, what it flags and what it accepts.

    RULE is the name in brackets that a finding shows. For the name of a family, such as "dates",
    its rules are listed.
    """
    from checker.cli.configuring import (  # noqa: PLC0415 -- --help stays quick
        asked_for,
        load_house_pages,
    )

    rulebook = load_house_pages(asked_for(file=file, isolated=isolated, folders=folders))
    if rule in rulebook.families:
        say(_family([each for each in rulebook.rules if each.family == rule]))
        return
    found = rulebook.get(rule)
    if found is None:
        from checker.nearest import question  # noqa: PLC0415 -- only mistakes need it

        hint = question(rulebook.nearest(rule), '; "mandatelint rules" lists them')
        message = f'there is no rule or family "{rule}"{hint}'
        raise click.UsageError(message)
    say(_drawn(found) if wants_colour() else f"{found.prose.rstrip()}\n\n{_facts(found)}")


def _family(rules: Sequence["Rule"]) -> str:
    """Return the rules of a family, each with what it asks for."""
    from checker.cli.terminal import style  # noqa: PLC0415 -- --help stays quick

    drawn = style()
    return "\n\n".join(
        f"{drawn.strong(rule.name)}  {drawn.grave(rule.severity.value, rule.severity)}\n"
        + fill(visible(" ".join(rule.summary.split())), min(drawn.columns, _WIDEST))
        for rule in rules
    )


def _facts(rule: "Rule") -> str:
    """Return where a rule belongs, when it speaks and how far it can be trusted."""
    from checker.rulebook.figures import read_figures  # noqa: PLC0415 -- --help stays quick

    severities = {stage: severity.value for stage, severity in rule.severities.items()}
    if len(set(severities.values())) == 1:
        severity = rule.severity.value
    else:
        severity = ", ".join(f"{word} in stage {stage}" for stage, word in severities.items())
    default = "only with --pedantic or when selected by name" if rule.pedantic else "on"
    facts = f"Family: {rule.family}. Severity: {severity}. By default: {default}."
    figures = read_figures().get(rule.name)
    return f"{facts}\n{figures}" if figures else facts


def _drawn(rule: "Rule") -> str:
    """Return the page drawn for a terminal."""
    from rich.console import Console  # noqa: PLC0415 -- slow to load, and needed here only
    from rich.markdown import Markdown  # noqa: PLC0415

    from checker.cli.terminal import style  # noqa: PLC0415 -- --help stays quick

    drawn = io.StringIO()
    width = min(style().columns, _WIDEST)
    console = Console(file=drawn, width=width, force_terminal=True, color_system="standard")
    console.print(Markdown(rule.prose, code_theme="ansi_dark"))
    console.print(f"\n{_facts(rule)}", style="dim", highlight=False, markup=False)
    return drawn.getvalue().rstrip("\n")
