"""``check --watch`` checks again on save, and ends when it is told to."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run

_CLEAN = "The Security Council,\n\n1. Decides to remain seized of the matter.\n"
_FAULTY = _CLEAN.replace("to remain", "under paragraph 9 below to remain")
_SECONDS = 60


class Watched:
    """A run of the program that watches a folder."""

    def __init__(self, folder: Path, *options: str) -> None:
        program = Path(sys.executable).with_name("mandatelint")
        select = ("--select", "dangling-reference", "--output-format", "concise")
        self.process = subprocess.Popen(  # noqa: S603 -- our own program
            [program, "check", "--watch", *select, *options, "."],
            cwd=folder,
            env={**os.environ, "MANDATELINT_CACHE_DIR": str(folder.parent / "kept")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def round(self) -> str:
        """What is printed until it watches again."""
        shown = ""
        while "watching for changes" not in shown:
            shown += self.line(_SECONDS)
        return shown

    def line(self, seconds: float) -> str:
        """The next line that is printed; queue.Empty where none is in so many seconds."""
        return self._lines.get(timeout=seconds)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "a.md").write_text(_CLEAN, "utf-8")
    return folder


@pytest.fixture
def watched(drafts: Path) -> Iterator[Watched]:
    pytest.importorskip("watchfiles")
    run = Watched(drafts, "--output", "markdown=comment.md")
    try:
        yield run
    finally:
        run.end()


def test_a_draft_is_checked_again_when_it_is_saved(drafts: Path, watched: Watched) -> None:
    assert "no findings" in watched.round()
    (drafts / "a.md").write_text(_FAULTY, "utf-8")
    assert "a.md:3" in watched.round()


def test_new_drafts_and_configurations_are_noticed(drafts: Path, watched: Watched) -> None:
    watched.round()
    (drafts / "new").mkdir()
    (drafts / "new" / "b.md").write_text(_FAULTY, "utf-8")
    shown = watched.round()
    while "b.md" not in shown:
        shown = watched.round()
    (drafts / "mandatelint.toml").write_text('exclude = ["new/"]\n', "utf-8")
    while "b.md" in shown:
        shown = watched.round()


def test_a_report_in_the_folder_is_no_draft_and_no_change(drafts: Path, watched: Watched) -> None:
    watched.round()
    (drafts / "a.md").write_text(_FAULTY, "utf-8")
    shown = watched.round()
    assert "comment.md" not in shown
    assert "1 file: 1 error" in shown
    with pytest.raises(queue.Empty):
        watched.line(seconds=3)


@pytest.mark.parametrize(
    ("changed", "options"),
    [
        ("office.toml", ["--config", "../office/office.toml"]),
        ("known.json", ["--baseline", "../office/known.json"]),
        ("known.json", ["--config", "../office/office.toml"]),
    ],
    ids=["configuration", "baseline", "baseline of the configuration"],
)
def test_the_files_that_it_was_told_to_use_are_watched_too(
    drafts: Path, changed: str, options: list[str]
) -> None:
    pytest.importorskip("watchfiles")
    (drafts / "a.md").write_text(_FAULTY, "utf-8")
    office = drafts.parent / "office"
    office.mkdir()
    empty = '{"version": 1, "drafts": {}}\n'
    (office / "office.toml").write_text('baseline = "known.json"\n', "utf-8")
    (office / "known.json").write_text(empty, "utf-8")
    run = Watched(drafts, *options)
    try:
        assert "1 file: 1 error" in run.round()
        new = {"office.toml": "ignore = ['dates']\n", "known.json": empty.replace("{}", "{ }")}
        (office / changed).write_text(new[changed], "utf-8")
        assert "1 file: 1 error" in run.round()
    finally:
        run.end()


def test_an_interruption_ends_it(watched: Watched) -> None:
    watched.round()
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(_SECONDS) == 130


def test_standard_input_cannot_be_watched(run: Run) -> None:
    result = run("check", "--watch", "-", text=_CLEAN)
    assert result.exit_code == 2
    assert "standard input is read only once" in result.stderr


def test_a_missing_library_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = run("check", "--watch", ".")
    assert result.exit_code == 2
    assert 'install it with pip install "mandatelint[watch]"' in result.stderr
