"""Forms: the words in a piece of a text, a piece being what stands between two spaces."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.patterns import lazy

_WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W_]+(?:['’][^\W_]+)*)*[-‐‑]?")
_POSSESSIVE = ("'s", "’s")
_ELIDED = ("l'", "d'")
_PLAIN = str.maketrans("‐‑’", "--'")

HYPHENS = ("-", "‐", "‑")
"""The characters with which a word may hang: "troop-"."""

MARKS = ",;.:)"
"""The marks that may follow a word."""

FOREIGN = frozenset(
    {"de", "du", "des", "la", "le", "les", "et", "au", "aux", "del", "los", "las", "el", "y", "sur"}
)
"""Small words of French and Spanish names: what stands beside them is not English."""

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


class Form(NamedTuple):
    """A word as a piece of the text has it, wherever the piece stands.

    Attributes:
        start: how far into the piece it begins.
        end: how far into the piece it ends, a possessive ending left out.
        stop: the same with the ending and a hanging hyphen.
        text: its letters as written, typographic hyphens and apostrophes made plain.
        folded: the same in lower case.
        capital: whether it begins with a capital letter.
        hangs: whether it ends with a hyphen, as "troop-" in "troop- and police-contributing".
    """

    start: int
    end: int
    stop: int
    text: str
    folded: str
    capital: bool
    hangs: bool = False

    @property
    def foreign(self) -> bool:
        """Whether it is a small word of French or Spanish, or begins with an article of theirs."""
        whole = self.stop - self.start == len(self.text)
        return (whole and self.text in FOREIGN) or self.text.startswith(_ELIDED)


def forms_in(piece: str) -> tuple[Form, ...]:
    """Return the words in a piece of a text, mostly one."""
    word = piece.rstrip(MARKS)
    if word.isalpha():
        return (Form(0, len(word), len(word), word, word.casefold(), word[0].isupper()),)
    return tuple(_read(piece))


def singular(form: str) -> str:
    """Return a word in lower case without its last "s"."""
    return form.removesuffix("s") or form


def _read(piece: str) -> Iterator[Form]:
    for match in _WORD.finditer(piece):
        start, stop = match.span()
        written = match[0]
        if hangs := written.endswith(HYPHENS):
            written = written[:-1]
        if written.endswith(_POSSESSIVE):
            written = written[:-2]
        plain = written if written.isascii() else written.translate(_PLAIN)
        end, capital = start + len(written), plain[0].isupper()
        yield Form(start, end, stop, plain, plain.casefold(), capital, hangs)
