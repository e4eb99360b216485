"""What the page about silencing shows is what the program does."""

import re
import tomllib
from pathlib import Path

from checker import check_text
from checker.rulebook import load_rulebook

_MARKDOWN = re.compile(r"```markdown\n(.*?)```", re.DOTALL)
_TOML = re.compile(r"```toml\n(.*?)```", re.DOTALL)


def test_the_comments_of_the_page_are_understood(project: Path) -> None:
    page = (project / "docs" / "silencing.md").read_text("utf-8")
    for shown in _MARKDOWN.findall(page):
        result = check_text(f"{shown}\n5. Urges the Mission.\n", select=["silences"])
        assert len(result.silences) == 1
        assert result.findings == ()


def test_the_entry_of_the_page_names_a_rule(project: Path) -> None:
    [shown] = _TOML.findall((project / "docs" / "silencing.md").read_text("utf-8"))
    [entry] = tomllib.loads(shown)["silence"]
    assert load_rulebook().get(entry["rule"]) is not None
