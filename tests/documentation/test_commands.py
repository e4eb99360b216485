"""What the pages show is what the program prints."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.documentation.console import Command, Terminal, commands

_ROOT = Path(__file__).resolve().parents[2]
_PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
_SHELL_BLOCK = re.compile(r"(?ms)^( *)```sh\n(.*?)^\1```$")
_RULE_PAGE = re.compile(r"`([\w/.-]+)`:\n\n````markdown\n(.*?)^````$", re.DOTALL | re.MULTILINE)
_PAGES = ["README.md", *(f"docs/{page.name}" for page in sorted((_ROOT / "docs").glob("*.md")))]
_WITHOUT_COMMANDS = {
    "docs/configuration.md",
    "docs/hooks-and-jobs.md",
    "docs/promises.md",
    "docs/silencing.md",
    "docs/speed.md",
    "docs/trust.md",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples in it, and a terminal of 80 columns."""
    shutil.copytree(_ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "MANDATELINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", _PAGES)
def test_commands_print_what_the_page_shows(page: str) -> None:
    text = (_ROOT / page).read_text("utf-8")
    for name, rule in _RULE_PAGE.findall(text):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(rule, "utf-8")
    found = commands(text)
    terminal = Terminal()
    for command in found:
        real = terminal.run(command.line)
        if not command.prints(real):
            assert f"$ {command.line}\n{real}" == f"$ {command.line}\n{command.output}\n"


def test_most_pages_show_commands() -> None:
    silent = {page for page in _PAGES if not commands((_ROOT / page).read_text("utf-8"))}
    assert silent <= _WITHOUT_COMMANDS


def test_the_python_example_runs(folder: Path) -> None:
    (example,) = _PYTHON.findall((_ROOT / "README.md").read_text("utf-8"))
    shutil.copytree(folder / "examples" / "faulty", folder / "drafts")
    exec(example)  # noqa: S102 -- ours


@pytest.mark.parametrize("page", [*_PAGES, "CONTRIBUTING.md"])
def test_what_a_command_names_of_the_project_is_there(page: str) -> None:
    for _, block in _SHELL_BLOCK.findall((_ROOT / page).read_text("utf-8")):
        for word in shlex.split(block):
            module = word.replace(".", "/") if word.startswith("tests.") else None
            ours = word.endswith(".py") or (_ROOT / word.partition("/")[0]).is_dir()
            if module is not None:
                assert (_ROOT / f"{module}.py").is_file() or (_ROOT / module).is_dir(), word
            elif ours:
                assert (_ROOT / word).exists(), word


@pytest.mark.parametrize(
    ("output", "real", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a\n...\nb", "a\nx\ny\nb\n", True),
        ("a\n...", "a\nx\n", True),
        ("a", "a\nx\n", False),
        ("a ...", "a x\n", False),
        ("", "", True),
        ("", "x\n", False),
    ],
)
def test_three_dots_on_a_line_stand_for_any_lines(output: str, real: str, *, same: bool) -> None:
    assert Command("", output).prints(real) is same
