"""What is told of words is told anew where a text with them changes."""

from hypothesis import given

from checker.index import Index
from checker.index.capitals import doubtful_places
from checker.index.vocabulary import Vocabulary
from tests.index.edited import drafts, indexes

DRAFT = "The Security Council,\n\n1. Notes the {} force;\n\n2. Notes the other unit;\n"


def _telling(function: str, *words: str) -> list[int]:
    """Return how often a function was asked after each of three drafts."""
    asked: list[object] = []

    def ask(vocabulary: Vocabulary, key: object) -> int:
        asked.append(key)
        return len(vocabulary.pieces)

    counts = []
    for index, _ in indexes([DRAFT.format(word) for word in words]):
        if function == "words":
            index.of_words(ask)["unit", "other"]
            index.of_words(ask)["force",]
        else:
            index.of_places(ask)[index.vocabulary.places["other"][0]]
            index.of_places(ask)[index.vocabulary.places["force;"][0]]
        counts.append(len(asked))
    return counts


def test_words_are_asked_about_again_where_a_text_with_them_changes() -> None:
    assert _telling("words", "small", "small", "large") == [2, 2, 3]


def test_places_are_asked_about_again_where_their_text_changes() -> None:
    assert _telling("places", "small", "small", "large") == [2, 2, 3]


@given(drafts())
def test_words_and_their_pieces_are_those_of_a_draft_by_itself(texts: list[str]) -> None:
    for again, alone in indexes(texts):
        assert _lexicon(again.vocabulary) == _lexicon(alone.vocabulary)
        assert _doubtful(again) == _doubtful(alone)


def _lexicon(vocabulary: Vocabulary) -> object:
    words = sorted(vocabulary.forms)
    return (
        (vocabulary.small, vocabulary.marked, vocabulary.odd, vocabulary.hanging, words),
        (vocabulary.capitalized, vocabulary.foreign, vocabulary.compounds),
        (vocabulary.first_words, vocabulary.last_words),
        {word: sorted(pieces) for word, pieces in vocabulary.capitals.items()},
        {word: sorted(vocabulary.pieces_of(word)) for word in words},
        {word: sorted(vocabulary.without_capital(word)) for word in words},
        {word: [vocabulary.offset(use.piece) for use in vocabulary.uses(word)] for word in words},
    )


def _doubtful(index: Index) -> list[int]:
    return sorted(map(index.vocabulary.offset, doubtful_places(index)))


@given(drafts())
def test_stems_are_those_of_a_draft_by_itself(texts: list[str]) -> None:
    asked = ["force", "report", "period", "unit"]
    for number, (again, alone) in enumerate(indexes(texts), start=1):
        stems, others = (index.stems(asked[:number]) for index in (again, alone))
        assert stems.silent == others.silent
        assert stems.carrying == others.carrying
        for one in asked[:number]:
            assert sorted(stems.pieces.get(one, [])) == sorted(others.pieces.get(one, []))
        for piece in again.vocabulary.places:
            if piece in others.of:
                assert stems.of[piece] == others.of[piece]
