"""The table of dates and relative deadlines: what governs each, and what it concerns."""

import re
from collections.abc import Iterator

from checker.draft import NOT_READ, Kind, Node
from checker.index import Index
from checker.index.deadlines import Clause, Clauses, GovernedDate
from checker.index.mandates import Names, Thing, extended_in
from checker.index.periods import GovernedPeriod, find_periods
from checker.tables.places import place_of
from checker.tables.rows import DateRow, PeriodRow
from checker.tables.words import words_around

# After these a period is the length of something that begins or goes on.
_TERMS = frozenset({"for", "by"})
_REACH = 240
_FAR = 1000
_PARTICIPLE = re.compile(
    r"\b(?:acknowledg|act|affirm|bear|call|commend|condemn|confirm|consider|convinc|deplor|determin"
    r"|emphasi[sz]|endors|encourag|express|highlight|look|not|observ|pay|reaffirm|recall|recogni[sz]"
    r"|regrett|reiterat|remind|stress|support|tak|thank|underlin|underscor|urg|welcom)ing\b",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"\b[^\W\d_]+(?:ing|ed|ful|ware|nced)\b")


def date_rows(index: Index) -> Iterator[DateRow | PeriodRow]:
    """Yield every date and every relative deadline, in reading order."""
    found: list[GovernedDate | GovernedPeriod] = [*index.governed_dates, *_periods(index)]
    names = Names(index.text, index.draft.mentions.acronyms, index.draft.mentions.introductions)
    ends = {end.date.date.start: end.thing for end in index.mandate_ends}
    operative = {id(node) for node in index.operative}
    for governed in sorted(found, key=lambda each: each.mention.start):
        if isinstance(governed, GovernedDate):
            yield _date_row(index, governed, ends.get(governed.date.start))
        else:
            thing = None
            if governed.period.word in _TERMS and id(governed.paragraph) in operative:
                thing = extended_in(index.text, governed, names) if governed.clause.sets else None
            yield _period_row(index, governed, thing)


def _periods(index: Index) -> Iterator[GovernedPeriod]:
    """Yield the relative deadlines of a draft with their clauses."""
    clauses = Clauses(index.text, index.memory)
    read = [node for node in index.draft.nodes if node.kind not in NOT_READ]
    bounds = tuple((node.start, node.end) for node in read)
    for period in find_periods(index.text, index.span, bounds):
        path = index.path(index.node_at(period.start))
        yield GovernedPeriod(period, clauses.at(period.start, path), path[0])


def _date_row(index: Index, governed: GovernedDate, thing: Thing | None) -> DateRow:
    verb, concerns = _clause(index, governed, thing)
    return DateRow(
        place=place_of(index, governed.date),
        word=governed.word,
        verb=verb,
        concerns=concerns,
        thing=thing is not None,
        document=governed.symbol.text if governed.symbol else "",
        day=governed.last_day,
    )


def _period_row(index: Index, governed: GovernedPeriod, thing: Thing | None) -> PeriodRow:
    period = governed.period
    verb, concerns = _clause(index, governed, thing)
    return PeriodRow(
        place=place_of(index, period),
        word=period.word,
        length=period.length,
        count=period.count,
        unit=period.unit,
        event=period.event,
        verb=verb,
        concerns=concerns,
        thing=thing is not None,
    )


def _clause(
    index: Index, governed: GovernedDate | GovernedPeriod, thing: Thing | None
) -> tuple[str, str]:
    """Return the verb that leads to a date and what the date concerns."""
    text = index.text
    node = index.node_at(governed.mention.start)
    verb, after = _verb(text, governed.clause, node, governed.start)
    if thing is not None:
        return verb, str(thing)
    if node.kind is Kind.HEADER:
        return verb, text[node.start : governed.start].strip()
    low = max(node.start, after, governed.start - _REACH)
    high = min(node.end, governed.end + _REACH)
    return verb, words_around(text[low : governed.start], text[governed.end : high])


def _verb(text: str, clause: Clause, node: Node, start: int) -> tuple[str, int]:
    """Return the verb of a clause, and the offset after it where it stands in the same node.

    In a preamble it is the participle that leads to the place.
    """
    if clause.verb:
        own = clause.lead is None
        return clause.verb, clause.start + len(clause.verb) if own else node.start
    if node.kind is not Kind.PREAMBULAR:
        return "", node.start
    participle = None
    for participle in _PARTICIPLE.finditer(text, max(node.start, start - _FAR), start):  # noqa: B007
        pass
    found = participle or _FIRST_WORD.match(text, node.start, start)
    return (found.group().lower(), found.end()) if found else ("", node.start)
