"""What a comment in a draft allows, and what is said of one that is at fault."""

import datetime
from time import process_time

import pytest

from checker import check_text
from checker.config import Settings
from checker.engine import check_source
from checker.findings import FileResult
from checker.rulebook import load_rulebook
from checker.silence import silence
from checker.source import Source

RULE = "undefined-acronym"
ALLOW = f"<!-- mandatelint: allow {RULE}: introduced in the annex -->"
RULEBOOK = load_rulebook()


def told(text: str, **options: object) -> list[tuple[str, str | None]]:
    """Return rule and address of what is shown, seized clauses and the like left out."""
    result = check_text(text, ignore=["structure"], **options)  # type: ignore[arg-type]
    return [(finding.rule, finding.address) for finding in result.findings]


def allowed(text: str) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.address) for finding in check_text(text).silenced]


@pytest.mark.parametrize(
    "text",
    [
        f"{ALLOW}\n1. Requests UNSMTA to report.\n",
        f"{ALLOW}\n\n1. Requests UNSMTA to report.\n",
        f"{ALLOW} 1. Requests UNSMTA to report.\n",
        f"1. Requests UNSMTA to report. {ALLOW}\n",
        f"1. Requests {ALLOW} UNSMTA to report.\n",
        f"1. Requests UNSMTA\n{ALLOW}\nto report.\n",
        f"1. Requests the Mission, that is,\n{ALLOW}\nUNSMTA, to report.\n",
        f"<!-- mandatelint: allow\n {RULE}:\n  introduced\n there\n-->\n1. Requests UNSMTA.\n",
        f"<!--Mandatelint:allow {RULE}:introduced: there-->\n1. Requests UNSMTA.\n",
        f"<!-- mandatelint: allow possessive-acronym, {RULE}: a name -->\n1. Requests UNSMTA.\n",
        f"{ALLOW}\r\n1. Requests UNSMTA to report.\r\n",
        f"**1.** *Requests* UNSMTA to report. {ALLOW}\n",
        f"<!-- mandatelint: allow-file {RULE}: known -->\n\n1. Urges.\n\n2. Urges UNSMTA.\n",
        f"1. Urges.\n\n2. Urges UNSMTA.\n\n<!-- mandatelint: allow-file {RULE}: known -->\n",
    ],
)
def test_a_comment_allows_what_its_rule_finds(text: str) -> None:
    assert [rule for rule, _ in allowed(text)] == [RULE]
    assert told(text) == []


ITEMS = (
    "1. Requests the Mission:\n\n{}(a) to help UNSMTA:\n\n{}(i) and UNDERA;\n\n{}(b) and UNFERA.\n"
)


@pytest.mark.parametrize(
    ("place", "silenced"),
    [
        (0, ["OP 1 (a)", "OP 1 (a) (i)"]),
        (1, ["OP 1 (a) (i)"]),
        (2, ["OP 1 (b)"]),
    ],
)
def test_a_comment_between_items_holds_for_the_next_one_with_what_is_under_it(
    place: int, silenced: list[str]
) -> None:
    comments = ["", "", ""]
    comments[place] = f"{ALLOW}\n"
    text = ITEMS.format(*comments)
    assert [address for _, address in allowed(text)] == silenced
    assert len(told(text)) == 3 - len(silenced)


def test_a_comment_before_a_paragraph_holds_for_its_items() -> None:
    assert len(allowed(f"{ALLOW}\n{ITEMS.format('', '', '')}")) == 3


def test_a_comment_before_an_annex_holds_for_all_of_it() -> None:
    allow = "<!-- mandatelint: allow dangling-reference: to be agreed -->"
    annex = "1. Paragraph 7 below holds.\n\n2. Paragraph 8 below holds.\n"
    silenced = allowed(f"1. Decides to act.\n\n{allow}\nAnnex I\n\n{annex}")
    assert [address for _, address in silenced] == ["Annex I, OP 1", "Annex I, OP 2"]


def test_the_next_paragraph_is_not_allowed_anything() -> None:
    text = f"{ALLOW}\n1. Requests UNSMTA to report;\n\n2. Requests UNDERA to report.\n"
    assert told(text) == [(RULE, "OP 2")]


def test_other_rules_are_not_allowed_anything() -> None:
    text = f"{ALLOW}\n1. Requests UNSMTA to report under paragraph 9 below.\n"
    assert told(text) == [("dangling-reference", "OP 1")]


def test_without_a_reason_it_is_allowed_and_said() -> None:
    text = f"<!-- mandatelint: allow {RULE} -->\n1. Requests UNSMTA to report.\n"
    assert told(text) == [("silence-without-reason", "OP 1")]
    assert allowed(text) == [(RULE, "OP 1")]


@pytest.mark.parametrize(
    ("comment", "message", "hint"),
    [
        ("mandatelint: alow RULE: known", 'a comment cannot say "alow"', 'did you mean "allow"?'),
        ("mandatelint: ignore RULE: known", 'a comment cannot say "ignore"', None),
        ("mandatelint:", "does not say what it allows", "write: allow RULE: the reason"),
        ("mandatelint: allow: known", '"allow" names no rule', "write: allow RULE: the reason"),
        (
            "mandatelint: allow undefined-acronim: known",
            'there is no rule "undefined-acronim"',
            'did you mean "undefined-acronym"?',
        ),
        ("mandatelint: allow acronyms: known", '"acronyms" is a family', "name the rule"),
        ("mandatelint: allow RULE known to all", "a colon is missing", f"write: {RULE}: the"),
        ("mandatlint: allow RULE: known", '"mandatlint" is not', 'did you mean "mandatelint"?'),
        ("mandatelint: allow unused-silence: known", "cannot be allowed", "take it out"),
    ],
)
def test_a_mistyped_comment_allows_nothing_and_is_told(
    comment: str, message: str, hint: str | None
) -> None:
    comment = f"<!-- {comment.replace('RULE', RULE, 1)} -->"
    result = check_text(f"{comment}\n1. Requests UNSMTA to report.\n", select=["silences", RULE])
    [finding] = [each for each in result.findings if each.rule == "unknown-silence"]
    assert message in finding.message
    assert (hint is None and finding.help is None) or (hint or "") in (finding.help or "-")
    assert [each.rule for each in result.findings if each.rule == RULE] == [RULE]


def test_a_note_about_the_program_is_no_silence() -> None:
    text = "<!-- mandatelint is quiet here -->\n<!-- man: allow x -->\n1. Requests a report.\n"
    assert told(text) == []


def test_what_is_allowed_and_not_there_is_told_with_where_it_is() -> None:
    text = f"{ALLOW}\n1. Urges the Mission.\n\n2. Requests UNSMTA to report.\n"
    [unused] = [f for f in check_text(text).findings if f.rule == "unused-silence"]
    assert unused.message == f"{RULE} is allowed in OP 1, but there is nothing there to allow"
    assert unused.help == f"{RULE} finds something in OP 2: put the comment there, or take it out"
    assert text[unused.span.start : unused.span.end] == RULE


@pytest.mark.parametrize(
    "options",
    [
        {"select": ["dangling-reference", "silences"]},
        {"ignore": [RULE]},
        {"profile": "security-council/statement", "select": ["silences"]},
        {"ignore": ["silences"]},
    ],
)
def test_it_is_not_unused_where_its_rule_does_not_run(options: dict[str, list[str]]) -> None:
    text = f"{ALLOW}\n1. Urges the Mission.\n"
    result = check_text(text, **options)  # type: ignore[arg-type]
    assert [each for each in result.findings if each.family == "silences"] == []


def test_the_silence_of_a_pedantic_rule_is_unused_only_when_it_runs() -> None:
    text = "<!-- mandatelint: allow possessive-acronym: custom -->\n1. Urges the Mission.\n"
    assert told(text) == []
    assert told(text, pedantic=True) == [("unused-silence", "OP 1")]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("past-deadline", "1. Urges the Mission.\n"),
        ("dangling-reference", "The Security Council,\n\nUrges the Mission;\n\nDecides to act.\n"),
    ],
)
def test_it_is_not_unused_where_the_draft_lacks_what_its_rule_needs(rule: str, text: str) -> None:
    result = check_text(f"<!-- mandatelint: allow-file {rule}: agreed -->\n{text}")
    assert [each for each in result.findings if each.family == "silences"] == []


def test_with_a_date_a_deadline_that_is_none_is_told() -> None:
    text = "<!-- mandatelint: allow past-deadline: agreed -->\n1. Urges the Mission.\n"
    found = check_text(text, date=datetime.date(2026, 6, 18)).findings
    assert "unused-silence" in {each.rule for each in found}


def test_findings_about_silences_are_not_silenced() -> None:
    text = (
        "<!-- mandatelint: allow-file unknown-silence: why not -->\n"
        "<!-- mandatelint: alow undefined-acronym: known -->\n1. Urges the Mission.\n"
    )
    assert told(text) == [("unknown-silence", None), ("unknown-silence", "OP 1")]


def _unsilenced(text: str) -> FileResult:
    return check_source(Source(text), RULEBOOK, Settings())


def test_a_result_without_silences_is_the_same() -> None:
    result = _unsilenced("1. Requests UNSMTA to report.\n")
    assert silence(result, RULEBOOK, Settings()) is result


def test_a_text_that_is_no_draft_has_no_silences_at_fault() -> None:
    assert check_text(f"{ALLOW}\nA note.\n").findings == ()


def test_many_comments_take_time_in_proportion() -> None:
    def seconds(times: int) -> float:
        source = Source(f"{ALLOW}\n1. Requests UNSMTA to report under paragraph 7 below.\n" * times)
        settings = Settings(select=(RULE, "dangling-reference", "silences"))
        result = check_source(source, RULEBOOK, settings)
        spent = []
        for _ in range(3):
            begun = process_time()
            silence(result, RULEBOOK, settings)
            spent.append(process_time() - begun)
        return min(spent)

    assert seconds(1600) < 5 * 8 * seconds(200)
