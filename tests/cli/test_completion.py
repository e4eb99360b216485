"""A shell completes commands, options, rules, profiles, formats and files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click.testing
import pytest

from checker.cli import main
from tests.cli.conftest import Run, page

Complete = Callable[..., list[str]]

_FISH = 'mandatelint completion fish | source; complete -C "mandatelint check --stage "'
_BASH = """
eval "$(mandatelint completion bash)"
COMP_WORDS=(mandatelint check --stage "") COMP_CWORD=3
_mandatelint_completion mandatelint
printf '%s\\n' "${COMPREPLY[@]}"
"""
_ZSH = """
autoload -Uz compinit && compinit -u -d "$HOME/.zcompdump"
eval "$(mandatelint completion zsh)"
print -r -- "$_comps[mandatelint]"
"""


@pytest.fixture
def complete(run: Run) -> Complete:
    """Ask what may stand at the end of a command line, as bash does."""
    assert run is not None

    def ask(*words: str | Path) -> list[str]:
        line = ["mandatelint", *map(str, words)]
        result = click.testing.CliRunner().invoke(
            main,
            prog_name="mandatelint",
            env={
                "_MANDATELINT_COMPLETE": "bash_complete",
                "COMP_WORDS": "\n".join(line),
                "COMP_CWORD": str(len(line) - 1),
            },
        )
        return [row.partition(",")[2] for row in result.stdout.split()]

    return ask


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["che"], ["check"]),
        (["check", "--unsafe"], ["--unsafe-fixes"]),
        (["check", "--select", "dang"], ["dangling-reference"]),
        (["check", "--select", "dates,dang"], ["dates,dangling-reference"]),
        (["check", "--select", "dates,dates"], []),
        (["check", "--profile", "security-council/m"], ["security-council/mandate"]),
        (["check", "--profile", "mand"], ["mandate"]),
        (["check", "--output-format", "js"], ["json", "json-lines"]),
        (["check", "--output", "sar"], ["sarif="]),
        (["check", "--stage", ""], ["negotiation", "final"]),
        (["tables", "--only", "dates,ref"], ["dates,references"]),
        (["explain", "impossible"], ["impossible-date"]),
        (["completion", "z"], ["zsh"]),
        (["check", "draf"], ["draf"]),
    ],
    ids=str,
)
def test_what_is_offered(words: list[str], offered: list[str], complete: Complete) -> None:
    assert complete(*words) == offered


def test_house_rules_are_offered_too(complete: Complete, house: Path) -> None:
    assert complete("check", "--rules", house, "--select", "vague-v") == ["vague-vibe"]
    office = Path("office")
    office.mkdir()
    (office / "vague-vow.md").write_text(page("vague-vow", "vow", "error"), "utf-8")
    Path("mandatelint.toml").write_text('rule-pages = ["."]\n', "utf-8")
    assert complete("explain", "vague-vo") == ["vague-vow"]


def test_a_broken_configuration_does_not_disturb_who_types(complete: Complete) -> None:
    Path("mandatelint.toml").write_text("selct = 1\n", "utf-8")
    assert complete("explain", "dang") == []


@pytest.mark.parametrize(
    ("shell", "arguments", "shown"),
    [
        ("bash", ["--norc", "-c", _BASH], "negotiation\nfinal"),
        ("zsh", ["-f", "-c", _ZSH], "_mandatelint_completion"),
        ("fish", ["--no-config", "-c", _FISH], "final\nnegotiation"),
    ],
)
def test_the_script_works_in_its_shell(
    shell: str, arguments: list[str], shown: str, tmp_path: Path
) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S603 -- the shell that was found
        [program, *arguments],
        env={"HOME": str(tmp_path), "PATH": path, "TERM": "dumb"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stdout.strip() == shown, done.stderr
