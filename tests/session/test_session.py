"""A session finds what a check by itself finds, whatever was edited."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import Session, UnknownRuleError, check_text
from checker.memory import Memory
from checker.parsing import Parser, parse_source
from checker.reader import read_draft
from checker.source import Source
from tests.corpus.texts import corpus_files
from tests.property.drafts import drafts, layouts
from tests.property.test_parsing import drafts as scraps
from tests.property.writing import Layout, Written
from tests.session.edits import KINDS

_ROOT = Path(__file__).resolve().parents[2]
_EXAMPLES = sorted((_ROOT / "examples").rglob("*.md"))
_SHARED = _ROOT.parent / "shared"
DRAFT = """\
United Nations S/2026/412

18 June 2026

The Security Council,

Recalling its resolution 2378 (2017),

1. Decides to extend the mandate of the Mission in Talvania until 30 June 2027;

2. Requests the Mission to report on paragraph 1 above;

3. Decides to remain seized of the matter.
"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_edit_gives_what_a_check_by_itself_gives(kind: str) -> None:
    chance = Random(kind)  # noqa: S311 -- repeatable, not secret
    for path in _EXAMPLES:
        text = read_draft(path).text
        session = Session(pedantic=True)
        session.check(text)
        for _ in range(3):
            edited = KINDS[kind](text, chance)
            assert session.check(edited) == check_text(edited, pedantic=True)


@given(drafts, layouts, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_many_edits_one_after_the_other(written: Written, layout: Layout, chance: Random) -> None:
    text = written.text(layout)
    session = Session(profile=written.profile, pedantic=True)
    for _ in range(8):
        expected = check_text(text, profile=written.profile, pedantic=True)
        assert session.check(text) == expected
        text = KINDS[chance.choice(sorted(KINDS))](text, chance)


@given(st.lists(scraps, min_size=2, max_size=4))
@settings(deadline=None)
def test_texts_that_have_nothing_to_do_with_each_other(texts: list[str]) -> None:
    _assert_parsed_alike(texts)


_FAR = "\n\nRecalling its previous resolutions on the situation in Talvania," * 20
_MANY = "\n\nStressing paragraph 3 above," * 40


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "the Joint Force of Talvania\n\n(JFT) shall",
            "the Joint Farce of Talvania\n\n(JFT) shall",
        ),
        ("AU-UN{far}\n\nthe force", "AU-UN{far}\n\nthe force (AU-UN)"),
        ("DECIDES to act{far}\n\nUrges", "DECIDES to act{far}\n\nNOTING\n\nRECALLS a\n\nURGES"),
        ("Annex I\n\nParagraph 3 shall{far}", "Annexe\n\nParagraph 3 shall{far}"),
        ("a (“term{far}\n\nthat ends”) here", "a (“term\n\nthat ends”) here{far}"),
        ("the *Mission*{far}\n\nparagraph 3{far}", "the Mission{far}\n\nparagraph 3{far}"),
        ("Urges{far}\n\nparagraph 3{far}\n\n*end*", "Urge{far}\n\nparagraph 3{far}\n\nend"),
        ("Urges{many}{many}\n\nA", "Urges{many}\n\nA"),
        ("Urges{many}{far}{far}", "Urges{many}{many}{far}"),
        ("the\nMission{far}\n\nparagraph 3", "the Mission{far}\n\nparagraph 3"),
        ("a{far}\n\nparagraph 3", "a{far}\n\n*paragraph* 3"),
        ("a{far}\n\nparagraph 3\n\n26-08606 3/17\n", "a{far}\n\nparagraph 3\n"),
        ("Urges <!-- so{far}\n\nparagraph 3 -->{far}", "Urges so{far}\n\nparagraph 3 -->{far}"),
    ],
)
def test_what_an_edit_changes_somewhere_else(before: str, after: str) -> None:
    texts = (before, after, before)
    _assert_parsed_alike([text.format(far=_FAR, many=_MANY) for text in texts])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_edit_gives_the_tree_of_a_parse_by_itself(kind: str) -> None:
    chance = Random(kind)  # noqa: S311 -- repeatable, not secret
    for path in _EXAMPLES:
        text = read_draft(path).text
        _assert_parsed_alike([text, *(KINDS[kind](text, chance) for _ in range(10))])


def _assert_parsed_alike(texts: list[str]) -> None:
    parser = Parser(memory := Memory())
    for text in texts:
        memory.begin_check()
        again, alone = parser.parse(Source(text)), parse_source(Source(text))
        assert repr((again.body, again.reading)) == repr((alone.body, alone.reading))
        assert (again.mentions, again.header) == (alone.mentions, alone.header)


@pytest.mark.skipif(not _SHARED.is_dir(), reason="there are no real texts")
@pytest.mark.parametrize("turn", range(4))
def test_edits_of_real_texts(turn: int) -> None:
    chance = Random(turn)  # noqa: S311 -- repeatable, not secret
    for path in corpus_files(_SHARED)[turn::40]:
        text = read_draft(path).text
        session = Session(pedantic=True)
        for kind in chance.sample(sorted(KINDS), 3):
            assert session.check(text) == check_text(text, pedantic=True)
            text = KINDS[kind](text, chance)


def test_what_a_draft_allows_is_set_aside_as_soon_as_it_does() -> None:
    wrong = DRAFT.replace("Requests the Mission", "Requests the ABCD")
    allowed = wrong.replace(
        "2. Req", "<!-- mandatelint: allow undefined-acronym: it is known -->\n\n2. Req"
    )
    session = Session(path="draft.md")
    assert [one.rule for one in session.check(wrong).findings] == ["undefined-acronym"]
    assert not session.check(allowed).findings
    assert [one.rule for one in session.check(allowed).silenced] == ["undefined-acronym"]
    assert session.check(wrong).path == "draft.md"


def test_a_session_understands_a_draft_as_it_is_told() -> None:
    session = Session(profile="security-council/statement", stage="negotiation", select=["dates"])
    result = session.check(DRAFT)
    assert (result.profile, result.stage) == ("security-council/statement", "negotiation")
    assert result == check_text(
        DRAFT, profile="security-council/statement", stage="negotiation", select=["dates"]
    )


def test_a_wrong_name_is_refused_before_any_text() -> None:
    with pytest.raises(UnknownRuleError):
        Session(select=["no-such-rule"])


def test_mentions_far_from_an_edit_are_not_looked_for_again() -> None:
    text = DRAFT.replace("3. Decides", "2 bis. Stresses paragraph 1 above;\n\n" * 40 + "3. Decides")
    parser = Parser(Memory())
    before = parser.parse(Source(text)).mentions.references
    after = parser.parse(Source(text.replace("seized", "actively seized"))).mentions.references
    assert sum(one is other for one, other in zip(before, after, strict=True)) > len(before) // 2


def test_what_has_not_been_asked_for_long_is_forgotten() -> None:
    asked: list[str] = []

    def length(words: str) -> int:
        asked.append(words)
        return len(words)

    memory = Memory()
    for check in range(100):
        memory.begin_check()
        assert memory.of(length)["always"] == len("always")
        assert memory.of(length)[f"in check {check}"] == len(f"in check {check}")
    assert asked.count("always") == 1
    assert len(asked) == 1 + 100
    memory.of(length)["in check 99"]
    assert len(asked) == 1 + 100
    memory.of(length)["in check 0"]
    assert len(asked) == 1 + 101
