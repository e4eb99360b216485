"""What the tables hold of a draft."""

import json
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.index import build_index
from checker.index.pointers import Outcome
from checker.mentions import Whose
from checker.parsing import parse_source
from checker.reader import read_draft
from checker.source import Source
from checker.tables import tables_of
from checker.tables.rows import DateRow
from tests.tables.drafts import example, paragraphs, tables

_LINES = st.lists(
    st.sampled_from(
        [
            "1. Recalls paragraph 2 below and paragraphs 1 and 3 above;\n",
            "2. Decides to extend the mandate of UNSMTA until 30 June 2027;\n",
            "2. Requests a report every six months of the Mission (UNSMTA) on paragraph 9;\n",
            "(a) within 30 days of paragraph (b) of resolution 2374 (2017) (S/2026/3);\n",
            "Annex I\n",
            "26-08606 3/17\n",
            'the measures ("the Measures") in paragraph 1 of annex I, the Measures\n',
            "\n",
        ]
    ),
    max_size=12,
).map("".join)


@given(st.one_of(st.text(), _LINES))
def test_every_mention_of_a_draft_is_in_its_tables_once(text: str) -> None:
    draft = parse_source(Source(text))
    index = build_index(draft)
    found = tables_of(index)
    mentions = draft.mentions
    assert [row.place.span for row in found.references] == [one.span for one in mentions.references]
    absolute = [row.place.span for row in found.dates if isinstance(row, DateRow)]
    assert absolute == [date.span for date in mentions.dates]
    cited = [place.span for row in found.resolutions for place in row.places]
    assert sorted(cited) == sorted(citation.span for citation in mentions.citations)
    introduced = {one.place.span for row in found.acronyms for one in row.introductions}
    assert introduced == {one.span for one in mentions.introductions}


@given(_LINES)
def test_places_lie_in_the_source_in_reading_order(text: str) -> None:
    found = tables(text)
    for rows in (found.references, found.dates):
        spans = [row.place.span for row in rows]
        assert spans == sorted(spans)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_reference_stands_beside_its_targets() -> None:
    text = paragraphs("Urges peace;", "Recalls paragraphs 1 above and 3 and 9 below;", "Ends.")
    (row,) = tables(text).references
    assert row.whose is Whose.THIS
    assert [(target.label, target.direction, target.resolves) for target in row.targets] == [
        ("1", "above", True),
        ("3", "below", True),
        ("9", "below", False),
    ]
    assert [place.words for target in row.targets for place in target.found] == [
        "Urges peace;",
        "Ends.",
    ]


def test_a_range_has_both_of_its_ends() -> None:
    text = paragraphs("Urges peace;", "Urges trade;", "Recalls paragraphs 1 to 2 above.")
    (target,) = tables(text).references[0].targets
    assert [place.address for place in target.found] == ["OP 1", "OP 2"]


def test_the_paragraph_of_another_text_is_marked_as_such() -> None:
    (row,) = tables(paragraphs("Recalls paragraph 1 of resolution 2374 (2017);")).references
    assert (row.whose, row.instrument) == (Whose.OTHER, "resolution 2374 (2017)")
    assert [(target.outcome, target.resolves) for target in row.targets] == [
        (Outcome.ELSEWHERE, None)
    ]


def test_a_missing_item_is_named() -> None:
    text = paragraphs("Decides:\n\n(a) to go;\n\n(b) to stay;", "Recalls paragraph 1 (d) above.")
    (target,) = tables(text).references[0].targets
    assert (target.resolves, target.missing) == (False, "1 (d)")


def test_a_date_has_the_verb_of_its_clause_and_what_it_concerns() -> None:
    found, _ = example("clean/renewal.md")
    rows = {row.place.words: row for row in found.dates}
    assert (rows["30 June 2027"].verb, rows["30 June 2027"].concerns) == (
        "decides",
        "the mandate of UNSMTA",
    )
    letter = rows["9 June 2026"]
    assert isinstance(letter, DateRow)
    assert (letter.verb, letter.word, letter.document) == ("taking", "of", "S/2026/388")
    review = rows["31 March 2027"]
    assert review.concerns.endswith("a strategic review of UNSMTA with benchmarks")


def test_dates_and_relative_deadlines_stand_in_reading_order() -> None:
    text = paragraphs("Requests a report every two months, by 3 May 2027, within a week of peace;")
    assert [row.place.words for row in tables(text).dates] == [
        "every two months",
        "3 May 2027",
        "within a week of peace",
    ]


def test_all_introductions_of_an_acronym_are_listed() -> None:
    found, _ = example("faulty/renewal.md")
    rows = {row.name: row for row in found.acronyms}
    assert [one.long for one in rows["NEA"].introductions] == [
        "National Electoral Authority",
        "National Elections Agency",
    ]
    assert rows["JCC"].introductions == ()
    assert [use.address for use in rows["JCC"].uses] == ["OP 3", "OP 11 (a) (i)", "OP 11 (a) (ii)"]


@pytest.mark.parametrize(
    ("words", "long"),
    [
        ('Recalls the Accord on Peace in Merrin ("the Accord")', "Accord on Peace in Merrin"),
        ('Thanks the new Sarn Basin Secretariat ("the Secretariat")', "Sarn Basin Secretariat"),
        (
            'Urges the Government and the northern armed groups ("the Merrin parties")',
            '"... the northern armed groups"',
        ),
        ("Thanks the B5 Basin joint force (FC-B5X)", '"... B5 Basin joint force"'),
    ],
)
def test_a_short_form_has_a_name_before_it_or_a_quotation(words: str, long: str) -> None:
    rows = tables(paragraphs(f"{words};")).acronyms
    (row,) = (row for row in rows if row.introductions)
    assert [one.long for one in row.introductions] == [long]


def test_uses_of_a_quoted_term_are_found_by_its_words() -> None:
    text = paragraphs(
        'Recalls the Accord of Ostra ("the Ostra Accord") and those who signed it;',
        "Urges respect for the Ostra Accord’s terms, whatever Ostra Accords are, not an accord;",
    )
    (row,) = (row for row in tables(text).acronyms if row.quoted)
    assert row.name == "Ostra Accord"
    assert [use.words for use in row.uses] == ["Ostra Accord’s", "Ostra Accords"]


def test_citations_are_grouped_by_number_and_symbol() -> None:
    text = paragraphs(
        "Recalls resolutions 2790 (2025) and 2391 (2017) and the report of 3 May 2026 (S/2026/3);",
        "Recalls resolution 2790 (2024), resolution 2391 and document S/2026/3.",
    )
    found = tables(text)
    assert [(row.number, row.years, row.undated) for row in found.resolutions] == [
        ("2790", (2025, 2024), 0),
        ("2391", (2017,), 1),
    ]
    (document,) = found.documents
    assert (document.symbol, document.dates, len(document.places)) == (
        "S/2026/3",
        ("3 May 2026",),
        2,
    )


def test_the_symbol_of_the_draft_is_no_citation() -> None:
    found, _ = example("clean/rollover.md")
    assert [row.symbol for row in found.documents] == ["S/2026/379"]


def test_a_mention_that_a_page_cuts_has_parts() -> None:
    text = (
        "The Security Council,\n\n1. Urges peace;\n\n"
        "2. Recalls what stands in paragraph\n\n26-08606 3/17\n\n1 above and ends.\n"
    )
    (row,) = tables(text).references
    assert row.place.words == "paragraph 1 above"
    assert [text[part.start : part.end] for part in row.place.parts] == [
        "paragraph",
        "1 above",
    ]


def test_the_tables_of_the_first_draft_are_what_a_reader_counted(shared: Path) -> None:
    draft = shared / "corpus" / "drafts" / "md" / "S_2020_600.md"
    shape = json.loads((shared / "labels" / "S_2020_600.shape.json").read_text("utf-8"))
    source = read_draft(draft)
    found = tables_of(build_index(parse_source(source)))
    internal = [row for row in found.references if row.whose is not Whose.OTHER]
    assert [
        [
            source.position(row.place.span.start).line,
            row.place.words,
            ", ".join(target.found[0].address or "" for target in row.targets),
        ]
        for row in internal
    ] == shape["internal_references"]
    assert len(found.references) - len(internal) == len(shape["external_references"])
    introduced = sorted(
        one.place.words for row in found.acronyms if not row.quoted for one in row.introductions
    )
    assert introduced == sorted(chain(*shape["acronym_definitions"].values()))
    ends = [
        row.day.isoformat()
        for row in found.dates
        if isinstance(row, DateRow) and row.thing and row.day
    ]
    assert ends == [shape["mandate_end"]]
    assert [row.place.words for row in found.dates if not isinstance(row, DateRow)] == [
        "every three months after the adoption of this resolution",
        "every six months",
    ]
