"""Texts cut at their spaces, again and again."""

from collections import defaultdict

from hypothesis import given

from checker.draft import Kind
from checker.index.cutting import END, Cutting, Text
from tests.index.edited import LISTS_OF_TEXTS


@given(LISTS_OF_TEXTS)
def test_each_text_is_cut_as_if_it_were_the_first(lists: list[list[Text]]) -> None:
    cutting = Cutting()
    for texts in lists:
        cutting.cut(texts)
        places: dict[str, list[int]] = defaultdict(list)
        for place, piece in enumerate(cutting.pieces):
            places[piece].append(place)
        assert cutting.places == places
        bounds = [*cutting.first, len(cutting.pieces)]
        cut = [cutting.pieces[bounds[at] : bounds[at + 1]] for at in range(len(texts))]
        for (_, text), pieces in zip(texts, cut, strict=True):
            words = text.split(" ")
            assert pieces[: len(words)] == words
            assert set(pieces[len(words) :]) == {END}


def _cut(*lists: list[str]) -> Cutting:
    cutting = Cutting()
    for texts in lists:
        cutting.cut((Kind.OPERATIVE, text) for text in texts)
    return cutting


def test_where_a_text_changes_the_others_keep_their_places() -> None:
    before = _cut(["a b", "c d", "e"], ["a b", "c d", "e f"])
    place = before.places["e"]
    before.cut([(Kind.OPERATIVE, "a b"), (Kind.OPERATIVE, "c new d"), (Kind.OPERATIVE, "e f")])
    assert before.changes is not None
    assert before.changes.pieces == {"c", "d", "new", END}
    assert before.places["e"] == place
    assert before.places["new"][0] in before.changes.places
    assert place[0] not in before.changes.places


def test_a_text_that_outgrows_its_room_has_all_cut_anew() -> None:
    cutting = _cut(["a b", "c"], ["a b", "c d"])
    cutting.cut([(Kind.OPERATIVE, "a " * 50), (Kind.OPERATIVE, "c d")])
    assert cutting.changes is None


def test_a_text_of_another_kind_is_another_text() -> None:
    cutting = _cut(["a b", "c"])
    cutting.cut([(Kind.OPERATIVE, "a b"), (Kind.ITEM, "c")])
    assert cutting.changes is not None
    assert cutting.changes.pieces == {"c", END}
