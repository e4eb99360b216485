"""``mandatelint completion``: let a shell complete commands, options, rules and files."""

import click

from checker.cli.help import Command
from checker.cli.parameters import OneOf
from checker.cli.terminal import say

SHELLS = ("bash", "zsh", "fish")


@click.command(cls=Command, short_help="Print a script that lets a shell complete command lines.")
@click.argument("shell", type=OneOf("shell", SHELLS), metavar="SHELL")
@click.pass_context
def completion(context: click.Context, *, shell: str) -> None:
    """Print a script with which bash, zsh or fish completes commands, options, rules and files.

    \b
    bash:  put  eval "$(mandatelint completion bash)"  into ~/.bashrc
    zsh:   put  eval "$(mandatelint completion zsh)"  into ~/.zshrc, below "compinit"
    fish:  mandatelint completion fish > ~/.config/fish/completions/mandatelint.fish
    """  # noqa: D301 -- \b is click's mark for lines that stay as they are
    from click.shell_completion import get_completion_class  # noqa: PLC0415 -- needed here only

    completer = get_completion_class(shell)
    assert completer is not None
    program = context.find_root().command
    say(completer(program, {}, "mandatelint", "_MANDATELINT_COMPLETE").source().strip("\n"))
