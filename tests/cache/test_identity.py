"""The digest of the program changes with each of its files."""

import shutil
import subprocess
import sys
from pathlib import Path


def _digest(copy: Path) -> str:
    code = "from checker.cache.identity import program; print(program().hex())"
    run = subprocess.run(  # noqa: S603 -- our own code
        [sys.executable, "-c", code],
        cwd=copy,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return run.stdout


def test_a_changed_file_makes_another_program(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "checker", tmp_path / "checker")
    shutil.copytree(project / "grammar", tmp_path / "checker" / "grammar")
    shutil.copytree(project / "rules", tmp_path / "checker" / "rules")
    before = _digest(tmp_path)
    assert before == _digest(tmp_path)
    for name in ("source.py", "grammar/draft.lark", "rules/dates/past-deadline.md"):
        file = tmp_path / "checker" / name
        file.write_text(file.read_text("utf-8") + "\n", "utf-8")
        after = _digest(tmp_path)
        assert after != before
        before = after
