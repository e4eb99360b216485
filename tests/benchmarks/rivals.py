"""What people would use instead, installed outside the project where that is possible."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Rival(NamedTuple):
    """Another linter: its name, and the command to which paths are added."""

    name: str
    command: tuple[str, ...]


def _did(*command: str | Path, cwd: Path) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 -- ordinary clients of package registries
            list(map(str, command)), cwd=cwd, capture_output=True, check=False, timeout=600
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def textlint(folder: Path) -> Rival | None:
    """Install textlint with its rule about unexpanded acronyms; None where that cannot be done."""
    folder.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm")
    (folder / "package.json").write_text("{}", "utf-8")
    rules = json.dumps({"rules": {"unexpanded-acronym": True}})
    (folder / ".textlintrc.json").write_text(rules, "utf-8")
    packages = ("textlint", "textlint-rule-unexpanded-acronym")
    if npm is None or not _did(npm, "install", "--silent", *packages, cwd=folder):
        return None
    program = folder / "node_modules" / ".bin" / "textlint"
    options = ("--config", str(folder / ".textlintrc.json"))
    roots = ("--rules-base-directory", str(folder / "node_modules"))
    return Rival("textlint, one rule, Markdown", (str(program), *options, *roots))


def proselint(folder: Path) -> Rival | None:
    """Install proselint into an environment of its own; None where that cannot be done."""
    folder.mkdir(parents=True, exist_ok=True)
    python = environment(folder / "venv")
    if python is None or not _did(python, "-m", "pip", "install", "-q", "proselint", cwd=folder):
        return None
    program = python.with_name("proselint")
    words = ("check",) if _did(program, "check", "--help", cwd=folder) else ()
    return Rival("proselint", (str(program), *words))


def environment(folder: Path) -> Path | None:
    """Make a virtual environment and return its interpreter."""
    if not _did(sys.executable, "-m", "venv", folder, cwd=folder.parent):
        return None
    return folder / "bin" / "python"


def installed_wheel(project: Path, folder: Path) -> Path:
    """Install the project as a wheel into a fresh environment and return its interpreter.

    Raises:
        RuntimeError: it cannot be built or installed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "source"
    ignored = shutil.ignore_patterns(".*", "build", "__pycache__", "*.egg-info", "tests")
    shutil.copytree(project, source, ignore=ignored)
    python = environment(folder / "venv")
    build = ("-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(source))
    if python is None or not _did(python, *build, cwd=folder):
        message = "the wheel cannot be built"
        raise RuntimeError(message)
    [wheel] = folder.glob("*.whl")
    if not _did(python, "-m", "pip", "install", "-q", wheel, cwd=folder):
        message = "the wheel cannot be installed"
        raise RuntimeError(message)
    _did(python, "-m", "compileall", "-q", folder / "venv", cwd=folder)
    return python
