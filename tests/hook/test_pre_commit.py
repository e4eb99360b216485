"""The hook, run by the real pre-commit at a real commit."""

from pathlib import Path

import pytest

from tests.hook.conftest import Git

_CLEAN = """The Security Council,

Recalling its resolution 3001 (2025) on Talvania,

1. Decides to extend the mandate of the mission until 30 June 2027;

2. Decides to remain seized of the matter.
"""
_FAULTY = _CLEAN.replace("until 30 June 2027", "as set out in paragraph 9 below")


@pytest.fixture(autouse=True)
def _readme(drafts: Path, git: Git) -> None:
    (drafts / "README.md").write_text("# Our drafts\n\nWritten in Markdown.\n", "utf-8")
    git("add", "-A")


def _log(git: Git) -> list[str]:
    return git("log", "--format=%s").stdout.split("\n")[:-1]


def test_a_faulty_draft_blocks_the_commit(drafts: Path, git: Git) -> None:
    (drafts / "faulty.md").write_text(_FAULTY, "utf-8")
    git("add", "faulty.md")
    committed = git("commit", "-m", "A draft")
    assert committed.returncode == 1
    assert "OP 1  error[dangling-reference]  paragraph 9 does not exist" in committed.stderr
    assert _log(git) == []


def test_a_clean_draft_passes_and_other_markdown_is_no_fault(drafts: Path, git: Git) -> None:
    (drafts / "clean.md").write_text(_CLEAN, "utf-8")
    git("add", "clean.md")
    committed = git("commit", "-m", "A draft")
    assert committed.returncode == 0, committed.stderr
    assert "mandatelint" in committed.stderr
    assert "Passed" in committed.stderr
    assert _log(git) == ["A draft"]


def test_only_what_is_staged_is_read(drafts: Path, git: Git) -> None:
    (drafts / "clean.md").write_text(_CLEAN, "utf-8")
    git("add", "clean.md")
    (drafts / "clean.md").write_text(_FAULTY, "utf-8")
    (drafts / "faulty.md").write_text(_FAULTY, "utf-8")
    committed = git("commit", "-m", "A draft")
    assert committed.returncode == 0, committed.stderr
    assert (drafts / "clean.md").read_text("utf-8") == _FAULTY
