"""From a source to a draft: lines, blocks, nesting, and the mentions in the text as read."""

from checker.draft import Draft, Kind
from checker.parsing.blocks import assemble
from checker.parsing.comments import find_comments
from checker.parsing.finding import find_mentions
from checker.parsing.header import read_header
from checker.parsing.lines import read_lines
from checker.parsing.tree import build_tree
from checker.parsing.wholes import mark_annexes, mark_parts, mark_unnumbered
from checker.source import Source

__all__ = ["parse_source"]


def parse_source(source: Source) -> Draft:
    """Parse a text into a draft. No text is refused; an empty one gives a draft without nodes."""
    blocks = assemble(read_lines(source))
    blocks = mark_unnumbered(mark_parts(mark_annexes(blocks)))
    body, reading = build_tree(blocks)
    mentions = find_mentions(reading)
    numbered = any(node.kind is Kind.OPERATIVE and node.label for node in body)
    header = read_header(body, reading, mentions.symbols, mentions.dates)
    comments = find_comments(source.text)
    return Draft(source, body, reading, header, mentions, numbered, comments)
