"""What the page of foreign-mission cannot show: how it goes together with undefined-acronym."""

from pathlib import Path

import pytest

from checker.api import check_text
from checker.findings import Finding
from checker.rulebook import RulebookError, load_rulebook

RULES = ("foreign-mission", "undefined-acronym")
RENEWAL = """\
1. Decides to extend the mandate of the United Nations Stabilization Mission in Talvania (UNSMTA)
until 30 June 2027;

2. Requests {words};

3. Decides to remain actively seized of the matter.
"""


def found(words: str, *rules: str, profile: str = "security-council/mandate") -> list[Finding]:
    text = RENEWAL.format(words=words)
    return list(check_text(text, profile=profile, select=rules or RULES).findings)


def test_a_foreign_mission_is_not_an_undefined_acronym_too() -> None:
    (finding,) = found("MINUSMA to report on the personnel of MINUSMA")
    assert finding.rule == "foreign-mission"
    assert [related.message for related in finding.related] == [
        "the draft introduces UNSMTA here",
        "again here",
    ]


def test_where_the_specific_rule_does_not_run_the_general_one_speaks() -> None:
    (finding,) = found("MINUSMA to report", "undefined-acronym")
    assert finding.rule == "undefined-acronym"
    (finding,) = found("MINUSMA to report", profile="security-council/thematic")
    assert finding.rule == "undefined-acronym"


@pytest.mark.parametrize(
    "words",
    [
        "MINUSMA to report on Mali;\n\n4. Notes the situation in Mali",
        "MINUSMA and UNMIL to report",
        "UNSMTA to work with MINUSMA",
        "MINUSMA to meet the neighbouring States",
    ],
)
def test_a_mission_that_belongs_here_is_only_undefined(words: str) -> None:
    assert {finding.rule for finding in found(words)} == {"undefined-acronym"}


def test_a_rule_cannot_give_way_to_one_that_is_not_there(tmp_path: Path) -> None:
    rule = load_rulebook().get("undefined-acronym")
    assert rule is not None
    page = rule.page.replace('["foreign-mission"]', '["foreign-misson"]')
    (tmp_path / "undefined-acronym.md").write_text(page, "utf-8")
    with pytest.raises(RulebookError, match='did you mean "foreign-mission"'):
        load_rulebook([tmp_path])
