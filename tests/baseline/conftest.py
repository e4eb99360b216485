"""A folder of drafts and a way to run the program in it."""

from collections.abc import Callable
from pathlib import Path

import click.testing
import pytest

from checker.cli import main

Run = Callable[..., click.testing.Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in an empty folder, without colour."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "MANDATELINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def program(*args: str | Path, text: str | None = None) -> click.testing.Result:
        return click.testing.CliRunner().invoke(main, [str(each) for each in args], input=text)

    return program
