"""The rules of the house hold: style, types, and one direction of imports."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "check"], id="ruff check"),
        pytest.param(["ruff", "format", "--check"], id="ruff format"),
        pytest.param(["mypy"], id="mypy"),
        pytest.param(["lint-imports"], id="lint-imports"),
    ],
)
def test_the_house_rules_hold(command: list[str], project: Path) -> None:
    tool = Path(sys.executable).with_name(command[0])
    run = subprocess.run(  # noqa: S603 -- the commands are the ones listed above
        [tool, *command[1:]], cwd=project, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
