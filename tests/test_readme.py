"""What the README shows is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

_SHOWN = re.compile(r"```console\n\$ ([^\n]+)\n(.*?)\n```", re.DOTALL)
_PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def shown() -> list[tuple[str, str]]:
    readme = Path(__file__).resolve().parents[1] / "README.md"
    return _SHOWN.findall(readme.read_text("utf-8"))


@pytest.mark.parametrize(("command", "output"), shown())
def test_a_command_prints_what_the_readme_shows(command: str, output: str, project: Path) -> None:
    program, *arguments = command.split()
    assert program == "mandatelint"
    run = subprocess.run(  # noqa: S603 -- the README's own commands
        [Path(sys.executable).with_name(program), *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        env={"COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert run.stdout.rstrip("\n") == output


def test_the_python_example_runs(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = _PYTHON.findall((project / "README.md").read_text("utf-8"))
    monkeypatch.chdir(project)
    exec(example.replace("drafts/renewal.md", "examples/faulty/renewal.md"))  # noqa: S102 -- ours
