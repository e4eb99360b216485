"""Surroundings: whether a word is quoted, foreign or in a title, which its letters do not tell."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from checker.draft import Kind, Node
from checker.index.forms import SMALL_WORDS, Form
from checker.index.pieces import Pieces
from checker.patterns import lazy

_SENTENCE_BEFORE = lazy(r"[.:;!?…)]\s?[“\"‘(\[]?$|[“\"‘(\[]$")
_JOINED_BEFORE = 3
_TITLE = 90
_ENDS = (".", ";", ",")
_FOREIGN_REACH = 2


def opens_sentence(pieces: Pieces, place: int, form: Form) -> bool:
    """Whether a word of the piece at a place begins a sentence, an item or a bracket."""
    # After a letter and a space nothing begins, as is so of most words.
    if place and not form.start and pieces.pieces[place - 1][-1:].isalpha():
        return False
    piece = pieces.pieces[place]
    before = piece[max(0, form.start - _JOINED_BEFORE) : form.start]
    if len(before) < _JOINED_BEFORE and place:
        before = f"{pieces.pieces[place - 1][-_JOINED_BEFORE:]} {before}"[-_JOINED_BEFORE:]
    if _SENTENCE_BEFORE.search(before) is not None:
        return True
    return form is pieces.forms_of(piece)[0] and pieces.begins_node(place)


def is_heading(node: Node) -> bool:
    """Whether a node is a heading or an item like one: "(c) Protection of civilians".

    With a colon behind it an item is one where its words have capitals: "(c) Aid to the Police:".
    """
    if node.kind is not Kind.ITEM or len(node.text) >= _TITLE:
        return node.kind is Kind.HEADING
    text = node.text.rstrip()
    return _in_capitals(text) if text.endswith(":") else not text.endswith(_ENDS)


def _in_capitals(text: str) -> bool:
    words = [word for word in text.split() if word.casefold() not in SMALL_WORDS]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def is_quoted(pieces: Pieces, place: int, form: Form) -> bool:
    """Whether a word of the piece at a place stands in quotation marks."""
    ends = pieces.quotations_around(place)
    return bool(ends) and bisect_right(ends, pieces.within(place) + form.start) % 2 == 1


def is_foreign(pieces: Pieces, place: int, rank: int) -> bool:
    """Whether a word, told by its piece and its rank there, has a foreign one within two words."""
    near = pieces.pieces[max(place - _FOREIGN_REACH, 0) : place + _FOREIGN_REACH + 1]
    if pieces.foreign.isdisjoint(near):
        return False
    beside = chain(_joined_before(pieces, place, rank), _joined_after(pieces, place, rank))
    return any(form.foreign for form in beside)


def _joined_before(pieces: Pieces, place: int, rank: int) -> Iterator[Form]:
    """Yield the few words before the first one of a piece, with only single spaces between."""
    for at in range(place, place - _FOREIGN_REACH, -1):
        if rank or not pieces.joins(at):
            return
        before = pieces.forms_of(pieces.pieces[at - 1])
        rank = len(before) - 1
        yield before[-1]


def _joined_after(pieces: Pieces, place: int, rank: int) -> Iterator[Form]:
    """Yield the few words after the last one of a piece, with only single spaces between."""
    for at in range(place + 1, place + 1 + _FOREIGN_REACH):
        if rank + 1 < len(pieces.forms_of(pieces.pieces[at - 1])) or not pieces.joins(at):
            return
        rank = 0
        yield pieces.forms_of(pieces.pieces[at])[0]
