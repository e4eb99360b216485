"""Mentions: the phrases of a draft that rules care about.

Each mention is a stretch of the text as read (``start`` and ``end``, end exclusive) and a span of
the source. The grammar ``mention.lark`` says what a mention looks like; this module says what is
understood of it.
"""

import datetime
from enum import StrEnum
from typing import Self, final

from checker.records import Record
from checker.source import Span

# How many days each month has in a leap year.
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Mention(Record):
    """A phrase in the text as read, and the span of the source that holds it."""

    start: int
    end: int
    span: Span

    def moved(self, by: int, in_source: int) -> Self:
        """Return the same phrase further on.

        Args:
            by: how far in the text as read.
            in_source: how far in the source.
        """
        start, end = self.span
        span = Span(start + in_source, end + in_source)
        return self.replaced(start=self.start + by, end=self.end + by, span=span)


class Direction(StrEnum):
    """Where a drafter says that a paragraph stands."""

    ABOVE = "above"
    BELOW = "below"


class Whose(StrEnum):
    """Whose paragraph a reference points at."""

    THIS = "this"
    OTHER = "other"
    UNKNOWN = "unknown"


class Label(Record):
    """A paragraph or item as a reference names it.

    Attributes:
        number: the number of the paragraph, "28" or "7 bis"; "" where only an item is named,
            that is, an item of the paragraph in which the reference stands.
        items: item labels from the outermost, without brackets: ("c", "ii").
    """

    number: str
    items: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write the label as drafters do: "28 (c) (ii)"."""
        return " ".join([self.number, *(f"({item})" for item in self.items)]).strip()


class Target(Mention):
    """One paragraph, or one range of paragraphs, within a reference.

    Attributes:
        first: the paragraph named, or the first of a range.
        last: the last of a range, or None.
        direction: "above" or "below" as bound to this target, or None.
    """

    first: Label
    last: Label | None
    direction: Direction | None


class Reference(Mention):
    """A reference to numbered paragraphs or items.

    Attributes:
        targets: what it points at, in the order written.
        whose: whether they are this draft's paragraphs, another instrument's, or unknown.
        instrument: the words that name the instrument ("resolution 2374 (2017)"), or "".
        annex: the annex of this draft that is meant ("I"; "annex" where it has no number), or "".
        anchored: whether the reference itself says that this draft is meant (above, below, of
            this resolution).
    """

    targets: tuple[Target, ...]
    whose: Whose
    instrument: str
    annex: str
    anchored: bool

    def moved(self, by: int, in_source: int) -> Self:
        """Return the same reference further on, with its targets."""
        targets = tuple([target.moved(by, in_source) for target in self.targets])
        return super().moved(by, in_source).replaced(targets=targets)


class Citation(Mention):
    """A citation of one resolution by its number; a list gives one citation per number.

    Attributes:
        number: the number as written: "2374", "56/220", "2625 (XXV)" gives "2625".
        year: the year in parentheses, or None.
        council: whether the number is one of a Security Council resolution as far as its form
            tells: plain digits and no session in Roman numerals.
    """

    number: str
    year: int | None
    council: bool


class Symbol(Mention):
    """A document symbol.

    Attributes:
        text: as written, without the parentheses around it.
        year: the year that the symbol carries, or None.
        wellformed: whether it has the form of a United Nations document symbol.
    """

    text: str
    year: int | None
    wellformed: bool


class Date(Mention):
    """A date in one of the closed forms of United Nations texts.

    Attributes:
        day: day of the month, or None ("June 2021").
        month: 1 to 12.
        year: the year, or None where it is understood ("30 June").
        value: the calendar day, or None where it is incomplete or does not exist.
        weekday: the weekday named before it, 0 for Monday, or None.
    """

    day: int | None
    month: int
    year: int | None
    value: datetime.date | None
    weekday: int | None

    @property
    def complete(self) -> bool:
        """Whether day, month and year are all given."""
        return self.day is not None and self.year is not None

    @property
    def impossible(self) -> bool:
        """Whether no such day exists: in that year or, where none is given, in a leap year."""
        if self.day is None or self.value is not None:
            return False
        return self.year is not None or not 1 <= self.day <= _LONGEST[self.month - 1]


class Introduction(Mention):
    """A short form introduced in parentheses: "(MINUSMA)" or '("the Agreement")'.

    ``start``, ``end`` and ``span`` are those of the short form, without parentheses and quotes.

    Attributes:
        short: the short form as written.
        long: the long form before the parenthesis, as far as it could be told, or "".
        long_span: where the long form stands, or None.
        quoted: whether it is a quoted term rather than an acronym.
    """

    short: str
    long: str
    long_span: Span | None
    quoted: bool

    def moved(self, by: int, in_source: int) -> Self:
        """Return the same introduction further on, with its long form."""
        moved = super().moved(by, in_source)
        if self.long_span is None:
            return moved
        start, end = self.long_span
        return moved.replaced(long_span=Span(start + in_source, end + in_source))


@final
class AcronymUse(Mention):
    """An acronym in running text, its plural or possessive ending left out.

    Attributes:
        short: the acronym, "MINUSMA" for "MINUSMA's", "IED" for "IEDs"; as it is introduced where
            only hyphens and strokes are others: "SPLA-IO" for "SPLA/IO".
    """

    short: str

    def moved(self, by: int, in_source: int) -> "AcronymUse":
        """Return the same use further on; there are hundreds, so no field is looked up by name."""
        start, end = self.span
        span = Span(start + in_source, end + in_source)
        return AcronymUse(self.start + by, self.end + by, span, self.short)


class Mentions(Record):
    """All mentions of a draft, each kind in reading order."""

    references: tuple[Reference, ...] = ()
    citations: tuple[Citation, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    dates: tuple[Date, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    acronyms: tuple[AcronymUse, ...] = ()
