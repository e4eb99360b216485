"""The command line."""

import click

from checker.cli.baseline import baseline
from checker.cli.check import check
from checker.cli.config import config
from checker.cli.explain import explain
from checker.cli.init import init
from checker.cli.parse import parse
from checker.cli.program import Program
from checker.cli.rules import rules
from checker.cli.tables import tables

__all__ = ["main"]


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mandatelint", message="mandatelint %(version)s")
def main() -> None:
    """Read a draft Security Council resolution and say what no longer fits together.

    A draft is plain text (.txt) or Markdown (.md). A draft is changed only by "check --fix".

    Begin with "mandatelint check draft.md".
    """


main.add_command(check)
main.add_command(parse)
main.add_command(tables)
main.add_command(explain)
main.add_command(rules)
main.add_command(config)
main.add_command(init)
main.add_command(baseline)
