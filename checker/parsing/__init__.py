"""From a source to a draft: lines, blocks, nesting, and the mentions in the text as read."""

from checker.draft import Draft, Kind
from checker.mentions import Mentions
from checker.parsing.acronyms import find_acronyms
from checker.parsing.blocks import assemble
from checker.parsing.citations import find_citations, find_symbols
from checker.parsing.dates import find_dates
from checker.parsing.header import read_header
from checker.parsing.introductions import find_introductions
from checker.parsing.lines import read_lines
from checker.parsing.references import find_references
from checker.parsing.tree import build_tree
from checker.parsing.wholes import mark_annexes, mark_parts, mark_unnumbered
from checker.reading import Reading
from checker.source import Source

__all__ = ["parse_source"]


def parse_source(source: Source) -> Draft:
    """Parse a text into a draft. No text is refused; an empty one gives a draft without nodes."""
    blocks = assemble(read_lines(source))
    blocks = mark_unnumbered(mark_parts(mark_annexes(blocks)))
    body, reading = build_tree(blocks)
    mentions = _mentions(reading)
    numbered = any(node.kind is Kind.OPERATIVE and node.label for node in body)
    header = read_header(body, reading, mentions.symbols, mentions.dates)
    return Draft(source, body, reading, header, mentions, numbered)


def _mentions(reading: Reading) -> Mentions:
    text, span = reading.text, reading.span
    symbols = find_symbols(text, span)
    introductions = find_introductions(text, span)
    return Mentions(
        references=tuple(find_references(text, span)),
        citations=tuple(find_citations(text, span)),
        symbols=tuple(symbols),
        dates=tuple(find_dates(text, span)),
        introductions=tuple(introductions),
        acronyms=tuple(find_acronyms(text, introductions, symbols, span)),
    )
