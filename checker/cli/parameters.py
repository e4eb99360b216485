"""Values of options: a wrong one is refused with a sentence that helps."""

import datetime
import os
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker.cli import completing
from checker.report.formats import FORMATS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Result = TypeVar("Result")


def _profile(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return a known profile; the organ may be left out ("mandate")."""
    if value is None:
        return None
    # --help stays quick
    from checker.rulebook.profiles import known_profile, unknown_profile  # noqa: PLC0415

    if (known := known_profile(value)) is not None:
        return known
    raise click.BadParameter(unknown_profile(value))


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


def separated(values: Sequence[str]) -> tuple[str, ...]:
    """Return the names in options given once or more, with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _names(
    _context: click.Context, _option: click.Parameter, values: Sequence[str]
) -> tuple[str, ...]:
    """Return the names of rules or families, at least one where the option is given."""
    found = separated(values)
    if values and not found:
        message = "a name of a rule or family is missing"
        raise click.BadParameter(message)
    return found


class OneOf(click.Choice[str]):
    """One of a few words; a mistyped one is answered with the nearest."""

    def __init__(self, what: str, words: Sequence[str], *, case_sensitive: bool = True) -> None:
        """Take the words, and what each of them names: "format"."""
        super().__init__(words, case_sensitive)
        self.what = what

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Return what is wrong with a value and, where it can be told, what is meant."""
        from checker.nearest import did_you_mean  # noqa: PLC0415 -- only mistakes need it

        words = [str(choice) for choice in self.choices]
        hint = did_you_mean(str(value), words, f": there are {', '.join(words)}")
        return f'there is no {self.what} "{value}"{hint}'


class PathType(click.ParamType[str]):
    """The path of a file or folder.

    That of click looks for a translation of its name in every run.
    """

    name = "path"

    def convert(
        self,
        value: "str | os.PathLike[str]",
        param: click.Parameter | None,  # noqa: ARG002 -- click's own signature
        ctx: click.Context | None,  # noqa: ARG002 -- as above
    ) -> str:
        """Return a path as it is reported."""
        from checker.reader import as_path  # noqa: PLC0415 -- --help stays quick

        return as_path(os.fspath(value))

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 -- as above
        param: click.Parameter,  # noqa: ARG002 -- as above
        incomplete: str,
    ) -> "list[CompletionItem]":
        """Let the shell offer files and folders."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 -- only while completing

        return [CompletionItem(incomplete, type="file")]


def outputs(
    context: click.Context, option: click.Parameter, values: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Return formats and files written FORMAT=FILE."""
    from checker.reader import as_path  # noqa: PLC0415 -- --help stays quick

    formats = OneOf("format", FORMATS)
    found = []
    for value in values:
        name, equals, file = value.partition("=")
        if not equals or not file:
            message = f'"{value}" is no report: write FORMAT=FILE, such as sarif=report.sarif'
            raise click.BadParameter(message, context, option)
        if file == "-":
            message = f"what goes to standard output is chosen by --output-format {name}"
            raise click.BadParameter(message, context, option)
        found.append((formats.convert(name, option, context), as_path(file)))
    return tuple(found)


pedantic_option = click.option(
    "--pedantic/--no-pedantic",
    default=None,
    help="Add the rules that matter to some drafters only, or leave them out.",
)
select_option = click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    callback=_names,
    shell_complete=completing.names,
    help="Run only these rules or families, separated by commas.",
)
ignore_option = click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    callback=_names,
    shell_complete=completing.names,
    help="Leave out these rules or families, separated by commas.",
)
fail_on_option = click.option(
    "--fail-on",
    type=OneOf("level", ["error", "warning", "info"]),
    show_default="error",
    help="The least severity that makes the exit status 1.",
)
profile_option = click.option(
    "--profile",
    metavar="PROFILE",
    callback=_profile,
    shell_complete=completing.profiles,
    help='The kind of text, such as "security-council/mandate", instead of detecting it.',
)
stage_option = click.option(
    "--stage",
    type=OneOf("stage", ["negotiation", "final"]),
    help="In negotiation, gaps and what is still open are only info; detected if not given.",
)
date_option = click.option(
    "--date",
    metavar="YYYY-MM-DD",
    callback=_day,
    help="The day of the draft, instead of the one in its header.",
)
config_option = click.option(
    "--config",
    "file",
    metavar="FILE",
    type=PathType(),
    help="Use this configuration for all drafts, instead of the nearest one of each.",
)
isolated_option = click.option(
    "--isolated", is_flag=True, help="Use no configuration, only what stands on this line."
)
rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    metavar="FOLDER",
    type=PathType(),
    help="Add the rule pages of a folder; may be given more than once.",
)
baseline_option = click.option(
    "--baseline",
    metavar="FILE",
    type=PathType(),
    help="The file with known findings; if not given, mandatelint-baseline.json beside the "
    "configuration, or in the folder you are in where there is none.",
)
stdin_filename_option = click.option(
    "--stdin-filename", metavar="NAME", help="What to call the text read from -."
)


def asking(function: Callable[..., Result]) -> Callable[..., Result]:
    """Give a command the options that a configuration has too, and their values as ``asked``.

    ``--fail-on`` counts where the command has it.
    """

    @wraps(function)
    def command(  # noqa: PLR0913 -- one parameter for each option
        *,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        pedantic: bool | None,
        profile: str | None,
        stage: str | None,
        date: datetime.date | None,
        folders: tuple[str, ...],
        file: str | None,
        isolated: bool,
        fail_on: str | None = None,
        **others: Any,  # noqa: ANN401 -- what the command takes beside
    ) -> Result:
        from checker.cli.configuring import asked_for  # noqa: PLC0415 -- --help stays quick
        from checker.config import Layer  # noqa: PLC0415 -- as above

        layer = Layer(
            profile=profile,
            stage=stage,
            date=date,
            pedantic=pedantic,
            fail_on=fail_on,
            select=select or None,
            ignore=ignore,
        )
        asked = asked_for(layer, file=file, isolated=isolated, folders=folders)
        return function(asked=asked, **others)

    for option in (
        select_option,
        ignore_option,
        pedantic_option,
        profile_option,
        stage_option,
        date_option,
        rules_option,
        config_option,
        isolated_option,
    ):
        option(command)
    return command
