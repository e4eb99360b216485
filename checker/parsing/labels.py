"""Labels of paragraphs and items: what a marker counts, and which one comes next."""

import re
from functools import lru_cache

from checker.patterns import lazy
from checker.records import Record

_DIGITS = lazy(r"\d+")
_BARE = lazy(r"\[?\(?([A-Za-z]{1,6}|\d{1,2})(?: ?(bis|ter|quater))?[).]\]?")
_DECIMAL = lazy(r"(?:\d{1,2}\.){1,3}(\d{1,2})(?=\.?$)")
_LATIN = lazy(r"(?<![A-Za-z])(bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)\b")
_ALTERNATIVE = lazy(r"(?<![A-Za-z])alt\.? ?(\d*)", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_ROMAN_FORM = lazy(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_LARGE_NUMERAL = lazy(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# "CD" and "MDC" are acronyms; no acronym of five letters reads as a numeral.
_SURELY_A_NUMERAL = 5


class Label(Record):
    """A marker as one of the kinds it can be.

    Attributes:
        marker: the kind: "(a)", "(i)", "(1)", "(aa)", "a.", "i.", "1.1.", "dash" or "bullet".
        number: what stands in it, "a" or "iv"; "" for dashes and bullets.
        ordinal: its place in its list, from 1; 0 for dashes and bullets.
        latin: "bis", "ter" or "quater" for an item put in after another, or "".
    """

    marker: str
    number: str
    ordinal: int
    latin: str = ""


def roman_value(letters: str) -> int:
    """Return the value of a Roman numeral below 90 in small letters, or 0 if it is none."""
    if not letters or not _ROMAN_FORM.fullmatch(letters):
        return 0
    values = [_ROMAN[letter] for letter in letters]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def is_numeral(capitals: str) -> bool:
    """Whether letters in capitals are a Roman numeral, "XIV" or "DCCLXXVIII", and no acronym."""
    if not capitals.strip("IVXL"):
        return roman_value(capitals.lower()) > 0
    long = len(capitals) >= _SURELY_A_NUMERAL
    return long and _LARGE_NUMERAL.fullmatch(capitals) is not None


def letter_value(letters: str) -> int:
    """Return the place of an item letter: a is 1, z is 26, aa is 27; 0 if it is none."""
    if len(letters) == 1:
        return ord(letters) - ord("a") + 1
    if len(letters) == 2 and letters[0] == letters[1]:
        return 26 + ord(letters[0]) - ord("a") + 1
    if len(letters) == 2:
        return 26 * (ord(letters[0]) - ord("a") + 1) + ord(letters[1]) - ord("a") + 1
    return 0


@lru_cache(maxsize=1024)
def item_labels(label: str) -> tuple[Label, ...]:
    """Return what a marker can be; "(i)" is a letter or a numeral, the usual one first."""
    return tuple(_item_labels(label))


def _item_labels(label: str) -> list[Label]:
    label = label.strip()
    if label in {"-", "–", "—"}:
        return [Label("dash", "", 0)]
    if decimal := _DECIMAL.match(label):
        depth = decimal[0].count(".")
        return [Label("1." + "1." * depth, decimal[0], int(decimal[1]))]
    match = _BARE.match(label)
    if match is None:
        return [Label("bullet", "", 0)]
    text, latin = match[1], match[2] or ""
    bracketed = ")" in label
    if text.isdigit():
        return [Label("(1)", text, int(text), latin)]
    found = _numeral(text, latin, "(i)" if bracketed else "i.")
    if value := letter_value(text):
        found.append(Label("(a)" if bracketed else "a.", text, value, latin))
    if bracketed and len(text) == 2 and text[0] == text[1]:
        found.append(Label("(aa)", text, letter_value(text[0]), latin))
    return found or [Label("bullet", "", 0)]


def _numeral(text: str, latin: str, marker: str) -> list[Label]:
    value = roman_value(text)
    return [Label(marker, text, value, latin)] if value else []


def follows(label: Label, seen: Label) -> bool:
    """Whether a label is the next one of the list in which another stands."""
    if label.marker != seen.marker:
        return False
    if label.latin:
        return label.ordinal == seen.ordinal
    return not label.number or label.ordinal == seen.ordinal + 1


class Seen:
    """The labels that stand under a paragraph so far, laid out so that asking takes no search."""

    def __init__(self) -> None:
        """Begin with none."""
        self._ordinals: dict[str, set[int]] = {}

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._ordinals)

    def add(self, label: Label) -> None:
        """Take in one more."""
        self._ordinals.setdefault(label.marker, set()).add(label.ordinal)

    def awaits(self, label: Label) -> bool:
        """Whether a label follows one of them, as :func:`follows` says."""
        ordinals = self._ordinals.get(label.marker, set())
        if label.latin:
            return label.ordinal in ordinals
        return bool(ordinals) if not label.number else label.ordinal - 1 in ordinals

    def has_kind(self, label: Label) -> bool:
        """Whether one of them is of the same kind."""
        return label.marker in self._ordinals


def opens_list(label: Label) -> bool:
    """Whether a label is the first of a list of its kind."""
    return label.ordinal <= 1


@lru_cache(maxsize=1024)
def paragraph_number(label: str) -> int:
    """Return the plain number of a paragraph label: 7 for "7 bis."."""
    match = _DIGITS.search(label)
    return int(match[0]) if match else 0


@lru_cache(maxsize=1024)
def paragraph_name(label: str) -> str:
    """Return what a paragraph label says, without punctuation: "28", "7 bis", "5 alt 1"."""
    name = str(paragraph_number(label))
    if label.strip("0123456789. ") == "":
        return name
    if latin := _LATIN.search(label):
        name += f" {latin[1]}"
    if alternative := _ALTERNATIVE.search(label):
        name += f" alt {alternative[1]}".rstrip()
    return name
