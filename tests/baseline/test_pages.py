"""What the pages about silencing and the baseline show is what the program does."""

import re
import shutil
import tomllib
from pathlib import Path

from checker import check_text
from checker.rulebook import load_rulebook
from tests.baseline.conftest import Run

_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
_MARKDOWN = re.compile(r"```markdown\n(.*?)```", re.DOTALL)
_TOML = re.compile(r"```toml\n(.*?)```", re.DOTALL)


def test_the_commands_of_the_page_print_what_it_shows(run: Run, project: Path) -> None:
    shutil.copytree(project / "examples", "examples")
    page = (project / "docs" / "baseline.md").read_text("utf-8")
    [shown] = _CONSOLE.findall(page)
    for block in shown.split("$ mandatelint ")[1:]:
        command, _, output = block.partition("\n")
        assert run(*command.split()).stdout == output


def test_the_comments_of_the_page_are_understood(project: Path) -> None:
    page = (project / "docs" / "silencing.md").read_text("utf-8")
    for shown in _MARKDOWN.findall(page):
        result = check_text(f"{shown}\n5. Urges the Mission.\n", select=["silences"])
        assert len(result.silences) == 1
        assert result.findings == ()


def test_the_entry_of_the_page_names_a_rule(project: Path) -> None:
    [shown] = _TOML.findall((project / "docs" / "silencing.md").read_text("utf-8"))
    [entry] = tomllib.loads(shown)["silence"]
    assert load_rulebook().get(entry["rule"]) is not None
