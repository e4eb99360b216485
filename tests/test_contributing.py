"""The worked examples of CONTRIBUTING work."""

import re
from pathlib import Path

import pytest

from checker.checks import registry
from checker.rulebook import Rule, load_folder
from checker.rulebook.examples import problems_of

_PAGE = re.compile(r"^````markdown\n(.*?)^````$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture
def text(project: Path) -> str:
    return (project / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture
def the_check(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Register the check that CONTRIBUTING writes, for the length of a test."""
    monkeypatch.setattr(registry, "_CHECKS", dict(registry._CHECKS))  # noqa: SLF001
    (code,) = _CODE.findall(text)
    exec(code, {"__name__": "contributed"})  # noqa: S102 -- our own document


def pages(text: str, folder: Path) -> list[Rule]:
    for page in _PAGE.findall(text):
        (name,) = re.findall(r"^# ([a-z-]+)$", page, re.MULTILINE)
        path = folder / "house" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, "utf-8")
    return list(load_folder(folder))


@pytest.mark.usefixtures("the_check")
def test_the_pages_load_and_their_examples_hold(text: str, tmp_path: Path) -> None:
    rules = pages(text, tmp_path)
    assert [rule.name for rule in rules] == ["long-paragraph"]
    assert [problem for rule in rules for problem in problems_of(rule)] == []
