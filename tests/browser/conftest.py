"""A real browser, without a screen; tests are skipped where it is not installed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from tests.report.pages import checked
from tests.report.runs import written

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1300,900",
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A browser that keeps what its console and its network say."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.skip("needs chromium and chromedriver (Debian: chromium, chromium-driver)")
    options = ChromeOptions()
    options.binary_location = chromium
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = Chrome(options=options, service=ChromeService(driver))
    yield started
    started.quit()


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory, project: Path) -> str:
    """The address of a page about the faulty examples, both as one run."""
    results = [
        checked(path.read_text("utf-8"), path.name)
        for path in sorted((project / "examples" / "faulty").glob("*.md"), reverse=True)
    ]
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(written("html", *results), "utf-8")
    return file.as_uri()
