"""One file runs where nothing is installed but Python."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_PACKED = ("checker", "grammar", "rules", ".ci")
_FILES = ("pyproject.toml", "README.md", "LICENSE")
_NO_NETWORK = ("Could not find a version", "connection broken", "Temporary failure in name")


@pytest.fixture(scope="module")
def one_file(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, packed from a copy of the project."""
    copy = tmp_path_factory.mktemp("copy")
    for folder in _PACKED:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(project / folder, copy / folder, ignore=ignored)
    for file in _FILES:
        shutil.copy(project / file, copy)
    target = tmp_path_factory.mktemp("packed") / "mandatelint.pyz"
    packed = subprocess.run(  # noqa: S603 -- our own script
        [sys.executable, copy / ".ci" / "one_file.py", target],
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    if packed.returncode and any(words in packed.stderr for words in _NO_NETWORK):
        pytest.skip("the package index cannot be reached, so nothing can be packed")
    assert packed.returncode == 0, packed.stderr
    return target


def test_it_checks_the_examples_with_a_bare_python(
    one_file: Path, project: Path, tmp_path: Path
) -> None:
    # Not the interpreter of the tests' environment, which has all packages, but the one behind it.
    bare = Path(sys.base_prefix, "bin", "python3")
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    run = subprocess.run(  # noqa: S603 -- our own file
        [bare, "-I", "-S", one_file, "check", "examples/clean"],
        cwd=project,
        env={**kept, "HOME": str(tmp_path), "SHIV_ROOT": str(tmp_path / "unpacked")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.endswith("2 files: no findings\n")
