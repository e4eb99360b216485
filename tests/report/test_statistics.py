import json

from inline_snapshot import snapshot

from checker.findings import FileResult, Severity
from checker.report.formats import statistics_reporter
from checker.report.style import Style
from tests.report.drafts import TEXT, dangling, finding, result, span_of, totals_of
from tests.report.runs import UNREADABLE, cut


def _written(name: str, *results: FileResult) -> str:
    shown = statistics_reporter(name, Style())
    files = [shown.file(each) for each in results]
    return "".join([*files, shown.close(totals_of(results, (UNREADABLE,)))])


def _drafts() -> tuple[FileResult, ...]:
    mild = finding(span_of("seized"), severity=Severity.INFO)
    other = finding(span_of("seized"), rule="past-deadline", family="dates")
    return result(TEXT, mild, dangling(), dangling(), *[other] * 9), cut()


def test_rules_are_counted_the_most_frequent_first() -> None:
    assert _written("full", *_drafts()) == snapshot("""\
9  error            past-deadline       dates
3  2 error, 1 info  dangling-reference  cross-references  2 fixable
1  warning          unfit-words         cross-references
2 files: 11 errors, 1 warning, 1 info; 2 fixable with --fix --unsafe-fixes; 1 unreadable
""")


def test_the_same_for_programs() -> None:
    assert json.loads(_written("json", *_drafts())) == snapshot(
        {
            "version": 1,
            "statistics": [
                {
                    "rule": "past-deadline",
                    "family": "dates",
                    "count": 9,
                    "error": 9,
                    "warning": 0,
                    "info": 0,
                    "fixable": 0,
                },
                {
                    "rule": "dangling-reference",
                    "family": "cross-references",
                    "count": 3,
                    "error": 2,
                    "warning": 0,
                    "info": 1,
                    "fixable": 2,
                },
                {
                    "rule": "unfit-words",
                    "family": "cross-references",
                    "count": 1,
                    "error": 0,
                    "warning": 1,
                    "info": 0,
                    "fixable": 0,
                },
            ],
            "errors": [{"path": "drafts/b.md", "message": "not UTF-8: byte 0xe9 at offset 312"}],
            "summary": {
                "files": 2,
                "error": 11,
                "warning": 1,
                "info": 1,
                "fixable": 2,
                "suppressed": 0,
                "baselined": 0,
            },
        }
    )


def test_without_findings_there_are_only_the_sums() -> None:
    assert _written("full", result(TEXT)) == "1 file: no findings; 1 unreadable\n"
    assert json.loads(_written("json", result(TEXT)))["statistics"] == []
