"""What the page about formats shows is what the program prints."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from checker.report.formats import FORMATS

_CONSOLE = re.compile(r"```console\n\$ ([^\n]+)\n(.*?)\n```", re.DOTALL)
_EXCERPT = re.compile(r"```json (\w+)\n(.*?)\n```", re.DOTALL)


def _page() -> str:
    return (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")


def _output(command: str, project: Path) -> str:
    program, *arguments = shlex.split(command)
    assert program == "mandatelint"
    return subprocess.run(  # noqa: S603 -- the page's own commands
        [Path(sys.executable).with_name(program), *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        env={"COLUMNS": "80"},
        check=False,
    ).stdout.rstrip("\n")


@pytest.mark.parametrize(("name", "excerpt"), _EXCERPT.findall(_page()))
def test_an_excerpt_is_part_of_the_report(name: str, excerpt: str, project: Path) -> None:
    command = f"mandatelint check --select past-deadline --output-format {name}"
    assert excerpt in _output(f"{command} examples/faulty/renewal.md", project)


def test_the_page_tells_of_every_format() -> None:
    page = _page()
    assert all(f"| `{name}` |" in page for name in FORMATS)
    assert len(_CONSOLE.findall(page)) >= 6
