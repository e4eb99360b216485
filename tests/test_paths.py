"""A path is reported as pathlib writes it, whether pathlib is loaded for it or not."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis.strategies import text

from checker.reader import as_path


@given(text(alphabet="./ab", max_size=12))
def test_a_path_is_reported_as_pathlib_writes_it(path: str) -> None:
    assert as_path(path) == str(Path(path))


def test_a_path_through_a_folder_above_stays_as_it_is() -> None:
    # Where the folder is a link, another file is meant without it.
    path = os.path.join("a", "..", "b.md")
    assert as_path(path) == path
