"""The words of a draft: each form once, with the places where it stands.

Only the main text is read, from the first preambular paragraph on: an annex is often another text,
with spellings of its own.

A long text has few different words. So it is cut at its spaces, which costs next to nothing, and
what there is to say about a piece is found out once for all places where it stands. A word with
its place and its surroundings is made only where a check asks for it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import ClassVar, NamedTuple

from checker.draft import Kind, Node
from checker.patterns import lazy

Stretch = tuple[int, int]

# Looking among five is quicker than hashing one.
READ = (Kind.OPERATIVE, Kind.ITEM, Kind.PREAMBULAR, Kind.TEXT, Kind.HEADING)
_WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W_]+(?:['’][^\W_]+)*)*(?P<cut>[-‐‑]?)")
_QUOTE = lazy(r"[“”\"]")
_POSSESSIVE = lazy(r"(?:['’]s|['’])$")
_SENTENCE_BEFORE = lazy(r"[.:;!?…)]\s?[“\"‘(\[]?$|[“\"‘(\[]$")
_JOINED_BEFORE = 3
_TITLE = 90
_HYPHENS = str.maketrans("‐‑’", "--'")
_ENDS = (".", ";", ",", ":")
_MARKS = ",;.:)"
# Small words of French and Spanish names: what stands beside them is not English.
_FOREIGN = frozenset(
    {"de", "du", "des", "la", "le", "les", "et", "au", "aux", "del", "los", "las", "el", "y", "sur"}
)
_HANGING = ("-", "‐", "‑")
_ELIDED = ("l’", "l'", "d’", "d'")
_FOREIGN_REACH = 2

_SMALL = """
a about above after against all along also among an and any are as at back be been before behind
below between both but by can could down each every for from had has have here his how if in
inside into is it its may more most must no non not of off on one only or other out outside over
own per shall she should since so some such than that the their them then there these they this
those through time to too toward towards under until up upon very was way well were what when
where whether which while who will with within without would
"""
SMALL_WORDS = frozenset(_SMALL.split())
"""Articles, prepositions, particles and the like, which begin and end no term."""


class Word(NamedTuple):
    """One word of a draft, a compound with its hyphens.

    Attributes:
        text: its letters as written, typographic hyphens and apostrophes made plain.
        folded: the same in lower case.
        piece: the place of the piece of the text in which it stands.
        rank: which word of its piece it is, from 0.
        joined: whether a single space, and nothing else, stands between it and the word before.
        opens: whether it begins a sentence, an item or something in brackets, or follows a quote.
        heading: whether it stands in a heading or in an item that is a title.
        quoted: whether it stands in quotation marks.
        foreign: whether it belongs to a name in French or Spanish.
        hangs: whether it ends with a hyphen, as "troop-" in "troop- and police-contributing".
    """

    text: str
    folded: str
    piece: int
    rank: int
    joined: bool
    opens: bool
    heading: bool
    quoted: bool
    foreign: bool
    hangs: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among the words of the draft; words are sorted by it."""
        return self.piece, self.rank


class Form(NamedTuple):
    """A word as a piece of the text has it, wherever the piece stands.

    Attributes:
        start: how far into the piece it begins.
        end: how far into the piece it ends, a possessive ending left out.
        stop: the same with the ending and a hanging hyphen.
        text: its letters as written, typographic hyphens and apostrophes made plain.
        folded: the same in lower case.
        hangs: whether it ends with a hyphen.
    """

    start: int
    end: int
    stop: int
    text: str
    folded: str
    hangs: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


class Vocabulary:
    """All words of a main text.

    Attributes:
        pieces: what stands between two spaces, in reading order; one without words after each node.
        places: for each different piece, where it stands among them.
    """

    END: ClassVar[str] = "\n"
    """The piece after each node, which has no words."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        """Cut the texts of the nodes of a main text into pieces."""
        self._nodes: list[Node] = []
        self._first: list[int] = []
        self.pieces: list[str] = []
        for node in nodes:
            if node.text and node.kind in READ:
                self._nodes.append(node)
                self._first.append(len(self.pieces))
                self.pieces += node.text.split(" ")
                self.pieces.append(self.END)
        self.places: Mapping[str, Sequence[int]] = _places(self.pieces)
        self._read: dict[str, tuple[Form, ...]] = {}
        self._words: dict[int, tuple[Word, ...]] = {}
        self._offsets: dict[int, Sequence[int]] = {}
        self._quotations: dict[int, Sequence[int]] = {}

    # forms

    def forms_of(self, piece: str) -> tuple[Form, ...]:
        """Return the words of a piece, mostly one."""
        found = self._read.get(piece)
        if found is None:
            word = piece.rstrip(_MARKS)
            found = _plain(word) if word.isalpha() else tuple(_read_piece(piece))
            self._read[piece] = found
        return found

    @cached_property
    def small(self) -> frozenset[str]:
        """The pieces that are a word in lower case, and nothing else; each is its own form."""
        small = frozenset(piece for piece in self.places if piece.isalpha() and piece.islower())
        return small.intersection(map(str.casefold, small))

    @cached_property
    def marked(self) -> Mapping[str, str]:
        """The pieces that are one word with a capital or before a mark, each with that word."""
        trimmed = {piece: piece.rstrip(_MARKS) for piece in self.places.keys() - self.small}
        return {piece: word for piece, word in trimmed.items() if word.isalpha()}

    @cached_property
    def odd(self) -> Mapping[str, Sequence[Form]]:
        """All other pieces, with the words in them, which may be none."""
        odd = self.places.keys() - self.small - self.marked.keys()
        return {piece: self.forms_of(piece) for piece in odd}

    @cached_property
    def _pieces(self) -> Mapping[str, Sequence[str]]:
        """The forms of pieces that are more than a word in lower case, with these pieces."""
        found: dict[str, list[str]] = {}
        for piece, word in self.marked.items():
            found.setdefault(word.casefold(), []).append(piece)
        for piece, forms in self.odd.items():
            for form in forms:
                found.setdefault(form.folded, []).append(piece)
        return found

    @cached_property
    def capitalized(self) -> frozenset[str]:
        """The pieces that have a word with a capital letter."""
        marked = frozenset(piece for piece in self.marked if piece[0].isupper())
        odd = {piece for piece, forms in self.odd.items() if any(form.capital for form in forms)}
        return marked | odd

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every word in lower case."""
        marked = map(str.casefold, self.marked.values())
        return self.small.union(marked, (form.folded for odd in self.odd.values() for form in odd))

    @cached_property
    def compounds(self) -> Sequence[str]:
        """The forms that have more in them than letters: a hyphen, a figure, an apostrophe."""
        words = {form.folded for forms in self.odd.values() for form in forms}
        return sorted(word for word in words if not word.isalpha())

    @cached_property
    def sheet(self) -> str:
        """Every form on a line of its own, so that all can be searched at once."""
        return "\n".join(["", *self.forms, ""])

    def pieces_of(self, form: str) -> Sequence[str]:
        """Return the pieces that have a word, however it is written."""
        others = self._pieces.get(form, ())
        return [form, *others] if form in self.small else others

    @cached_property
    def hanging(self) -> Sequence[Word]:
        """The words before a space that end with a hyphen, in reading order."""
        pieces = [piece for piece in self.places if piece.endswith(_HANGING)]
        places = sorted(place for piece in pieces for place in self.places[piece])
        return [word for place in places for word in self.words_at(place) if word.hangs]

    def count(self, form: str) -> int:
        """Return how often a form stands in the draft, whatever its capitals."""
        return sum(len(self.places[piece]) for piece in self.pieces_of(form))

    def places_of(self, forms: Iterable[str]) -> list[int]:
        """Return the places of the pieces that have one of these forms."""
        pieces = {piece for form in forms for piece in self.pieces_of(form)}
        return sorted(place for piece in pieces for place in self.places[piece])

    def uses(self, form: str) -> list[Word]:
        """Return where a form stands, whatever its capitals; in reading order."""
        places = self.places_of([form])
        return [word for place in places for word in self.words_at(place) if word.folded == form]

    def joins(self, place: int) -> bool:
        """Whether the first word of a piece and the last one before have only a space between."""
        forms, piece = self.forms_of(self.pieces[place]), self.pieces[place - 1]
        if not forms or forms[0].start or not place:
            return False
        before = self.forms_of(piece)
        return bool(before) and before[-1].stop == len(piece)

    # words

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

    def _first_from(self, offset: int) -> int:
        """Return the first place in the nodes that begin at an offset or later."""
        number = bisect_left(self._starts, offset)
        return self._first[number] if number < len(self._first) else len(self.pieces)

    def node_at(self, place: int) -> Node:
        """Return the node in which a piece stands."""
        return self._nodes[bisect_right(self._first, place) - 1]

    def words_at(self, place: int) -> tuple[Word, ...]:
        """Return the words of the piece that stands at a place, mostly one."""
        found = self._words.get(place)
        if found is None:
            found = self._words[place] = tuple(self._words_of(place))
        return found

    def before(self, word: Word) -> Word | None:
        """Return the word before, if only a space stands between the two."""
        return self.words_at(word.piece - 1)[-1] if word.joined else None

    def after(self, word: Word) -> Word | None:
        """Return the word after, if only a space stands between the two."""
        if word.rank + 1 < len(self.words_at(word.piece)) or not self.joins(word.piece + 1):
            return None
        return self.words_at(word.piece + 1)[0]

    def preceding(self, word: Word) -> Word | None:
        """Return the word before, whatever stands between the two, an end of a node even."""
        if word.rank:
            return self.words_at(word.piece)[word.rank - 1]
        for place in range(word.piece - 1, -1, -1):
            if self.forms_of(self.pieces[place]):
                return self.words_at(place)[-1]
        return None

    def phrase(self, word: Word, most: int) -> list[Word]:
        """Return a word with those after it, single spaces between them, at most so many."""
        found = [word]
        while len(found) < most and (after := self.after(found[-1])) is not None:
            found.append(after)
        return found

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
                places = [at for at in places if self._piece(at + step) in several]
            found += places
        for place in sorted(found):
            row = self.phrase(self.words_at(place - rarest)[-1], len(forms))
            if [word.folded for word in row] == list(forms):
                yield tuple(row)

    def _piece(self, place: int) -> str:
        return self.pieces[place] if 0 <= place < len(self.pieces) else self.END

    def stretch(self, first: Word, last: Word) -> Stretch:
        """Return where words stand in the text as read, a possessive ending left out."""
        begin = self.forms_of(self.pieces[first.piece])[first.rank]
        end = self.forms_of(self.pieces[last.piece])[last.rank]
        return self._offset(first.piece) + begin.start, self._offset(last.piece) + end.end

    def _words_of(self, place: int) -> Iterator[Word]:
        forms = self.forms_of(self.pieces[place])
        if not forms:
            return
        number = bisect_right(self._first, place) - 1
        quoted, foreign = self._quoted(number), self._foreign
        begin = self._offset(place) if quoted else 0
        joined = self.joins(place)
        for rank, form in enumerate(forms):
            yield Word(
                text=form.text,
                folded=form.folded,
                piece=place,
                rank=rank,
                joined=joined,
                opens=not joined and self.opens(place, form),
                heading=self._headings[number],
                quoted=bisect_right(quoted, begin + form.start) % 2 == 1,
                foreign=(place, rank) in foreign,
                hangs=form.hangs,
            )
            joined = False

    def opens(self, place: int, form: Form) -> bool:
        """Whether a word of the piece at a place begins a sentence, an item or a bracket."""
        piece = self.pieces[place]
        before = piece[max(0, form.start - _JOINED_BEFORE) : form.start]
        if len(before) < _JOINED_BEFORE and place:
            before = f"{self.pieces[place - 1][-_JOINED_BEFORE:]} {before}"[-_JOINED_BEFORE:]
        if _SENTENCE_BEFORE.search(before) is not None:
            return True
        return form is self.forms_of(piece)[0] and self._begins_node(place)

    def _begins_node(self, place: int) -> bool:
        """Whether no word stands before a piece in its node."""
        for before in range(place - 1, -1, -1):
            piece = self.pieces[before]
            if piece == self.END or self.forms_of(piece):
                return piece == self.END
        return True

    def _offset(self, place: int) -> int:
        """Return where a piece begins in the text as read."""
        number = bisect_right(self._first, place) - 1
        first = self._first[number]
        found = self._offsets.get(number)
        if found is None:
            following = self._first[number + 1] if number + 1 < len(self._first) else None
            widths = map(len, self.pieces[first:following])
            found = self._offsets[number] = list(accumulate(widths, initial=0))
        spaces = place - first
        return self._nodes[number].start + found[spaces] + spaces

    def _quoted(self, number: int) -> Sequence[int]:
        """Return the ends of the stretches of a node that stand in quotation marks."""
        found = self._quotations.get(number)
        if found is None:
            node = self._nodes[number]
            marked = "“" in node.text or '"' in node.text
            found = self._quotations[number] = _quoted(node) if marked else ()
        return found

    @cached_property
    def _foreign(self) -> Collection[tuple[int, int]]:
        """The places and ranks of the words that belong to a name in another language."""
        forms = [form for form in _FOREIGN if form in self.forms]
        forms += [form for form in self.compounds if form.startswith(_ELIDED)]
        found: set[tuple[int, int]] = set()
        for place in self.places_of(forms):
            several = self.forms_of(self.pieces[place])
            for rank, form in enumerate(several):
                if _is_foreign(form) and not rank:
                    found.update(self._joined_before(place))
                if _is_foreign(form) and rank == len(several) - 1:
                    found.update(self._joined_after(place))
        return found

    def _joined_before(self, place: int) -> Iterator[tuple[int, int]]:
        """Yield the few words before a piece that have only single spaces between them."""
        for before in range(place - 1, place - 1 - _FOREIGN_REACH, -1):
            if not self.joins(before + 1):
                return
            rank = len(self.forms_of(self.pieces[before])) - 1
            yield before, rank
            if rank:
                return

    def _joined_after(self, place: int) -> Iterator[tuple[int, int]]:
        """Yield the few words after a piece that have only single spaces between them."""
        for after in range(place + 1, place + 1 + _FOREIGN_REACH):
            if not self.joins(after):
                return
            yield after, 0
            if len(self.forms_of(self.pieces[after])) > 1:
                return

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [node.start for node in self._nodes]

    @cached_property
    def _headings(self) -> Sequence[bool]:
        return [node.kind is Kind.HEADING or _is_title(node) for node in self._nodes]


def _places(pieces: Iterable[str]) -> dict[str, list[int]]:
    """Return where each different piece stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        places[piece].append(place)
    places.default_factory = None
    return places


def _plain(word: str) -> tuple[Form]:
    """Return the only word of a piece that begins with it, and is made of letters only."""
    return (Form(0, len(word), len(word), word, word.casefold()),)


def _read_piece(piece: str) -> Iterator[Form]:
    """Yield the words of a piece of the text."""
    for match in _WORD.finditer(piece):
        start, stop = match.span()
        written = _POSSESSIVE.sub("", match.group().removesuffix(match["cut"]))
        plain = written.translate(_HYPHENS)
        yield Form(start, start + len(written), stop, plain, plain.casefold(), bool(match["cut"]))


def _quoted(node: Node) -> list[int]:
    """Return the ends of the stretches of a node that stand in quotation marks: begin, end, begin.

    A mark before the first word quotes nothing: so does every paragraph of a statement begin.
    """
    ends: list[int] = []
    for mark in _QUOTE.finditer(node.text):
        inside = len(ends) % 2 == 1
        if mark.group() == "“":
            opens = mark.start() > 0
        elif mark.group() == "”":
            opens = False
        else:
            opens = not inside if mark.start() else inside
        if opens != inside:
            ends.append(node.start + mark.start())
    return ends


def _is_foreign(form: Form) -> bool:
    """Whether a word is a small one of another language, or begins with its article."""
    whole = form.stop - form.start == len(form.text)
    return (whole and form.text in _FOREIGN) or form.text.startswith(_ELIDED)


def _is_title(node: Node) -> bool:
    """Whether an item is a short line without a mark at its end: "(c) Protection of civilians"."""
    return (
        node.kind is Kind.ITEM
        and len(node.text) < _TITLE
        and not node.text.rstrip().endswith(_ENDS)
    )
