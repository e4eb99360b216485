"""From nodes and stretches of a draft to the places that rows hold."""

from checker.draft import Node
from checker.index import Index
from checker.mentions import Mention
from checker.source import Span
from checker.tables.rows import Place

_LONGEST_OPENING = 160


def place_of(index: Index, mention: Mention) -> Place:
    """Return where a mention stands, with its words."""
    words = index.text[mention.start : mention.end]
    return Place(index.address(mention.span), mention.span, _parts(index, mention.span), words)


def opening_of(index: Index, node: Node) -> Place:
    """Return where a paragraph or item begins, with the words with which it opens.

    Where it has none of its own, they are those of the first of its items.
    """
    words = next((below.text for below in node.walk() if below.text), node.label)
    if len(words) > _LONGEST_OPENING:
        words = words[:_LONGEST_OPENING].rpartition(" ")[0]
    span = node.label_span or index.opening(node, 3)
    return Place(node.address or None, span, (span,), words.strip())


def _parts(index: Index, span: Span) -> tuple[Span, ...]:
    """Return the pieces of a span that are read; a paragraph that no page cut is one."""
    node = index.draft.owner(span.start)
    if node is None or len(node.parts) == 1:
        return (span,)
    found: list[Span] = []
    for piece in index.draft.read_within(span):
        words = index.draft.source.text[piece.start : piece.end]
        if words.strip():
            start = piece.start + len(words) - len(words.lstrip())
            found.append(Span(start, piece.start + len(words.rstrip())))
    return tuple(found) or (span,)
