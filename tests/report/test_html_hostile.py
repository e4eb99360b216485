"""Nothing that a draft says becomes more than words on the page."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.findings import FileError
from tests.report.drafts import TEXT, finding, result, span_of
from tests.report.pages import checked, parsed, text_of, with_class
from tests.report.runs import written

_STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
HOSTILE = [
    "</script><script>alert(1)</script>",
    "</style></mark></p></main><h1>",
    '"><img src=x onerror=alert(1)>',
    "'onmouseover='alert(1)",
    "<!-- --><a href=javascript:alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &#60;",
    "<svg><style><![CDATA[",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_draft_stays_words(words: str) -> None:
    text = (
        f"United Nations S/2026/412\n\nBelmora: draft resolution {words}\n\n"
        f"The Security Council,\n\nRecalling {words} the ({words}),\n\n"
        f"1. Decides that {words} UNSMTA shall act under paragraph 9 below by 30 June 2020;\n\n"
        f"({words}) {words}\n\n## {words}\n\n2. Decides on {words}.\n"
    )
    page = parsed(written("html", checked(text, path=f"drafts/{words}.md")))
    assert [text_of(each) for each in page.iter("h1")] == ["mandatelint"]
    assert len(list(page.iter("script"))) == len(list(page.iter("style"))) == 1
    assert not list(page.iter("img"))
    assert not any(name.startswith("on") for each in page.iter() for name in each.attrib)
    assert all((each.get("href") or "#").startswith("#") for each in page.iter("a"))
    # A comment of Markdown is not read, and so not shown in the draft; in the path it is.
    assert " ".join(words.split()) in text_of(page)


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_finding_stays_words(words: str) -> None:
    told = finding(
        span_of("seized"), message=words, help=words, address=words, rule=words, family=words
    )
    error = FileError(words, words)
    page = parsed(written("html", result(TEXT, told, path=words), errors=(error,)))
    assert len(list(page.iter("script"))) == len(list(page.iter("h1"))) == 1
    assert not list(page.iter("img"))
    assert [mark.get("class") for mark in page.iter("mark")] == ["error"]


def test_what_turns_the_direction_of_reading_does_nothing_and_is_named() -> None:
    text = "The Security Council,\n\n1. Decides on \u202e42\u202c \u2067days\u2069\x1b[2J;\n"
    page = written("html", checked(text))
    assert not _STEERS.search(page)
    (sheet,) = with_class(parsed(page), "sheet")
    marked = [text_of(mark) for mark in sheet.iter("mark")]
    assert " ".join(marked[:3]) == "Decides on 42 days\u241b"
    assert "an invisible character (U+202E, right-to-left override)" in text_of(sheet)


@settings(max_examples=50, deadline=None)
@given(words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_text_breaks_the_markup(words: str) -> None:
    text = f"The Security Council,\n\n1. Decides {words};\n\n(a) {words}\n\n2. Calls {words}.\n"
    page = written("html", checked(text))
    assert not _STEERS.search(page)
    # Characters that HTML does not allow are an error of the text, not of the markup.
    tree = parsed(page, strict=False)
    assert len(list(tree.iter("script"))) == len(list(tree.iter("main"))) == 1
