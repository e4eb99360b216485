"""All mentions of a text, and which of them the words of one block decide.

References, citations, symbols and dates hardly ever reach beyond the block in which they stand:
found in the words of one block alone, they are the same, but for a reference that opens its block
right under the name of an annex or an article. An introduction is found in its block, but its long
form may begin up to 220 characters before it, in the block above. Uses of acronyms depend on the
whole: on what is introduced anywhere, and on whether paragraphs open with words in capitals.
"""

from collections.abc import Callable

from checker.mentions import Citation, Date, Mentions, Reference, Symbol
from checker.parsing.acronyms import Usage, find_acronyms, usage_of
from checker.parsing.citations import find_citations, find_symbols
from checker.parsing.dates import find_dates
from checker.parsing.introductions import find_introductions
from checker.parsing.references import find_references
from checker.reading import Reading
from checker.records import Record
from checker.source import Span


class BlockMentions(Record):
    """The mentions that the words of their own block decide, each kind in reading order."""

    references: list[Reference]
    citations: list[Citation]
    symbols: list[Symbol]
    dates: list[Date]


def find_in_blocks(text: str, span: Callable[[int, int], Span]) -> BlockMentions:
    """Return these mentions of one block or of several.

    Args:
        text: the words as read of whole blocks, each with its line end.
        span: leads from offsets in ``text`` to the source.
    """
    return BlockMentions(
        find_references(text, span),
        find_citations(text, span),
        find_symbols(text, span),
        find_dates(text, span),
    )


class Known(Record):
    """What is known of a text.

    Attributes:
        reading: its words.
        mentions: the mentions in it.
        usage: what the whole of it says of its acronyms.
    """

    reading: Reading
    mentions: Mentions
    usage: Usage


def find_mentions(reading: Reading) -> Known:
    """Return all mentions of a draft."""
    text, span = reading.text, reading.span
    inside = find_in_blocks(text, span)
    introductions = find_introductions(text, span)
    usage = usage_of(text, introductions)
    acronyms = find_acronyms(text, introductions, inside.symbols, span, usage)
    mentions = Mentions(
        references=tuple(inside.references),
        citations=tuple(inside.citations),
        symbols=tuple(inside.symbols),
        dates=tuple(inside.dates),
        introductions=tuple(introductions),
        acronyms=tuple(acronyms),
    )
    return Known(reading, mentions, usage)
