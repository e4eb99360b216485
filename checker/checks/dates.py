"""Checks of dates, deadlines and the ends of mandates."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.checks.phrases import Phrase
from checker.checks.registry import Need, check
from checker.checks.searching import parse_phrases, refuse_empty
from checker.days import WEEKDAYS, month_length, month_name, written
from checker.draft import Node
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.index.deadlines import DEADLINES, GovernedDate
from checker.index.mandates import MEASURES, MandateEnd
from checker.mentions import Date
from checker.patterns import lazy
from checker.records import Record

_WORD = lazy(r"[\w-]+")
_BREAK = lazy(r"[,;]|\band\b")
_REPORTER = "Secretary-General"
# How far around a date its clause is looked through, in code points.
_BEFORE = 400
_AFTER = 200


@check("impossible-date")
def impossible_date(index: Index) -> Iterator[Evidence]:
    """Say which dates name a day that the month does not have."""
    for date in index.draft.mentions.dates:
        if date.impossible and date.day is not None:
            month = month_name(date.month)
            last = month_length(date.year or 2000, date.month)
            in_year = f"{month} {date.year}" if date.year else month
            values: dict[str, str | int] = {
                "date": f"{date.day} {in_year}",
                "month": in_year,
                "last": last,
            }
            yield Evidence(date.span, values=values)


@check("weekday-mismatch")
def weekday_mismatch(index: Index) -> Iterator[Evidence]:
    """Say which dates fall on another day of the week than the one written before them."""
    for date in index.draft.mentions.dates:
        if date.weekday is None or date.value is None or date.value.weekday() == date.weekday:
            continue
        wrong = WEEKDAYS[date.weekday]
        right = WEEKDAYS[date.value.weekday()]
        values = {"date": written(date.value), "written": wrong, "right": right}
        word = index.span(date.start, date.start + len(wrong))
        fix = Fix((Edit(word, right),), Safety.UNSAFE)
        yield Evidence(date.span, values=values, fix=fix)


@check("past-deadline", needs=Need.DATE)
def past_deadline(index: Index) -> Iterator[Evidence]:
    """Say which deadlines that the draft sets have passed on the day of the draft."""
    if index.date is None:
        return
    ends = {end.date.date.start: end for end in index.mandate_ends}
    for date in index.operative_dates:
        last_day = date.last_day
        if last_day is None or last_day >= index.date or not date.sets:
            continue
        end = ends.get(date.date.start)
        if end is None and date.word not in DEADLINES:
            continue
        values = {"date": _as_written(index, date.date), "draft_date": written(index.date)}
        if end is not None:
            values["thing"] = str(end.thing)
        case = "deadline" if end is None else "end"
        yield Evidence(date.date.span, case, values, related=_header_date(index))


class DeadlineAfterMandate(Record):
    """Options of ``deadline-after-mandate``.

    Attributes:
        reporting: phrases of which a clause has one if its deadline is that of a report.
        exempt: phrases of reports that lawfully come after the end of a mandate; they are looked
            for between the date before the deadline and the next comma or "and".
    """

    reporting: tuple[str, ...]
    exempt: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read."""
        refuse_empty("reporting", self.reporting)
        parse_phrases(self.reporting + self.exempt)


@check("deadline-after-mandate")
def deadline_after_mandate(index: Index, options: DeadlineAfterMandate) -> Iterator[Evidence]:
    """Say which reports are due after the mandate that they concern has ended."""
    ends = _bodies_by_name(index)
    if not ends:
        return
    reporting, exempt = parse_phrases(options.reporting), parse_phrases(options.exempt)
    earliest = min(_last_day(end) for end in ends.values())
    named = _Named(index, ends)
    before = 0
    for date in index.operative_dates:
        previous, before = before, date.date.end
        due = date.last_day
        if due is None or due <= earliest or not date.sets or date.word not in DEADLINES:
            continue
        end = named.concerned(date)
        if end is None or due <= _last_day(end):
            continue
        report = _report(index, date, previous)
        if _has(index, reporting, _near(date)) and not _has(index, exempt, [report]):
            yield Evidence(
                date.date.span,
                values={
                    "date": _as_written(index, date.date),
                    "end": _as_written(index, end.date.date),
                    "thing": str(end.thing),
                },
                related=(_end_place(index, end),),
            )


@check("conflicting-mandate-end")
def conflicting_mandate_end(index: Index) -> Iterator[Evidence]:
    """Say which things the draft extends to two different dates."""
    first: dict[tuple[str, str], MandateEnd] = {}
    for end in _coming_ends(index):
        other = first.setdefault(end.thing.key, end)
        if _last_day(other) != _last_day(end):
            values = {
                "thing": str(end.thing),
                "date": _as_written(index, end.date.date),
                "other": _as_written(index, other.date.date),
            }
            related = (_end_place(index, other),)
            yield Evidence(end.date.date.span, values=values, related=related)


@check("date-symbol-mismatch")
def date_symbol_mismatch(index: Index) -> Iterator[Evidence]:
    """Say which dates have another year than the document symbol in the parenthesis after them."""
    for date in index.misdated:
        if date.symbol is not None:
            values: dict[str, str | int] = {
                "date": _as_written(index, date.date),
                "symbol": date.symbol.text,
                "year": date.symbol.year or 0,
            }
            related = (Related("symbol", date.symbol.span),)
            yield Evidence(date.date.span, values=values, related=related)


class _Named:
    """Finds the mandate that a deadline concerns; each paragraph is looked through once."""

    def __init__(self, index: Index, ends: Mapping[str, MandateEnd]) -> None:
        self._index = index
        self._ends = ends
        self._by_first_word: dict[str, list[str]] = defaultdict(list)
        for name in ends:
            self._by_first_word[name.split(" ")[0]].append(name)
        self._by_node: dict[int, tuple[list[MandateEnd], bool]] = {}

    def concerned(self, date: GovernedDate) -> MandateEnd | None:
        """Return the last end of what the paragraph names.

        The Secretary-General reports on the only mandate of a draft without naming it.
        """
        path = self._index.path(self._index.node_at(date.date.start))
        told = [self._told(node) for node in path]
        ends = [end for named, _ in told for end in named]
        if not ends and len(self._ends) == 1 and any(reports for _, reports in told):
            ends = list(self._ends.values())
        return max(ends, key=_last_day, default=None)

    def _told(self, node: Node) -> tuple[list[MandateEnd], bool]:
        """Return the last end that a node names by itself, and whether it names the reporter."""
        if id(node) not in self._by_node:
            named = [
                self._ends[name]
                for word in _WORD.finditer(node.text)
                for name in self._by_first_word.get(word.group(), ())
                if node.text.startswith(name, word.start())
            ]
            last = sorted(named, key=_last_day)[-1:]
            self._by_node[id(node)] = last, _REPORTER in node.text
        return self._by_node[id(node)]


def _bodies_by_name(index: Index) -> dict[str, MandateEnd]:
    """Return the last end of every mission or panel that the draft extends."""
    ends: dict[str, MandateEnd] = {}
    for end in _coming_ends(index):
        name = end.thing.name
        if end.thing.held != MEASURES and (
            name not in ends or _last_day(ends[name]) < _last_day(end)
        ):
            ends[name] = end
    return ends


def _coming_ends(index: Index) -> list[MandateEnd]:
    """Return the ends that are not past already; those that are have a rule of their own."""
    return [end for end in index.mandate_ends if index.date is None or _last_day(end) >= index.date]


def _last_day(end: MandateEnd) -> datetime.date:
    return end.date.last_day or datetime.date.max


def _near(date: GovernedDate) -> list[tuple[int, int]]:
    """Return the words of the clause around a date, and of the clause that it carries on."""
    clause = date.clause
    low = max(clause.start, date.start - _BEFORE)
    stretches = [(low, min(clause.end, date.date.end + _AFTER))]
    if clause.lead is not None:
        stretches.append((max(clause.lead.start, clause.lead.end - _BEFORE), clause.lead.end))
    return stretches


def _report(index: Index, date: GovernedDate, previous: int) -> tuple[int, int]:
    """Return the words about what is due: from the date before to the break after this one."""
    low, high = _near(date)[0]
    stop = _BREAK.search(index.text, date.date.end, high)
    return max(low, previous), stop.start() if stop else high


def _has(index: Index, phrases: Sequence[Phrase], stretches: Sequence[tuple[int, int]]) -> bool:
    return any(
        phrase.find(index.text, start, end) is not None
        for phrase in phrases
        for start, end in stretches
    )


def _end_place(index: Index, end: MandateEnd) -> Related:
    values = {"thing": str(end.thing), "end": _as_written(index, end.date.date)}
    return Related("end", end.date.date.span, values)


def _header_date(index: Index) -> tuple[Related, ...]:
    header = index.draft.header
    if header.date is None or header.day != index.date:
        return ()
    return (Related("draft", header.date.span),)


def _as_written(index: Index, date: Date) -> str:
    """Return the day of a date in one form, or its words where it names a month only."""
    if date.value is not None:
        return written(date.value)
    return index.text[date.start : date.end]
