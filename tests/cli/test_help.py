"""Help is found: under headings, in order, and for families as well as rules."""

import re

import click
import pytest

from checker.cli import main
from tests.cli.conftest import Run

_HEADING = re.compile(r"^([A-Z][A-Za-z ]+):$", re.MULTILINE)

_OPTION = re.compile(r"^  (?:-\w, |--[\w-]+, )?--([\w-]+)", re.MULTILINE)


def _commands(group: click.Group, *above: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        found.append((*above, name))
        if isinstance(command, click.Group):
            found.extend(_commands(command, *above, name))
    return found


def test_commands_stand_under_headings_with_the_first_need_first(run: Run) -> None:
    shown = run("--help").stdout
    assert _HEADING.findall(shown)[:3] == ["Drafts", "Rules", "Setting up"]
    names = re.findall(r"^  ([a-z]+)  +[A-Z]", shown, re.MULTILINE)
    assert names[0] == "check"
    assert set(names) == {command[0] for command in _commands(main)}


def test_options_of_check_stand_under_headings(run: Run) -> None:
    shown = run("check", "--help").stdout
    assert _HEADING.findall(shown)[:5] == [
        "Which findings",
        "How they are shown",
        "Fixing",
        "What kind of draft",
        "Configuration",
    ]
    before, _, _after = shown.partition("Fixing:")
    assert before.index("--select") < before.index("--ignore") < before.index("--output-format")


@pytest.mark.parametrize("command", _commands(main), ids=" ".join)
def test_every_option_of_a_command_is_in_its_help(command: tuple[str, ...], run: Run) -> None:
    shown = run(*command, "--help").stdout
    found: click.Command | None = main
    for name in command:
        assert isinstance(found, click.Group)
        found = found.get_command(click.Context(found), name)
    assert found is not None
    options = [each for each in found.params if isinstance(each, click.Option)]
    names = {each.opts[-1].removeprefix("--") for each in options if not each.hidden}
    assert names <= set(_OPTION.findall(shown))
    _, _, others = shown.partition("\nOther:\n")
    assert set(_OPTION.findall(others)) == {"help"}


def test_a_family_is_explained_by_its_rules(run: Run) -> None:
    shown = run("explain", "dates").stdout
    assert "impossible-date  error\n" in shown
    assert "dangling-reference" not in shown


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        (["chekc"], "check"),
        (["config", "shwo"], "show"),
        (["rules", "tst"], "test"),
        (["check", "--selct", "dates"], "--select"),
        (["check", "--select", "daets", "-"], "dates"),
        (["check", "--ignore", "dangling-refrence", "-"], "dangling-reference"),
        (["check", "--profile", "sanctons"], "sanctions"),
        (["check", "--stage", "finale"], "final"),
        (["check", "--fail-on", "warnings"], "warning"),
        (["check", "--output-format", "jsn"], "json"),
        (["check", "--output", "serif=a.sarif"], "sarif"),
        (["tables", "--only", "datse"], "dates"),
        (["explain", "daets"], "dates"),
        (["completion", "bsh"], "bash"),
    ],
    ids=" ".join,
)
def test_a_mistyped_name_is_answered_with_the_one_meant(
    mistyped: list[str], meant: str, run: Run
) -> None:
    result = run(*mistyped, text="The Security Council,\n")
    assert result.exit_code == 2
    assert re.search(rf"(?i)did you mean ['\"]?(?:security-council/)?{meant}\b", result.stderr)
