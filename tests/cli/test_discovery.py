"""Which files of a folder are drafts."""

import inspect
import sys
from pathlib import Path

import pytest

from checker.discovery import find_drafts


def _tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1. Decides\n", "utf-8")


def _names(root: Path, *paths: Path) -> list[str]:
    found = find_drafts(map(str, paths or [root]))
    return [Path(path).relative_to(root).as_posix() for path in found.files]


def test_texts_are_found_sorted_and_hidden_ones_skipped(tmp_path: Path) -> None:
    _tree(tmp_path, "b.txt", "a.MD", "c.markdown", "d.py", ".git/x.md", "z/e.md", ".f.md")
    assert _names(tmp_path) == ["a.MD", "b.txt", "c.markdown", "z/e.md"]


def test_each_file_is_taken_once(tmp_path: Path) -> None:
    _tree(tmp_path, "a.md", "b.md")
    assert _names(tmp_path, tmp_path / "b.md", tmp_path, tmp_path / "a.md") == ["b.md", "a.md"]


def test_inner_gitignore_files_overrule_outer_ones(tmp_path: Path) -> None:
    _tree(tmp_path, "a.md", "old/b.md", "notes/c.md", "notes/d.md", "keep/old/e.md")
    (tmp_path / ".gitignore").write_text("/old/\n*c.md\nd.md\n", "utf-8")
    (tmp_path / "notes" / ".gitignore").write_text("!d.md\n", "utf-8")
    assert _names(tmp_path) == ["a.md", "keep/old/e.md", "notes/d.md"]


@pytest.mark.parametrize("line", ["!", "[z-a]", "\\"])
def test_a_line_of_gitignore_that_is_no_pattern_is_passed_over(tmp_path: Path, line: str) -> None:
    _tree(tmp_path, "a.md", "b.md", "old/c.md", "old/d.md")
    (tmp_path / ".gitignore").write_text(f"b.md\n{line}\nold/*\n!old/d.md\n", "utf-8")
    assert _names(tmp_path) == ["a.md", "old/d.md"]


def test_gitignore_holds_from_the_root_of_the_repository(tmp_path: Path) -> None:
    _tree(tmp_path, "repository/drafts/a.md", "repository/drafts/b.md")
    (tmp_path / "repository" / ".git").mkdir()
    (tmp_path / "repository" / ".gitignore").write_text("drafts/b.md\n", "utf-8")
    (tmp_path / ".gitignore").write_text("*.md\n", "utf-8")
    drafts = tmp_path / "repository" / "drafts"
    assert _names(drafts) == ["a.md"]


def test_what_is_named_is_taken_although_ignored(tmp_path: Path) -> None:
    _tree(tmp_path, "a.md", "build/b.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("a.md\nbuild/\n", "utf-8")
    assert _names(tmp_path, tmp_path / "a.md", tmp_path / "build") == ["a.md", "build/b.md"]


def test_links_in_a_circle_do_no_harm(tmp_path: Path) -> None:
    _tree(tmp_path, "a.md")
    try:
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
        (tmp_path / "c.md").symlink_to(tmp_path / "c.md")
    except OSError:
        pytest.skip("no symbolic links here")
    assert _names(tmp_path) == ["a.md"]


def test_folders_in_folders_may_be_deeper_than_recursion(tmp_path: Path) -> None:
    _tree(tmp_path, "a.md", f"{'b/' * 300}a.md", "b/a.md", "b/c.md", "c.md")
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 200)
    try:
        names = _names(tmp_path)
    finally:
        sys.setrecursionlimit(before)
    assert names == ["a.md", "b/a.md", f"{'b/' * 300}a.md", "b/c.md", "c.md"]
