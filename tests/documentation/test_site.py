"""The documentation is built without a warning, and loads nothing from elsewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker.rulebook import load_rulebook

_LOADED = re.compile(
    r"<(?:script|img|iframe|source|embed|object|video|audio|use)\b[^>]*?\b(?:src|data|href)="
    r'["\']?((?:https?:)?//[^\s"\'>]+)'
    r'|<link\b[^>]*?\bhref=["\']?((?:https?:)?//[^\s"\'>]+)'
)
_STYLED = re.compile(r"(?:@import|url\()\s*[\"']?((?:https?:)?//[^\s\"')]+)")


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    program = Path(sys.executable).with_name("mkdocs")
    built = subprocess.run(  # noqa: S603 -- our own documentation
        [program, "build", "--strict", "--quiet", "--site-dir", target],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return target


def test_every_rule_has_a_page_with_its_examples(site: Path) -> None:
    for rule in load_rulebook().rules:
        page = (site / "rules" / rule.family / f"{rule.name}.html").read_text("utf-8")
        assert '<h2 id="flagged">' in page
        assert "```" not in page


def test_the_list_of_rules_names_them_all(site: Path) -> None:
    page = (site / "rules" / "index.html").read_text("utf-8")
    assert all(f">{rule.name}</a>" in page for rule in load_rulebook().rules)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 60
    for page in pages:
        assert _LOADED.findall(page.read_text("utf-8")) == [], page
    for sheet in site.rglob("*.css"):
        assert _STYLED.findall(sheet.read_text("utf-8")) == [], sheet


def test_what_would_be_loaded_is_recognized() -> None:
    for shown in (
        '<script src="https://example.org/a.js">',
        '<link rel="stylesheet" href="//example.org/a.css">',
        "<img alt='x' src=http://example.org/a.png>",
    ):
        assert _LOADED.search(shown)
    assert _STYLED.search("@font-face { src: url(https://example.org/a.woff) }")
