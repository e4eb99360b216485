"""What the tests of runs share."""

from collections.abc import Callable
from pathlib import Path

import pytest

DRAFT = """The Security Council,

1. Requests the Secretary-General to report as set out in paragraph {far} below;

2. Decides to remain actively seized of the matter.
"""


@pytest.fixture
def drafts(tmp_path: Path) -> Callable[[int], list[Path]]:
    """Write so many drafts, each with a finding of its own."""

    def write(count: int) -> list[Path]:
        folder = tmp_path / "drafts"
        folder.mkdir(exist_ok=True)
        paths = [folder / f"{number:04}.md" for number in range(count)]
        for number, path in enumerate(paths):
            path.write_text(DRAFT.format(far=100 + number), "utf-8")
        return paths

    return write
