"""Writing an invented draft down: numbers, references, items, wraps and pages."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_REFERENCE = re.compile(r"«(\w+)(?:&(\w+))?»")
_OPENING = re.compile(r"(^|\|)([^|]*)\|")
_WIDTH = 72
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a paragraph: its name, its words, and the items under it."""

    name: str
    words: str
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """An operative paragraph: its name, its words, its items, and the heading over it."""

    name: str
    words: str
    items: tuple[Item, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a draft is laid out.

    Attributes:
        emphasis: whether the opening words and the organ are set in italics, as Markdown does.
        wrapped: whether lines end after 72 characters.
        page: after how many lines a page ends, 0 for never.
        line_end: with what lines end.
        hard_spaces: whether a space that does not break stands in "paragraph 5".
    """

    emphasis: bool = False
    wrapped: bool = False
    page: int = 0
    line_end: str = "\n"
    hard_spaces: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """An invented draft.

    Attributes:
        symbol: its document symbol.
        date: its day, as drafts write it.
        sponsors: the line that names the text.
        preamble: the preambular paragraphs, without the commas between them.
        clauses: the operative paragraphs, without the semicolons between them.
        profile: the profile that it is meant to have.
    """

    symbol: str
    date: str
    sponsors: str
    preamble: tuple[str, ...]
    clauses: tuple[Clause, ...]
    profile: str

    def text(self, layout: Layout) -> str:
        """Return the draft as a text."""
        job = f"{self.symbol.split('/')[1][2:]}-08606"
        blocks = [
            f"United Nations {self.symbol}",
            "Security Council",
            f"Distr.: General {self.date}",
            "Original: English",
            self.sponsors,
            _opened("The Security Council|,", layout),
            *(_laid(_opened(words, layout) + ",", layout) for words in self.preamble),
            *self._operative(layout),
        ]
        lines = "\n\n".join(blocks).split("\n")
        if layout.page:
            lines = list(_paged(lines, layout.page, self.symbol, job))
        return layout.line_end.join([*lines, ""])

    def _operative(self, layout: Layout) -> Iterator[str]:
        places = _places(self.clauses)
        for number, clause in enumerate(self.clauses, 1):
            if clause.heading:
                yield f"## {clause.heading}"
            end = "." if number == len(self.clauses) else ";"
            words = _opened(_referred(clause.words, number, places, layout), layout)
            yield _laid(f"{number}. {words}{':' if clause.items else end}", layout)
            for text in _items(clause.items, end):
                yield _laid(_referred(text, number, places, layout), layout)


def _places(clauses: Sequence[Clause]) -> Mapping[str, tuple[int, str]]:
    """Return for every name the number of its paragraph, and the label with its items."""
    places: dict[str, tuple[int, str]] = {}
    for number, clause in enumerate(clauses, 1):
        places[clause.name] = number, str(number)
        for letter, item in zip("abcdefgh", clause.items, strict=False):
            places[item.name] = number, f"{number} ({letter})"
            for roman, inner in zip(_ROMAN, item.items, strict=False):
                places[inner.name] = number, f"{number} ({letter}) ({roman})"
    return places


def _items(items: Sequence[Item], end: str) -> Iterator[str]:
    for place, (letter, item) in enumerate(zip("abcdefgh", items, strict=False), 1):
        last = end if place == len(items) else ";"
        yield f"({letter}) {item.words}{':' if item.items else last}"
        for inner_place, (roman, inner) in enumerate(zip(_ROMAN, item.items, strict=False), 1):
            yield f"({roman}) {inner.words}{last if inner_place == len(item.items) else ';'}"


def _referred(
    words: str, number: int, places: Mapping[str, tuple[int, str]], layout: Layout
) -> str:
    """Write the references of a paragraph with the numbers that they point at."""

    space = "\u00a0" if layout.hard_spaces else " "

    def label(match: re.Match[str]) -> str:
        targets = sorted(places[name] for name in match.groups() if name)
        texts = [text for _, text in targets]
        sides = ["above" if target < number else "below" for target, _ in targets]
        if len(targets) == 1:
            return f"paragraph{space}{texts[0]} {sides[0]}"
        first = texts[0] if sides[0] == sides[1] else f"{texts[0]} {sides[0]}"
        return f"paragraphs{space}{first} and {texts[1]} {sides[1]}"

    return _REFERENCE.sub(label, words)


def _opened(words: str, layout: Layout) -> str:
    """Set the opening words in italics, or only take their mark away."""
    mark = "*" if layout.emphasis else ""
    return _OPENING.sub(rf"{mark}\2{mark}", words)


def _laid(text: str, layout: Layout) -> str:
    if not layout.wrapped:
        return text
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _paged(lines: Sequence[str], length: int, symbol: str, job: str) -> Iterator[str]:
    """Put the foot of one page and the head of the next after every so many lines."""
    pages = len(lines) // length + 1
    for number, line in enumerate(lines):
        if number and number % length == 0:
            page = number // length
            yield from ("", f"{page}/{pages} {job}", "", symbol, "")
        yield line
