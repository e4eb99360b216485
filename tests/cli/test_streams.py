"""Where a stream is closed, or its disk is full, the exit status stays true."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk always full"),
    pytest.mark.skipif(shutil.which("sh") is None, reason="no shell to close streams"),
]
FAULTY = "The Security Council,\n\n1. Recalls paragraph 9 below;\n\n2. Decides to patrol.\n"
FULL = "mandatelint: standard output could not be written: the disk is full\n"
CLOSED = "mandatelint: standard output could not be written: it is closed\n"


def _ended(line: str, folder: Path) -> tuple[int, str]:
    """Return the exit status of a command line in a shell, and what stands on standard error."""
    (folder / "a.md").write_text(FAULTY, "utf-8")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ended = subprocess.run(  # noqa: S603 -- our own words
        ["sh", "-c", f"mandatelint {line}"],  # noqa: S607 -- the shell of this machine
        cwd=folder,
        env={**os.environ, "PATH": programs},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stderr


@pytest.mark.parametrize("aside", ["2>/dev/full", "2>&-"])
@pytest.mark.parametrize(
    ("line", "status"), [("check a.md", 1), ("check nowhere.md", 2), ("chekc", 2), ("check --x", 2)]
)
def test_what_cannot_be_said_aside_changes_no_exit_status(
    line: str, status: int, aside: str, tmp_path: Path
) -> None:
    assert _ended(f"{line} {aside}", tmp_path) == (status, "")


@pytest.mark.parametrize(
    "line", ["--help", "--version", "check --help", "config show --help", "check a.md", "rules"]
)
def test_what_cannot_be_printed_is_one_sentence(line: str, tmp_path: Path) -> None:
    assert _ended(f"{line} >/dev/full", tmp_path) == (2, FULL)
    assert _ended(f"{line} >&-", tmp_path) == (2, CLOSED)


@pytest.mark.parametrize("line", ["--help", "--version", "check --help"])
def test_help_that_nobody_reads_to_the_end_is_no_mistake(line: str, tmp_path: Path) -> None:
    # The pipe is closed before anything is written to it.
    piped = f"--version >kept; {{ sleep 0.5; mandatelint {line}; echo $? >status; }} | true"
    assert _ended(piped, tmp_path) == (0, "")
    assert (tmp_path / "status").read_text("utf-8") == "0\n"


def test_standard_input_that_is_closed_is_told(tmp_path: Path) -> None:
    assert _ended("check - <&-", tmp_path) == (2, "mandatelint: -: standard input is closed\n")


def test_standard_input_that_is_closed_and_left_out_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "mandatelint.toml").write_text('exclude = ["x.md"]\n', "utf-8")
    options = "check --fix --force-exclude --stdin-filename x.md"
    assert _ended(f"{options} - <&-", tmp_path) == (0, "0 files: nothing was checked\n")
