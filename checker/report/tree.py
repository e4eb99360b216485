"""The tree of a draft, for a person: addresses and opening words."""

from collections.abc import Iterator

from checker.draft import Kind, Node
from checker.index import Index
from checker.report.columns import display_width, shorten, visible
from checker.report.style import Style
from checker.report.words import understood

_NOT_READ = frozenset({Kind.BLANK, Kind.FURNITURE})
_NARROWEST = 20


def tree_text(index: Index, style: Style) -> str:
    """Return how a draft was taken and a line per element, items indented under their paragraph."""
    lines = [line for node in index.draft.body for line in _lines(node, style, "")]
    return "\n".join([f"{visible(index.draft.source.path)}: {understood(index)}", *lines])


def _lines(node: Node, style: Style, indent: str) -> Iterator[str]:
    if node.kind in _NOT_READ:
        return
    address = node.address or node.kind.value
    words = visible(f"{node.label} {node.text}".strip())
    columns = max(style.columns - len(indent) - display_width(address) - 2, _NARROWEST)
    yield f"{indent}{style.strong(address)}  {shorten(words, columns)}".rstrip()
    for child in node.children:
        yield from _lines(child, style, indent + "  ")
