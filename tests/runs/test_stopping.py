"""However a run is stopped, all of its processes end, and soon."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

Drafts = Callable[[int], list[Path]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are stopped otherwise")

_SOON = 60
"""A generous limit in seconds for what would else take for ever."""

_PROGRAM = """
import multiprocessing, os, signal
from multiprocessing.connection import Connection
from checker.cli import main
from checker.runs import processes

def interrupt():
    os.killpg(0, signal.SIGINT)

{before}
main()
"""

_STARTS = ["fork", "spawn"]
_START = "processes._context = lambda: multiprocessing.get_context({start!r})"

_FORKING = """
os.register_at_fork(after_in_parent=interrupt)
"""

_WRITING = """
send = Connection._send

def interrupted(self, data, write=os.write):
    if multiprocessing.parent_process():
        sent = os.write(self.fileno(), data[:3])
        interrupt()
        data = data[sent:]
    send(self, data)

Connection._send = interrupted
"""


@contextmanager
def _run(folder: Path, project: Path, before: str) -> Iterator[subprocess.Popen[str]]:
    """Run the program on a folder in two processes, and leave none of them behind."""
    arguments = ["check", "--isolated", "--no-cache", "--output-format", "concise", "--jobs", "2"]
    with subprocess.Popen(  # noqa: S603 -- ours
        [sys.executable, "-c", _PROGRAM.format(before=before), *arguments, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=project,
        text=True,
        start_new_session=True,
    ) as run:
        try:
            yield run
        finally:
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)


def _wait_for_workers(run: subprocess.Popen[str]) -> None:
    """Wait for the first result of another process: that of the second draft."""
    assert run.stdout is not None
    assert any("0001.md" in line for line in run.stdout)


def _assert_interrupted(run: subprocess.Popen[str]) -> None:
    _, complaint = run.communicate(timeout=_SOON)
    assert complaint.strip() == "mandatelint: interrupted"
    assert run.returncode == 130


@pytest.mark.parametrize("start", _STARTS)
def test_an_interruption_is_one_sentence(drafts: Drafts, project: Path, start: str) -> None:
    with _run(drafts(600)[0].parent, project, _START.format(start=start)) as run:
        _wait_for_workers(run)
        os.killpg(run.pid, signal.SIGINT)
        _assert_interrupted(run)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
@pytest.mark.parametrize("moment", [_FORKING, _WRITING], ids=["forking", "writing"])
def test_an_interruption_comes_at_no_wrong_moment(
    drafts: Drafts, project: Path, moment: str
) -> None:
    with _run(drafts(100)[0].parent, project, moment) as run:
        _assert_interrupted(run)


@pytest.mark.parametrize("start", _STARTS)
@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left_when_the_first_one_is_killed(
    drafts: Drafts, project: Path, kind: signal.Signals, start: str
) -> None:
    with _run(drafts(600)[0].parent, project, _START.format(start=start)) as run:
        _wait_for_workers(run)
        run.send_signal(kind)
        # Standard output ends with the last process that has it.
        run.communicate(timeout=_SOON)
    assert run.returncode == -kind
