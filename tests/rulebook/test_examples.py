"""The examples of a page are its tests."""

from collections.abc import Callable

import pytest

from checker.rulebook import Rule, load_rulebook
from checker.rulebook.examples import problems_of

House = Callable[..., Rule]

FIXABLE = (
    ("forbidden-phrase", "preferred-phrase"),
    ('phrases = ["robust {mandate|posture}"]', 'phrases = {"robust posture" = "strong posture"}'),
    ('help = "name the task"', 'fix = "write {preferred}"'),
    ("a robust mandate", "a sturdy mandate"),
    (
        "                            ^^^^^^^^^^^^^^       ^",
        "                                                 ^",
    ),
)
FIXED = """
## Fixed

```draft
1. Decides that UNSMTA shall have a strong posture;
```
"""


def fixable(page: str) -> str:
    for old, new in FIXABLE:
        assert old in page
        page = page.replace(old, new)
    return page + FIXED


def problems(rule: Rule) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in problems_of(rule)]


@pytest.mark.parametrize("rule", load_rulebook().rules, ids=lambda rule: rule.name)
def test_every_built_in_page_is_true(rule: Rule) -> None:
    assert problems(rule) == []


def test_a_true_page_has_no_problem(page: str, house: House) -> None:
    assert problems(house(page)) == []


def test_a_fix_gives_the_fixed_text(page: str, house: House) -> None:
    assert problems(house(fixable(page))) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("have a robust", "have a strong", 22, 'nothing was found at "strong posture"'),
        (" " * 36 + "^" * 14 + "\n", "", 21, "nothing is marked in this example"),
        ("robust growth", "robust posture", 38, 'not marked, but found: "robust posture"'),
        ("patrol the", "patrol  the", None, ""),
        ("1. Welcomes the robust growth of", "Of", 37, "this example is no draft"),
        ("## Why", "## Settings", 1, 'there is no section "Why"'),
        ("A mandate names tasks, not a posture.", "", 1, "does not say what the rule asks for"),
    ],
)
def test_an_untrue_page_is_told_where(
    old: str, new: str, line: int | None, message: str, page: str, house: House
) -> None:
    assert old in page
    found = problems(house(page.replace(old, new, 1)))
    if line is None:
        assert found == []
    else:
        assert any(at == line and message in text for at, text in found), found


def test_two_examples_of_each_sort_are_needed(page: str, house: House) -> None:
    short = page[: page.rindex("```draft")]
    assert problems(house(short)) == [(1, "Accepted: at least 2 examples are needed")]


def test_an_example_stands_once(page: str, house: House) -> None:
    again = page + "\n```draft\n1. Decides that UNSMTA shall patrol the Merrin valley;\n```\n"
    assert problems(house(again)) == [(41, "this example stands in the page already")]


def test_another_fixed_text_is_told(page: str, house: House) -> None:
    wrong = fixable(page).replace("a strong posture;", "a stronger posture;")
    [(_, message)] = problems(house(wrong))
    assert message.startswith("the fix gives another text")


def test_a_fixed_text_needs_a_fix(page: str, house: House) -> None:
    [(_, message)] = problems(house(page + FIXED))
    assert message == "there is a text under Fixed, but the rule has no fix"


def test_a_fence_sets_profile_and_stage(page: str, house: House) -> None:
    limited = page.replace("help =", 'profiles = ["security-council/mandate"]\nhelp =')
    other = limited + (
        "\n```draft profile=security-council/thematic stage=negotiation\n"
        "1. Decides that UNSMTA shall have a robust mandate;\n```\n"
    )
    assert problems(house(other)) == []
