"""What the tests of the configuration share."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from checker.config import Configuration, ConfigurationError
from checker.config.loading import load_configuration
from checker.rulebook import Rulebook, load_rulebook
from tests.cli.conftest import page, run

__all__ = ["run"]

Load = Callable[..., Configuration]
Faults = Callable[..., list[tuple[int, str, str]]]

DRAFT = "The Security Council,\n\n1. Requests the JCC to report in paragraph 9 below;\n"


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder of house pages with one rule, vague-posture."""
    folder = tmp_path / "office-rules" / "office"
    folder.mkdir(parents=True)
    (folder / "vague-posture.md").write_text(page("vague-posture", "posture", "error"), "utf-8")
    return folder.parent


@pytest.fixture
def load(tmp_path: Path, rulebook: Rulebook) -> Load:
    """Write a configuration and load it."""

    def rules(folders: Sequence[str]) -> Rulebook:
        return load_rulebook(folders) if folders else rulebook

    def loaded(text: str, name: str = "mandatelint.toml") -> Configuration:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return load_configuration(str(path), rules)

    return loaded


@pytest.fixture
def faults(load: Load) -> Faults:
    """Load a broken configuration; return each fault's line, message and marked words."""

    def found(text: str, name: str = "mandatelint.toml") -> list[tuple[int, str, str]]:
        with pytest.raises(ConfigurationError) as refused:
            load(text, name)
        return [
            (fault.line, fault.message, fault.text[fault.start : fault.end])
            for fault in refused.value.faults
        ]

    return found
