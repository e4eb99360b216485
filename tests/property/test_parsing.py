"""Properties of parsing that hold of any text."""

from hypothesis import given
from hypothesis import strategies as st

from checker.index import build_index
from checker.parsing import parse_source
from checker.source import Source
from tests.parsing.drafts import own_parts_cover_the_source, parse

_WORDS = st.sampled_from(
    [
        "The Security Council,",
        "Recalling its resolution 2500 (2019),",
        "1. ",
        "2. Decides",
        "7 bis. ",
        "(a) ",
        "(i) ",
        "- ",
        "# ",
        "Annex I",
        "paragraph 3 (a) above",
        "paragraphs 2 to 4 of resolution 2374 (2017)",
        "30 June 2026",
        "the Mission (UNSMTA)",
        "UNSMTA",
        "S/2026/412",
        "26-08606 3/17",
        "**",
        "_",
        "[",
        "]",
        ";",
        ".",
        ",",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\f",
        "\u200e",
        "\u00a0",
        "<!--",
        "-->",
    ]
)
drafts = st.one_of(st.text(), st.lists(_WORDS, max_size=60).map("".join))


@given(drafts)
def test_the_own_parts_of_all_nodes_cover_every_character_once(text: str) -> None:
    assert own_parts_cover_the_source(parse(text))


@given(drafts)
def test_addresses_are_unique(text: str) -> None:
    addresses = [node.address for node in parse(text).nodes if node.address]
    assert len(addresses) == len(set(addresses))


@given(drafts)
def test_every_mention_lies_in_the_source_and_is_not_empty(text: str) -> None:
    mentions = parse(text).mentions
    for mention in (
        *mentions.references,
        *mentions.citations,
        *mentions.symbols,
        *mentions.dates,
        *mentions.introductions,
        *mentions.acronyms,
    ):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


@given(drafts)
def test_the_way_to_the_source_and_back_is_one(text: str) -> None:
    reading = parse(text).reading
    for offset, character in enumerate(reading.text):
        if not character.isspace():
            assert text[reading.origin(offset)] == character
            assert reading.stretch(reading.span(offset, offset + 1)) == (offset, offset + 1)


@given(drafts)
def test_any_text_has_an_index(text: str) -> None:
    index = build_index(parse_source(Source(text)))
    assert len(index.pointers) >= len(index.draft.mentions.references)
    assert all(form.introductions or form.uses for form in index.short_forms)
