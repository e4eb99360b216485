"""``mandatelint clean``: remove what is kept between runs."""

import click

from checker.cache.store import in_use
from checker.cli.help import Command
from checker.cli.terminal import say
from checker.reasons import reason_of


@click.command(cls=Command, short_help="Remove what is kept to be quicker the next time.")
def clean() -> None:
    """Remove the results of drafts, the rules, grammars and patterns that are kept between runs.

    They stand in a folder of your own for such things, or where MANDATELINT_CACHE_DIR says. Nothing
    is lost: the next run makes them again.
    """
    store = in_use()
    if store.folder is None:
        say("nothing is kept: there is no folder for it")
        return
    try:
        removed = store.clean()
    except OSError as error:
        message = f"{store.folder}: not removed: {reason_of(error, 'remove')}"
        raise click.ClickException(message) from error
    say(f"{store.folder}: {removed} removed" if removed else f"{store.folder}: nothing was kept")
