"""What a careful reader found in the first draft is found, and no trap is touched."""

import csv
from pathlib import Path

import pytest

from checker.findings import FileResult, Finding, Severity
from checker.rulebook import load_rulebook
from checker.source import Source, Span


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def place(source: Source, line: int, quote: str) -> Span:
    """Return where a label's words stand: in its line, or the line itself where it is damaged."""
    start = source.line_starts[line - 1]
    end = source.line_starts[line] if line < len(source.line_starts) else len(source.text)
    found = source.text.find(quote, start, end)
    return Span(found, found + len(quote)) if found >= 0 else Span(start, end)


def spans(finding: Finding) -> list[Span]:
    return [finding.span, *(related.span for related in finding.related)]


def test_every_row_that_any_careful_reader_agrees_on_is_found(
    result: FileResult, shared: Path
) -> None:
    known = {rule.name for rule in load_rulebook().rules}
    missed = []
    for row in rows(shared / "labels" / "S_2020_600.labels.tsv"):
        if row["tier"] != "A" or row["rule"] not in known:
            continue
        wanted = place(result.source, int(row["line"]), row["quote"])
        if not any(
            finding.rule == row["rule"] and any(span.overlaps(wanted) for span in spans(finding))
            for finding in result.findings
        ):
            missed.append((row["id"], row["rule"], row["quote"]))
    assert missed == []


def test_no_trap_is_touched(result: FileResult, shared: Path) -> None:
    touched = []
    for row in rows(shared / "labels" / "S_2020_600.traps.tsv"):
        trap = place(result.source, int(row["line"]), row["quote"])
        names = set(row["rules"].split(","))
        touched += [
            (row["line"], row["quote"], finding.rule, finding.message)
            for finding in result.findings
            if finding.severity.reaches(Severity.WARNING)
            and ("any" in names or names & {finding.rule, finding.family})
            and finding.span.overlaps(trap)
        ]
    assert touched == []


@pytest.mark.parametrize("family", ["cross-references", "dates", "structure", "numbering"])
def test_there_is_no_error_to_find(result: FileResult, family: str) -> None:
    errors = [f for f in result.findings if f.severity is Severity.ERROR and f.family == family]
    assert errors == []
