"""No draft leaves the machine: nothing imports, and nothing uses, a way to the network."""

import ast
import os
import subprocess
import sys
from pathlib import Path

_WAYS = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp"}

# An audit hook sees every socket, whichever library makes it.
_WATCHED = """
import sys

def watch(event, arguments):
    if event.startswith("socket.") or event == "urllib.Request":
        raise SystemExit(f"the network was used: {event}")

sys.addaudithook(watch)
from checker.cli import main
main()
"""


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


def test_no_module_imports_a_way_to_the_network(project: Path) -> None:
    for path in (project / "checker").rglob("*.py"):
        tops = {name.partition(".")[0] for name in _imported(path)}
        # Addresses of files are put together without a network.
        if _imported(path) & {"urllib.parse"} and not _imported(path) & {"urllib.request"}:
            tops -= {"urllib"}
        assert tops & _WAYS == set(), path


def _run(script: str, *arguments: str, project: Path, kept: Path) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", script, *arguments],
        cwd=project,
        env={**os.environ, "MANDATELINT_CACHE_DIR": str(kept)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_check_opens_no_socket(project: Path, tmp_path: Path) -> None:
    status, shown = _run(_WATCHED, "check", "examples/", project=project, kept=tmp_path)
    assert status == 1, shown
    assert "the network was used" not in shown
    assert "dangling-reference" in shown


def test_a_socket_would_be_noticed(project: Path, tmp_path: Path) -> None:
    script = _WATCHED.replace("from checker.cli import main\nmain()", "import socket\n")
    _, shown = _run(f"{script}socket.socket()\n", project=project, kept=tmp_path)
    assert "the network was used: socket." in shown
