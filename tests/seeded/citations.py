"""Accidents of the resolutions and documents that a draft cites."""

import re
from collections import Counter
from collections.abc import Iterator

from checker.mentions import Citation, Symbol
from tests.seeded.accident import Accident, Base, Change

_YEAR = re.compile(r" ?\((\d{4})\)$")
_LAST = re.compile(r"^(?:,? and|;|,? [a-z]+)")


def _dated(base: Base) -> Iterator[tuple[Citation, int]]:
    """Yield the citations of the Council's resolutions, with how often each number has its year."""
    council = [c for c in base.index.draft.mentions.citations if c.council]
    years: dict[str, set[int | None]] = {}
    for citation in council:
        years.setdefault(citation.number, set()).add(citation.year)
    times = Counter(citation.number for citation in council if citation.year is not None)
    for citation in council:
        if citation.year is not None and years[citation.number] == {citation.year}:
            words = base.read[citation.start : citation.end]
            if base.is_prose(citation) and _YEAR.search(words):
                yield citation, times[citation.number]


def _of_year(base: Base, citation: Citation, year: int) -> Change:
    words = base.read[citation.start : citation.end]
    return base.replaced(citation, _YEAR.sub(f" ({year})", words))


def wrong_year_beside_right(base: Base) -> Iterator[Accident]:
    """A resolution that is cited twice gets a wrong year in one place."""
    for citation, times in _dated(base):
        if times > 1 and citation.year:
            for more in (-1, 1):
                yield Accident((_of_year(base, citation, citation.year + more),))


def wrong_year(base: Base) -> Iterator[Accident]:
    """A resolution that is cited once gets a wrong year."""
    for citation, times in _dated(base):
        if times == 1 and citation.year and int(citation.number) > 100:
            for more in (-1, 1):
                yield Accident((_of_year(base, citation, citation.year + more),))


def _bare(base: Base, citation: Citation) -> Change | None:
    """Take the year from a citation, None where that of the next in the list would serve it."""
    after = base.read[citation.end : citation.end + 20]
    # "resolution 1261 of 28 August 1999" has its year all the same.
    if re.match(r",? (?:and |of )?\d", after) or not _LAST.match(after):
        return None
    return base.replaced(citation, citation.number)


def year_lost(base: Base) -> Iterator[Accident]:
    """A resolution that is cited once loses its year."""
    for citation, times in _dated(base):
        if times == 1 and (change := _bare(base, citation)):
            yield Accident((change,))


def year_lost_beside_given(base: Base) -> Iterator[Accident]:
    """A resolution that is cited twice loses its year in one place."""
    for citation, times in _dated(base):
        if times > 1 and (change := _bare(base, citation)):
            yield Accident((change,))


def resolution_to_come(base: Base) -> Iterator[Accident]:
    """Two figures of a year are exchanged: "2091" for "2019"."""
    day = base.index.date
    for citation, times in _dated(base):
        year = str(citation.year)
        for wrong in (year[:2] + year[3] + year[2], f"{year[0]}1{year[2:]}"):
            if times == 1 and day is not None and day.year < int(wrong) < 2100:
                yield Accident((_of_year(base, citation, int(wrong)),))


def _symbols(base: Base) -> list[Symbol]:
    return [
        symbol
        for symbol in base.index.draft.mentions.symbols
        if base.is_prose(symbol) and symbol.wellformed and symbol.text.startswith("S/")
    ]


def symbol_to_come(base: Base) -> Iterator[Accident]:
    """A document's symbol has a year after that of the draft."""
    day = base.index.date
    for symbol in _symbols(base):
        dated = base.read[symbol.start - 6 : symbol.start - 2].isdigit()
        if day is None or symbol.year is None or dated or "RES" in symbol.text:
            continue
        for year in (day.year + 1, day.year + 10):
            if f"/{symbol.year}/" in symbol.text:
                words = symbol.text.replace(f"/{symbol.year}/", f"/{year}/")
                yield Accident((base.replaced(symbol, words),))


def symbol_damaged(base: Base) -> Iterator[Accident]:
    """A document's symbol loses or changes a character, as typing and conversion do."""
    for symbol in _symbols(base):
        year = f"/{symbol.year}/"
        if year not in symbol.text:
            continue
        damaged = [
            symbol.text.replace(year, f"/{symbol.year}//"),
            symbol.text.replace(year, year.replace("0", "O", 1)),
            symbol.text.replace(year, f"/{symbol.year}-"),
            symbol.text.replace(year, f"/{symbol.year}"),
        ]
        if base.read[symbol.start - 1] == "(" and base.read[symbol.end : symbol.end + 1] == ")":
            damaged += [symbol.text.replace("S/", "S", 1), symbol.text.replace("S/", "$/", 1)]
        if "PRST" in symbol.text:
            damaged += [symbol.text.removeprefix("S/"), symbol.text.replace("PRST/", "PRST")]
        for words in damaged:
            if words != symbol.text:
                yield Accident((base.replaced(symbol, words),))


def symbol_copied(base: Base) -> Iterator[Accident]:
    """A document is cited with the symbol of another one."""
    dated = [d for d in base.index.governed_dates if d.symbol is not None and d.date.value]
    for one in dated:
        for other in dated:
            if one.symbol is None or other.symbol is None or not base.is_prose(other.symbol):
                continue
            alike = one.symbol.year == other.symbol.year and one.date.value != other.date.value
            if alike and one.symbol.text != other.symbol.text:
                near = (one.symbol.span, other.date.span)
                yield Accident((base.replaced(other.symbol, one.symbol.text),), near)
