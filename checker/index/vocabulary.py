"""The words of a draft: each form once, with the places where it stands.

What is asked of all words is answered by sets of forms, of which a long text has few. A word at its
place is made only where a check asks for it, and looks around itself only for what it is asked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from checker.index.forms import HYPHENS, Form
from checker.index.pieces import Pieces
from checker.index.surroundings import is_foreign, is_heading, is_quoted, opens_sentence

Stretch = tuple[int, int]


class Word(NamedTuple):
    """One word of a draft, a compound with its hyphens.

    Attributes:
        pieces: the main text in which it stands.
        piece: the place of the piece in which it stands.
        rank: which word of its piece it is, from 0.
        form: the word as the piece has it.
    """

    pieces: Pieces
    piece: int
    rank: int
    form: Form

    @property
    def text(self) -> str:
        """Its letters as written, typographic hyphens and apostrophes made plain."""
        return self.form.text

    @property
    def folded(self) -> str:
        """Its letters in lower case."""
        return self.form.folded

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.form.capital

    @property
    def hangs(self) -> bool:
        """Whether it ends with a hyphen, as "troop-" in "troop- and police-contributing"."""
        return self.form.hangs

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among the words of the draft; words are sorted by it."""
        return self.piece, self.rank

    @property
    def joined(self) -> bool:
        """Whether a single space, and nothing else, stands between it and the word before."""
        return not self.form.start and self.pieces.joins(self.piece)

    @property
    def opens(self) -> bool:
        """Whether it begins a sentence, an item or something in brackets, or follows a quote."""
        return not self.joined and opens_sentence(self.pieces, self.piece, self.form)

    @property
    def heading(self) -> bool:
        """Whether it stands in a heading or in an item that is a title."""
        return is_heading(self.pieces.node_at(self.piece))

    @property
    def quoted(self) -> bool:
        """Whether it stands in quotation marks."""
        return is_quoted(self.pieces, self.piece, self.form)

    @property
    def foreign(self) -> bool:
        """Whether it belongs to a name in French or Spanish."""
        return is_foreign(self.pieces, self.piece, self.rank)


class Vocabulary(Pieces):
    """All words of a main text."""

    # forms

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every word in lower case."""
        return frozenset(self.small).union(self._lexicon.written)

    @cached_property
    def compounds(self) -> Sequence[str]:
        """The forms that have more in them than letters: a hyphen, a figure, an apostrophe."""
        words = {form.folded for forms in self.odd.values() for form in forms}
        return sorted(word for word in words if not word.isalpha())

    @cached_property
    def hanging(self) -> frozenset[str]:
        """The words before a space that end with a hyphen, in lower case."""
        forms = (form for piece in self._hanging for form in self.odd[piece])
        return frozenset([form.folded for form in forms if form.hangs])

    @cached_property
    def _hanging(self) -> Sequence[str]:
        return [piece for piece in self.odd if piece.endswith(HYPHENS)]

    def pieces_of(self, form: str) -> Sequence[str]:
        """Return the pieces that have a word, however it is written."""
        others = self._lexicon.written.get(form, ())
        return [form, *others] if form in self.small else others

    @property
    def first_words(self) -> Mapping[str, str]:
        """The word with which each piece begins, in the singular, "" where none does."""
        return self._lexicon.first

    @property
    def last_words(self) -> Mapping[str, str]:
        """The word with which each piece ends, in the singular, "" where none does."""
        return self._lexicon.last

    @property
    def capitals(self) -> Mapping[str, Sequence[str]]:
        """The words with a capital in the singular, each with the pieces that have it so."""
        return self._lexicon.capitals

    def without_capital(self, word: str) -> list[str]:
        """Return the pieces that have a word in the singular or the plural without a capital."""
        small = [form for form in (word, f"{word}s") if form in self.small]
        return small + self._lexicon.lowers.get(word, [])

    # places

    def count(self, form: str) -> int:
        """Return how often a form stands in the draft, whatever its capitals."""
        return sum([len(self.places[piece]) for piece in self.pieces_of(form)])

    def places_of(self, forms: Iterable[str]) -> list[int]:
        """Return the places of the pieces that have one of these forms."""
        pieces = {piece for form in forms for piece in self.pieces_of(form)}
        return sorted(place for piece in pieces for place in self.places[piece])

    def uses(self, form: str) -> list[Word]:
        """Return where a form stands, whatever its capitals; in reading order."""
        places = self.places_of([form])
        return [word for place in places for word in self.words_at(place) if word.folded == form]

    def hanging_uses(self) -> list[Word]:
        """Return where words before a space end with a hyphen; in reading order."""
        places = sorted(place for piece in self._hanging for place in self.places[piece])
        return [word for place in places for word in self.words_at(place) if word.hangs]

    def rows(self, forms: Sequence[str]) -> Iterator[tuple[Word, ...]]:
        """Yield where forms stand in a row, with single spaces between; in reading order."""
        pieces = [self.pieces_of(form) for form in forms]
        counts = [sum([len(self.places[piece]) for piece in several]) for several in pieces]
        rarest = counts.index(min(counts))
        beside = [(at - rarest, several) for at, several in enumerate(pieces) if at != rarest]
        found: list[int] = []
        for piece in pieces[rarest] if min(counts) else ():
            places = self.places[piece]
            for step, several in beside:
                near = range(-step, len(self.pieces) - step)
                places = [at for at in places if at in near and self.pieces[at + step] in several]
            found += places
        for place in sorted(found):
            row = self.phrase(self.words_at(place - rarest)[-1], len(forms))
            if [word.folded for word in row] == list(forms):
                yield tuple(row)

    # words

    def words_at(self, place: int) -> list[Word]:
        """Return the words of the piece that stands at a place, mostly one."""
        forms = self.forms_of(self.pieces[place])
        return [Word(self, place, rank, form) for rank, form in enumerate(forms)]

    def word_at(self, place: tuple[int, int]) -> Word:
        """Return the word that stands at a place, as :attr:`Word.place` tells it."""
        piece, rank = place
        return Word(self, piece, rank, self.forms_of(self.pieces[piece])[rank])

    def before(self, word: Word) -> Word | None:
        """Return the word before, if only a space stands between the two."""
        if word.form.start or not word.piece:
            return None
        place = word.piece - 1
        piece = self.pieces[place]
        forms = self.forms_of(piece)
        if not forms or forms[-1].stop != len(piece):
            return None
        return Word(self, place, len(forms) - 1, forms[-1])

    def after(self, word: Word) -> Word | None:
        """Return the word after, if only a space stands between the two."""
        if word.form.stop != len(self.pieces[word.piece]):
            return None
        place = word.piece + 1
        forms = self.forms_of(self.pieces[place])
        return Word(self, place, 0, forms[0]) if forms and not forms[0].start else None

    def preceding(self, word: Word) -> Word | None:
        """Return the word before, whatever stands between the two, an end of a node even."""
        if word.rank:
            return self.words_at(word.piece)[word.rank - 1]
        for place in range(word.piece - 1, -1, -1):
            if words := self.words_at(place):
                return words[-1]
        return None

    def phrase(self, word: Word, most: int) -> list[Word]:
        """Return a word with those after it, single spaces between them, at most so many."""
        found = [word]
        while len(found) < most and (after := self.after(found[-1])) is not None:
            found.append(after)
        return found

    def stretch(self, first: Word, last: Word) -> Stretch:
        """Return where words stand in the text as read, a possessive ending left out."""
        return self.offset(first.piece) + first.form.start, self.offset(last.piece) + last.form.end
