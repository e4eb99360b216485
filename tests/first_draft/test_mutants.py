"""One accident at a time in the first draft: the right rule says so, and nothing else changes."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

from checker import check_text
from checker.findings import FileResult

Accident = Callable[[str], str]


def replaced(old: str, new: str) -> Accident:
    """Replace words that stand in the draft once."""

    def accident(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        return text.replace(old, new)

    return accident


def deleted(number: int) -> Accident:
    """Delete a paragraph of one line and renumber those behind it, references left alone."""

    def accident(text: str) -> str:
        lines = text.split("\n")
        (gone,) = [i for i, line in enumerate(lines) if re.match(rf"[- ]*{number}\. ", line)]
        del lines[gone]
        return re.sub(
            r"(?m)^([- ]*)(\d+)(\. )",
            lambda m: f"{m[1]}{int(m[2]) - (int(m[2]) > number)}{m[3]}",
            "\n".join(lines),
        )

    return accident


def skipped_letter(text: str) -> str:
    """Call items (c) to (f) of paragraph 28 (d) to (g)."""
    start, end = text.index("- 28. Decides"), text.index("29. Further authorizes")
    list_ = re.sub(
        r"(?m)^([-# ]*)\(([c-f])\)", lambda m: f"{m[1]}({chr(ord(m[2]) + 1)})", text[start:end]
    )
    return text[:start] + list_ + text[end:]


DELETION = deleted(25)
ACCIDENTS = [
    pytest.param(
        replaced("paragraph 62 below", "paragraph 72 below"),
        ("dangling-reference", "OP 41", "paragraph 72 below"),
        id="a reference beyond the end",
    ),
    pytest.param(
        replaced("paragraph 30 above", "paragraph 29 (c) above"),
        ("dangling-reference", "OP 31", "paragraph 29 (c) above"),
        id="a reference to a missing item",
    ),
    pytest.param(
        replaced("paragraph 62 below", "paragraph 62 above"),
        ("wrong-direction", "OP 41", "paragraph 62 above"),
        id="a flipped direction",
    ),
    pytest.param(
        DELETION,
        ("self-reference", "OP 30", "paragraph 30 above"),
        id="a paragraph deleted, so that a reference means itself",
    ),
    pytest.param(
        replaced(" (HRDDP)", ""),
        ("undefined-acronym", "OP 31", "HRDDP"),
        id="an introduction removed",
    ),
    pytest.param(
        replaced("19 June 2018", "31 June 2018"),
        ("impossible-date", "OP 55", "31 June 2018"),
        id="an impossible date",
    ),
    pytest.param(
        replaced("MINUSMA until 30 June 2021", "MINUSMA until 30 June 2019"),
        ("past-deadline", "OP 16", "30 June 2019"),
        id="a mandate end before the draft's date",
    ),
    pytest.param(
        replaced("2364 (2017)", "2364 (2015)"),
        ("resolution-year-mismatch", "PP 16", "2364 (2015)"),
        id="a wrong year of a resolution",
    ),
    pytest.param(
        replaced("Acting under Chapter VII of the Charter of the United Nations,\n\n", ""),
        ("missing-chapter-vii", "OP 18", "all necessary means"),
        id="all necessary means without Chapter VII",
    ),
    pytest.param(
        skipped_letter,
        ("broken-item-sequence", "OP 28 (d)", "(d)"),
        id="an item letter skipped",
    ),
]


def seen(result: FileResult) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.quote) for finding in result.findings)


def without_displaced(found: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Leave out the other references that a deletion displaced: each of them is wrong as well."""
    return Counter({key: count for key, count in found.items() if key[0] != "mismatched-reference"})


@pytest.mark.parametrize(("accident", "expected"), ACCIDENTS)
def test_an_accident_is_reported_at_its_place_and_nothing_else_changes(
    accident: Accident, expected: tuple[str, str, str], text: str, result: FileResult
) -> None:
    mutant = check_text(accident(text), pedantic=True)
    new = seen(mutant) - seen(result)
    if accident is DELETION:
        new = without_displaced(new)
    gone = seen(result) - seen(mutant)
    rule, address, quote = expected
    assert (dict(new), dict(gone)) == ({(rule, quote): 1}, {})
    (finding,) = [f for f in mutant.findings if (f.rule, f.quote) == (rule, quote)]
    assert finding.address == address


@pytest.mark.parametrize("number", [1, 2, 4, 6, 10, 13, 15, 18, 21, 27])
def test_a_deleted_paragraph_is_noticed_wherever_it_stood(
    number: int, text: str, result: FileResult
) -> None:
    mutant = check_text(deleted(number)(text), pedantic=True)
    new = seen(mutant) - seen(result)
    rules = {rule for rule, _ in new if rule in {"self-reference", "wrong-direction"}}
    assert rules
