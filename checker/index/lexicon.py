"""Lexicon: the different pieces of a text, told apart by the words that they have."""

from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet

from checker.index.forms import FOREIGN, MARKS, Form, singular


class Lexicon:
    """The different pieces of a text, by what words they have.

    A long text has few different pieces, and what there is to say about one is found out once for
    all places where it stands, and once for all texts that have it one after the other.

    Attributes:
        small: those that are a word in lower case, and nothing else; each is its own form.
        marked: those that are one word with a capital or before a mark, each with that word.
        odd: all others, with the words in them, which may be none.
        capitalized: those that have a word with a capital letter.
        foreign: those that have a small word of French or Spanish.
        written: the forms of pieces that are no small ones, each with these pieces.
        capitals: the words with a capital in lower case and without a last "s", each with the
            pieces that have it so.
        lowers: the words without one, the same way, where they are no small pieces.
        first: the word with which a piece begins, in lower case and without a last "s", "" where
            it begins with something else.
        last: the word with which it ends, the same way.
    """

    def __init__(self) -> None:
        """Know no piece yet."""
        self.small: set[str] = set()
        self.marked: dict[str, str] = {}
        self.odd: dict[str, Sequence[Form]] = {}
        self.capitalized: set[str] = set()
        self.foreign: set[str] = set()
        self.written: dict[str, list[str]] = {}
        self.capitals: dict[str, list[str]] = {}
        self.lowers: dict[str, list[str]] = {}
        self.first: dict[str, str] = {}
        self.last: dict[str, str] = {}

    def hold(
        self,
        pieces: AbstractSet[str],
        changed: AbstractSet[str],
        forms_of: Callable[[str], Sequence[Form]],
    ) -> None:
        """Hold other pieces than before.

        Args:
            pieces: the pieces.
            changed: those that may be new, or may be there no more; all others are as before.
            forms_of: tells the words of a piece.
        """
        known = self.first.keys()
        self._leave_out((changed & known) - pieces)
        self._take_in((changed & pieces) - known, forms_of)

    def _leave_out(self, pieces: Collection[str]) -> None:
        self.small.difference_update(pieces)
        self.capitalized.difference_update(pieces)
        self.foreign.difference_update(pieces)
        for piece in pieces:
            del self.first[piece], self.last[piece]
            if word := self.marked.pop(piece, ""):
                self._forget(piece, word.casefold(), capital=piece[0].isupper())
            for form in self.odd.pop(piece, ()):
                self._forget(piece, form.folded, capital=form.capital)

    def _forget(self, piece: str, form: str, *, capital: bool) -> None:
        _remove(self.written, form, piece)
        _remove(self.capitals if capital else self.lowers, singular(form), piece)

    def _take_in(self, pieces: AbstractSet[str], forms_of: Callable[[str], Sequence[Form]]) -> None:
        lower = filter(str.isalpha, filter(str.islower, pieces))
        small = {one for one in lower if one.isascii() or one == one.casefold()}
        trimmed = {piece: piece.rstrip(MARKS) for piece in pieces - small}
        marked = {piece: word for piece, word in trimmed.items() if word.isalpha()}
        odd = {piece: forms_of(piece) for piece in trimmed.keys() - marked.keys()}
        self.small |= small
        self.marked |= marked
        self.odd |= odd
        bare = {piece: singular(piece) for piece in small}
        self.first |= bare
        self.last |= bare
        self.foreign |= FOREIGN & small
        self.foreign.update([piece for piece, word in marked.items() if word in FOREIGN])
        capitalized = {piece for piece in marked if piece[0].isupper()}
        for piece, word in marked.items():
            folded = word.casefold()
            self.written.setdefault(folded, []).append(piece)
            self.first[piece] = one = singular(folded)
            self.last[piece] = one if word == piece else ""
            words = self.capitals if piece in capitalized else self.lowers
            words.setdefault(one, []).append(piece)
        for piece, forms in odd.items():
            self.first[piece] = singular(forms[0].folded) if forms and not forms[0].start else ""
            ends = bool(forms) and forms[-1].stop == len(piece)
            self.last[piece] = singular(forms[-1].folded) if ends else ""
            for form in forms:
                self.written.setdefault(form.folded, []).append(piece)
                words = self.capitals if form.capital else self.lowers
                words.setdefault(singular(form.folded), []).append(piece)
                if form.capital:
                    capitalized.add(piece)
                if form.foreign:
                    self.foreign.add(piece)
        self.capitalized |= capitalized


def _remove(pieces: dict[str, list[str]], word: str, piece: str) -> None:
    pieces[word].remove(piece)
    if not pieces[word]:
        del pieces[word]
