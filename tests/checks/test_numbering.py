"""What the pages of numbering cannot show."""

import pytest

from checker.checks import find_check
from checker.checks.endings import ParagraphPunctuation
from checker.evidence import Evidence
from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.source import Source


def index_of(text: str) -> Index:
    return build_index(parse_source(Source(text)))


def numbered(*numbers: str) -> Index:
    return index_of("The Security Council,\n\n" + paragraphs(*numbers))


def paragraphs(*numbers: str) -> str:
    return "".join(f"{number}. Urges restraint;\n\n" for number in numbers)


def listed(*labels: str) -> Index:
    items = "".join(f"{label} to observe the ceasefire;\n\n" for label in labels)
    return index_of(f"1. Decides that UNSMTA shall have the following tasks:\n\n{items}")


def evidence(name: str, index: Index, options: object = None) -> list[Evidence]:
    check = find_check(name)
    assert check is not None
    return list(check.run(index, options))


def found(name: str, index: Index) -> list[tuple[str, str]]:
    """Return the case and the words of everything that a check finds."""
    return [(e.case, index.draft.source.slice(e.span)) for e in evidence(name, index)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("1 2 4 5", [("gap", "4.")]),
        ("1 2 6 7", [("gaps", "6.")]),
        ("2 3 4", [("start", "2.")]),
        ("1 2 2 3", [("repeated", "2.")]),
        ("1 2 2 4", [("repeated", "2.")]),
        ("1 2 4 4 5", [("misnumbered", "4.")]),
        ("1 2 30 4", [("misnumbered", "30.")]),
        ("1 3 2 4", [("misplaced", "2.")]),
        ("1 2 4 5 7", [("gap", "4."), ("gap", "7.")]),
    ],
)
def test_one_wrong_number_is_one_fault(numbers: str, expected: list[tuple[str, str]]) -> None:
    assert found("paragraph-numbering", numbered(*numbers.split())) == expected


@pytest.mark.parametrize(
    "numbers",
    [
        ["1", "2", "2 bis", "2 ter", "3"],
        ["1", "2 alt 1", "2 alt 2", "3"],
        ["1", "2 bis", "3"],
    ],
)
def test_what_negotiation_puts_between_numbers_breaks_none(numbers: list[str]) -> None:
    assert not found("paragraph-numbering", numbered(*numbers))


def test_a_second_part_of_the_text_may_begin_with_one() -> None:
    first, second = paragraphs("1", "2"), paragraphs("1", "2", "4")
    text = f"The Security Council,\n\n{first}The Security Council,\n\n{second}"
    assert found("paragraph-numbering", index_of(text)) == [("gap", "4.")]


def test_a_paragraph_run_into_the_one_before_is_not_missing() -> None:
    text = "1. Urges restraint; 2. Calls for calm;\n\n" + paragraphs("3", "4")
    assert not found("paragraph-numbering", index_of(text))


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        ("1 3", "2"),
        ("1 4", "2 and 3"),
        ("1 5", "2 to 4"),
        ("1 6 4 7", "2, 3 and 5"),
        ("1 9 6 10", "2 to 5, 7 and 8"),
    ],
)
def test_no_number_is_called_missing_that_is_there(numbers: str, missing: str) -> None:
    gap, *_ = evidence("paragraph-numbering", numbered(*numbers.split()))
    assert gap.values["missing"] == missing


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("(a) (c) (d)", [("gap", "(c)")]),
        ("(i) (ii) (iv)", [("gap", "(iv)")]),
        ("(b) (c)", [("start", "(b)")]),
        ("(a) (b) (b) (c)", [("repeated", "(b)")]),
        ("(a) (a) (b)", [("repeated", "(a)")]),
        ("(a) (b) (c) (d) (e) (f) (g) (h) (i) (j)", []),
        ("(a) (b) (c) (d) (e) (f) (g) (i) (j)", [("gap", "(i)")]),
        ("- - -", []),
    ],
)
def test_items_follow_their_letters(labels: str, expected: list[tuple[str, str]]) -> None:
    assert found("item-sequence", listed(*labels.split())) == expected


def test_a_closed_sentence_announces_no_list() -> None:
    text = "1. Urges restraint;\n\n(ii) Exceptions\n\n2. Calls for calm;\n"
    assert not found("item-sequence", index_of(text))


def test_a_mark_is_replaced_where_it_stands() -> None:
    text = paragraphs("1", "2") + "3. Calls for *calm*.12\n\n" + paragraphs("4", "5")
    index = index_of(text + "6. Decides to remain seized of the matter.\n")
    (finding,) = evidence("paragraph-punctuation", index, ParagraphPunctuation())
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    after = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert "3. Calls for *calm*;12\n" in after


def test_an_and_before_the_last_paragraph_is_no_part_of_the_mark() -> None:
    text = "1. Urges calm;\n\n2. Urges restraint;\n\n3. Calls for talks; and,\n\n"
    index = index_of(f"{text}4. Urges peace;\n\n5. Decides to remain seized of the matter.\n")
    assert not evidence("paragraph-punctuation", index, ParagraphPunctuation())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a] and [b]", ["[a]", "[b]"]),
        ("[a [b] c]", ["[b]", "[a [b] c]"]),
        ("a [b", ["[b"]),
        ("a b] c", ["b]"]),
        ("a [link](https://example.org) and a note[12]", []),
        ("about [12] months", ["[12]"]),
        ("“all [these] parties”", []),
        ("[and/or]", ["[and/or]"]),
    ],
)
def test_brackets_of_negotiation_are_told_from_others(text: str, expected: list[str]) -> None:
    index = index_of(f"1. Recalls {text};\n\n2. Decides to remain seized of the matter.\n")
    assert [words for _, words in found("square-brackets", index)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[XX] months", ["[XX]"]),
        ("S/RES/XXXX (2031)", ["S/RES/XXXX"]),
        ("Chapters XX and XXI", []),
        ("decision AU/Dec.605 (XX)", []),
        ("the XXX session", []),
        ("XXX persons", ["XXX"]),
        ("resolution … (2031)", ["…"]),
        ("“to respect … the ceasefire”", []),
        ("by ___ 2031", ["___"]),
        ("Commented [AB1]: why?", ["Commented [AB1]:"]),
        ("{++new++} words", ["{++"]),
    ],
)
def test_placeholders_are_told_from_numerals(text: str, expected: list[str]) -> None:
    index = index_of(f"1. Recalls {text};\n\n2. Decides to remain seized of the matter.\n")
    assert [words for _, words in found("placeholder", index)] == expected


def test_a_seized_clause_without_a_full_stop_is_long_enough_to_be_told() -> None:
    index = index_of(f"{paragraphs('1', '2')}3. Decides to remain seized of the matter\n")
    ending = evidence("paragraph-punctuation", index, ParagraphPunctuation())
    assert [one.case for one in ending] == ["last"]
