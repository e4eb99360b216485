"""The nearest configuration above a draft holds."""

from pathlib import Path

import pytest

from checker.config.files import Nearest, configuration_in

PROJECT = '[project]\nname = "drafts"\ndependencies = ["mandatelint"]\n'


def _write(folder: Path, **texts: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")


def test_in_a_folder_the_first_of_three_names_counts(tmp_path: Path) -> None:
    _write(tmp_path, pyproject="[tool.mandatelint]\n")
    assert configuration_in(str(tmp_path)) == str(tmp_path / "pyproject.toml")
    (tmp_path / ".mandatelint.toml").touch()
    assert configuration_in(str(tmp_path)) == str(tmp_path / ".mandatelint.toml")
    _write(tmp_path, mandatelint="")
    assert configuration_in(str(tmp_path)) == str(tmp_path / "mandatelint.toml")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("", False),
        (PROJECT, False),
        (PROJECT + "[tool.other]\n", False),
        ("tool = 3 # mandatelint\n", False),
        (PROJECT + "[tool.mandatelint]\n", True),
        (PROJECT + "[tool.mandatelint.severity]\n", True),
        ("[tool]\nmandatelint = {}\n", True),
        ("[tool.mandatelint\n", True),
        ("[tool.other\n# mandatelint\n", False),
    ],
)
def test_a_project_without_the_table_is_passed_over(
    tmp_path: Path, text: str, *, counts: bool
) -> None:
    _write(tmp_path, mandatelint="")
    _write(tmp_path / "inner", pyproject=text)
    found = Nearest().above(str(tmp_path / "inner"))
    assert found == str(tmp_path / ("inner/pyproject.toml" if counts else "mandatelint.toml"))


def test_the_nearest_one_counts_alone(tmp_path: Path) -> None:
    _write(tmp_path, mandatelint="")
    _write(tmp_path / "a/b", mandatelint="")
    (tmp_path / "a/b/c").mkdir()
    nearest = Nearest()
    assert nearest.above(str(tmp_path / "a/b/c")) == str(tmp_path / "a/b/mandatelint.toml")
    assert nearest.above(str(tmp_path / "a")) == str(tmp_path / "mandatelint.toml")
    assert nearest.above(str(tmp_path / "a/b/c/../..")) == str(tmp_path / "mandatelint.toml")


def test_a_folder_of_that_name_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "mandatelint.toml").mkdir()
    assert configuration_in(str(tmp_path)) is None
