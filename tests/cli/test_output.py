"""Reports in files, several at once; sums per rule."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.report.formats import FORMATS
from tests.cli.conftest import Run

POSTURE = "The Security Council,\n\n1. Decides on a posture;\n"
CLEAN = "The Security Council,\n\n1. Decides to patrol.\n"


@pytest.fixture(autouse=True)
def drafts(run: Run) -> None:
    """A faulty draft and a clean one in the current folder."""
    del run
    Path("a.md").write_text(POSTURE, "utf-8")
    Path("b.md").write_text(CLEAN, "utf-8")


def _files() -> set[str]:
    return {path.name for path in Path().iterdir()}


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_what_standard_output_would(check: Run, name: str) -> None:
    Path("out").mkdir()
    shown = check("a.md", "b.md", "nowhere.md", "--output-format", name)
    written = check("a.md", "b.md", "nowhere.md", "--output", f"{name}=out/report")
    assert shown.exit_code == written.exit_code == 2
    assert Path("out/report").read_text("utf-8").splitlines() == shown.stdout.splitlines()
    assert [path.name for path in Path("out").iterdir()] == ["report"]


def test_several_reports_are_written_at_once(check: Run) -> None:
    result = check(
        "a.md", "--output", "sarif=a.sarif", "--output", "junit=a.xml", "--output-format", "concise"
    )
    assert result.exit_code == 1
    assert result.stdout.startswith("a.md:3:17: ")
    assert json.loads(Path("a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert Path("a.xml").read_text("utf-8").startswith("<?xml")


def test_a_report_in_a_file_has_no_colour(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in check("a.md", "--output", "full=a.txt").stdout
    assert "\x1b" not in Path("a.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--output-format", "sarfi"], 'there is no format "sarfi": did you mean "sarif"?'),
        (["--output", "jnuit=a.xml"], 'there is no format "jnuit": did you mean "junit"?'),
        (["--output", "pdf=a.pdf"], "there are full, concise, json"),
        (["--output", "a.sarif"], "write FORMAT=FILE, such as sarif=report.sarif"),
        (["--output", "json="], "write FORMAT=FILE"),
        (["--output", "json=-"], "chosen by --output-format json"),
        (["--output", "markdown=a.md"], '"a.md" is one of the drafts'),
        (["--output", "json=x", "--output", "sarif=./x"], '"x" is named twice'),
        (["--output", "json=none/x"], "none/x: not written: there is no such folder"),
        (["--output", "json=folder"], "folder: not written: it is a folder"),
        (["--output", "json=x", "--output", "sarif=none/y"], "none/y: not written: there is"),
        (["--statistics", "--output-format", "sarif"], "--statistics is not for sarif: choose"),
    ],
)
def test_misuse_is_answered_before_anything_is_read_or_written(
    check: Run, options: list[str], sentence: str
) -> None:
    Path("folder").mkdir()
    before = _files()
    result = check("a.md", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in " ".join(result.stderr.split())
    assert _files() == before
    assert Path("a.md").read_text("utf-8") == POSTURE


def test_a_report_in_a_folder_of_drafts_is_none_of_them(check: Run) -> None:
    options = ("--output", "markdown=comment.md", "--output-format", "concise", ".")
    first = check(*options)
    report = Path("comment.md").read_text("utf-8")
    again = check(*options)
    assert (first.exit_code, again.exit_code) == (1, 1)
    assert (again.stdout, Path("comment.md").read_text("utf-8")) == (first.stdout, report)
    assert "is one of the drafts" in check(*options, "comment.md").stderr


def test_a_folder_with_nothing_but_reports_has_no_drafts(check: Run) -> None:
    Path("out").mkdir()
    Path("out/comment.md").write_text("old\n", "utf-8")
    result = check("out", "--output", "markdown=out/comment.md")
    assert result.exit_code == 2
    assert "out: no drafts in this folder, only reports" in result.stderr


def _full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fails)


def test_on_a_full_disk_the_old_report_stays_whole(
    check: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("report.json").write_text("old", "utf-8")
    before = _files()
    _full_disk(monkeypatch)
    result = check("b.md", "a.md", "--output", "json=report.json")
    assert result.exit_code == 2
    assert "error[vague-posture]" in result.stdout
    assert result.stderr == (
        "mandatelint: report.json: not written, and left as it was: the disk is full\n"
    )
    assert (Path("report.json").read_text("utf-8"), _files()) == ("old", before)


def test_an_interruption_leaves_no_unfinished_report(
    check: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupts(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.engine.check_source", interrupts)
    before = _files()
    assert check("a.md", "--output", "json=report.json").exit_code == 130
    assert _files() == before


def test_an_old_report_keeps_its_permissions_and_its_link(check: Run) -> None:
    Path("kept.json").write_text("old", "utf-8")
    Path("kept.json").chmod(0o640)
    Path("link.json").symlink_to("kept.json")
    assert check("a.md", "--output", "json=link.json").exit_code == 1
    assert Path("link.json").is_symlink()
    assert json.loads(Path("kept.json").read_text("utf-8"))["version"] == 1
    assert Path("kept.json").stat().st_mode & 0o777 == 0o640


def test_a_new_report_is_readable_by_those_who_may_read_new_files(check: Run) -> None:
    Path("other").touch()
    check("a.md", "--output", "json=new.json")
    assert Path("new.json").stat().st_mode == Path("other").stat().st_mode


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="pipes have no names here")
def test_what_is_no_ordinary_file_is_written_to(check: Run) -> None:
    assert check("a.md", "--output", f"json={os.devnull}").exit_code == 1
    assert not Path(os.devnull).is_file()
    reading, writing = os.pipe()
    assert check("a.md", "--output", f"json-lines=/dev/fd/{writing}").exit_code == 1
    os.close(writing)
    with open(reading, "rb") as pipe:
        assert json.loads(pipe.read())["rule"] == "vague-posture"


def test_a_long_run_is_written_draft_by_draft(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    for number in range(40):
        Path(f"c{number}.md").write_text(POSTURE, "utf-8")

    def measured(_: object, text: str) -> None:
        sizes.append(len(text))

    monkeypatch.setattr("checker.cli.report_files.ReportFile._write", measured)
    check(".", "--output", "json=report.json")
    assert max(sizes) < sum(sizes) / 20


def test_sums_per_rule_take_the_place_of_the_findings(check: Run) -> None:
    Path("a.md").write_text(POSTURE + "\n2. Decides on a vibe and a posture;\n", "utf-8")
    result = check("a.md", "--statistics")
    assert result.exit_code == 1
    assert result.stdout == (
        "2  error    vague-posture  office\n"
        "1  warning  vague-vibe     office\n"
        "1 file: 2 errors, 1 warning, 0 infos\n"
    )
    report = json.loads(check("a.md", "--statistics", "--output-format", "json").stdout)
    assert [(rule["rule"], rule["count"]) for rule in report["statistics"]] == [
        ("vague-posture", 2),
        ("vague-vibe", 1),
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize(
    "command", [["check", "a.md"], ["check", "--diff", "c.md"], ["rules"], ["tables", "c.md"]]
)
def test_a_full_disk_under_standard_output_is_one_sentence(command: list[str]) -> None:
    Path("c.md").write_text(
        "The Security Council,\n\nRecalling its resolution 2391 (2017),\n\n"
        "1. Recalls paragraph 13 of resolution 2391.\n",
        "utf-8",
    )
    program = Path(sys.executable).with_name("mandatelint")
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(  # noqa: S603 -- our own program
            [program, *command], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr == ("mandatelint: standard output could not be written: the disk is full\n")
