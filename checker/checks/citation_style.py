"""Checks of citations against each other, and of numbers of resolutions used as names."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.checks.phrases import Phrase
from checker.checks.registry import check
from checker.checks.searching import parse_phrases, refuse_empty
from checker.draft import Kind
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.mentions import Citation, Symbol
from checker.patterns import lazy
from checker.records import Record
from checker.source import Span

_NUMBER = lazy(r"(?<![\w/.,$€£(-])(?<!\w[–—])[1-9]\d{2,3}(?= [A-Za-z])")
_MONTH = lazy(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December),?"
    r" $"
)
_LONGEST_MONTH = 12
_INTRODUCED = lazy(r"[\"“‘](?:the )?$")
_QUOTE = len("“the ")
# A number that may as well be a year is one of a resolution only if the draft cites it.
_YEARS = range(1945, 2100)
_FAR = 200
_BEFORE_SYMBOL = 2


class ConflictingCitation(Record):
    """Options of ``conflicting-citation``.

    Attributes:
        kinds: for each kind of document, the phrase that names it.
    """

    kinds: dict[str, str]

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read."""
        refuse_empty("kinds", self.kinds)
        parse_phrases(tuple(self.kinds.values()))


class _Told(Record):
    """What the words before a symbol say of the document: its kind or its date, as written."""

    value: str
    shown: str
    span: Span


@check("conflicting-citation")
def conflicting_citation(index: Index, options: ConflictingCitation) -> Iterator[Evidence]:
    """Say which symbols are given to documents of two dates or kinds: case "date" or "kind"."""
    dates: dict[str, list[_Told]] = defaultdict(list)
    for date in index.governed_dates:
        if date.symbol is not None and date.date.complete and not date.misdated:
            shown = index.text[date.date.start : date.date.end]
            told = _Told(str(date.date.value), shown, date.date.span)
            dates[date.symbol.text].append(told)
    kinds: dict[str, list[_Told]] = defaultdict(list)
    phrases = {kind: Phrase.parse(text) for kind, text in options.kinds.items()}
    times = Counter(symbol.text for symbol in index.draft.mentions.symbols)
    previous = 0
    for symbol in index.draft.mentions.symbols:
        # What is cited once cannot contradict itself.
        several = symbol.wellformed and times[symbol.text] > 1
        if several and index.kind_at(symbol) is not Kind.HEADER:
            kind = _kind(index, symbol, previous, phrases)
            if kind is not None:
                kinds[symbol.text].append(kind)
        previous = symbol.end
    for text in dict.fromkeys([*dates, *kinds]):
        found = _conflict(text, "date", dates[text]) or _conflict(text, "kind", kinds[text])
        if found is not None:
            yield found


def _kind(
    index: Index, symbol: Symbol, previous: int, phrases: Mapping[str, Phrase]
) -> _Told | None:
    """Return the kind of a document, None where the words before its symbol name none or two."""
    text = index.text
    if not text.endswith(" (", 0, symbol.start):
        return None
    node = index.node_at(symbol.start)
    low = max(previous, node.start, symbol.start - _FAR)
    low = max(low, text.rfind(";", low, symbol.start) + 1)
    end = symbol.start - _BEFORE_SYMBOL
    places = [
        (*place, kind)
        for kind, phrase in phrases.items()
        for place in phrase.find_all(text, low, end)
    ]
    if len({kind for _, _, kind in places}) != 1:
        return None
    start, _, kind = max(places)
    return _Told(kind, kind, index.span(start, symbol.end))


def _conflict(symbol: str, case: str, told: Sequence[_Told]) -> Evidence | None:
    counts = Counter(one.value for one in told)
    if len(counts) <= 1:
        return None
    # What is written most often stands, of equals the first.
    usual = max(counts, key=lambda value: counts[value])
    odd, *others = (one for one in told if one.value != usual)
    other = next(one for one in told if one.value == usual)
    values = {"symbol": symbol, "this": odd.shown, "other": other.shown}
    related = (
        Related("other", other.span, {"other": other.shown}),
        *(Related("again", one.span) for one in others),
    )
    return Evidence(odd.span, case, values, related)


class BareResolutionNumber(Record):
    """Options of ``bare-resolution-number``.

    Attributes:
        things: phrases of what is called by the number of a resolution that stands before them.
    """

    things: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read."""
        refuse_empty("things", self.things)
        parse_phrases(self.things)


@check("bare-resolution-number")
def bare_resolution_number(index: Index, options: BareResolutionNumber) -> Iterator[Evidence]:
    """Say which things are called by the bare number of a resolution: case "cited" or "unknown"."""
    things = parse_phrases(options.things)
    cited = _cited(index)
    at_citation = {citation.start for citation in index.draft.mentions.citations}
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _NUMBER.finditer(index.text):
        number, start = match.group(), match.start()
        if start in at_citation or index.node_at(start).kind is Kind.HEADER:
            continue
        if int(number) in _YEARS and (number not in cited or _is_year(index, start)):
            continue
        after = match.end() + 1
        places = [place for thing in things if (place := thing.opens(index.text, after))]
        if places:
            found[number].append((start, max(end for _, end in places)))
    for number, places in found.items():
        if any(
            _INTRODUCED.search(index.text, max(0, start - _QUOTE), start) for start, _ in places
        ):
            continue
        spans = [index.span(*place) for place in places]
        again = tuple(Related("again", span) for span in spans[1:])
        values: dict[str, str | int] = {"name": index.draft.reading.quote(spans[0])}
        citation = cited.get(number)
        if citation is None:
            yield Evidence(spans[0], "unknown", {**values, "number": number}, again)
        else:
            whole = f"{number} ({citation.year})"
            given = Related("cited", citation.span, {"resolution": whole})
            yield Evidence(spans[0], "cited", {**values, "resolution": whole}, (given, *again))


def _cited(index: Index) -> dict[str, Citation]:
    """Return the first citation with a year of every resolution of the Council."""
    cited: dict[str, Citation] = {}
    for citation in index.draft.mentions.citations:
        if citation.council and citation.year is not None:
            cited.setdefault(citation.number, citation)
    return cited


def _is_year(index: Index, start: int) -> bool:
    """Whether a number is the year of a date: "until 30 June 2021 sanctions"."""
    return _MONTH.search(index.text, max(0, start - _LONGEST_MONTH), start) is not None
