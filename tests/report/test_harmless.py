"""What comes from a draft cannot steer a terminal, in whatever format it is looked at."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.findings import FileError
from checker.report.formats import FORMATS
from tests.report.drafts import TEXT, finding, result, span_of
from tests.report.runs import hostile, written

_STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_passes_on_what_steers_a_terminal(name: str) -> None:
    report = written(name, hostile(), errors=(FileError("\x1b\u202e.md", "\x9b2J\r\n"),))
    assert not _STEERS.search(report)
    assert "2J" in report


@pytest.mark.parametrize("name", FORMATS)
@given(words=st.text(st.characters(), min_size=1), path=st.text(st.characters(), min_size=1))
def test_no_words_make_a_format_fail_or_steer(name: str, words: str, path: str) -> None:
    told = finding(span_of("seized"), message=words, help=words, address=words, quote=words)
    report = written(name, result(TEXT, told, path=path), errors=(FileError(path, words),))
    assert not _STEERS.search(report)
    report.encode("utf-8", "backslashreplace")


@pytest.mark.parametrize("name", ["concise", "json-lines", "github"])
@given(words=st.text(st.characters(), min_size=1))
def test_no_words_begin_a_line_of_their_own(name: str, words: str) -> None:
    told = finding(span_of("seized"), message=words, help=words, address=words, quote=words)
    report = written(name, result(TEXT, told, path=words))
    assert report.count("\n") == 1 + (name == "concise")
