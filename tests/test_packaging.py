"""What is built holds everything the program reads, and nothing beside the package."""

import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

_BUILD = """
import sys
from setuptools import build_meta
target = sys.argv[1]
build_meta.build_wheel(target)
build_meta.build_sdist(target)
"""


@pytest.fixture(scope="module")
def built(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the sdist, built from a copy of the project."""
    copy = tmp_path_factory.mktemp("copy")
    for folder in ("checker", "grammar", "rules"):
        shutil.copytree(
            project / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(project / file, copy)
    target = tmp_path_factory.mktemp("built")
    subprocess.run(  # noqa: S603 -- our own script
        [sys.executable, "-c", _BUILD, str(target)], cwd=copy, capture_output=True, check=True
    )
    return target


def _data(project: Path) -> set[str]:
    grammars = (project / "grammar").glob("*.lark")
    pages = (project / "rules").rglob("*.md")
    return {path.relative_to(project).as_posix() for path in (*grammars, *pages)}


def _parts_of_the_page(project: Path) -> set[str]:
    folder = project / "checker" / "report" / "html"
    return {
        path.relative_to(project).as_posix()
        for path in folder.rglob("*")
        if path.suffix in {".html", ".css", ".js"}
    }


def test_every_package_is_listed(project: Path) -> None:
    settings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    found = {
        ".".join(path.parent.relative_to(project).parts)
        for path in (project / "checker").rglob("__init__.py")
    }
    assert set(settings["tool"]["setuptools"]["packages"]) == found | {
        "checker.grammar",
        "checker.rules",
    }


def test_the_wheel_holds_grammars_and_rule_pages(project: Path, built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert _data(project)
    assert {f"checker/{name}" for name in _data(project)} <= names
    assert _parts_of_the_page(project) <= names
    assert "checker/py.typed" in names


def test_only_the_package_lands_among_other_packages(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"checker"}


def test_the_sdist_holds_grammars_and_rule_pages(project: Path, built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert _data(project) | _parts_of_the_page(project) | {"checker/py.typed"} <= names


def test_the_installed_package_sees_its_data(project: Path) -> None:
    assert files("checker.grammar").joinpath("draft.lark").is_file()
    families = {path.name for path in (project / "rules").iterdir() if path.is_dir()}
    seen = {entry.name for entry in files("checker.rules").iterdir() if entry.is_dir()}
    assert families - {"__pycache__"} == seen - {"__pycache__"}


def test_the_continuous_check_runs_the_line_of_the_readme(project: Path) -> None:
    last = (project / ".ci" / "run").read_text("utf-8").splitlines()[-1]
    assert "pytest" in last
    assert last in (project / "README.md").read_text("utf-8").splitlines()
