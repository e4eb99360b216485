"""Quotations: which stretches of a node stand in quotation marks."""

from collections.abc import Sequence

from checker.patterns import lazy

_QUOTE = lazy(r"[“”\"]")


def quotations(text: str) -> Sequence[int]:
    """Return the ends of the stretches of a node's text in quotation marks: begin, end, begin.

    A mark before the first word quotes nothing: so does every paragraph of a statement begin.
    """
    if "“" not in text and '"' not in text:
        return ()
    ends: list[int] = []
    for mark in _QUOTE.finditer(text):
        inside = len(ends) % 2 == 1
        if mark.group() == "“":
            opens = mark.start() > 0
        elif mark.group() == "”":
            opens = False
        else:
            opens = not inside if mark.start() else inside
        if opens != inside:
            ends.append(mark.start())
    return ends
