"""The other end of a finding: a paragraph or item, shown by its first words."""

from checker.draft import Node
from checker.evidence import Related
from checker.index import Index

_OPENING = 90


def place_of(index: Index, node: Node, role: str = "other") -> Related:
    """Return a node as the other end of a finding; ``{opening}`` is how it begins."""
    words = next((below.text for below in node.walk() if below.text), node.label)
    if len(words) > _OPENING:
        words = words[:_OPENING].rpartition(" ")[0] + " ..."
    return Related(role, node.label_span or index.opening(node, 3), {"opening": words})
