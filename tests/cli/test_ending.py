"""A run ends at once, but not before all that waits for its end is done."""

import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

_PROGRAM = """
import atexit
from checker.cli.program import Ending

class Thing:
    def __del__(self):
        print("freed")

{before}
kept = Thing()
with Ending():
    atexit.register(print, "asked later")
    print("told")
    {end}
"""


def _end(
    project: Path, end: str, before: str = "", stdout: str | None = None
) -> tuple[int, list[str]]:
    """Run a program that ends in some way; return its exit status and what it wrote."""
    with open(stdout, "w") if stdout else nullcontext(subprocess.PIPE) as stream:
        run = subprocess.run(  # noqa: S603 -- our own program
            [sys.executable, "-c", _PROGRAM.format(before=before, end=end)],
            cwd=project,
            env={"PYTHONPATH": "."},
            stdout=stream,
            text=True,
            check=False,
        )
    return run.returncode, (run.stdout or "").splitlines()


def test_what_asked_for_it_is_called_and_nothing_is_freed(project: Path) -> None:
    assert _end(project, "raise SystemExit(3)") == (3, ["told", "asked later"])


def test_where_somebody_was_earlier_nothing_is_left_out(project: Path) -> None:
    before = 'atexit.register(print, "asked earlier")'
    status, told = _end(project, "raise SystemExit(3)", before)
    assert status == 3
    assert told == ["told", "asked later", "asked earlier", "freed"]


@pytest.mark.parametrize("end", ['raise SystemExit("why")', "1 / 0"])
def test_what_is_no_exit_status_is_left_to_the_interpreter(project: Path, end: str) -> None:
    assert _end(project, end) == (1, ["told", "asked later", "freed"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_what_cannot_be_written_at_the_end_has_its_status(project: Path) -> None:
    assert _end(project, "raise SystemExit(0)", stdout="/dev/full") == (120, [])
