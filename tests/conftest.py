"""What all tests share."""

from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the project."""
    return _ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts beside the project; without it the test is skipped."""
    folder = _ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of real texts, ../shared beside the project, is missing")
    return folder
