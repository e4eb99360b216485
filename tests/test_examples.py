"""What each example reports, no more and no less."""

import re
from pathlib import Path

import pytest

from checker import check_file
from checker.findings import Severity

_ROW = re.compile(r"^\| ((?:OP|PP|heading|header) [^|]+) \| ([a-z-]+) \|", re.MULTILINE)


@pytest.mark.parametrize("name", ["renewal.md", "rollover.md"])
def test_a_clean_example_has_no_finding_at_all(project: Path, name: str) -> None:
    result = check_file(project / "examples" / "clean" / name, pedantic=True)
    assert [(finding.address, finding.message) for finding in result.findings] == []


def test_the_faulty_renewal_has_the_accidents_that_its_readme_lists(project: Path) -> None:
    listed = _ROW.findall((project / "examples" / "README.md").read_text("utf-8"))
    result = check_file(project / "examples" / "faulty" / "renewal.md")
    assert sorted((f.address or "", f.rule) for f in result.findings) == sorted(listed)


def test_a_text_in_negotiation_may_have_what_it_has(project: Path) -> None:
    result = check_file(project / "examples" / "faulty" / "negotiation.md")
    assert result.stage == "negotiation"
    assert {finding.severity for finding in result.findings} == {Severity.INFO}
    assert {finding.rule for finding in result.findings} == {
        "leftover-brackets",
        "leftover-placeholder",
    }
