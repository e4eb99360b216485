"""Values of options: a wrong one is refused with a sentence that helps."""

import datetime
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from checker.report.formats import FORMATS


def _profile(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return a known profile; the organ may be left out ("mandate")."""
    if value is None:
        return None
    from checker.rulebook import PROFILES  # noqa: PLC0415 -- --help stays quick

    # Of two organs with the same kind of text, the Security Council is meant.
    kinds = {known.rsplit("/", 1)[-1]: known for known in reversed(PROFILES)}
    name = value.lower()
    if name in PROFILES or name in kinds:
        return kinds.get(name, name)
    nearest = [kinds.get(near, near) for near in get_close_matches(name, [*PROFILES, *kinds], n=1)]
    hint = f'did you mean "{nearest[0]}"?' if nearest else f"there are {', '.join(PROFILES)}"
    message = f'there is no profile "{value}": {hint}'
    raise click.BadParameter(message)


def _day(
    _context: click.Context, _option: click.Parameter, value: str | None
) -> datetime.date | None:
    """Return a day written in ISO form."""
    if value is None:
        return None
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 -- no time
    except ValueError:
        message = f'"{value}" is no day: write it like 2026-06-18'
        raise click.BadParameter(message) from None


def names(
    _context: click.Context, _option: click.Parameter, values: Sequence[str]
) -> tuple[str, ...]:
    """Return the names of rules or families from options given once or more, with commas."""
    found = tuple(name.strip() for value in values for name in value.split(",") if name.strip())
    if values and not found:
        message = "a name of a rule or family is missing"
        raise click.BadParameter(message)
    return found


def format_name(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return the name of a format; a mistyped one is refused with the nearest."""
    if value is None or value in FORMATS:
        return value
    nearest = get_close_matches(value.lower(), FORMATS, n=1)
    hint = f'did you mean "{nearest[0]}"?' if nearest else f"there are {', '.join(FORMATS)}"
    message = f'there is no format "{value}": {hint}'
    raise click.BadParameter(message, context, option)


def outputs(
    context: click.Context, option: click.Parameter, values: Sequence[str]
) -> tuple[tuple[str, Path], ...]:
    """Return formats and files written FORMAT=FILE."""
    found = []
    for value in values:
        name, equals, file = value.partition("=")
        if not equals or not file:
            message = f'"{value}" is no report: write FORMAT=FILE, such as sarif=report.sarif'
            raise click.BadParameter(message, context, option)
        if file == "-":
            message = f"what goes to standard output is chosen by --output-format {name}"
            raise click.BadParameter(message, context, option)
        found.append((format_name(context, option, name) or name, Path(file)))
    return tuple(found)


profile_option = click.option(
    "--profile",
    metavar="PROFILE",
    callback=_profile,
    help='The kind of text, such as "security-council/mandate", instead of detecting it.',
)
stage_option = click.option(
    "--stage",
    type=click.Choice(["negotiation", "final"]),
    help="In negotiation, brackets and open dates are in order; detected if not given.",
)
date_option = click.option(
    "--date",
    metavar="YYYY-MM-DD",
    callback=_day,
    help="The day of the draft, instead of the one in its header.",
)
rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Add the rule pages of a folder; may be given more than once.",
)
baseline_option = click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The file with known findings; mandatelint-baseline.json in this folder if not given.",
)
stdin_filename_option = click.option(
    "--stdin-filename", metavar="NAME", help="What to call the text read from -."
)
