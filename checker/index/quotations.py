"""Quotations: which stretches of a node stand in quotation marks."""

from collections.abc import Sequence

from checker.draft import Node
from checker.patterns import lazy

_QUOTE = lazy(r"[“”\"]")


def quotations(node: Node) -> Sequence[int]:
    """Return the ends of the stretches of a node that stand in quotation marks: begin, end, begin.

    A mark before the first word quotes nothing: so does every paragraph of a statement begin.
    """
    if "“" not in node.text and '"' not in node.text:
        return ()
    ends: list[int] = []
    for mark in _QUOTE.finditer(node.text):
        inside = len(ends) % 2 == 1
        if mark.group() == "“":
            opens = mark.start() > 0
        elif mark.group() == "”":
            opens = False
        else:
            opens = not inside if mark.start() else inside
        if opens != inside:
            ends.append(node.start + mark.start())
    return ends
