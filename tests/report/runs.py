"""Runs to be reported: one of everything that a report has to tell."""

from checker.findings import FileError, FileResult, Permission, Severity
from checker.report.formats import reporter
from checker.report.style import Style
from checker.rulebook import Rule, Rulebook
from checker.rulebook.given import Given
from checker.source import Span
from tests.report.drafts import TEXT, dangling, finding, result, span_of, totals_of

CUT = (
    "The Security Council,\n\n"
    "1. Decides that UNSMTA shall\n\n26-08606 3/17\n\npatrol the Merrin valley;\n\n"
    "2. Decides to remain seized of the matter.\n"
)
UNREADABLE = FileError("drafts/b.md", "not UTF-8: byte 0xe9 at offset 312")
HOSTILE = "\x1b[2J 100% ::error:: <b>&amp; | a,b [x](y) `c` @us #1 https://x \ud800\ufffe\r\nend"

PAGE = "+++\n+++\n\n# dangling-reference\n\nA reference.\n\n## Why\n\nA reader\nfollows it.\n"
RULE = Rule(
    name="dangling-reference",
    family="cross-references",
    path="rules/cross-references/dangling-reference.md",
    check="reference-target",
    severities={"negotiation": Severity.ERROR, "final": Severity.ERROR},
    default="on",
    profiles=(),
    unless=(),
    messages={},
    helps={},
    related={},
    fixes={},
    given=Given("reference-target", None),
    summary="A reference points at a paragraph that is there.",
    page_text=PAGE,
)


def written(
    name: str,
    *results: FileResult,
    errors: tuple[FileError, ...] = (),
    status: int = 0,
    columns: int = 80,
) -> str:
    """Return a whole report."""
    shown = reporter(name, Style(columns), Rulebook((RULE,)), alone=len(results) == 1)
    files = [shown.file(each) for each in results]
    totals = totals_of(results, errors)
    totals.status = status
    return "".join([*files, shown.close(totals)])


def cut() -> FileResult:
    """A draft with a finding that a page cuts in two."""
    first, second = span_of("UNSMTA shall", CUT), span_of("patrol", CUT)
    across = finding(
        Span(first.start, second.end),
        CUT,
        rule="unfit-words",
        severity=Severity.WARNING,
        message="these words do not fit",
        help=None,
        address="OP 1",
        parts=(first, second),
        quote="UNSMTA shall patrol",
    )
    return result(CUT, across, path="drafts/cut text.md")


def faulty() -> FileResult:
    """A draft with a finding that has a fix and another end, one silenced, one recorded."""
    told = result(TEXT, dangling(), date="2026-06-18")
    seized = span_of("seized")
    return told.replaced(
        silenced=tuple(
            finding(seized, message="silenced", help=None, quote="seized", permission=permission)
            for permission in (
                Permission("as agreed", in_source=True),
                Permission("", in_source=False),
            )
        ),
        baselined=(finding(seized, message="recorded", help=None, quote="seized"),),
        gone=2,
    )


def busy(name: str) -> str:
    """Return the report of a run with a bit of everything."""
    readme = result("# Notes\n", path="README.md")
    return written(name, faulty(), cut(), readme, errors=(UNREADABLE,), status=2)


def hostile() -> FileResult:
    """A draft all of whose words try to break out of the report."""
    said = finding(span_of("seized"), message=HOSTILE, help=HOSTILE, address=HOSTILE, quote=HOSTILE)
    return result(TEXT, said, path="a|b `c`,d:e%<x>\x1b.md")
