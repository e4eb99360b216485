"""What an entry of the configuration allows."""

import pytest

from checker.config import Settings, SilenceEntry
from checker.engine import check_source
from checker.findings import FileResult
from checker.rulebook import load_rulebook
from checker.silence import silence
from checker.source import Source

RULEBOOK = load_rulebook()
RULE = "dangling-reference"
TEXT = (
    "The Security Council,\n\n1. *Requests* a report under “paragraph\n41 below”; requests another "
    "one;\n\n2. Requests a report under paragraph 42 below.\n"
)


def checked(*entries: SilenceEntry, text: str = TEXT, select: tuple[str, ...] = ()) -> FileResult:
    settings = Settings(select=select or (RULE, "silences"), silences=entries)
    result = check_source(Source(text, "drafts/talvania.md"), RULEBOOK, settings)
    return silence(result, RULEBOOK, settings)


def entry(quote: str, **changes: str) -> SilenceEntry:
    values = {"reason": "as agreed", "path": "drafts/talvania.md", "place": "mandatelint.toml:3"}
    return SilenceEntry(RULE, quote, **{**values, **changes})


@pytest.mark.parametrize(
    "quote",
    [
        "paragraph 41 below",
        "paragraph  41\nbelow",
        '"Paragraph 41 below"',
        "“paragraph 41 below”",
        "*Requests* a report under 'paragraph 41 below'".replace("'", '"'),
        "a report under “paragraph 41",
    ],
)
def test_it_allows_what_is_about_its_words_or_stands_in_their_sentence(quote: str) -> None:
    result = checked(entry(quote))
    assert [finding.address for finding in result.silenced] == ["OP 1"]
    assert [finding.address for finding in result.findings] == ["OP 2"]


def test_the_address_is_only_a_hint() -> None:
    assert len(checked(entry("paragraph 41 below", address="OP 7")).silenced) == 1


@pytest.mark.parametrize(
    "quote", ["graph 41 below", "paragraph 4", "", "  ", "requests another one"]
)
def test_other_words_allow_nothing(quote: str) -> None:
    assert checked(entry(quote)).silenced == ()


def test_the_finding_that_is_about_the_words_is_meant_before_its_neighbours() -> None:
    text = (
        "1. Requests, under paragraph 41 below, one on paragraph 42 below and paragraph 43 below.\n"
    )
    result = checked(entry("paragraph 43 below"), text=text)
    assert [finding.quote for finding in result.silenced] == ["paragraph 43 below"]
    assert len(result.findings) == 2


def test_words_that_are_gone_make_it_stale() -> None:
    [*_, stale] = sorted(checked(entry("paragraph 51 below")).findings, key=lambda f: f.rule)
    assert (stale.rule, stale.address) == ("unused-silence", None)
    assert stale.message == (
        'mandatelint.toml:3 allows dangling-reference for "paragraph 51 below", '
        "but these words are no longer in the draft"
    )
    assert stale.quote == "The Security Council,"


def test_words_without_a_finding_make_it_unused() -> None:
    [*_, unused] = sorted(checked(entry("requests another one")).findings, key=lambda f: f.rule)
    assert unused.message.endswith("but there is nothing there to allow")


@pytest.mark.parametrize("path", ["", "drafts/*.md", "drafts/", "talvania.md", "*/talvania.md"])
def test_an_entry_for_several_drafts_may_wait_for_another_one(path: str) -> None:
    assert {f.rule for f in checked(entry("paragraph 51 below", path=path)).findings} == {RULE}


def test_an_entry_waits_where_its_rule_does_not_run() -> None:
    result = checked(entry("paragraph 51 below"), select=("undefined-acronym", "silences"))
    assert result.findings == ()


def test_an_entry_without_a_reason_is_told() -> None:
    result = checked(entry("paragraph 41 below", reason=" "))
    [told] = [f.message for f in result.findings if f.family == "silences"]
    allowed = 'dangling-reference is allowed for "paragraph 41 below"'
    assert told == f"mandatelint.toml:3 gives no reason why {allowed}"
    assert len(result.silenced) == 1
