"""What holds of linting, whatever the text."""

import json
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker import check_text
from checker.findings import FileResult, Finding
from tests.hostile.growing import explodes, garbage_collector_off
from tests.property.drafts import drafts, layouts
from tests.property.holding import hold, reported
from tests.property.texts import fragments, texts
from tests.property.writing import Clause, Layout, Written

_FEW = settings(max_examples=25, deadline=None)
_FAULTS = (
    "Notes| the appeal of UNXYRA for funds",
    "Requests| the Secretary-General to report by 31 June 2026 on roads",
    "Welcomes| the work done under resolution 2378 (2016)",
    "Decides| to act as set out in paragraph 900 below",
    "Calls for| the [full] support of donors",
)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_any_text_is_linted_and_its_findings_can_be_shown(text: str) -> None:
    hold(check_text(text, pedantic=True))


@given(texts)
@settings(max_examples=50, deadline=None)
def test_a_second_run_says_the_same(text: str) -> None:
    assert check_text(text, pedantic=True) == check_text(text, pedantic=True)


@given(texts)
@settings(max_examples=50, deadline=None)
def test_json_tells_every_finding_as_it_is(text: str) -> None:
    result = check_text(text, pedantic=True)
    (entry,) = json.loads(reported(result, "json"))["files"]
    told = entry["findings"]
    assert len(told) == len(result.findings)
    for finding, said in zip(result.findings, told, strict=True):
        assert (said["rule"], said["message"], said["quote"]) == (
            finding.rule,
            finding.message,
            finding.quote,
        )
        assert (said["span"]["start"]["offset"], said["span"]["end"]["offset"]) == (
            finding.span.start,
            finding.span.end,
        )


@given(st.lists(fragments, min_size=1, max_size=4).map("".join))
@settings(max_examples=12, deadline=None)
@example("(i) x;\n(a) y;\n")
@example("# General\n\n")
@example("all necessary means ")
@example("paragraph 1 above, ")
def test_the_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    head = "The Security Council,\n\n1. Decides "
    with garbage_collector_off():
        assert not explodes(
            lambda text: check_text(text, pedantic=True),
            lambda length: head + (unit * (length // len(unit) + 1))[:length],
            enough=0.03,
            longest=20_000,
        )


def _said(result: FileResult) -> Counter[tuple[str, str]]:
    """Count what is found, by rule and words; numbers of paragraphs may be others."""
    return Counter((one.rule, re.sub(r"\d+", "0", one.quote)) for one in result.findings)


def _with_faults(written: Written, faults: tuple[str, ...]) -> Written:
    wrong = tuple(Clause(f"wrong{place}", words) for place, words in enumerate(faults))
    *clauses, last = written.clauses
    return replace(written, clauses=(*clauses, *wrong, last))


faulty = st.builds(
    _with_faults, drafts, st.lists(st.sampled_from(_FAULTS), unique=True, max_size=3).map(tuple)
)


@given(faulty, layouts, st.integers(0, 3))
@_FEW
def test_a_new_paragraph_with_all_references_updated_changes_no_finding(
    written: Written, layout: Layout, place: int
) -> None:
    layout = replace(layout, page=0)
    clauses = written.clauses
    place = min(place, len(clauses) - 1)
    new = Clause("new", "Recalls| the contribution of fishermen to the rescue at sea")
    longer = replace(written, clauses=(*clauses[:place], new, *clauses[place:]))
    before = check_text(written.text(layout), profile=written.profile)
    after = check_text(longer.text(layout), profile=written.profile)
    assert _said(after) == _said(before)


def _words(finding: Finding) -> tuple[str, str, str | None, str]:
    return finding.rule, finding.message, finding.address, finding.quote


@given(faulty, layouts, st.integers(20, 60))
@_FEW
def test_page_furniture_between_two_lines_changes_no_finding(
    written: Written, layout: Layout, length: int
) -> None:
    whole = check_text(written.text(replace(layout, page=0)))
    paged = check_text(written.text(replace(layout, page=length)))
    assert [_words(one) for one in paged.findings] == [_words(one) for one in whole.findings]


@pytest.mark.parametrize("fault", _FAULTS)
def test_the_faults_of_these_tests_are_found(fault: str) -> None:
    written = Written(
        "S/2026/412",
        "18 June 2026",
        "Belmora: draft resolution",
        ("Recalling| its resolution 2378 (2017)",),
        (Clause("wrong", fault), Clause("seized", "Decides| to remain seized of the matter")),
        "security-council/resolution",
    )
    assert check_text(written.text(Layout())).findings
