"""What the documentation shows of a configuration is valid, and tells of every key."""

import re
from pathlib import Path

import pytest

from checker.config.models import ConfigurationTable, keys_of
from checker.rulebook import Rulebook
from tests.cli.conftest import Run
from tests.config.conftest import Load

_ROOT = Path(__file__).resolve().parents[2]
_EXAMPLE = re.compile(r"```toml\n(.*?)```", re.DOTALL)
_SECTION = re.compile(r"^### (\S+)\n(.*?)(?=^##|\Z)", re.DOTALL | re.MULTILINE)
_PAGES = ("README.md", "docs/configuration.md")


def _examples() -> list[str]:
    return [
        example
        for page in _PAGES
        for example in _EXAMPLE.findall((_ROOT / page).read_text("utf-8"))
    ]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("example", _examples())
def test_an_example_is_valid(example: str, load: Load) -> None:
    load(example, "pyproject.toml" if "[tool." in example else "mandatelint.toml")


def test_every_key_is_explained_with_an_example() -> None:
    sections = _SECTION.findall((_ROOT / "docs/configuration.md").read_text("utf-8"))
    assert {key for key, _ in sections} == set(keys_of(ConfigurationTable))
    for key, text in sections:
        (example,) = _EXAMPLE.findall(text)[:1]
        assert key in example


def test_a_broken_configuration_looks_as_it_is_shown(run: Run) -> None:
    Path("mandatelint.toml").write_text('stage = "final"\n\nselct = ["dates"]\n', "utf-8")
    Path("a.md").write_text("The Security Council,\n\n1. Decides to meet.\n", "utf-8")
    shown = run("check", "a.md").stderr
    assert f"```text\n{shown}```" in (_ROOT / "docs/configuration.md").read_text("utf-8")


def test_the_rules_that_only_inform_in_negotiation_are_listed(rulebook: Rulebook) -> None:
    lowered = [each.name for each in rulebook.rules if len(set(each.severities.values())) > 1]
    sections = dict(_SECTION.findall((_ROOT / "docs/configuration.md").read_text("utf-8")))
    stage = " ".join(sections["stage"].split())
    listed = stage.partition("findings of these rules are only `info`: ")[2]
    assert re.split(r", | and ", listed.partition(".")[0]) == sorted(lowered)
