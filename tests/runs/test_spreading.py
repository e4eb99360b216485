"""Many drafts are checked at once, in order, and what fails on one costs no other."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from checker import check_files
from checker.cache import store
from checker.cache.store import FOLDER_VARIABLE, Store
from checker.config import Settings
from checker.findings import FileError, FileResult
from checker.rulebook import load_rulebook
from checker.runs import processes, spreading
from checker.runs.job import Job
from checker.runs.outcome import Crash, Outcome
from checker.runs.processes import Processes
from checker.runs.spreading import Task, spread

Drafts = Callable[[int], list[Path]]
P = ParamSpec("P")
T = TypeVar("T")


class Deadly(Job):
    """A job that ends its process at one draft."""

    def check_path(self, path: str) -> Outcome:
        if path.endswith("0007.md"):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().check_path(path)


def _paths(outcomes: Iterator[object]) -> list[str]:
    return [Path(each.path).name for each in outcomes]  # type: ignore[attr-defined]


def _expected(count: int) -> list[str]:
    return [f"{number:04}.md" for number in range(count)]


def test_what_is_missing_has_its_place_among_the_others(drafts: Drafts, tmp_path: Path) -> None:
    first, last = drafts(2)
    results = list(check_files([first, tmp_path / "missing.md", last]))
    assert [type(each) for each in results] == [FileResult, FileError, FileResult]
    assert "no such file" in results[1].message  # type: ignore[union-attr]


def test_any_executor_gives_the_same_in_the_same_order(drafts: Drafts) -> None:
    paths = drafts(40)
    alone = list(check_files(paths))
    with ThreadPoolExecutor(3) as executor:
        assert list(check_files(paths, executor=executor, in_flight=2)) == alone
    assert _paths(iter(alone)) == _expected(40)


def test_only_so_many_chunks_are_under_way(drafts: Drafts) -> None:
    taken = 0

    def paths() -> Iterator[Path]:
        nonlocal taken
        for path in drafts(160):
            taken += 1
            yield path

    with ThreadPoolExecutor(1) as executor:
        results = check_files(paths(), executor=executor, in_flight=2)
        next(results)
        assert taken <= 3 * spreading.CHUNK + 1
        assert len(list(results)) == 159


class Losing(ThreadPoolExecutor):
    """An executor that loses a worker at its second chunk, and then has another."""

    asked = 0

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        self.asked += 1
        if self.asked != 2:
            return super().submit(fn, *args, **kwargs)
        future: Future[T] = Future()
        future.set_exception(RuntimeError("a worker is gone"))
        return future


def test_a_lost_chunk_is_checked_again(drafts: Drafts) -> None:
    paths = drafts(40)
    with Losing(1) as executor:
        assert list(check_files(paths, executor=executor)) == list(check_files(paths))


def test_processes_give_the_same_in_the_same_order(drafts: Drafts) -> None:
    paths = drafts(40)
    job = Job(load_rulebook(), Settings())
    with Processes(2, 40) as workers:
        results = list(spread([Task(str(path), job) for path in paths], workers))
    assert results == list(check_files(paths))


def test_a_fresh_process_keeps_nothing_where_the_first_one_does_not(
    drafts: Drafts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_context", lambda: multiprocessing.get_context("spawn"))
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    monkeypatch.setattr(store, "_in_use", Store(None))
    job = Job(load_rulebook(), Settings())
    with Processes(1, 2) as workers:
        results = list(spread([Task(str(path), job) for path in drafts(2)], workers))
    assert all(isinstance(each, FileResult) for each in results)
    assert not (tmp_path / "kept").exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal on this system")
def test_a_draft_that_ends_its_process_costs_no_other(drafts: Drafts) -> None:
    job = Deadly(load_rulebook(), Settings())
    with Processes(2, 40) as workers:
        results = list(spread([Task(str(path), job) for path in drafts(40)], workers))
    assert _paths(iter(results)) == _expected(40)
    lost = [each for each in results if not isinstance(each, FileResult)]
    [crash] = lost
    assert isinstance(crash, Crash)
    assert crash.what == f"{crash.path} could not be checked"
    assert crash.reason == "its process ended"


def _program(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from checker.cli import main; main()", *arguments]


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_the_number_of_processes_changes_no_byte(drafts: Drafts, jobs: str, project: Path) -> None:
    folder = drafts(30)[0].parent
    command = _program("check", "--isolated", "--no-cache", "--jobs", jobs, str(folder))
    run = subprocess.run(command, capture_output=True, cwd=project, check=False)  # noqa: S603 -- ours
    plain = subprocess.run(  # noqa: S603 -- ours
        _program("check", "--isolated", "--no-cache", str(folder)),
        capture_output=True,
        cwd=project,
        check=False,
    )
    assert run.returncode == plain.returncode == 1
    assert run.stdout == plain.stdout
    assert run.stderr == plain.stderr == b""
