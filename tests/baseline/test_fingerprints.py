"""A finding is told by the same fingerprint, whatever moves around it."""

import textwrap
from collections import Counter
from pathlib import Path

import pytest

from checker import check_text
from checker.findings import FileResult
from tests.baseline.drafts import index_of, numbered, with_paragraph

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FAULTY = sorted((EXAMPLES / "faulty").glob("*.md"))
RENEWAL = (EXAMPLES / "faulty" / "renewal.md").read_text("utf-8")
_IDS = [path.name for path in FAULTY]


def prints(text: str) -> Counter[tuple[str, str]]:
    found = check_text(text, pedantic=True).findings
    return Counter((finding.rule, finding.fingerprint) for finding in found)


def result(text: str) -> FileResult:
    return check_text(f"The Security Council,\n\n{text}", ignore=["structure"])


@pytest.mark.parametrize("place", range(1, len(numbered(index_of(RENEWAL))) + 1, 3))
def test_an_inserted_paragraph_changes_none(place: int) -> None:
    changed = with_paragraph(RENEWAL, place)
    assert changed != RENEWAL
    assert prints(changed) == prints(RENEWAL)


@pytest.mark.parametrize("width", [50, 72, 100])
def test_lines_wrapped_anew_change_none(width: int) -> None:
    lines = [
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        if len(line) > width
        else line
        for line in RENEWAL.split("\n")
    ]
    assert prints("\n".join(lines)) == prints(RENEWAL)


@pytest.mark.parametrize("path", FAULTY, ids=_IDS)
def test_more_blank_lines_change_none(path: Path) -> None:
    text = path.read_text("utf-8")
    assert prints("\n\n" + text.replace("\n\n", "\n\n\n")) == prints(text)


@pytest.mark.parametrize("path", FAULTY, ids=_IDS)
def test_page_furniture_changes_none(path: Path) -> None:
    text = path.read_text("utf-8")
    body = text.index("\n\n", text.index("Security Council*"))
    paged = text[:body] + text[body:].replace("\n\n", "\n\n26-08606 3/17\n\n")
    assert prints(paged) == prints(text)


@pytest.mark.parametrize("path", FAULTY, ids=_IDS)
def test_windows_line_ends_change_none(path: Path) -> None:
    text = path.read_text("utf-8")
    assert prints(text.replace("\n", "\r\n")) == prints(text)


@pytest.mark.parametrize("path", FAULTY, ids=_IDS)
def test_no_two_findings_of_a_draft_have_the_same(path: Path) -> None:
    found = prints(path.read_text("utf-8"))
    assert max(found.values()) == 1


def test_equal_findings_are_counted() -> None:
    text = "1. Urges {};\n\n2. Urges {}.\n"
    report = "a report under paragraph 9 below"
    one, two = result(text.format(report, report)).findings
    assert one.fingerprint != two.fingerprint
    for words in ((report, "the Mission"), ("the Mission", report)):
        [left] = result(text.format(*words)).findings
        assert left.fingerprint == one.fingerprint


@pytest.mark.parametrize("ending", [";", ".", ", and", "; or", ":"])
def test_how_a_clause_goes_on_changes_none(ending: str) -> None:
    texts = [f"1. Urges a report under paragraph 9 below{end}\n" for end in (ending, ";")]
    found = [
        next(each for each in result(text).findings if each.rule == "dangling-reference")
        for text in texts
    ]
    assert found[0].fingerprint == found[1].fingerprint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("paragraph 9 below", "paragraphs 9 below"),
        ("paragraph 9 below", "paragraph 9 above"),
        ("paragraph 9 below", "paragraph 9 (a) below"),
    ],
)
def test_other_words_are_another_finding(one: str, other: str) -> None:
    found = [result(f"1. Urges a report under {words}.\n").findings[0] for words in (one, other)]
    assert found[0].fingerprint != found[1].fingerprint


def test_numbers_of_other_texts_tell_findings_apart() -> None:
    texts = [
        f"1. Urges UNSMTA to report under paragraph {number} of resolution 2500 (2019).\n"
        for number in (3, 4)
    ]
    one, two = [result(text).findings[0] for text in texts]
    assert one.rule == two.rule == "undefined-acronym"
    assert one.fingerprint != two.fingerprint


def test_a_missing_clause_is_told_by_rule_and_kind_of_text() -> None:
    def missing(text: str) -> str:
        found = check_text(
            text, select=["missing-seized-clause"], profile="security-council/mandate"
        )
        return found.findings[0].fingerprint

    head = "The Security Council,\n\n"
    assert missing(f"{head}1. Urges UNSMTA.\n") == missing(f"{head}1. Calls on all.\n\n2. Urges.\n")


def test_a_fingerprint_is_the_same_in_every_run_and_on_every_machine() -> None:
    [finding] = result("1. Urges a report under paragraph 9 below.\n").findings
    assert finding.fingerprint == "83e4a0df167987a5"
