"""The table of citations: resolutions by number, documents by symbol."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.draft import Kind
from checker.index import Index
from checker.tables.places import place_of
from checker.tables.rows import DocumentRow, ResolutionRow

if TYPE_CHECKING:
    from checker.mentions import Citation, Symbol


def resolution_rows(index: Index) -> Iterator[ResolutionRow]:
    """Yield the resolutions that a draft cites, in the order in which they are first cited."""
    cited: dict[tuple[str, bool], list[Citation]] = defaultdict(list)
    for citation in index.draft.mentions.citations:
        cited[citation.number, citation.council].append(citation)
    for (number, _), citations in cited.items():
        yield ResolutionRow(
            number,
            years=tuple(dict.fromkeys(one.year for one in citations if one.year is not None)),
            undated=sum(one.year is None for one in citations),
            places=tuple(place_of(index, one) for one in citations),
        )


def document_rows(index: Index) -> Iterator[DocumentRow]:
    """Yield the documents that a draft cites by symbol, in the order of first citation.

    Symbols in the header are the draft's own, and those of resolutions are in the other table.
    """
    mentions = index.draft.mentions
    cited: dict[str, list[Symbol]] = defaultdict(list)
    places = [citation.start for citation in mentions.citations]
    for symbol in mentions.symbols:
        following = bisect_left(places, symbol.start)
        resolution = following < len(places) and places[following] < symbol.end
        if not resolution and index.kind_at(symbol) is not Kind.HEADER:
            cited[symbol.text].append(symbol)
    dates = {
        governed.symbol.start: index.text[governed.date.start : governed.date.end]
        for governed in index.governed_dates
        if governed.symbol is not None
    }
    for text, symbols in cited.items():
        given = (dates.get(symbol.start) for symbol in symbols)
        yield DocumentRow(
            text,
            dates=tuple(dict.fromkeys(date for date in given if date)),
            places=tuple(place_of(index, symbol) for symbol in symbols),
        )
