"""Checks of the resolutions and documents that a draft cites."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from checker.checks.registry import Need, check
from checker.checks.searching import refuse_empty
from checker.draft import Kind
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.mentions import Citation, Symbol
from checker.parsing.citations import without_slip
from checker.patterns import lazy
from checker.records import Record
from checker.source import Span

_FIGURES = lazy(r"\D")
_LISTED = lazy(r",? (?:and |or )?")
_IN_SYMBOL = "S/RES/"
_SERIES = ("PRST/", "RES/")
_COUNCIL = lazy(r"Security Council(?:['’]s)? [Rr]esolutions? $")
_LONGEST_NAME = 40
# Neither a date nor more of the number or of a word follows.
_ENDS_THERE = lazy(r"(?!,? of (?:\d|[A-Z][a-z]+ \d)|[\w/–-]|['’]s| ?\(\d)")

Values: TypeAlias = dict[str, str | int]


class ResolutionYear(Record):
    """Options of ``resolution-year``.

    Attributes:
        last_numbers: for each year, the number of the last resolution that the Security Council
            adopted in it, beginning with the first year; numbers run on from year to year.
    """

    last_numbers: dict[int, int]

    def __post_init__(self) -> None:
        """Refuse a table that does not run on."""
        refuse_empty("last_numbers", {str(year): "" for year in self.last_numbers})
        numbers = list(self.last_numbers.values())
        years = list(self.last_numbers)
        if numbers != sorted(set(numbers)) or years != list(range(years[0], years[-1] + 1)):
            message = "last_numbers: years must run on, and their numbers grow"
            raise ValueError(message)


@check("resolution-year")
def resolution_year(index: Index, options: ResolutionYear) -> Iterator[Evidence]:
    """Say which resolutions are cited with a year other than that of their adoption."""
    years, numbers = list(options.last_numbers), list(options.last_numbers.values())
    conflicting = _conflicting(index)
    groups: dict[tuple[str, int], list[Citation]] = defaultdict(list)
    for citation in _council(index):
        if citation.year is not None and citation.number not in conflicting:
            groups[citation.number, citation.year].append(citation)
    known = _highest_known(index)
    for (number, year), places in groups.items():
        adopted = bisect_left(numbers, int(number))
        if adopted == len(years) or years[adopted] == year:
            continue
        if _is_future(index, places[0], known):
            continue
        right = years[adopted]
        values: Values = {"number": number, "year": year, "adopted": right}
        fix = _redated(index, places, right)
        yield Evidence(places[0].span, values=values, related=_again(places), fix=fix)


@check("conflicting-resolution-year")
def conflicting_resolution_year(index: Index) -> Iterator[Evidence]:
    """Say which resolutions are cited with two different years."""
    for number, places in _conflicting(index).items():
        counts = Counter(place.year for place in places)
        # The year written most often stands, of equals the first.
        usual = max(counts, key=lambda year: counts[year])
        odd = [place for place in places if place.year != usual]
        other = next(place for place in places if place.year == usual)
        values: Values = {"number": number, "year": odd[0].year or 0, "other": usual or 0}
        related = (Related("other", other.span, {"other": usual or 0}), *_again(odd))
        fix = _redated(index, odd, usual) if counts[usual] > len(odd) else None
        yield Evidence(odd[0].span, values=values, related=related, fix=fix)


@check("missing-resolution-year")
def missing_resolution_year(index: Index) -> Iterator[Evidence]:
    """Say which resolutions are cited without the year of their adoption."""
    council = _council(index)
    dated = _dated(index, council)
    conflicting = _conflicting(index)
    given: dict[str, Citation] = {}
    for citation in council:
        if citation.year is not None or citation.start in dated:
            given.setdefault(citation.number, citation)
    groups: dict[str, list[Citation]] = defaultdict(list)
    for citation in _lacking_year(index, council):
        if citation.start not in dated and citation.number not in conflicting:
            groups[citation.number].append(citation)
    for number, places in groups.items():
        yield _without_year(index, number, places, given.get(number), dated)


@check("future-citation", needs=Need.DATE)
def future_citation(index: Index) -> Iterator[Evidence]:
    """Say which resolutions and documents are of a year later than that of the draft."""
    if index.date is None:
        return
    draft_year = index.date.year
    known = _highest_known(index)
    conflicting = _conflicting(index)
    groups: dict[tuple[str, int], list[Citation | Symbol]] = defaultdict(list)
    for citation in _council(index):
        if citation.number not in conflicting and _is_future(index, citation, known):
            groups[f"resolution {citation.number}", citation.year or 0].append(citation)
    misdated = {date.symbol.start for date in index.misdated if date.symbol is not None}
    for symbol in _symbols(index):
        year = symbol.year if symbol.wellformed and symbol.start not in misdated else None
        if year is not None and year > draft_year and not symbol.text.startswith(_IN_SYMBOL):
            groups[symbol.text, year].append(symbol)
    header = index.draft.header
    known_by_header = header.date is not None and header.day == index.date
    related = (Related("draft", header.date.span),) if header.date and known_by_header else ()
    for (cited, year), places in groups.items():
        values: Values = {"cited": cited, "year": year, "draft_year": draft_year}
        yield Evidence(places[0].span, values=values, related=(*related, *_again(places)))


@check("malformed-symbol")
def malformed_symbol(index: Index) -> Iterator[Evidence]:
    """Say which document symbols do not have the form of a document symbol."""
    symbols = _symbols(index)
    meant: dict[str, list[Symbol]] = defaultdict(list)
    for symbol in symbols:
        if symbol.wellformed:
            meant[_figures(symbol)].append(symbol)
    without_organ: list[Symbol] = []
    for symbol in symbols:
        if not symbol.wellformed and symbol.text.startswith(_SERIES):
            without_organ.append(symbol)
        elif not symbol.wellformed:
            yield _malformed(index, symbol, meant[_figures(symbol)])
    if without_organ:
        values: Values = {"symbol": without_organ[0].text, "meant": f"S/{without_organ[0].text}"}
        edits = tuple(
            Edit(index.span(symbol.start, symbol.start + 1), f"S/{symbol.text[0]}")
            for symbol in without_organ
        )
        fix = Fix(edits, Safety.UNSAFE)
        first = without_organ[0].span
        yield Evidence(first, "organ", values, related=_again(without_organ), fix=fix)


def _malformed(index: Index, symbol: Symbol, same: Sequence[Symbol]) -> Evidence:
    """Report a damaged symbol, with the one of the same draft that has the same figures."""
    values: Values = {"symbol": symbol.text}
    if right := without_slip(symbol.text):
        fix = _rewritten(index, symbol, right)
        return Evidence(symbol.span, "series", {**values, "meant": right}, fix=fix)
    if len({other.text for other in same}) != 1:
        return Evidence(symbol.span, "form", values)
    right = same[0].text
    related = (Related("meant", same[0].span),)
    fix = _rewritten(index, symbol, right)
    return Evidence(symbol.span, "meant", {**values, "meant": right}, related=related, fix=fix)


def _rewritten(index: Index, symbol: Symbol, right: str) -> Fix | None:
    """Return the edit that writes another symbol in the place of one."""
    whole = index.text.startswith("(", symbol.start)
    edit = Edit(symbol.span, f"({right})" if whole else right)
    # What a page or emphasis cut in two is not put together by an edit; Markdown's escapes are.
    written = index.draft.source.slice(symbol.span).replace("\\", "")
    read = index.text[symbol.start : symbol.end].replace("\\", "")
    return Fix((edit,), Safety.UNSAFE) if written == read else None


def _council(index: Index) -> list[Citation]:
    """Return the citations of Council resolutions outside the header, in reading order."""
    return [
        citation
        for citation in index.draft.mentions.citations
        if citation.council and index.kind_at(citation) is not Kind.HEADER
    ]


def _symbols(index: Index) -> list[Symbol]:
    """Return the document symbols outside the header; the draft's own is none that it cites."""
    symbols = index.draft.mentions.symbols
    return [symbol for symbol in symbols if index.kind_at(symbol) is not Kind.HEADER]


def _conflicting(index: Index) -> dict[str, list[Citation]]:
    """Return the citations with a year of every number that is given two years."""
    dated: dict[str, list[Citation]] = defaultdict(list)
    for citation in _council(index):
        if citation.year is not None:
            dated[citation.number].append(citation)
    return {
        number: places
        for number, places in dated.items()
        if len({place.year for place in places}) > 1
    }


def _highest_known(index: Index) -> int:
    """Return the highest number cited as of the draft's year or before, 0 if there is none."""
    if index.date is None:
        return 0
    return max(
        (
            int(citation.number)
            for citation in _council(index)
            if citation.year is not None and citation.year <= index.date.year
        ),
        default=0,
    )


def _is_future(index: Index, citation: Citation, known: int) -> bool:
    """Whether a resolution is later than the draft; of an old number only the year is wrong."""
    if index.date is None or citation.year is None or citation.year <= index.date.year:
        return False
    return int(citation.number) > known


def _dated(index: Index, council: Sequence[Citation]) -> dict[int, int]:
    """Return the year that the date after a citation gives: "resolution 1493 of 28 July 2003"."""
    years = {
        date.start: date.date.year
        for date in index.governed_dates
        if date.word == "of" and date.date.year is not None
    }
    return {
        citation.start: years[citation.end + 1]
        for citation in council
        if citation.year is None and citation.end + 1 in years
    }


def _lacking_year(index: Index, council: Sequence[Citation]) -> list[Citation]:
    """Return the citations without a year that do not share that of the list they stand in."""
    text = index.text
    lacking: list[Citation] = []
    following: Citation | None = None
    shares = False
    for citation in reversed(council):
        listed = following is not None and _LISTED.fullmatch(text, citation.end, following.start)
        shares = citation.year is not None or (bool(listed) and shares)
        following = citation
        if not shares and _is_ours(index, citation):
            lacking.append(citation)
    return lacking[::-1]


def _is_ours(index: Index, citation: Citation) -> bool:
    """Whether a number without a year is in words that of a resolution of the Council."""
    text, start = index.text, citation.start
    if text.endswith(_IN_SYMBOL, 0, start):
        return False
    if index.profile.startswith(("security-council", "unknown")):
        return True
    return _COUNCIL.search(text, max(0, start - _LONGEST_NAME), start) is not None


def _without_year(
    index: Index,
    number: str,
    places: Sequence[Citation],
    given: Citation | None,
    dated: Mapping[int, int],
) -> Evidence:
    values: Values = {"number": number}
    if given is None:
        return Evidence(places[0].span, "unknown", values, related=_again(places))
    year = given.year or dated[given.start]
    return Evidence(
        places[0].span,
        "given",
        {**values, "year": year},
        related=(Related("given", given.span, {"year": year}), *_again(places)),
        fix=_with_year(index, places, year),
        severity="info",
    )


def _with_year(index: Index, places: Sequence[Citation], year: int) -> Fix | None:
    """Return the edits that add a year; None where one place has it in another way, or is a title.

    "Resolution 2040 of 12 March (2012)" would have two years then.
    """
    for place in places:
        if index.layout.quoted.hold(place) or not _ENDS_THERE.match(index.text, place.end):
            return None
    ends = [index.span(place.start, place.end).end for place in places]
    return Fix(tuple(Edit(Span(end, end), f" ({year})") for end in ends))


def _again(places: Sequence[Citation | Symbol]) -> tuple[Related, ...]:
    """Return the further places of one fault."""
    return tuple(Related("again", place.span) for place in places[1:])


def _redated(index: Index, places: Sequence[Citation], year: int | None) -> Fix:
    """Return the edits that give citations another year."""
    edits = tuple(Edit(_year_span(index, place), f"({year})") for place in places)
    return Fix(edits, Safety.UNSAFE)


def _year_span(index: Index, citation: Citation) -> Span:
    text = index.text[citation.start : citation.end]
    return index.span(citation.start + text.rindex("("), citation.end)


def _figures(symbol: Symbol) -> str:
    return _FIGURES.sub("", symbol.text)
