# ruff: noqa: E501 -- a snapshot is as wide as what it shows
"""The page for a browser: the draft with its findings in place, and everything linked."""

import base64
import hashlib
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from inline_snapshot import snapshot

from checker.findings import FileError, Severity
from checker.report.html.reporter import HtmlReporter
from checker.rulebook import Rulebook
from tests.report.drafts import TEXT, dangling, finding, result, span_of, totals_of
from tests.report.pages import by_id, checked, parsed, text_of, with_class
from tests.report.runs import RULE, busy, cut, faulty, written

ANNEXED = (
    "*The Security Council*,\n\n"
    "1. *Decides* to adopt the criteria in paragraph 1 of annex I;\n\n"
    "2. *Requests* him to act under paragraphs 1 and 3 to 4 above:\n\n"
    "(a) in the north;\n\n(i) by day;\n\n"
    "3. *Decides* to remain seized.\n\n"
    "## Annex I\n\n1. A criterion.\n"
)


def _page(*texts: str) -> Element:
    return parsed(written("html", *(checked(text) for text in texts)))


def _example(project: Path) -> Element:
    text = (project / "examples" / "faulty" / "renewal.md").read_text("utf-8")
    return _page(text)


def test_a_paragraph_in_the_markup() -> None:
    text = "The Security Council,\n\n1. *Decides* to act under paragraph 9 above;\n"
    told = finding(span_of("paragraph 9 above", text), text, help=None, message="there is none")
    page = written("html", result(text, told))
    paragraph = page[page.index("<p class=", page.index('"draft-1-para_1"')) :]
    assert paragraph[: paragraph.index("</p>")] == snapshot(
        '<p class="words"><span class="label">1.</span> <em>Decides</em> to act under <span id="draft-1-words-1"><span id="draft-1-reference-1"><mark class="error" data-notes="draft-1-note-1 ">paragraph 9 above</mark></span></span><sup class="call error" data-note="draft-1-note-1"><a href="#draft-1-note-1" aria-label="finding 1, error">1</a></sup>;'
    )


def test_every_link_leads_to_one_place_of_the_page(project: Path) -> None:
    page = _example(project)
    names = [name for each in page.iter() if (name := each.get("id"))]
    assert len(names) == len(set(names))
    links = [each.get("href") or "" for each in page.iter("a")]
    assert len(links) > 150
    assert {link[0] for link in links} == {"#"}
    assert {link[1:] for link in links} <= set(names)


def test_a_finding_of_the_list_leads_to_its_words_and_they_to_its_note() -> None:
    page = parsed(written("html", faulty()))
    (listed,) = (each for each in with_class(page, "findings") if each.tag == "section")
    (link,) = listed.iter("a")
    assert link.get("href") == "#draft-1-words-1"
    (mark,) = page.iter("mark")
    assert (mark.get("class"), text_of(mark)) == ("error", "paragraph 72 below")
    assert mark in by_id(page, "draft-1-words-1").iter()
    (call,) = with_class(page, "call")
    assert call.find("a") is not None
    assert text_of(by_id(page, "draft-1-note-1")) == (
        "1 error paragraph 72 does not exist: paragraph 5 is the last did you mean paragraph 5? "
        "A fix would write paragraph 5 "
        "OP 5: the paragraph that reports: Requests the Secretary-General to report every three "
        "months. dangling-reference · line 7"
    )


def test_the_other_end_of_a_finding_leads_back_to_its_note() -> None:
    page = parsed(written("html", faulty()))
    (end,) = (each for each in with_class(page, "end") if each.tag == "a")
    assert (end.get("href"), text_of(end)) == ("#draft-1-note-1", "5.")
    assert by_id(page, "draft-1-end-1-1") is not None


def test_a_reference_leads_to_its_paragraph_number_by_number() -> None:
    page = _page(ANNEXED)
    links = [(text_of(each), each.get("href")) for each in with_class(page, "reference")]
    assert links == [
        ("paragraph 1 of annex I", "#draft-1-annex_i__para_1"),
        ("1", "#draft-1-para_1"),
        ("3 to 4 above", "#draft-1-para_3"),
    ]


def test_the_draft_reads_as_it_was_written() -> None:
    page = _page(ANNEXED)
    rows = [(each.get("class"), text_of(each)) for each in with_class(page, "row")]
    # The numbers of findings stand behind the words they are about.
    plain = [(kind, re.sub(r"(?<=[a-z;.)])\d+ .*", "", words)) for kind, words in rows]
    assert [kind for kind, _ in plain] == [
        "row organ level-0",
        "row operative level-0",
        "row operative level-0",
        "row item level-1",
        "row item level-2",
        "row operative level-0",
        "row annex level-0 title",
        "row operative level-0",
    ]
    assert plain[4][1].startswith("(i) by day;")
    assert [text_of(each) for each in page.iter("em")] == [
        "The Security Council",
        "Decides",
        "Requests",
        "Decides",
    ]


def test_words_that_a_page_cuts_are_marked_in_both_pieces() -> None:
    page = parsed(written("html", cut()))
    assert [text_of(mark) for mark in page.iter("mark")] == ["UNSMTA shall", "patrol"]
    assert len(list(with_class(page, "call"))) == 1
    assert "26-08606" not in text_of(page)


def test_where_findings_overlap_the_gravest_colours_the_words_and_each_has_its_number() -> None:
    outer, inner = span_of("to remain seized"), span_of("remain")
    told = [finding(outer, severity=Severity.INFO), finding(inner, severity=Severity.ERROR)]
    page = parsed(written("html", result(TEXT, *told)))
    marks = [(mark.get("class"), text_of(mark)) for mark in page.iter("mark")]
    assert marks == [("info", "to"), ("error", "remain"), ("info", "seized")]
    assert [text_of(call) for call in with_class(page, "call")] == ["2", "1"]


def test_a_finding_where_nothing_is_read_stands_beside_the_element_before_it() -> None:
    text = "The Security Council,\n\n1. Decides to act.\n\n<!-- a comment -->\n"
    comment = finding(span_of("<!-- a comment -->", text), text, address=None)
    page = parsed(written("html", result(text, comment)))
    row = by_id(page, "draft-1-para_1")
    assert by_id(page, "draft-1-note-1") in list(row.iter())
    assert by_id(page, "draft-1-words-1") in list(row.iter())


def test_the_calendar_tells_ends_deadlines_and_what_has_passed(project: Path) -> None:
    page = _example(project)
    (calendar,) = (each for each in with_class(page, "calendar") if each.tag == "section")
    entries = [(each.get("class"), text_of(each)) for each in calendar.iter("li")]
    assert entries[0][0] == "deadline past"
    assert entries[0][1].startswith('30 September 2025 past by: "complete the cantonment of ')
    assert entries[0][1].endswith("OP 1 (a)")
    assert entries[1] == ("draft", "18 June 2026 date of the draft")
    assert ("end", "30 June 2027 ends until: the mandate of UNSMTA OP 6") in entries


def test_the_tables_are_part_of_the_page_and_name_places_by_links() -> None:
    page = _page(ANNEXED)
    table = by_id(page, "draft-1-references")
    rows = [[text_of(cell) for cell in row] for row in table.iter("tr")]
    assert rows[1][:4] == ["OP 1", "paragraph 1 of annex I", "", "Annex I, OP 1"]
    links = {text_of(link): link.get("href") for link in table.iter("a")}
    assert links["Annex I, OP 1"] == "#draft-1-annex_i__para_1"
    assert [row.get("class") for row in table.iter("tr")].count("wrong") == 1


def test_a_run_over_several_drafts_has_an_overview_first() -> None:
    page = parsed(busy("html"))
    (overview,) = with_class(page, "overview")
    rows = [[text_of(cell) for cell in row] for row in overview.iter("tr")]
    assert [row[:4] for row in rows[1:]] == [
        ["drafts/talvania.md", "1", "0", "0"],
        ["drafts/cut text.md", "0", "1", "0"],
        ["README.md", "0", "0", "0"],
    ]
    assert "no draft" in rows[3][4]
    drafts = [each for each in page.iter("details") if each.get("class") == "draft"]
    assert [each.get("open") is not None for each in drafts] == [True, False]
    assert "drafts/b.md: not UTF-8: byte 0xe9 at offset 312" in text_of(page)


def test_a_page_has_an_end_and_says_what_it_has_no_room_for() -> None:
    reporter = HtmlReporter(Rulebook((RULE,)), alone=False, most=25_000)
    results = [faulty()] * 40
    for each in results:
        assert reporter.file(each) == ""
    page = reporter.close(totals_of(results))
    assert len(page) < 80_000
    tree = parsed(page)
    assert 1 <= len(list(with_class(tree, "sheet"))) < 5
    assert len(list(by_id(tree, "overview").itertext())) == 1
    assert page.count("the page has no room for it") > 30


def test_a_clean_draft_and_a_run_over_nothing_say_so() -> None:
    clean = parsed(written("html", result(TEXT)))
    assert "None." in text_of(clean)
    assert by_id(clean, "draft-1-text") is not None
    assert "No draft was read." in text_of(parsed(written("html")))


def test_the_rules_that_speak_are_explained() -> None:
    page = parsed(written("html", faulty()))
    assert text_of(next(page.iter("dl"))) == (
        "dangling-reference A reference points at a paragraph that is there."
    )


def test_the_policy_lets_in_the_style_and_script_of_the_page_and_nothing_else() -> None:
    page = parsed(busy("html"))
    (policy,) = (each.get("content") for each in page.iter("meta") if each.get("http-equiv"))
    (style,), (script,) = list(page.iter("style")), list(page.iter("script"))
    assert policy == (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not any(each.get("src") or each.get("style") for each in page.iter())
    assert not any(name.startswith("on") for each in page.iter() for name in each.attrib)


def test_style_and_script_need_nothing_from_elsewhere() -> None:
    page = parsed(written("html", faulty()))
    code = "".join((next(page.iter("style")).text or "", next(page.iter("script")).text or ""))
    assert not re.search(r"https?:|url\(|@import|@font-face|fetch|import\(|innerHTML|eval", code)


@pytest.mark.parametrize("error", [FileError("a.md", "no such file or folder")])
def test_what_could_not_be_read_is_told(error: FileError) -> None:
    page = parsed(written("html", errors=(error,)))
    assert "a.md: no such file or folder" in text_of(page)


def test_a_finding_leads_to_the_label_that_it_is_about() -> None:
    label = finding(span_of("5. "), message="the number is wrong", related=dangling().related)
    page = parsed(written("html", result(TEXT, label)))
    assert [text_of(mark) for mark in page.iter("mark")] == ["5."]


def _hash(element: Element) -> str:
    digest = hashlib.sha256((element.text or "").encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
