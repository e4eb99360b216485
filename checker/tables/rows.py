"""The rows of the tables: frozen values, each with its place in the draft."""

import datetime
from dataclasses import dataclass

from checker.index.pointers import Outcome
from checker.mentions import Direction, Whose
from checker.source import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Attributes:
        address: the paragraph or item, "OP 28 (a)"; None outside every one.
        span: its stretch of the source, as a hull where a page cut it.
        parts: the pieces of the span, without the furniture between them.
        words: its words as read.
    """

    address: str | None
    span: Span
    parts: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One paragraph, or one range of paragraphs, to which a reference points.

    Attributes:
        label: the paragraph as the reference names it: "28 (c)"; of a range, the first.
        last: the last of a range as the reference names it, or "".
        direction: the direction word, or None.
        outcome: what became of looking it up.
        missing: the label that was not found: "28 (c) (iv)"; or "".
        found: the paragraph or item found, or the first and last of a range; their words are
            those with which they open.
    """

    label: str
    last: str
    direction: Direction | None
    outcome: Outcome
    missing: str
    found: tuple[Place, ...]

    @property
    def resolves(self) -> bool | None:
        """Whether it is there; None for another instrument's, and where it cannot be told."""
        if self.outcome in {Outcome.ELSEWHERE, Outcome.UNKNOWN}:
            return None
        return self.outcome is Outcome.FOUND


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A reference to paragraphs or items.

    Attributes:
        place: the reference.
        whose: whether they are this draft's paragraphs, another instrument's, or unknown.
        instrument: the words that name the other instrument, or the annex of this draft; or "".
        targets: what it points at, in the order written.
    """

    place: Place
    whose: Whose
    instrument: str
    targets: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date.

    Attributes:
        place: the date, without its governing word.
        word: the governing word: "until", "by", "no later than", "of" ...; or "".
        verb: the verb of its clause: "decides", "recalling"; or "".
        concerns: the mission, panel or measures that end with it, as in "the mandate of UNSMTA";
            else the words nearest to it.
        thing: whether ``concerns`` names what the draft extends to this date.
        document: the symbol of the document whose date it is, or "".
        day: the last day that it can mean, or None where it is incomplete or does not exist.
    """

    place: Place
    word: str
    verb: str
    concerns: str
    thing: bool
    document: str
    day: datetime.date | None


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A relative deadline: a period or a rhythm.

    Attributes:
        place: the whole phrase: "within six months of the adoption of this resolution".
        word: the governing word: "every", "within", "for" ...; or "".
        length: the length as written: "six months"; "quarterly".
        count: how many units, or None where it is open or not told in a number.
        unit: "day", "month" ...; or "".
        event: from what it counts: "of the adoption of this resolution"; or "".
        verb: as of a date.
        concerns: as of a date.
        thing: as of a date.
    """

    place: Place
    word: str
    length: str
    count: int | None
    unit: str
    event: str
    verb: str
    concerns: str
    thing: bool


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """One introduction of an acronym or term.

    Attributes:
        place: the short form.
        long: the long form before it, "" where none is told; of a quoted term that is no part of a
            name, the few words before it, marked as a quotation: "... armed groups".
    """

    place: Place
    long: str


@dataclass(frozen=True, slots=True)
class AcronymRow:
    """An acronym or a quoted term.

    Attributes:
        name: the short form in the singular: "UNSMTA"; "Agreement".
        quoted: whether it is a quoted term.
        introductions: all places that introduce it, in reading order.
        uses: all places that use it, in reading order, the introductions left out.
    """

    name: str
    quoted: bool
    introductions: tuple[IntroductionRow, ...]
    uses: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """A resolution that the draft cites.

    Attributes:
        number: as written, "2374" or "56/220".
        years: the years that the draft gives it, in reading order; more than one is a slip.
        undated: how many of the citations give no year.
        places: where it is cited, in reading order.
    """

    number: str
    years: tuple[int, ...]
    undated: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that the draft cites by its symbol.

    Attributes:
        symbol: as written.
        dates: the dates that stand right before it, as written, each once.
        places: where it is cited, in reading order.
    """

    symbol: str
    dates: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a draft.

    Attributes:
        references: every reference once, in reading order.
        dates: every date and every relative deadline, in reading order.
        acronyms: acronyms and quoted terms, in order of first appearance.
        resolutions: resolutions, in the order in which they are first cited.
        documents: documents, likewise; the draft's own symbol is none.
    """

    references: tuple[ReferenceRow, ...]
    dates: tuple[DateRow | PeriodRow, ...]
    acronyms: tuple[AcronymRow, ...]
    resolutions: tuple[ResolutionRow, ...]
    documents: tuple[DocumentRow, ...]
