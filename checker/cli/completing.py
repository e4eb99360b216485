"""Words that a shell offers while a command line is typed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from checker.rulebook import Rulebook


def rules(context: click.Context, _option: click.Parameter, typed: str) -> list["CompletionItem"]:
    """Offer rules, with what they ask for, and families."""
    return _items(typed, _known(context))


def names(context: click.Context, _option: click.Parameter, typed: str) -> list["CompletionItem"]:
    """Offer rules and families for a list with commas."""
    return _last(typed, _known(context))


def profiles(
    _context: click.Context, _option: click.Parameter, typed: str
) -> list["CompletionItem"]:
    """Offer kinds of text; without their organ where that is how one is typed."""
    from checker.rulebook.profiles import PROFILES  # noqa: PLC0415 -- only while completing

    found = _items(typed, dict.fromkeys(PROFILES, ""))
    kinds = (name.rpartition("/")[2] for name in PROFILES)
    return found or _items(typed, dict.fromkeys(kinds, ""))


def reports(
    _context: click.Context, _option: click.Parameter, typed: str
) -> list["CompletionItem"]:
    """Offer formats for FORMAT=FILE."""
    from checker.report.formats import FORMATS  # noqa: PLC0415 -- only while completing

    return _items(typed, dict.fromkeys((f"{name}=" for name in FORMATS), ""))


def listed(typed: str, words: Iterable[str]) -> list["CompletionItem"]:
    """Offer words for a list with commas."""
    return _last(typed, dict.fromkeys(words, ""))


def _known(context: click.Context) -> dict[str, str]:
    """Return families and rules, each with what is said of it; none where pages are broken."""
    from checker.cli.configuring import (  # noqa: PLC0415 -- only while completing
        asked_for,
        load_house_pages,
    )

    file, isolated = context.params.get("file"), bool(context.params.get("isolated"))
    folders: tuple[str, ...] = context.params.get("folders") or ()
    try:
        asked = asked_for(file=file, isolated=isolated, folders=folders)
        rulebook: Rulebook = load_house_pages(asked)
    except click.ClickException:
        return {}
    families = dict.fromkeys(rulebook.families, "a family of rules")
    return families | {rule.name: " ".join(rule.summary.split()) for rule in rulebook.rules}


def _last(typed: str, words: dict[str, str]) -> list["CompletionItem"]:
    """Offer words for the last place of a list with commas."""
    before, comma, last = typed.rpartition(",")
    given = set(before.split(","))
    left = {word: help_ for word, help_ in words.items() if word not in given}
    return _items(last, left, before + comma)


def _items(typed: str, words: dict[str, str], before: str = "") -> list["CompletionItem"]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415 -- only while completing

    return [
        CompletionItem(f"{before}{word}", help=help_ or None)
        for word, help_ in words.items()
        if word.startswith(typed)
    ]
