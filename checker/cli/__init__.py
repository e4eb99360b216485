"""The command line."""

import gc

# A run makes few cycles, and looking for them takes a tenth of a short one.
gc.set_threshold(100_000, 20, 20)

# ruff: noqa: E402 -- to load click makes many objects too
import click

from checker import __version__
from checker.cli.program import Ending, Program
from checker.cli.terminal import say

__all__ = ["main", "run_and_exit"]

_COMMANDS = (
    "check",
    "parse",
    "tables",
    "explain",
    "rules",
    "config",
    "init",
    "baseline",
    "completion",
    "clean",
)


def _version(context: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001 -- click's own signature
    """Show the version, if that is asked for, and end."""
    if asked and not context.resilient_parsing:
        say(f"mandatelint {__version__}")
        context.exit()


@click.group(
    cls=Program,
    modules={name: f"checker.cli.{name}" for name in _COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
def main() -> None:
    """Read a draft Security Council resolution and say what no longer fits together.

    A draft is plain text (.txt) or Markdown (.md). A draft is changed only by "check --fix".

    Begin with "mandatelint check draft.md".
    """
    from checker.cache.store import use, user_store  # noqa: PLC0415 -- --help stays quick

    store = user_store()
    use(store)
    click.get_current_context().call_on_close(store.close)


def run_and_exit() -> None:
    """Run the program in a process that is there for nothing else, and goes with it."""
    with Ending():
        main()
