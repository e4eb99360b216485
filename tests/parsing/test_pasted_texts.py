"""Drafts as they arrive: from converters, from e-mail, with the labels of negotiators."""

import pytest

from checker.draft import Draft, Kind
from checker.index.stage import stage_of
from tests.parsing.drafts import addresses, node, own_parts_cover_the_source, parse

ESCAPED = r"""*The Security Council*,

*Recalling* resolution 2500 \(2019\)\[\^2\],

1\. *Requests* the Secretary\-General\[^3\]:

\(a\) to report on paragraph 2 \(b\) below;
"""
REPLY = """\
Dear colleagues, the draft follows.

> The Security Council,
>
> 1. Decides to extend the
> mandate;
>
> 2. Decides:
> > (a) to act;
"""
CAPITALS = """\
UNITED NATIONS S/2026/412

THE SECURITY COUNCIL,
RECALLING its resolutions,
DETERMINED to act,
1. DECIDES to act;
2. REQUESTS that UNSMTA report.
"""
LABELLED = """\
The Security Council,

PP1 Recalling its resolutions,

[PP1bis. Welcoming the report,]

OP1 Decides:

(a) to act;

OP 2. Requests a report under
OP1 above;

OP2bis Encourages others;

OP3: Decides to remain seized of the matter.
"""


def shape(draft: Draft) -> list[str]:
    assert own_parts_cover_the_source(draft)
    return addresses(draft)


def test_escapes_and_footnote_marks_of_markdown_are_not_read() -> None:
    draft = parse(ESCAPED)
    assert shape(draft) == ["organ 1", "PP 1", "OP 1", "OP 1 (a)"]
    assert node(draft, "PP 1").text == "Recalling resolution 2500 (2019),"
    assert node(draft, "OP 1").text == "Requests the Secretary-General:"
    span = draft.mentions.references[0].span
    assert draft.source.slice(span) == r"paragraph 2 \(b\) below"


def test_footnotes_of_markdown_are_furniture() -> None:
    draft = parse(
        "1. Decides[^1] to act.\n\n[^1]: See the report\nof 2026.\n\n# Annex\n\n1. Ports\n"
    )
    assert shape(draft) == ["OP 1", "Annex", "Annex, OP 1"]
    assert "See the report" not in draft.reading.text


def test_a_draft_in_a_quotation_is_read_without_its_signs() -> None:
    draft = parse(REPLY)
    assert shape(draft) == ["organ 1", "OP 1", "OP 2", "OP 2 (a)"]
    assert node(draft, "OP 1").text == "Decides to extend the mandate;"


def test_a_draft_may_shout() -> None:
    draft = parse(CAPITALS)
    assert shape(draft) == ["organ 1", "PP 1", "PP 2", "OP 1", "OP 2"]
    assert [use.short for use in draft.mentions.acronyms] == ["UNSMTA"]


def test_negotiators_label_preambular_and_operative_paragraphs() -> None:
    draft = parse(LABELLED)
    assert shape(draft) == [
        *("organ 1", "PP 1", "PP 1 bis", "OP 1", "OP 1 (a)", "OP 2", "OP 2 bis", "OP 3"),
    ]
    assert node(draft, "PP 1 bis").id == "recital_1bis"
    assert node(draft, "OP 2").text == "Requests a report under OP1 above;"


@pytest.mark.parametrize("line", ["OP8 above is new", "PP 2 (b) above", "OP2's items"])
def test_a_line_that_speaks_of_a_paragraph_is_none(line: str) -> None:
    assert addresses(parse(f"1. Decides to act;\n\n{line};\n")) == ["OP 1", "OP 1, text 1"]


def test_numbers_after_a_colon_count_items_until_a_verb_goes_on() -> None:
    draft = parse(
        "1. Decides to act;\n\n2. Requests the Mission:\n\n   1. to report;\n\n   2. to advise:\n\n"
        "      a. the police;\n\n3. Encourages others;\n\n4. Decides to remain seized.\n"
    )
    assert shape(draft) == [
        *("OP 1", "OP 2", "OP 2 (1)", "OP 2 (2)", "OP 2 (2) a.", "OP 3", "OP 4"),
    ]


def test_the_symbol_under_a_cover_note_belongs_to_the_header() -> None:
    draft = parse(
        "Please comment.\n\n1. Today.\n\n---\n\nS/2026/412\n\nThe Security Council,\n\n"
        "1. Decides to act.\n"
    )
    assert draft.header.symbol is not None
    assert [n.text for n in draft.nodes if n.kind is Kind.HEADER][-1] == "S/2026/412"


def test_a_note_above_the_draft_does_not_date_it() -> None:
    draft = parse(
        "The mandate ends on 31 July 2026.\n\nRev.2 of 3 July 2026\n\nThe Security Council,\n\n"
        "1. Decides to act.\n"
    )
    assert draft.header.date is not None
    assert draft.header.date.value == "2026-07-03"


@pytest.mark.parametrize("words", ["the ~~second~~ report", "a report (S/2026/XXX)"])
def test_what_editing_left_behind_shows_a_text_in_negotiation(words: str) -> None:
    assert stage_of(parse(f"1. Welcomes {words}.\n"))[0] == "negotiation"


def test_who_proposes_words_is_no_acronym() -> None:
    draft = parse("1. Requests [US, UK + NZ: UNSMTA] to act;\n")
    assert "US" not in {use.short for use in draft.mentions.acronyms}
