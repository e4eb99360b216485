"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from checker.cache.store import FOLDER_VARIABLE

_ROOT = Path(__file__).resolve().parents[1]

# The first example may have to compile a grammar; how long one takes is no matter of these tests.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what runs keep, so that tests neither use nor touch that of the user."""
    folder = tmp_path_factory.mktemp("cache") / "mandatelint"
    os.environ[FOLDER_VARIABLE] = str(folder)
    return folder


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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the tests that take minutes."""
    parser.addoption("--long", action="store_true", help="run the tests that take minutes, too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip the tests that take minutes, unless they are asked for."""
    if config.getoption("--long"):
        return
    skip = pytest.mark.skip(reason="it takes minutes: ask for it with --long")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(skip)
