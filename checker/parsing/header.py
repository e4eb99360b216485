"""The header: symbol, date, organ, language and sponsors, in any order that converters leave."""

import re
from collections.abc import Sequence

from checker.draft import Header, HeaderField, Kind, Node
from checker.mentions import Date, Symbol
from checker.parsing.grammars import line_pattern
from checker.patterns import lazy
from checker.reading import Reading

_ORGAN = lazy(
    r"Security Council|General Assembly|Human Rights Council|Economic and Social Council",
    re.IGNORECASE,
)
_LANGUAGE = lazy(r"Original: ?(English|French|Spanish|Arabic|Chinese|Russian)\b")
_TITLE = lazy(
    r"(?:(?<![^:])[^:]{2,2000}+: ?(?:revised )?draft resolution$)"
    r"|(?:RESOLUTION|Resolution) \d+ ?\(\d{4}\)|Statement by the President of the Security Council"
    r"|\b\d{2}/\d{1,3}\. .+"
)
_BETWEEN_SPONSORS = lazy(r", (?:and )?(?=[A-Z])| and (?=[A-Z])")
_SPONSORS = lazy(r"^(.{2,2000}?): ?(?:revised )?draft resolution$")


def read_header(
    nodes: Sequence[Node], reading: Reading, symbols: Sequence[Symbol], dates: Sequence[Date]
) -> Header:
    """Return what the header nodes say, and the organ of the organ line."""
    header = [node for node in nodes if node.kind is Kind.HEADER]
    organ_line = next((node for node in nodes if node.kind is Kind.ORGAN), None)
    end = header[-1].end if header else 0
    symbol = next((symbol for symbol in symbols if _is_own(symbol, end)), None)
    return Header(
        symbol=HeaderField(symbol.text, symbol.span) if symbol else None,
        date=_date(header, dates),
        organ=_field(_ORGAN, [organ_line] if organ_line else header, reading),
        language=_field(_LANGUAGE, header, reading),
        title=_field(_TITLE, header, reading),
        sponsors=_sponsors(header),
    )


def _is_own(symbol: Symbol, header_end: int) -> bool:
    """Whether a symbol is the draft's own; one whose number is open, "S/2026/XXX", is none yet."""
    return symbol.end <= header_end and symbol.wellformed and "XX" not in symbol.text


def _date(header: Sequence[Node], dates: Sequence[Date]) -> HeaderField | None:
    """Return the first complete date: the day of distribution, else that of adoption."""
    for node in header:
        if _is_note(node):
            continue
        for date in dates:
            if node.start <= date.start < node.end and date.value is not None:
                return HeaderField(date.value.isoformat(), date.span)
    return None


def _is_note(node: Node) -> bool:
    """Whether a line above the draft is a sentence of a note that came with it."""
    sentence = node.text.rstrip(')]”"’').endswith((".", ":", ";", ",", "!", "?"))
    return sentence and line_pattern("HEADER").match(node.text) is None


def _field(pattern: re.Pattern[str], nodes: Sequence[Node], reading: Reading) -> HeaderField | None:
    for node in nodes:
        match = pattern.search(node.text)
        if match:
            group = match.lastindex or 0
            start, end = node.start + match.start(group), node.start + match.end(group)
            words = match.group(group)
            return HeaderField(
                words.title() if words.isupper() else words, reading.span(start, end)
            )
    return None


def _sponsors(header: Sequence[Node]) -> tuple[str, ...]:
    for node in header:
        match = _SPONSORS.match(node.text)
        if match:
            names = _BETWEEN_SPONSORS.split(match[1])
            joined = match[1]
            single = "and Northern Ireland" in joined or "and Herzegovina" in joined
            return (joined,) if single and "," not in joined else tuple(names)
    return ()
