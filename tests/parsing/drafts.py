"""How tests of parsing look at a draft."""

from checker.draft import Draft, Kind, Node
from checker.parsing import parse_source
from checker.source import Source


def parse(text: str) -> Draft:
    """Parse a text."""
    return parse_source(Source(text))


def addresses(draft: Draft) -> list[str]:
    """List the addresses of everything that is read, header statements left out."""
    return [n.address for n in draft.nodes if n.address and n.kind is not Kind.HEADER]


def node(draft: Draft, address: str) -> Node:
    """Return the node with an address."""
    return next(n for n in draft.nodes if n.address == address)


def own_parts_cover_the_source(draft: Draft) -> bool:
    """Say whether the own parts of all nodes cover every character exactly once."""
    position = 0
    for part in sorted(part for n in draft.nodes for part in n.parts):
        if part.start != position or part.end <= part.start:
            return False
        position = part.end
    return position == len(draft.source.text)
