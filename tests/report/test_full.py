import re
from itertools import pairwise

import pytest
from inline_snapshot import snapshot

from checker.excerpts import Excerpts
from checker.findings import RelatedPlace, Severity
from checker.report.columns import display_width
from checker.report.frame import frame
from checker.report.full import file_report
from checker.report.style import Style
from checker.source import Span
from tests.report.drafts import LONG, TEXT, dangling, draft, excerpt, finding, result, span_of

_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_ARABIC = "\u0645\u062d\u0645\u062f \u0639\u0644\u064a"
_WIDE = (
    "The Security Council,\n\n"
    "1. *Urges* the Government of the Republic of Talvania and the 聯合会 of the Merrin valley, "
    f"under Mr. {_ARABIC}, "
    "in the spirit of the Déclaration de Mérin, to implement without further delay the 協定 of "
    "Sorvenia, as set out in paragraph 72 below, and to report thereon within ninety days, in "
    "coordination with UNSMTA and the other parties concerned;\n"
)


def test_a_finding_is_shown_address_first_and_path_last() -> None:
    shown = file_report(result(TEXT, dangling(), date="2026-06-18"), Style(80), alone=True)
    assert shown == snapshot("""\
OP 4  error[dangling-reference]  paragraph 72 does not exist: paragraph 5 is the last
   |
   | 4. Authorizes the Merrin Valley Force, within the limits of its capacities
   | ... to ensure coordination of its reporting with the reporting by the
   | Secretary-General referred to in paragraph 72 below, and to keep the ...
   |                                  ^^^^^^^^^^^^^^^^^^
   = help: did you mean paragraph 5?
   = OP 5: the paragraph that reports: "Requests the Secretary-General to ..."
   = drafts/talvania.md:7:427

drafts/talvania.md: mission mandate (as given); final (as given); dated 18 June 2026\
""")


def _lines(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if line.startswith("   |")]


@pytest.mark.parametrize("words", ["協定 of Sorvenia", "De\u0301claration de Me\u0301rin", _ARABIC])
@pytest.mark.parametrize("columns", [60, 80, 120, 200])
@pytest.mark.parametrize("colour", [False, True])
def test_marks_stand_under_the_words_at_every_width(
    columns: int, words: str, *, colour: bool
) -> None:
    text = _WIDE.replace("é", "e\u0301")
    told = result(text, finding(span_of(words, text), text, quote=words))
    shown = file_report(told, Style(columns, colour=colour), alone=True)
    assert ("\x1b[" in shown) is colour
    lines = _lines(_COLOUR.sub("", shown))
    assert all(display_width(line) <= columns for line in lines)
    pairs = [(line[5:], marks[5:]) for line, marks in pairwise(lines) if set(marks[5:]) >= {"^"}]
    marked = [
        character
        for line, marks in pairs
        for place, character in enumerate(line)
        if marks[display_width(line[:place]) :].startswith("^")
    ]
    assert "".join(marked).replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_long_paragraph_shows_opening_ellipsis_and_the_marked_clause(columns: int) -> None:
    shown = file_report(result(TEXT, dangling()), Style(columns), alone=True)
    lines = [line[5:] for line in _lines(shown) if "^" not in line]
    assert lines[1].startswith("4. Authorizes the Merrin Valley Force")
    assert lines[2].startswith("... ")
    assert "paragraph 72 below" in " ".join(lines)
    assert len(lines) < 8


def test_a_marked_paragraph_is_not_shown_to_its_end() -> None:
    lines = frame(excerpt(span_of(LONG)), 60)
    assert len(lines) == 3
    assert lines[-1][0].endswith(" ...")
    assert all(marks for _, marks in lines)


def test_a_label_can_be_marked() -> None:
    assert frame(excerpt(span_of("1.")), 60) == [("1. Decides to remain seized;", "^^")]


def test_what_is_not_read_is_shown_as_its_line() -> None:
    text = "The Security Council,\n\n<!-- ask Norvane -->\n\n1. Decides to remain seized.\n"
    assert frame(excerpt(span_of("ask Norvane", text), text), 60) == [
        ("<!-- ask Norvane -->", "     ^^^^^^^^^^^")
    ]


def test_every_place_of_a_draft_can_be_shown() -> None:
    excerpts = Excerpts(draft(TEXT))
    for start in range(len(TEXT)):
        for end in (start + 1, len(TEXT)):
            assert frame(excerpts.around(Span(start, end)), 40)


def test_the_draft_cannot_steer_the_terminal() -> None:
    text = TEXT.replace("to remain", "to\x1b[2J\x9b remain")
    shown = file_report(
        result(text, finding(span_of("seized", text), text, message="the \x1b]0;x\x07 title")),
        Style(80),
        alone=True,
    )
    assert "to␛[2J␦ remain" in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


def test_many_other_places_are_listed_by_address() -> None:
    span = span_of("Talvania")
    places = tuple(
        RelatedPlace("used here too", f"OP {number}", span, excerpt(span)) for number in range(1, 8)
    )
    shown = file_report(result(TEXT, finding(span, related=places)), Style(80), alone=True)
    assert shown.count("used here too") == 4
    assert "   = also OP 5, OP 6, OP 7\n" in shown


def test_a_clean_draft_says_what_was_looked_at() -> None:
    shown = file_report(result(TEXT), Style(80), alone=True)
    assert shown.splitlines()[-1] == (
        "no findings: 3 operative paragraphs, 1 internal reference, 0 dates and 0 acronyms checked"
        "; mission mandate, final; "
        "no date: past deadlines, future events and future citations not looked for"
    )


def test_severities_have_colours_only_when_asked_for() -> None:
    warning = result(TEXT, finding(span_of("seized"), severity=Severity.WARNING))
    assert "\x1b[1;33mwarning[dangling-reference]" in file_report(
        warning, Style(80, colour=True), alone=True
    )
    assert "\x1b" not in file_report(warning, Style(80), alone=True)


def test_of_an_endless_paragraph_the_opening_and_the_words_around_are_shown() -> None:
    text = f"1. Decides to {'remain ' * 5000}seized {'of ' * 5000}the matter.\n"
    cut = excerpt(span_of("seized", text), text)
    assert len(cut.text) < 2500
    assert cut.text[cut.start : cut.end] == "seized"
    lines = [line for line, _ in frame(cut, 60)]
    assert lines[0].startswith("1. Decides to remain")
    assert "seized of" in " ".join(lines)
