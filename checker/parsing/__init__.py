"""From a source to a draft: lines, blocks, nesting, and the mentions in the text as read."""

from checker.draft import Draft, Kind
from checker.memory import Memory
from checker.parsing.assembling import assemble
from checker.parsing.comments import find_comments
from checker.parsing.finding import Known, find_mentions
from checker.parsing.header import read_header
from checker.parsing.lines import read_lines
from checker.parsing.tree import build_tree
from checker.parsing.wholes import mark_annexes, mark_parts, mark_unnumbered
from checker.reading import Reading
from checker.source import Source

__all__ = ["Parser", "parse_source"]


class Parser:
    """Parses a draft again and again as it is edited; what stays the same is not read again."""

    def __init__(self, memory: Memory) -> None:
        """Take what is remembered of lines and outlines."""
        self._memory = memory
        self._known: Known | None = None

    def parse(self, source: Source) -> Draft:
        """Parse a text; the draft is the one that :func:`parse_source` gives."""
        spans = source.lines()
        blocks = assemble(read_lines(source, spans, self._memory), spans)
        blocks = mark_unnumbered(mark_parts(mark_annexes(blocks)))
        body, reading = build_tree(blocks, self._memory)
        self._known = self._found(reading)
        mentions = self._known.mentions
        numbered = any(node.kind is Kind.OPERATIVE and node.label for node in body)
        header = read_header(body, reading, mentions.symbols, mentions.dates)
        comments = find_comments(source.text)
        return Draft(source, body, reading, header, mentions, numbered, comments)

    def _found(self, reading: Reading) -> Known:
        if self._known is None:
            return find_mentions(reading)
        from checker.parsing.refinding import find_again  # noqa: PLC0415 -- only in a session

        return find_again(reading, self._known)


def parse_source(source: Source) -> Draft:
    """Parse a text into a draft. No text is refused; an empty one gives a draft without nodes."""
    return Parser(Memory()).parse(source)
