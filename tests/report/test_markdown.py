# ruff: noqa: E501 -- a snapshot is as wide as what it shows
import pytest
from inline_snapshot import snapshot
from markdown_it import MarkdownIt

from checker.findings import FileError, Severity
from checker.report.markup import escaped
from tests.report.drafts import TEXT, finding, result, span_of
from tests.report.runs import busy, hostile, written


def test_a_run_with_a_bit_of_everything() -> None:
    assert busy("markdown") == snapshot("""\
**mandatelint**: 3 files: 1 error, 1 warning, 0 infos; 1 fixable with --fix --unsafe-fixes; 2 silenced; 1 in the baseline; 2 in the baseline no more; 1 is no draft; 1 unreadable

- <code>drafts/b.md</code>: not UTF-8: byte 0xe9 at offset 312

| where | severity | rule | finding | place |
|---|---|---|---|---|
| OP 4 | error | dangling-reference | paragraph 72 does not exist: paragraph 5 is the last<br>did you mean paragraph 5? | <code>drafts/talvania.md:7</code> |
| OP 1 | warning | unfit-words | these words do not fit | <code>drafts/cut text.md:3</code> |
""")


def test_a_run_over_nothing() -> None:
    assert written("markdown") == snapshot("**mandatelint**: 0 files: nothing was checked\n")


def test_words_of_a_draft_stay_words() -> None:
    report = written("markdown", hostile())
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(report)
    assert rendered.count("<tr>") == 2
    assert rendered.count("<td>") == 5
    assert not any(mark in rendered for mark in ("<b>", "<a ", "<em>", "<x>", "@us", "#1 "))
    assert "[x](y) `c`" in rendered


@pytest.mark.parametrize(
    ("text", "written_as"),
    [
        ("a|b", "a&#124;b"),
        ("[d](e) `g`", "&#91;d&#93;(e) &#96;g&#96;"),
        ("<img src=x>", "&#60;img src=x&#62;"),
        ("OP 7 #2", "OP 7 #&#8288;2"),
        ("@norvane", "@&#8288;norvane"),
        ("www.un.org", "www&#8288;.un.org"),
        ("*un*_der_", "&#42;un&#42;&#95;der&#95;"),
        ("a\nb\x1b", "a b␛"),
        ("paragraph 9 (b): above", "paragraph 9 (b): above"),
    ],
)
def test_markup_is_escaped(text: str, written_as: str) -> None:
    assert escaped(text) == written_as


def test_the_gravest_come_first_and_many_are_folded() -> None:
    span = span_of("seized")
    infos = [finding(span, severity=Severity.INFO, message=f"note {n}") for n in range(30)]
    report = written("markdown", result(TEXT, *infos, finding(span, message="grave")))
    opened, folded = report.split("<details>")
    assert opened.splitlines()[4].startswith("| OP 4 | error | dangling-reference | grave<br>")
    assert (opened.count("\n| OP"), folded.count("\n| OP")) == (20, 11)
    assert folded.startswith("\n<summary>11 more findings</summary>\n\n| where | ")


def test_a_report_is_short_enough_for_a_comment_and_counts_what_it_leaves_out() -> None:
    span = span_of("seized")
    many = [finding(span, message=f"{'word ' * 20}{n}") for n in range(1000)]
    errors = tuple(FileError(f"drafts/{n}.md", "no such file or folder") for n in range(1000))
    report = written("markdown", result(TEXT, *many), errors=errors)
    assert len(report) < 65_536
    assert "- and 980 more\n" in report
    shown = report.count("\n| OP")
    assert 200 < shown < 1000
    assert f"{1000 - shown} further findings, for which a comment has no room" in report
