"""``--help`` that is read at a glance: options and commands under headings, in a settled order."""

from collections.abc import Sequence

import click

from checker.cli.terminal import say

_OPTIONS = {
    "Which findings": (
        "select",
        "ignore",
        "pedantic",
        "fail_on",
        "folders",
        "baseline",
        "no_baseline",
        "no_silence",
    ),
    "How they are shown": ("output_format", "outputs", "only", "statistics"),
    "Fixing": ("fix", "unsafe_fixes", "diff"),
    "What kind of draft": ("profile", "stage", "date", "stdin_filename"),
    "Configuration": ("file", "isolated", "force_exclude"),
    "Running": ("watch", "jobs", "scheduler", "no_cache", "timing"),
}
_FURTHER_OPTIONS = "Other"
_COMMANDS = {
    "Drafts": ("check", "tables", "parse"),
    "Rules": ("rules", "explain"),
    "Setting up": ("init", "config", "baseline", "clean", "completion"),
}
_FURTHER_COMMANDS = "Commands"


class _Helped(click.Command):
    """A command whose help is written as reports are: a full disk is told, a closed pipe is not."""

    _help: click.Option | None = None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help, the same one each time.

        That of click looks for a translation of its words, in every run.
        """
        names = self.get_help_option_names(ctx)
        if self._help is None and names and self.add_help_option:
            self._help = click.Option(
                names,
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help="Show this message and exit.",
            )
        return self._help


def _show_help(context: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001 -- click's own signature
    if asked and not context.resilient_parsing:
        say(context.get_help())
        context.exit()


class Command(_Helped):
    """A command whose options stand under headings."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options into the help."""
        _write_options(self.get_params(ctx), ctx, formatter)


class Group(_Helped, click.Group):
    """A group of commands, which are listed in the order in which they are wanted."""

    command_class = Command

    def names(self) -> list[str]:
        """Return the names of the commands, in the order in which they were made."""
        return list(self.commands)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's own signature
        """Return the names of the commands in the order of the help."""
        names = self.names()
        order = [*sum(_COMMANDS.values(), ()), *names]
        return sorted(names, key=order.index)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands into the help, then the options."""
        self.format_commands(ctx, formatter)
        _write_options(self.get_params(ctx), ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands into the help."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                row = name, command.get_short_help_str(limit=formatter.width)
                sections.setdefault(_heading(name, _COMMANDS, _FURTHER_COMMANDS), []).append(row)
        _write(sections, [*_COMMANDS, _FURTHER_COMMANDS], formatter)


def _write_options(
    parameters: Sequence[click.Parameter], context: click.Context, formatter: click.HelpFormatter
) -> None:
    sections: dict[str, list[tuple[str, str]]] = {}
    place = {name: place for place, name in enumerate(sum(_OPTIONS.values(), ()))}
    for each in sorted(parameters, key=lambda each: place.get(each.name or "", len(place))):
        row = each.get_help_record(context) if isinstance(each, click.Option) else None
        if row is not None:
            heading = _heading(each.name or "", _OPTIONS, _FURTHER_OPTIONS)
            sections.setdefault(heading, []).append(row)
    _write(sections, [*_OPTIONS, _FURTHER_OPTIONS], formatter)


def _heading(name: str, headings: dict[str, tuple[str, ...]], further: str) -> str:
    return next((heading for heading, names in headings.items() if name in names), further)


def _write(
    sections: dict[str, list[tuple[str, str]]],
    headings: Sequence[str],
    formatter: click.HelpFormatter,
) -> None:
    for heading in headings:
        if heading in sections:
            with formatter.section(heading):
                formatter.write_dl(sections[heading])
