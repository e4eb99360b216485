"""Every page that promises a fix shows it."""

import pytest

from checker.rulebook import Rule, load_rulebook
from checker.rulebook.page import read_page


@pytest.mark.parametrize(
    "rule", [rule for rule in load_rulebook().rules if rule.fixes], ids=lambda rule: rule.name
)
def test_a_page_with_a_fix_shows_the_fixed_text(rule: Rule) -> None:
    assert read_page(rule.page, rule.path, rule.name).fixed
