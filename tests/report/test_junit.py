# ruff: noqa: E501 -- a snapshot is as wide as what it shows
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from checker.findings import FileError
from tests.report.drafts import TEXT, dangling, finding, result, span_of
from tests.report.runs import UNREADABLE, busy, cut, faulty, hostile, written


def _parsed(report: str) -> ElementTree.Element:
    # As it is written to a file: a lone surrogate has no place in UTF-8.
    return ElementTree.fromstring(report.encode("utf-8", "strict"))  # noqa: S314 -- our own


def test_a_run_with_a_bit_of_everything() -> None:
    assert busy("junit") == snapshot("""\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mandatelint">
  <testsuite name="drafts/talvania.md" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="drafts/talvania.md" name="dangling-reference: OP 4 (7:427)" file="drafts/talvania.md" line="7">
      <failure type="error" message="paragraph 72 does not exist: paragraph 5 is the last">OP 4: paragraph 72 does not exist: paragraph 5 is the last
help: did you mean paragraph 5?
OP 5: the paragraph that reports
drafts/talvania.md:7:427</failure>
    </testcase>
  </testsuite>
  <testsuite name="drafts/cut text.md" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="drafts/cut text.md" name="unfit-words: OP 1 (3:17)" file="drafts/cut text.md" line="3">
      <failure type="warning" message="these words do not fit">OP 1: these words do not fit
drafts/cut text.md:3:17</failure>
    </testcase>
  </testsuite>
  <testsuite name="README.md" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="README.md" name="no draft" file="README.md">
      <system-out>no draft: it has no organ line, no numbered paragraphs and no document symbol</system-out>
    </testcase>
  </testsuite>
  <testsuite name="drafts/b.md" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="drafts/b.md" name="not checked" file="drafts/b.md">
      <error type="not checked" message="not UTF-8: byte 0xe9 at offset 312">not UTF-8: byte 0xe9 at offset 312</error>
    </testcase>
  </testsuite>
</testsuites>
""")


def test_a_run_over_nothing() -> None:
    assert written("junit") == snapshot("""\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mandatelint">
</testsuites>
""")


def test_the_counts_of_a_suite_are_those_of_its_cases() -> None:
    results = (faulty(), cut(), result(TEXT), result(TEXT, dangling(), dangling()))
    report = _parsed(written("junit", *results, errors=(UNREADABLE,)))
    assert [suite.tag for suite in report] == ["testsuite"] * 5
    for suite in report:
        counts = {key: int(suite.attrib[key]) for key in ("tests", "failures", "errors")}
        assert counts == {
            "tests": len(suite.findall("testcase")),
            "failures": len(suite.findall("testcase/failure")),
            "errors": len(suite.findall("testcase/error")),
        }
        names = [case.attrib["name"] for case in suite]
        assert all(names)


def test_a_clean_draft_is_a_test_that_passed() -> None:
    (suite,) = _parsed(written("junit", result(TEXT)))
    (case,) = suite
    assert (case.attrib["name"], [child.tag for child in case]) == ("no findings", ["system-out"])


def test_words_of_a_draft_stay_words() -> None:
    (suite,) = _parsed(written("junit", hostile()))
    (case,) = suite
    assert suite.attrib["name"] == "a|b `c`,d:e%<x>␛.md"
    assert case[0].attrib["message"] == snapshot(
        "␛[2J 100% ::error:: <b>&amp; | a,b [x](y) `c` @us #1 https://x �\\ufffe  end"
    )


@given(st.text(st.characters()))
def test_any_message_can_be_parsed(text: str) -> None:
    told = finding(span_of("seized"), message=text, help=text, address=text)
    _parsed(written("junit", result(TEXT, told), errors=(FileError("x", text),)))
