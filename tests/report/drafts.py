"""Invented drafts and findings for the reports."""

import datetime
from collections.abc import Iterable

from checker.draft import Draft
from checker.evidence import Edit, Safety
from checker.excerpts import Excerpts
from checker.findings import (
    Excerpt,
    FileError,
    FileResult,
    Finding,
    FindingFix,
    RelatedPlace,
    Severity,
)
from checker.index import build_index
from checker.parsing import parse_source
from checker.source import Source, Span
from checker.totals import Totals

LONG = (
    "4. *Authorizes* the Merrin Valley Force, within the limits of its capacities and areas of "
    "deployment, to use all necessary means until the end of the mandate of UNSMTA, to intervene "
    "in support of elements of UNSMTA when under imminent and serious threat, and requests it, "
    "in close cooperation with the authorities of Talvania, to ensure coordination of its "
    "reporting with the reporting by the Secretary-General referred to in paragraph 72 below, "
    "and to keep the Security Council informed;"
)
TEXT = (
    "*The Security Council*,\n\n"
    "*Recalling* its earlier resolutions on Talvania,\n\n"
    "1. *Decides* to remain seized;\n\n"
    f"{LONG}\n\n"
    "5. *Requests* the Secretary-General to report every three months.\n"
)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def draft(text: str, path: str = "drafts/talvania.md") -> Draft:
    return parse_source(Source(text, path))


def excerpt(span: Span, text: str = TEXT) -> Excerpt:
    return Excerpts(draft(text)).around(span)


def result(
    text: str, *findings: Finding, path: str = "drafts/talvania.md", date: str | None = None
) -> FileResult:
    day = datetime.date.fromisoformat(date) if date else None
    index = build_index(
        draft(text, path), profile="security-council/mandate", stage="final", date=day
    )
    return FileResult(
        source=index.draft.source,
        findings=findings,
        profile=index.profile,
        profile_reason=index.profile_reason,
        stage=index.stage,
        stage_reason=index.stage_reason,
        date=index.date,
        is_draft=index.is_draft,
        looked=index.looked,
        ran=("dangling-reference",),
    )


def finding(span: Span, text: str = TEXT, **changes: object) -> Finding:
    values: dict[str, object] = {
        "rule": "dangling-reference",
        "family": "cross-references",
        "severity": Severity.ERROR,
        "pedantic": False,
        "message": "paragraph 72 does not exist: paragraph 5 is the last",
        "help": "did you mean paragraph 5?",
        "address": "OP 4",
        "span": span,
        "parts": (span,),
        "quote": "paragraph 72 below",
        "fingerprint": f"{span.start:016x}",
    }
    if "excerpt" not in changes:
        values["excerpt"] = excerpt(span, text)
    return Finding(**(values | changes))  # type: ignore[arg-type]


def dangling() -> Finding:
    span = span_of("paragraph 72 below")
    target = span_of("5. *Requests*")
    edit = Edit(span_of("72"), "5")
    return finding(
        span,
        related=(RelatedPlace("the paragraph that reports", "OP 5", target, excerpt(target)),),
        fix=FindingFix("write paragraph 5", Safety.UNSAFE, (edit,)),
    )


def totals_of(results: Iterable[FileResult], errors: Iterable[FileError] = ()) -> Totals:
    """Return the sums of some drafts and of the inputs that could not be read."""
    totals = Totals(errors)
    for each in results:
        totals.add(each)
    return totals
