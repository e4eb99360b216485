"""Cutting: texts cut at their spaces, and cut again only where they changed.

Whoever edits a draft changes a few words. Their pieces are put in the place of those before them,
and all others keep their places, for which each text has some room behind it.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from checker.draft import Kind
from checker.records import Record

Text: TypeAlias = tuple[Kind, str]

END = "\n"
"""The piece behind each text, which has no words; several make room for the text to grow."""

# So many pieces may be added to a text before all are cut anew.
_ROOM = 16


class Changes(Record):
    """What changed where texts were cut again.

    Attributes:
        places: the places of the texts that changed, with the room behind them.
        pieces: what stood there, and what stands there now.
    """

    places: Sequence[int]
    pieces: AbstractSet[str]


class Cutting:
    """Texts cut at their spaces, one behind the other.

    Attributes:
        pieces: what stands between two spaces, in order; behind each text :data:`END`, once or more
            often.
        first: the place of the first piece of each text among all.
        places: for each different piece, where it stands, in order.
        changes: what changed when the texts were cut last, None where all were cut anew.
        turn: how often texts were cut.
    """

    def __init__(self) -> None:
        """Begin without a text."""
        self.pieces: list[str] = []
        self.first: list[int] = []
        self.places: dict[str, list[int]] = {}
        self.changes: Changes | None = None
        self.turn = 0
        self._texts: list[Text] | None = None

    def cut(self, texts: Iterable[Text]) -> None:
        """Hold other texts than before, each told with its kind; where that changes, so does it."""
        before, self._texts = self._texts, [*texts]
        self.turn += 1
        if before is None:
            self._cut_all(self._texts, room=1)
        elif not self._cut_again(before, self._texts):
            self._cut_all(self._texts, room=_ROOM)

    def _cut_all(self, texts: Sequence[Text], room: int) -> None:
        self.changes = None
        self.first.clear()
        self.pieces.clear()
        space = [END] * room
        for _, text in texts:
            self.first.append(len(self.pieces))
            self.pieces += text.split(" ")
            self.pieces += space
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, piece in enumerate(self.pieces):
            places[piece].append(place)
        self.places = dict(places)

    def _cut_again(self, before: Sequence[Text], texts: Sequence[Text]) -> bool:
        """Cut only the texts that changed; return whether all of them have room."""
        if len(before) != len(texts):
            return False
        bounds = [*self.first, len(self.pieces)]
        changed: list[tuple[range, list[str]]] = []
        for number, (_, text) in enumerate(texts):
            if texts[number] != before[number]:
                pieces = text.split(" ")
                places = range(bounds[number], bounds[number + 1])
                if len(pieces) >= len(places):
                    return False
                changed.append((places, [*pieces, *[END] * (len(places) - len(pieces))]))
        touched = {
            piece for places, _ in changed for piece in self.pieces[places.start : places.stop]
        }
        for places, pieces in changed:
            touched.update(pieces)
            for place, piece in zip(places, pieces, strict=True):
                if piece != self.pieces[place]:
                    self._put(place, piece)
        self.changes = Changes([place for places, _ in changed for place in places], touched)
        return True

    def _put(self, place: int, piece: str) -> None:
        """Put a piece in the place of another."""
        other = self.pieces[place]
        places = self.places[other]
        if len(places) == 1:
            del self.places[other]
        else:
            del places[bisect_left(places, place)]
        self.pieces[place] = piece
        insort(self.places.setdefault(piece, []), place)
