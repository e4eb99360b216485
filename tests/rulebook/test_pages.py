"""A rule page is read as it is meant, or refused with the line that is wrong."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.findings import Severity
from checker.rulebook import Rule, RulebookError, load_folder, load_rulebook

House = Callable[..., Rule]


def test_a_page_becomes_a_rule(page: str, house: House) -> None:
    rule = house(page)
    assert (rule.name, rule.family, rule.severity) == (
        "vague-posture",
        "wording",
        Severity.WARNING,
    )
    assert rule.summary == "A mandate names tasks, not a posture."
    assert rule.prose.startswith("# vague-posture\n")
    assert not rule.pedantic


def test_a_rule_can_be_kept(page: str, house: House) -> None:
    rule = house(page)
    assert pickle.loads(pickle.dumps(rule)) == rule  # noqa: S301 -- our own bytes


def test_a_severity_may_depend_on_the_stage(page: str, house: House) -> None:
    table = 'severity = {final = "error", negotiation = "info"}'
    rule = house(page.replace('severity = "warning"', table))
    assert rule.severities == {"final": Severity.ERROR, "negotiation": Severity.INFO}


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("help =", "hepl =", 5, 'there is no key "hepl": did you mean "help"?'),
        ('"warning"', '"grave"', 2, "severity must be error, warning or info"),
        ('"warning"', '{finale = "info"}', 2, "severity must be error, warning or info"),
        ('"warning"', "3", 2, "severity must be error, warning or info"),
        ('"name the task"', "7", 5, "help must be a text"),
        ("forbidden-phrase", "forbiden-phrase", 3, 'did you mean "forbidden-phrase"?'),
        ('message = "', 'massage = "', 4, 'did you mean "message"?'),
        ("{phrase}", "{phrase.upper}", 4, "a placeholder is written {name}"),
        ("{phrase}", "{phrase", 4, "a placeholder is written {name}"),
        ("phrases =", "phrase =", 8, 'has no option "phrase": did you mean "phrases"?'),
        ('["robust {mandate|posture}"]', '"robust"', 8, "phrases must be a list"),
        (
            '["robust {mandate|posture}"]',
            '["robust", 7]',
            8,
            "phrases (in the list) must be a text",
        ),
        ('["robust {mandate|posture}"]', '["robust {mandate"]', 7, "are not balanced"),
        ('["robust {mandate|posture}"]', '["a"]\nonce = "yes"', 9, "once must be true or false"),
        ("help =", 'profiles = ["securty-council/*"]\nhelp =', 5, "no profile fits"),
        ("help =", "help", 5, "not valid TOML"),
        ("{phrase}", "{prase}", 4, 'gives no value "prase": did you mean "phrase"?'),
        ('"name the', '"{what}: the', 5, 'gives no value "what": it gives phrase, address'),
        ("help =", 'related = { othr = "x" }\nhelp =', 5, 'no role "othr": did you mean "other"?'),
        ("help =", 'fix = { missing = "x" }\nhelp =', 5, 'fix: the check "forbidden-phrase"'),
        ("# vague-posture", "# vague-postures", 11, 'the page is "vague-posture"'),
        ("# vague-posture\n", "", 9, 'the heading "# vague-posture" is missing'),
        (
            "## Accepted",
            "## Acepted",
            31,
            'there is no section "Acepted": did you mean "Accepted"?',
        ),
        ("```draft\n1. Wel", "```draft stag=final\n1. Wel", 37, 'did you mean "stage"?'),
        ("```draft\n1. Wel", "```draft date=2020\n1. Wel", 37, "is no day"),
        ("```draft\n1. Wel", "```draft stage=last\n1. Wel", 37, 'there is no stage "last"'),
        ("^^^^\n```\n\n```", "^^^^^^^^\n```\n\n```", 23, "beyond the end of the line above"),
    ],
)
def test_a_fault_is_refused_with_its_line(
    old: str, new: str, line: int, message: str, page: str, house: House
) -> None:
    assert old in page
    with pytest.raises(RulebookError) as refused:
        house(page.replace(old, new, 1))
    assert refused.value.path.endswith("vague-posture.md")
    assert message in refused.value.message
    assert refused.value.line == line


def test_a_missing_key_is_named(page: str, house: House) -> None:
    with pytest.raises(RulebookError, match='the key "severity" is missing'):
        house(page.replace('severity = "warning"\n', ""))


def test_the_options_that_are_missing_are_named_at_the_check(page: str, house: House) -> None:
    with pytest.raises(RulebookError, match='the key "phrases" is missing') as refused:
        house(page.replace('[options]\nphrases = ["robust {mandate|posture}"]\n', ""))
    assert refused.value.line == 3


def test_a_name_is_small_letters_and_hyphens(page: str, house: House) -> None:
    with pytest.raises(RulebookError, match="is no name for a rule"):
        house(page, name="Vague_Posture")


def test_one_name_stands_for_one_rule(page: str, house: House) -> None:
    house(page, family="wording")
    with pytest.raises(RulebookError, match="already"):
        house(page, family="style")


def test_a_folder_must_be_there_and_hold_pages(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="no such folder"):
        load_folder(tmp_path / "nowhere")
    (tmp_path / "README.md").write_text("Our rules.", "utf-8")
    with pytest.raises(RulebookError, match="no rule page"):
        load_folder(tmp_path)


def test_pages_may_stand_in_the_folder_itself(page: str, tmp_path: Path) -> None:
    folder = tmp_path / "style"
    folder.mkdir()
    (folder / "vague-posture.md").write_text(page, "utf-8")
    assert [(rule.family, rule.name) for rule in load_folder(folder)] == [
        ("style", "vague-posture")
    ]


def test_house_rules_stand_among_the_others(page: str, house: House, tmp_path: Path) -> None:
    house(page)
    book = load_rulebook([tmp_path / "house"])
    assert "wording" in book.families
    assert book.get("vague-posture") in book.rules
    assert book.nearest("vague-postures") == "vague-posture"
    assert list(book.rules) == sorted(book.rules, key=lambda rule: (rule.family, rule.name))
