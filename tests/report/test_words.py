"""The sentences on how a draft was understood say what is so."""

import datetime

from checker.api import check_text
from checker.checks import find_check
from checker.checks.registry import Need
from checker.report.words import understood
from checker.rulebook import load_rulebook

DRAFT = "The Security Council,\n\n1. Decides to remain seized of the matter.\n"


def test_a_draft_without_date_is_told_what_is_not_looked_for() -> None:
    checks = {rule.name: find_check(rule.check) for rule in load_rulebook().rules}
    names = {name for name, check in checks.items() if check and check.need is Need.DATE}
    assert names == {"past-deadline", "future-event", "future-citation"}
    told = understood(check_text(DRAFT))
    assert all(f"{name.replace('-', ' ')}s" in told for name in names)
    assert "not looked for" not in understood(check_text(DRAFT, date=datetime.date(2026, 6, 18)))
