"""The project as a repository of hooks, and a repository of drafts that uses it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., subprocess.CompletedProcess[str]]

_PACKED = ("checker", "grammar", "rules", ".pre-commit-hooks.yaml", "pyproject.toml", "README.md")
_NO_NETWORK = ("Could not find a version", "connection broken", "Temporary failure in name")


def _run(*command: str | Path, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 -- the tests' own commands
        command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=500
    )


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which git and pre-commit find nothing of the person who runs the tests."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "MANDATELINT_CACHE_DIR": str(home / "kept"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "drafter",
        "GIT_AUTHOR_EMAIL": "drafter@example.org",
        "GIT_COMMITTER_NAME": "drafter",
        "GIT_COMMITTER_EMAIL": "drafter@example.org",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }


@pytest.fixture(scope="session")
def hooks(
    project: Path, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """A repository with the project as it stands, and its commit."""
    copy = tmp_path_factory.mktemp("hooks")
    for name in (*_PACKED, "LICENSE"):
        if (project / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(project / name, copy / name, ignore=ignored)
        else:
            shutil.copy(project / name, copy / name)
    _run("git", "init", "-q", cwd=copy, env=environment)
    _run("git", "add", "-A", cwd=copy, env=environment)
    _run("git", "commit", "-qm", "The project as it stands", cwd=copy, env=environment)
    commit = _run("git", "rev-parse", "HEAD", cwd=copy, env=environment).stdout.strip()
    return copy, commit


@pytest.fixture
def git(tmp_path: Path, environment: dict[str, str]) -> Git:
    """Run git in a folder of drafts."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return _run("git", *arguments, cwd=tmp_path, env=environment)

    return run


@pytest.fixture
def drafts(tmp_path: Path, git: Git, hooks: tuple[Path, str], environment: dict[str, str]) -> Path:
    """A repository of drafts in which the hook is installed."""
    repository, commit = hooks
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {repository.as_uri()}\n  rev: {commit}\n  hooks:\n  - id: mandatelint\n",
        "utf-8",
    )
    git("init", "-q")
    program = Path(sys.executable).with_name("pre-commit")
    made = _run(program, "install", "--install-hooks", cwd=tmp_path, env=environment)
    if made.returncode and any(words in made.stdout + made.stderr for words in _NO_NETWORK):
        pytest.skip("the package index cannot be reached, so pre-commit cannot install the hook")
    assert made.returncode == 0, made.stdout + made.stderr
    return tmp_path
