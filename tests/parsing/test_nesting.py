"""Items become lists: markers of every kind, in any order of kinds."""

import pytest

from tests.parsing.drafts import addresses, parse


def items(*lines: str) -> list[str]:
    """Parse a paragraph with these lines under it and list the addresses below it."""
    draft = parse("7. Decides that the Mission shall:\n" + "\n".join(lines))
    return [address.removeprefix("OP 7") for address in addresses(draft) if address != "OP 7"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["(a) Protect;", "(i) Civilians;", "(ii) Staff;", "(b) Report."],
            [" (a)", " (a) (i)", " (a) (ii)", " (b)"],
            id="letters, then numerals",
        ),
        pytest.param(
            ["(i) Protection:", "(a) Patrol;", "(b) Guard;", "(ii) Support:", "(a) Train."],
            [" (i)", " (i) (a)", " (i) (b)", " (ii)", " (ii) (a)"],
            id="numerals, then letters",
        ),
        pytest.param(
            [f"({letter}) Act;" for letter in "abcdefghij"],
            [f" ({letter})" for letter in "abcdefghij"],
            id="i after h is a letter",
        ),
        pytest.param(
            ["", "(h) Act:", "(i) One;", "(ii) Two;"],
            [" (h)", " (h) (i)", " (h) (ii)"],
            id="i before ii is a numeral",
        ),
        pytest.param(
            ["- protect,", "- report;"], [", dash 1", ", dash 2"], id="dashes are counted"
        ),
        pytest.param(
            ["(a) Protect:", "- civilians,", "- staff;", "(b) Report."],
            [" (a)", " (a), dash 1", " (a), dash 2", " (b)"],
            id="dashes under a letter",
        ),
        pytest.param(
            ["a. Protect;", "i. Civilians;", "ii. Staff;", "b. Report."],
            [" a.", " a. i.", " a. ii.", " b."],
            id="markers with a full stop",
        ),
        pytest.param(["(1) One;", "(2) Two."], [" (1)", " (2)"], id="digits"),
        pytest.param(["", "(z) Last;", "(aa) More."], [" (z)", " (aa)"], id="aa after z"),
        pytest.param(["• One;", "• Two."], [", bullet 1", ", bullet 2"], id="bullets"),
        pytest.param(
            ["#### (a) Protection", "", "To protect civilians;", "", "## (b) Support"],
            [" (a)", " (a), text 1", " (b)"],
            id="items that are headings",
        ),
        pytest.param(
            ["", "#### Assets", "", "(a) Freeze;", "", "#### Travel", "", "(b) Prevent;"],
            [", heading 1", " (a)", ", heading 2", " (b)"],
            id="headings between items",
        ),
        pytest.param(
            ["(a) Protect,", "", "26-08606 3/17", "", "(b) Report."],
            [" (a)", " (b)"],
            id="a list that a page cut",
        ),
    ],
)
def test_depth_comes_from_the_order_of_markers(lines: list[str], expected: list[str]) -> None:
    assert items(*lines) == expected


def test_items_inside_a_sentence_are_none() -> None:
    assert items("(a) Support: (i) elections, (ii) courts and (iii) police;") == [" (a)"]


def test_a_first_item_may_stand_on_the_line_of_the_number() -> None:
    assert addresses(parse("4. (a) Underlines;\n(b) Requests.\n")) == [
        "OP 4",
        "OP 4 (a)",
        "OP 4 (b)",
    ]


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("7. Decides;", "OP 7"),
        ("- 7. Decides;", "OP 7"),
        ("  - **7.** Decides;", "OP 7"),
        ("7 bis. Decides;", "OP 7 bis"),
        ("7 quater. Decides;", "OP 7 quater"),
        ("[7. Decides;]", "OP 7"),
        ("[7 bis. Decides;]", "OP 7 bis"),
        ("7 Alt 1. Decides;", "OP 7 alt 1"),
        ("7. Alt 2 Decides;", "OP 7 alt 2"),
    ],
)
def test_paragraphs_are_numbered_in_many_ways(line: str, address: str) -> None:
    assert addresses(parse(line)) == [address]


def test_annexes_restart_numbering() -> None:
    draft = parse(
        "1. Decides to act.\n\nAnnex I\n\n1. First.\n2. Second.\n\nAnnex II\n\n1. Third.\n"
    )
    assert addresses(draft) == [
        "OP 1",
        "Annex I",
        "Annex I, OP 1",
        "Annex I, OP 2",
        "Annex II",
        "Annex II, OP 1",
    ]


def test_a_repeated_number_has_an_address_of_its_own() -> None:
    assert addresses(parse("1. Decides;\n1. Requests.\n")) == ["OP 1", "OP 1 #2"]


def test_a_single_paragraph_needs_no_number() -> None:
    draft = parse("The Security Council,\n\nHaving met,\n\nRecommends that he be appointed.\n")
    assert addresses(draft) == ["organ 1", "PP 1", "OP 1"]
    assert not draft.numbered


def test_a_statement_has_texts() -> None:
    draft = parse(
        "Statement by the President of the Security Council\n\n"
        "“The Security Council welcomes the report.\n\n“The Security Council regrets the delay.”\n"
    )
    assert addresses(draft) == ["text 1", "text 2"]


def test_operative_parts_under_one_number_have_addresses_of_their_own() -> None:
    text = "The General Assembly,\n\nRecalling,\n\n1. Decides;\n2. Requests.\n\n"
    draft = parse(f"A\n\n{text}B\n\n{text}")
    assert [address for address in addresses(draft) if "OP" in address] == [
        "Part A, OP 1",
        "Part A, OP 2",
        "Part B, OP 1",
        "Part B, OP 2",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Decides that UNSMTA, at the request of the Government, shall",
        "Decides that the tasks of UNSMTA shall include",
        "Requests the Secretary-General to",
        "Requests the Secretary-General, in his reports, to:",
        "Requests the Secretary-General and",
    ],
)
@pytest.mark.parametrize("page", ["", "\n26-08606 3/17\n\n"], ids=["on one page", "over two"])
def test_a_list_needs_no_colon_before_it(lead: str, page: str) -> None:
    draft = parse(
        f"1. {lead}\n(a) observe the\nelections;\n(b) advise on:\n(i) courts;\n(ii) the police;\n"
        f"{page}(c) support:\n(i) schools;\n(ii) hospitals;\n2. Encourages others.\n"
    )
    assert addresses(draft) == [
        *("OP 1", "OP 1 (a)", "OP 1 (b)", "OP 1 (b) (i)", "OP 1 (b) (ii)"),
        *("OP 1 (c)", "OP 1 (c) (i)", "OP 1 (c) (ii)", "OP 2"),
    ]


def test_a_list_of_bullets_needs_no_colon_before_it() -> None:
    draft = parse("1. Requests UNSMTA to protect\n• women;\n• children;\n2. Encourages others.\n")
    assert addresses(draft) == ["OP 1", "OP 1, bullet 1", "OP 1, bullet 2", "OP 2"]


@pytest.mark.parametrize(
    "lines",
    [
        ["(a) Report on the measures in", "(a) above;", "(b) Advise."],
        ["(a) Report on paragraph 3", "(i) below;", "(b) Advise on", "(ii) thereof."],
        [f"(a) Report {'again and ' * 8} again", "(i) and (ii) below;", "(b) Advise."],
        ["(a) Support by", "(i) patrols, (ii) posts and (iii) advice;", "(b) Report."],
        ["(a) Support by", "(i) patrols and", "(ii) posts thereof;", "(b) Report."],
    ],
)
def test_a_wrapped_line_that_begins_with_a_label_is_no_item(lines: list[str]) -> None:
    assert items(*lines) == [" (a)", " (b)"]


def test_a_reference_at_the_beginning_of_a_line_announces_no_list() -> None:
    draft = parse("1. Decides that, as set out in paragraph 4\n(a) above, it will:\n(b) act;\n")
    assert "(a) above" in draft.nodes[0].text
