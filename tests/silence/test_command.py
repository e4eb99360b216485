"""Silenced findings on the command line."""

import json
from pathlib import Path

import click.testing
import pytest

from checker.cli import main

TEXT = (
    "<!-- mandatelint: allow undefined-acronym: introduced in the annex -->\n"
    "1. Urges UNSMTA to report.\n"
)


def run(*args: str) -> click.testing.Result:
    return click.testing.CliRunner().invoke(main, args)


@pytest.fixture(autouse=True)
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(TEXT, "utf-8")


def check(*args: str) -> click.testing.Result:
    return run("check", "--select", "undefined-acronym,silences", "--fail-on", "info", *args)


def test_what_is_silenced_is_counted_and_does_not_fail() -> None:
    result = check("a.md")
    assert result.exit_code == 0
    assert result.stdout.endswith("1 file: no further findings; 1 silenced\n")


def test_json_counts_what_is_silenced() -> None:
    report = json.loads(check("--output-format", "json").stdout)
    assert (report["summary"]["suppressed"], report["files"][0]["suppressed"]) == (1, 1)


def test_no_silence_shows_everything() -> None:
    result = check("--no-silence", "a.md")
    assert result.exit_code == 1
    assert "undefined-acronym" in result.stdout
    assert "silenced" not in result.stdout


def test_a_silence_at_fault_is_shown_with_its_line() -> None:
    Path("a.md").write_text(TEXT.replace("UNSMTA", "the Mission"), "utf-8")
    assert check("a.md").stdout.startswith(
        "OP 1  warning[unused-silence]  undefined-acronym is allowed in OP 1, but there is nothing "
        "there to allow\n   |\n"
        "   | <!-- mandatelint: allow undefined-acronym: introduced in the annex -->\n"
        "   |                         ^^^^^^^^^^^^^^^^^\n   = a.md:1:25\n"
    )
