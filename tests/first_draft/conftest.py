"""The first real draft, S/2020/600, and its hand-made labels."""

from pathlib import Path

import pytest

from checker import check_text
from checker.findings import FileResult
from checker.reader import read_draft


@pytest.fixture(scope="session")
def text(shared: Path) -> str:
    """The draft as Markdown."""
    return read_draft(shared / "corpus" / "drafts" / "md" / "S_2020_600.md").text


@pytest.fixture(scope="session")
def result(text: str) -> FileResult:
    """What the rules find in it, the pedantic ones included."""
    return check_text(text, pedantic=True)
