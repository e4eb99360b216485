"""What is known is set aside, what is new is shown, what is gone is counted."""

import json

import pytest

from checker import check_text
from checker.baseline import (
    Baseline,
    BaselineError,
    Recorded,
    baseline_text,
    compare,
    read_baseline,
    record,
)
from checker.findings import FileResult
from checker.rulebook import load_rulebook

RULES = {rule.name for rule in load_rulebook().rules}
OLD = (
    "1. Urges UNSMTA to report under paragraph 19 below;\n\n"
    "2. Requests a report under paragraph 18 below.\n"
)


def check(text: str, *select: str) -> FileResult:
    return check_text(text, select=select or ("cross-references", "acronyms"))


def known(text: str) -> tuple[Recorded, ...]:
    return record(check(text), (), RULES)


def shown(result: FileResult) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.address) for finding in result.findings]


def test_what_is_recorded_is_not_shown() -> None:
    result = compare(check(OLD), known(OLD))
    assert (shown(result), len(result.baselined), result.gone) == ([], 3, 0)


def test_fixing_one_and_adding_another_of_the_same_rule_shows_the_new_one() -> None:
    new = OLD.replace("a report under paragraph 18 below", "a report").replace(
        "2.", "2. Invites the panel to act under paragraph 30 below;\n\n3."
    )
    result = compare(check(new), known(OLD))
    assert shown(result) == [("dangling-reference", "OP 2")]
    assert (len(result.baselined), result.gone) == (2, 1)


def test_a_second_fault_like_a_known_one_is_shown() -> None:
    once = "1. Urges the Mission;\n\n2. Requests a report under paragraph 18 below.\n"
    twice = once.replace("Urges the Mission", "Requests a report under paragraph 17 below")
    result = compare(check(twice), known(once))
    assert (len(result.findings), len(result.baselined), result.gone) == (1, 1, 0)


def test_what_a_rule_would_find_that_did_not_run_is_not_gone() -> None:
    result = compare(check("1. Urges the Mission.\n", "acronyms"), known(OLD))
    assert result.gone == 1


def test_what_is_silenced_is_not_gone() -> None:
    comment = "<!-- mandatelint: allow-file dangling-reference, undefined-acronym: agreed -->\n"
    result = compare(check(comment + OLD), known(OLD))
    assert (shown(result), len(result.silenced), result.gone) == ([], 3, 0)


def test_a_text_that_is_no_draft_any_more_has_lost_nothing() -> None:
    assert compare(check("A note.\n"), known(OLD)).gone == 0


def test_what_is_known_of_a_draft_that_moved_is_known() -> None:
    moved = {each.fingerprint for each in known(OLD)}
    result = compare(check(OLD), (), moved)
    assert (shown(result), len(result.baselined), result.gone) == ([], 3, 0)


def test_recording_again_changes_nothing() -> None:
    before = known(OLD)
    assert record(check(OLD), before, RULES) == before


def test_recording_some_rules_keeps_the_others() -> None:
    before = known(OLD)
    after = record(check("1. Urges the Mission.\n", "acronyms"), before, RULES)
    assert {each.rule for each in after} == {"dangling-reference"}
    assert record(check("1. Urges the Mission.\n", "acronyms"), before, {"undefined-acronym"}) == ()


def test_recorded_words_stay_as_they_were_first_written() -> None:
    shifted = OLD.replace("18", "28").replace("19", "29")
    assert record(check(shifted), known(OLD), RULES) == known(OLD)


def test_a_baseline_is_written_and_read() -> None:
    odd = Recorded("undefined-acronym", 'an "odd" – name\u2028\\', "0" * 16)
    baseline = Baseline({"drafts/б.md": known(OLD), "a b.md": (odd,)})
    text = baseline_text(baseline)
    assert {path: sorted(each) for path, each in read_baseline(text).drafts.items()} == {
        path: sorted(each) for path, each in baseline.drafts.items()
    }
    assert text.isascii()
    assert baseline_text(read_baseline(text)) == text


def test_a_baseline_is_sorted_with_one_finding_on_a_line() -> None:
    text = baseline_text(Baseline({"b.md": known(OLD), "a.md": known(OLD)[::-1], "c.md": ()}))
    lines = text.splitlines()
    assert [line for line in lines if line.endswith("[")] == ['    "a.md": [', '    "b.md": [']
    assert sum('"fingerprint"' in line for line in lines) == 6
    assert lines[4:7] == lines[9:12]
    json.loads(text)


def test_an_empty_baseline_is_one() -> None:
    assert read_baseline(baseline_text(Baseline())) == Baseline()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not valid JSON in line 1: expecting value"),
        ('{\n"version": 1,\n<<<<<<< HEAD\n', "not valid JSON in line 3"),
        ("[" * 100_000, "not valid JSON: nested too deeply"),
        ("[]", 'no baseline: it has no "version" and "drafts"'),
        ('{"version": 1}', "no baseline"),
        ('{"version": 2, "drafts": {}}', "a baseline of version 2, and this program reads 1"),
        ('{"version": ' + "1" * 5000 + "}", "not valid JSON: a number in it is too long"),
        ('{"version": 1, "drafts": []}', '"drafts" must be a table'),
        ('{"version": 1, "drafts": {"a.md": {}}}', 'what is recorded of "a.md" must be a list'),
        ('{"version": 1, "drafts": {"a.md": [7]}}', 'a finding recorded of "a.md" must have rule'),
        ('{"version": 1, "drafts": {"a.md": [{"rule": "x"}]}}', "must have rule, words, finger"),
        ('{"version": 1, "drafts": NaN}', '"drafts" must be a table'),
    ],
)
def test_a_damaged_baseline_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(BaselineError) as refused:
        read_baseline(text)
    assert sentence in str(refused.value)
