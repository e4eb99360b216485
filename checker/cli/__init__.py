"""The command line."""

import gc

import click

from checker.cli.program import Program

__all__ = ["main"]

# A run makes few cycles, and looking for them takes a tenth of a short one.
gc.set_threshold(100_000, 20, 20)

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


@click.group(
    cls=Program,
    modules={name: f"checker.cli.{name}" for name in _COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="mandatelint", message="mandatelint %(version)s")
def main() -> None:
    """Read a draft Security Council resolution and say what no longer fits together.

    A draft is plain text (.txt) or Markdown (.md). A draft is changed only by "check --fix".

    Begin with "mandatelint check draft.md".
    """
    from checker.cache.store import use, user_store  # noqa: PLC0415 -- --help stays quick

    store = user_store()
    use(store)
    click.get_current_context().call_on_close(store.close)
