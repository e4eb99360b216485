"""Command lines in a page, and what they print."""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import click.testing

from checker.cli import main

_BLOCK = re.compile(r"^( *)```console\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
_SHELL = set("|<>$&;*")


@dataclass(frozen=True, slots=True)
class Command:
    """A command line of a page, after ``$``, and the lines below it; ``...`` stands for any."""

    line: str
    output: str

    def prints(self, real: str) -> bool:
        """Whether an output is the one that the page shows."""
        parts = re.split(r"(?m)^\.\.\.$\n?", f"{self.output}\n" if self.output else "")
        return re.fullmatch("(?s:.*)".join(map(re.escape, parts)), real) is not None


def commands(page: str) -> list[Command]:
    """Return the command lines of a page, in their order."""
    found = []
    for indent, block in _BLOCK.findall(page):
        text = re.sub(rf"(?m)^{indent}", "", block)
        for each in re.split(r"(?m)^\$ ", text)[1:]:
            line, _, output = each.partition("\n")
            found.append(Command(line, output.rstrip("\n")))
    return found


class Terminal:
    """Runs command lines one after the other, in the current folder, as a terminal shows them."""

    def __init__(self) -> None:
        """Begin where nothing has failed."""
        self._status = 0

    def run(self, line: str) -> str:
        """Return what a command line prints, on standard output and error."""
        if line == "echo $?":
            return f"{self._status}\n"
        if line.startswith("mandatelint ") and not _SHELL & set(line):
            ran = click.testing.CliRunner().invoke(
                main, shlex.split(line)[1:], prog_name="mandatelint"
            )
            self._status = ran.exit_code
            return ran.output
        programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(  # noqa: S603 -- the page's own commands
            ["bash", "-c", line],  # noqa: S607 -- whatever bash there is
            env={**os.environ, "PATH": programs},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self._status = done.returncode
        return done.stdout
