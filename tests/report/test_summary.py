from checker.findings import FileError, Severity
from checker.report.concise import file_lines
from checker.report.style import Style
from checker.report.summary import summary
from tests.report.drafts import LONG, TEXT, dangling, finding, result, span_of, totals_of


def test_the_last_line_counts_what_was_found_and_passed_over() -> None:
    faulty = result(TEXT, dangling(), finding(span_of("seized"), severity=Severity.INFO))
    readme = result("# Notes\n", path="README.md")
    report = totals_of((faulty, readme), (FileError("b.md", "no such file or folder"),))
    assert summary(report, Style()) == (
        "2 files: 1 error, 0 warnings, 1 info; 1 fixable with --fix --unsafe-fixes; "
        "1 is no draft; 1 unreadable"
    )


def test_without_findings_the_last_line_says_so() -> None:
    assert summary(totals_of((result(TEXT), result(TEXT))), Style()) == "2 files: no findings"


def test_a_concise_line_has_place_address_rule_and_message() -> None:
    column = LONG.index("paragraph 72") + 1
    assert file_lines(result(TEXT, dangling()), Style()) == (
        f"drafts/talvania.md:7:{column}: OP 4: error[dangling-reference] "
        "paragraph 72 does not exist: paragraph 5 is the last"
    )


def test_a_concise_line_outside_every_paragraph_has_no_address() -> None:
    outside = finding(span_of("seized"), address=None)
    assert ": error[dangling-reference] " in file_lines(result(TEXT, outside), Style())
