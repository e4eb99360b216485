"""Pieces: a main text cut at its spaces, each different piece once with the places where it stands.

Only the main text is read, from the first preambular paragraph on: an annex is often another text,
with spellings of its own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate
from typing import ClassVar

from checker.draft import Kind, Node
from checker.index.cutting import END, Cutting
from checker.index.forms import Form, forms_in
from checker.index.lexicon import Lexicon
from checker.index.quotations import quotations
from checker.memory import Memory

# Looking among five is quicker than hashing one.
READ = (Kind.OPERATIVE, Kind.ITEM, Kind.PREAMBULAR, Kind.TEXT, Kind.HEADING)
"""The kinds of nodes whose words are read."""


class Pieces:
    """A main text cut at its spaces, which costs next to nothing.

    A long text has few different pieces, and what there is to say about one is found out once for
    all places where it stands.

    Attributes:
        pieces: what stands between two spaces, in reading order; one without words after each node.
        places: for each different piece, where it stands among them.
        changes: what is otherwise than in the text before it, None where anything may be.
        turn: how many texts of the same draft there were, this one among them.
        forms_of: returns the words of a piece, mostly one, which it reads only once.
        small: the pieces that are a word in lower case, and nothing else.
        marked: the pieces that are one word with a capital or before a mark, each with that word.
        odd: all other pieces, with the words in them, which may be none.
        capitalized: the pieces that have a word with a capital letter.
        foreign: the pieces that have a small word of French or Spanish.
    """

    END: ClassVar[str] = END
    """The piece after each node, which has no words."""

    def __init__(self, nodes: Iterable[Node], memory: Memory) -> None:
        """Cut the texts of the nodes of a main text into pieces.

        Args:
            nodes: the nodes of the main text, in reading order.
            memory: the pieces of the text before, where it was edited; they are lost to it.
        """
        self._nodes = [node for node in nodes if node.text and node.kind in READ]
        cutting = memory.kept(Cutting)
        cutting.cut([(node.kind, node.text) for node in self._nodes])
        self.changes = cutting.changes
        self.turn = cutting.turn
        self._first: Sequence[int] = cutting.first
        self.pieces: Sequence[str] = cutting.pieces
        self.places: Mapping[str, Sequence[int]] = cutting.places
        self._lexicon = memory.kept(Lexicon)
        self.forms_of = memory.of(forms_in).__getitem__
        pieces, changes = cutting.places.keys(), cutting.changes
        changed = pieces | self._lexicon.first.keys() if changes is None else changes.pieces
        self._lexicon.hold(pieces, changed, self.forms_of)
        self.small: AbstractSet[str] = self._lexicon.small
        self.marked: Mapping[str, str] = self._lexicon.marked
        self.odd: Mapping[str, Sequence[Form]] = self._lexicon.odd
        self.capitalized: AbstractSet[str] = self._lexicon.capitalized
        self.foreign: AbstractSet[str] = self._lexicon.foreign
        self._widths = memory.of(_widths)
        self._quotations = memory.of(quotations)

    def joins(self, place: int) -> bool:
        """Whether the first word of a piece and the last one before have only a space between."""
        forms = self.forms_of(self.pieces[place])
        if not forms or forms[0].start or not place:
            return False
        piece = self.pieces[place - 1]
        before = self.forms_of(piece)
        return bool(before) and before[-1].stop == len(piece)

    def place_at(self, offset: int) -> int:
        """Return the place of the piece in which an offset of the text as read lies."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return 0
        node = self._nodes[number]
        return self._first[number] + node.text.count(" ", 0, offset - node.start)

    def places_in(self, node: Node) -> range:
        """Return the places of the pieces of a node with everything under it."""
        end = max(below.end for below in node.walk())
        return range(self._first_from(node.start), self._first_from(end))

    def node_at(self, place: int) -> Node:
        """Return the node in which a piece stands."""
        return self._nodes[self._number(place)]

    def begins_node(self, place: int) -> bool:
        """Whether no word stands before a piece in its node."""
        for before in range(place - 1, -1, -1):
            piece = self.pieces[before]
            if piece == self.END or self.forms_of(piece):
                return piece == self.END
        return True

    def offset(self, place: int) -> int:
        """Return where a piece begins in the text as read."""
        return self._nodes[self._number(place)].start + self.within(place)

    def within(self, place: int) -> int:
        """Return where a piece begins in its node."""
        number = self._number(place)
        before = place - self._first[number]
        return self._widths[self._nodes[number].text][before] + before

    def quotations_around(self, place: int) -> Sequence[int]:
        """Return the ends of the quotations in the node of a piece, from where the node begins."""
        return self._quotations[self.node_at(place).text]

    def _number(self, place: int) -> int:
        return bisect_right(self._first, place) - 1

    def _first_from(self, offset: int) -> int:
        """Return the first place in the nodes that begin at an offset or later."""
        number = bisect_left(self._starts, offset)
        return self._first[number] if number < len(self._first) else len(self.pieces)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [node.start for node in self._nodes]


def _widths(text: str) -> Sequence[int]:
    """Return how many characters of the pieces of a text stand before each of them."""
    return list(accumulate(map(len, text.split(" ")), initial=0))
