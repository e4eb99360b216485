"""The check of events that a draft speaks of as past."""

import datetime
from collections.abc import Iterator

from checker.checks.registry import Need, check
from checker.checks.searching import parse_phrases, refuse_empty
from checker.days import written
from checker.draft import Kind
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.index.deadlines import GovernedDate
from checker.records import Record

_OF = frozenset({"of", "dated"})
_ON = frozenset({"on", "from"})
_AS = "as "
_NEAR = 300
_AFTER = 40
_HELD_NEAR = 60


class FutureEvent(Record):
    """Options of ``future-event``.

    Attributes:
        verbs: phrases with which a paragraph speaks of what has happened.
        held: phrases after which "on DATE" is the day of what has happened; "of DATE" needs none.
        unless: phrases between the verb and the date that speak of what is to come.
    """

    verbs: tuple[str, ...]
    held: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read."""
        refuse_empty("verbs", self.verbs)
        parse_phrases(self.verbs + self.held + self.unless)


@check("future-event", needs=Need.DATE)
def future_event(index: Index, options: FutureEvent) -> Iterator[Evidence]:
    """Say which events are spoken of as past and are later than the draft."""
    if index.date is None:
        return
    verbs, held, unless = map(parse_phrases, (options.verbs, options.held, options.unless))
    later = {
        citation.end + 1
        for citation in index.draft.mentions.citations
        if citation.year is not None and citation.year > index.date.year
    }
    for date in index.governed_dates:
        day = _first_day(date)
        if day is None or day <= index.date or date.sets or date.start in later:
            continue
        # Other rules say that the symbol is wrong, and that what is cited is of a later year.
        if date.misdated or (date.symbol and (date.symbol.year or 0) > index.date.year):
            continue
        if date.word not in _OF | _ON or index.text.endswith(_AS, 0, date.start):
            continue
        node = index.node_at(date.start)
        if node.kind is Kind.HEADER:
            continue
        low = max(node.start, date.start - _NEAR)
        governing = [
            place for verb in verbs for place in verb.find_all(index.text, low, date.start)
        ]
        if not governing:
            continue
        begin = max(governing)[1]
        high = min(node.end, date.date.end + _AFTER)
        if any(words.find(index.text, begin, high) for words in unless):
            continue
        near = max(begin, date.start - _HELD_NEAR)
        if date.word in _ON and not any(word.find(index.text, near, date.start) for word in held):
            continue
        yield _evidence(index, date, index.date)


def _first_day(date: GovernedDate) -> datetime.date | None:
    """Return the first day that a date can mean, None without a year or where there is no such."""
    if date.date.day is None and date.date.year is not None:
        return datetime.date(date.date.year, date.date.month, 1)
    return date.date.value


def _evidence(index: Index, date: GovernedDate, draft: datetime.date) -> Evidence:
    values = {
        "date": index.text[date.date.start : date.date.end],
        "draft_date": written(draft),
    }
    header = index.draft.header
    stated = header.date is not None and header.day == draft
    related = (Related("draft", header.date.span),) if stated and header.date else ()
    return Evidence(date.date.span, values=values, related=related)
