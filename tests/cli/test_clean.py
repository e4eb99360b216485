"""``mandatelint clean`` removes what is kept, and only that."""

import os
import subprocess
import sys
from pathlib import Path


def _run(project: Path, folder: Path, *arguments: str) -> str:
    run = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", "from checker.cli import main; main()", *arguments],
        cwd=project,
        env={**os.environ, "MANDATELINT_CACHE_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not run.stderr
    return run.stdout


def test_what_is_kept_can_be_removed(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    _run(project, folder, "check", "--isolated", "examples/clean/renewal.md")
    assert list(folder.glob("*.kept"))
    (folder / "notes.txt").write_text("mine", "utf-8")
    assert _run(project, folder, "clean").endswith(" removed\n")
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    assert _run(project, folder, "clean") == f"{folder}: nothing was kept\n"
