"""Checks of how dates are written, and of mandates told apart by nothing but "current"."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from checker.checks.phrases import Phrase
from checker.checks.registry import check
from checker.checks.searching import parse_phrases, refuse_empty
from checker.days import written
from checker.draft import Kind
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.index.mandates import MEASURES, MandateEnd
from checker.mentions import Date
from checker.patterns import lazy
from checker.records import Record

_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_ORDINAL = r"(?P<ordinal>st|nd|rd|th)?"
_MONTH_FIRST = lazy(
    rf"{_WEEKDAY}(?P<month>[A-Z][a-z]+) (?P<day>\d{{1,2}}){_ORDINAL}(?:,? ?(?P<year>\d{{4}}))?"
)
_DAY_FIRST = lazy(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}}){_ORDINAL}"
    r"(?: (?P<of>of )?(?P<month>[A-Z][a-z]+)(?: (?P<year>\d{4}))?)?"
)
_YEAR_AFTER_COMMA = lazy(r", (?P<year>(?:19|20)\d\d)\b(?! [a-z]+s\b)")
# "June 28-29, 2026", "June 20 and 29": the days that follow would be left behind.
_MORE_DAYS = lazy(r" ?[-–—] ?\d|,? (?:and |to |or )?\d{1,2}\b(?! [A-Z])")
# "the March 23 Movement", "the "September 11" attacks": part of a name; "March 15,000": a figure.
_NAME_OR_FIGURE = lazy(r" [A-Z]|[\"”’]|[ ,.]?\d{3}\b|[.,]\d|%| per cent")
_ARTICLE = "the "

_FIGURES = lazy(
    r"(?<![\w/.,-])(?:(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<end>\d{4})"
    r"|(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d))(?![\w/-]|[.,]\d)"
)

_OWNER = lazy(r"(?<![\w-])(?P<owner>[\w-]++)['’]s? $")
_OWNED = lazy(r" of (?:the )?(?P<owner>[\w-]+)")
_BREAK = lazy(r"[,;:]")
_NEAR = 80
_DATE_NEAR = 16


@check("date-format")
def date_format(index: Index) -> Iterator[Evidence]:
    """Say which dates are not written as day, month, year: case "words", "figures", "unclear"."""
    quoted = index.layout.quoted
    for date in index.draft.mentions.dates:
        if date.day is not None and not date.impossible and _is_judged(index, date.start):
            # A title has the form that its authors gave it.
            safety = Safety.UNSAFE if quoted.cover(date.start) else Safety.SAFE
            yield from _in_words(index, date, safety)
    for match in _FIGURES.finditer(index.text):
        if _is_judged(index, match.start()):
            yield from _in_figures(index, match)


def _is_judged(index: Index, offset: int) -> bool:
    """Whether a date is the drafters' own: not in the header, nor among particulars in an annex."""
    node = index.node_at(offset)
    return node.kind is not Kind.HEADER and not index.part_of(node).name


def _in_words(index: Index, date: Date, safety: Safety) -> Iterator[Evidence]:
    text, start, end = index.text, date.start, date.end
    words = text[start:end]
    fixable = True
    if match := _MONTH_FIRST.fullmatch(words):
        if date.year is None:
            if _NAME_OR_FIGURE.match(text, end):
                return
            fixable = _MORE_DAYS.match(text, end) is None
    elif match := _DAY_FIRST.fullmatch(words):
        comma = None if date.year else _YEAR_AFTER_COMMA.match(text, end)
        if match["month"] and comma is not None:
            right = f"{_written(match)} {comma['year']}"
            yield _evidence(index, start, comma.end(), right, safety)
            return
        if not match["ordinal"] and not match["of"]:
            return
        if match["of"] and text.endswith(_ARTICLE, 0, start):
            start -= len(_ARTICLE)
    else:
        return
    yield _evidence(index, start, end, _written(match), safety if fixable else None)


def _written(match: re.Match[str]) -> str:
    parts = (match["day"].lstrip("0"), match["month"], match["year"])
    return (match["weekday"] or "") + " ".join(part for part in parts if part)


def _in_figures(index: Index, match: re.Match[str]) -> Iterator[Evidence]:
    if match["year"]:
        days = [_day(match["year"], match["month"], match["day"])]
    else:
        first, second = match["first"], match["second"]
        days = [_day(match["end"], second, first), _day(match["end"], first, second)]
    known = list(dict.fromkeys(day for day in days if day))
    if len(known) == 1:
        # Figures may be no date at all.
        yield _evidence(index, *match.span(), known[0], Safety.UNSAFE, "figures")
    elif known:
        values = {"date": match.group(), "right": known[0], "other": known[1]}
        yield Evidence(index.span(*match.span()), "unclear", values)


def _day(year: str, month: str, day: str) -> str:
    """Write a day as United Nations texts do, "" where there is no such day."""
    try:
        value = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return written(value)


def _evidence(
    index: Index, start: int, end: int, right: str, safety: Safety | None, case: str = "words"
) -> Evidence:
    span = index.span(start, end)
    values = {"date": index.text[start:end], "right": right}
    # What a page or emphasis cut in two is not put together by an edit.
    whole = span.end - span.start == end - start
    fix = Fix((Edit(span, right),), safety) if safety and whole else None
    return Evidence(span, case, values, fix=fix)


class RelativeMandate(Record):
    """Options of ``relative-mandate``.

    Attributes:
        mandates: phrases that name a mandate only as the one that is in force.
        times: phrases before them that make them a point or a stretch of time.
    """

    mandates: tuple[str, ...]
    times: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read."""
        refuse_empty("mandates", self.mandates)
        refuse_empty("times", self.times)
        parse_phrases(self.mandates + self.times)


@check("relative-mandate")
def relative_mandate(index: Index, options: RelativeMandate) -> Iterator[Evidence]:
    """Say where a draft that extends a mandate sets a time by the "current" one."""
    ends = [end for end in index.mandate_ends if end.thing.held != MEASURES]
    if not ends:
        return
    times = parse_phrases(options.times)
    by_word = {word: end for end in reversed(ends) for word in end.thing.name.split(" ")}
    only = ends[0] if len({end.thing.name for end in ends}) == 1 else None
    found: dict[str, tuple[MandateEnd, list[tuple[int, int]]]] = {}
    for phrase in parse_phrases(options.mandates):
        for start, stop in phrase.find_all(index.text):
            begin = _time_before(index, times, start)
            end = _meant(index, by_word, only, start, stop)
            if begin is not None and end is not None and not _dated(index, stop):
                found.setdefault(end.thing.name, (end, []))[1].append((begin, stop))
    for end, places in found.values():
        first, *others = (index.span(*place) for place in sorted(places))
        day = index.text[end.date.date.start : end.date.date.end]
        thing = str(end.thing)
        related = (
            Related("end", end.date.date.span, {"thing": thing, "end": day}),
            *(Related("again", span) for span in others),
        )
        phrase_found = index.draft.reading.quote(first)
        yield Evidence(first, "", {"phrase": phrase_found, "thing": thing, "end": day}, related)


def _time_before(index: Index, times: list[Phrase], start: int) -> int | None:
    """Return where the words begin that make a mandate a time, None where there are none."""
    low = max(index.node_at(start).start, start - _NEAR)
    places = [place for phrase in times for place in phrase.find_all(index.text, low, start)]
    begin, end = max(places, default=(start, start))
    return None if begin == start or _BREAK.search(index.text, end, start) else begin


def _meant(
    index: Index, by_word: Mapping[str, MandateEnd], only: MandateEnd | None, start: int, stop: int
) -> MandateEnd | None:
    """Return the end of the mandate that is called current, None where that cannot be told.

    ``by_word`` holds the first end of each thing by the words of its name, ``only`` the first end
    where all are of one thing.
    """
    owner = _OWNER.search(index.text, max(0, start - _NEAR), start) or _OWNED.match(
        index.text, stop
    )
    if owner is None:
        return only
    word = owner["owner"]
    # "the Mission's" is the one that the draft extends; another acronym is another mission.
    return by_word.get(word, None if word.isupper() else only)


def _dated(index: Index, stop: int) -> bool:
    """Whether the day on which that mandate ends stands right after it."""
    dates = index.draft.mentions.dates
    place = bisect_left(dates, stop, key=lambda date: date.start)
    return place < len(dates) and dates[place].start - stop <= _DATE_NEAR
