"""Pieces: a main text cut at its spaces, each different piece once with the places where it stands.

Only the main text is read, from the first preambular paragraph on: an annex is often another text,
with spellings of its own.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import ClassVar

from checker.draft import Kind, Node
from checker.index.forms import FOREIGN, MARKS, Form, forms_in
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
        forms_of: returns the words of a piece, mostly one, which it reads only once.
    """

    END: ClassVar[str] = "\n"
    """The piece after each node, which has no words."""

    def __init__(self, nodes: Iterable[Node], memory: Memory) -> None:
        """Cut the texts of the nodes of a main text into pieces.

        Args:
            nodes: the nodes of the main text, in reading order.
            memory: what is known of their words already.
        """
        cut = memory.of(_cut)
        self._nodes: list[Node] = []
        self._first: list[int] = []
        self.pieces: list[str] = []
        for node in nodes:
            if node.text and node.kind in READ:
                self._nodes.append(node)
                self._first.append(len(self.pieces))
                self.pieces += cut[node.text]
        self.places: Mapping[str, Sequence[int]] = _places(self.pieces)
        self.forms_of = memory.of(forms_in).__getitem__
        self._offsets: dict[int, Sequence[int]] = {}
        self._quotations: dict[int, Sequence[int]] = {}

    @cached_property
    def small(self) -> frozenset[str]:
        """The pieces that are a word in lower case, and nothing else; each is its own form."""
        lower = filter(str.isalpha, filter(str.islower, self.places))
        return frozenset([one for one in lower if one.isascii() or one == one.casefold()])

    @cached_property
    def marked(self) -> Mapping[str, str]:
        """The pieces that are one word with a capital or before a mark, each with that word."""
        trimmed = {piece: piece.rstrip(MARKS) for piece in self.places.keys() - self.small}
        return {piece: word for piece, word in trimmed.items() if word.isalpha()}

    @cached_property
    def odd(self) -> Mapping[str, Sequence[Form]]:
        """All other pieces, with the words in them, which may be none."""
        odd = self.places.keys() - self.small - self.marked.keys()
        return {piece: self.forms_of(piece) for piece in odd}

    @cached_property
    def capitalized(self) -> frozenset[str]:
        """The pieces that have a word with a capital letter."""
        marked = [piece for piece in self.marked if piece[0].isupper()]
        odd = [piece for piece, forms in self.odd.items() if any(form.capital for form in forms)]
        return frozenset(marked + odd)

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The pieces that have a small word of French or Spanish."""
        marked = [piece for piece, word in self.marked.items() if word in FOREIGN]
        odd = [piece for piece, forms in self.odd.items() if any(form.foreign for form in forms)]
        return FOREIGN.intersection(self.places).union(marked, odd)

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
        number = self._number(place)
        first = self._first[number]
        found = self._offsets.get(number)
        if found is None:
            following = self._first[number + 1] if number + 1 < len(self._first) else None
            widths = map(len, self.pieces[first:following])
            found = self._offsets[number] = list(accumulate(widths, initial=0))
        spaces = place - first
        return self._nodes[number].start + found[spaces] + spaces

    def quotations_around(self, place: int) -> Sequence[int]:
        """Return the ends of the quotations in the node of a piece, in the text as read."""
        number = self._number(place)
        found = self._quotations.get(number)
        if found is None:
            found = self._quotations[number] = quotations(self._nodes[number])
        return found

    def _number(self, place: int) -> int:
        return bisect_right(self._first, place) - 1

    def _first_from(self, offset: int) -> int:
        """Return the first place in the nodes that begin at an offset or later."""
        number = bisect_left(self._starts, offset)
        return self._first[number] if number < len(self._first) else len(self.pieces)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [node.start for node in self._nodes]


def _cut(text: str) -> list[str]:
    return [*text.split(" "), Pieces.END]


def _places(pieces: Iterable[str]) -> dict[str, list[int]]:
    """Return where each different piece stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        places[piece].append(place)
    places.default_factory = None
    return places
