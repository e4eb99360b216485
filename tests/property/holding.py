"""What must hold of the outcome of linting, whatever the text."""

import json
from functools import cache

from checker.findings import FileResult, Severity
from checker.report.formats import FORMATS, reporter
from checker.report.style import Style
from checker.rulebook import load_rulebook
from checker.source import Span
from checker.totals import Totals

_rulebook = cache(load_rulebook)


def hold(result: FileResult) -> None:
    """Assert that the findings lie in the source, are in order, and can be shown in every format.

    Raises:
        AssertionError: something does not hold.
    """
    length = len(result.source.text)
    places = [(finding.span, finding.rule) for finding in result.findings]
    assert places == sorted(places)
    for finding in result.findings:
        spans = [finding.span, *finding.parts, *(place.span for place in finding.related)]
        assert all(0 <= span.start < span.end <= length for span in spans)
        assert all(finding.span.covers(part) for part in finding.parts)
        for excerpt in (finding.excerpt, *(place.excerpt for place in finding.related)):
            assert 0 <= excerpt.start < excerpt.end <= len(excerpt.text)
        for edit in finding.fix.edits if finding.fix else ():
            assert Span(0, length).covers(edit.span)
    for name in FORMATS:
        report = reported(result, name)
        report.encode()
        if name == "json":
            counted = json.loads(report)["summary"]
            assert all(counted[severity] == result.count(severity) for severity in Severity)


def reported(result: FileResult, name: str) -> str:
    """Return the report of one draft in a format."""
    totals = Totals()
    totals.add(result)
    told = reporter(name, Style(columns=80, colour=False), _rulebook(), alone=True)
    return told.file(result) + told.close(totals)
