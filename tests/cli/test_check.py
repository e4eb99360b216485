"""Running ``mandatelint check``: exit statuses, streams, options."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.rulebook.wording import fill
from tests.cli.conftest import Run

POSTURE = "The Security Council,\n\n1. Decides on a posture;\n"
VIBE = "The Security Council,\n\n1. Decides on a vibe;\n"
CLEAN = "The Security Council,\n\n1. Decides to patrol.\n"


def _write(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.md").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, [], 0),
        (POSTURE, [], 1),
        (VIBE, [], 0),
        (VIBE, ["--fail-on", "warning"], 1),
        (VIBE, ["--fail-on", "info"], 1),
        (POSTURE, ["--ignore", "vague-vibe,vague-posture"], 0),
        (POSTURE, ["--ignore", "vague-vibe", "--ignore", "vague-posture"], 0),
    ],
)
def test_the_exit_status_follows_the_failing_level(
    check: Run, text: str, options: list[str], status: int
) -> None:
    _write(a=text)
    assert check("a.md", *options).exit_code == status


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--select", "vague-postur"], 'did you mean "vague-posture"?'),
        (["--ignore", ","], "a name of a rule or family is missing"),
        (["--profile", "mandat"], 'did you mean "security-council/mandate"?'),
        (["--date", "18 June 2026"], "write it like 2026-06-18"),
        (["--stage", "finale"], "final"),
        (["--pedantik"], "--pedantic"),
        (["--stdin-filename", "a.md"], "add - as the path"),
        (["--rules", "nowhere"], "nowhere"),
        (["--no-baseline", "--baseline", "nowhere.json"], "give one of them"),
        (["--jobs", "2", "--scheduler", "tcp://x"], "give one of them"),
        (["-", "--timing"], "standard input is read only once"),
    ],
)
def test_misuse_is_answered_with_help(check: Run, options: list[str], sentence: str) -> None:
    _write(a=POSTURE)
    result = check("a.md", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in " ".join(result.stderr.split())


def test_a_broken_rule_page_is_named_with_its_line(check: Run, house: Path) -> None:
    _write(a=POSTURE)
    broken = house / "office" / "vague-vibe.md"
    broken.write_text(broken.read_text("utf-8").replace("severity =", "severty ="), "utf-8")
    result = check("a.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "vague-vibe.md:2: " in result.stderr
    assert "severity" in result.stderr


def test_without_a_path_the_current_folder_is_checked(check: Run) -> None:
    _write(a=POSTURE, b=CLEAN)
    result = check("--output-format", "concise")
    assert result.stdout == (
        'a.md:3:17: OP 1: error[vague-posture] "posture" has no settled meaning\n'
        "2 files: 1 error, 0 warnings, 0 infos\n"
    )


def test_standard_input_has_the_name_it_is_given(check: Run) -> None:
    options = ("-", "--stdin-filename", "drafts/a.md", "--output-format", "concise")
    assert check(*options, text=POSTURE).stdout.startswith("drafts/a.md:3:17: ")
    assert check("-", "--output-format", "concise", text=POSTURE).stdout.startswith("-:3:17: ")


def test_an_argument_that_is_a_draft_is_understood(run: Run) -> None:
    _write(a=CLEAN)
    result = run("a.md")
    assert result.exit_code == 2
    assert 'did you mean "mandatelint check a.md"?' in result.stderr


def test_a_crash_is_one_sentence_and_the_other_files_are_checked(
    check: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(a=VIBE, b=POSTURE)

    def fails(template: str, values: dict[str, object]) -> str:
        if values.get("phrase") == "vibe":
            message = "no such thing"
            raise RuntimeError(message)
        return fill(template, values)

    monkeypatch.setattr("checker.rulebook.applying.fill", fails)
    result = check("a.md", "b.md")
    assert result.exit_code == 70
    assert result.stderr.count("\n") == 1
    assert 'the rule "vague-vibe" failed on a.md (RuntimeError: no such thing)' in result.stderr
    assert "please report it" in result.stderr
    assert "error[vague-posture]" in result.stdout


def test_an_interruption_has_its_own_status(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(a=CLEAN)

    def interrupts(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.engine.check_source", interrupts)
    assert check("a.md").exit_code == 130


def test_nothing_is_written(check: Run, house: Path) -> None:
    _write(a=POSTURE, README="# Notes\n")
    files = {path: path.read_bytes() for path in house.parent.rglob("*") if path.is_file()}
    check(".")
    check(".", "--output-format", "json")
    assert {path: path.read_bytes() for path in house.parent.rglob("*") if path.is_file()} == files


def test_two_runs_print_the_same(check: Run) -> None:
    _write(a=POSTURE, b=VIBE)
    assert check(".", "--output-format", "json").stdout == (
        check(".", "--output-format", "json").stdout
    )


def test_settings_reach_the_report(check: Run) -> None:
    _write(a=CLEAN)
    options = ("--profile", "mandate", "--stage", "negotiation", "--date", "2026-06-18")
    report = json.loads(check("a.md", *options, "--output-format", "json").stdout)
    (file,) = report["files"]
    assert (file["profile"], file["stage"], file["date"]) == (
        "security-council/mandate",
        "negotiation",
        "2026-06-18",
    )


@pytest.mark.parametrize(
    ("variable", "coloured"), [("FORCE_COLOR", True), ("NO_COLOR", False), ("LANG", False)]
)
def test_colour_is_asked_for(
    check: Run, monkeypatch: pytest.MonkeyPatch, variable: str, *, coloured: bool
) -> None:
    _write(a=POSTURE)
    monkeypatch.setenv(variable, "1")
    assert ("\x1b[" in check("a.md").stdout) is coloured


def test_no_colour_is_stronger_than_forced_colour(
    check: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(a=POSTURE)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in check("a.md").stdout


def test_a_closed_pipe_is_no_crash_and_keeps_the_exit_status(house: Path, tmp_path: Path) -> None:
    text = POSTURE + "".join(f"\n{number}. Requests a posture;\n" for number in range(2, 900))
    (tmp_path / "a.md").write_text(text, "utf-8")
    program = [sys.executable, "-c", "from checker.cli import main; main()"]
    arguments = ["check", "--rules", str(house), "--select", "vague-posture", "a.md", "a.md"]
    with subprocess.Popen(  # noqa: S603 -- our own program
        [*program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    ) as process:
        assert isinstance(process.stdout, io.BufferedReader)
        assert isinstance(process.stderr, io.BufferedReader)
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1
