"""Fenced blocks of Markdown: what stands in them is shown, as code is, and not said."""

from checker.patterns import lazy
from checker.source import Span

_MARKS = ("```", "~~~")
_FENCE = lazy(r"(?m)^ {0,3}(?P<mark>`{3,}|~{3,})(?P<after>[^\r\n]*)")


def fenced_blocks(text: str) -> tuple[Span, ...]:
    """Return the fenced blocks of a source, fences included; one that is not closed is none."""
    if not any(mark in text for mark in _MARKS):
        return ()
    found: list[Span] = []
    start, opened = 0, ""
    for fence in _FENCE.finditer(text):
        mark = fence["mark"]
        if not opened:
            # "```words```" on one line is no fence.
            if "`" not in fence["after"]:
                start, opened = fence.start(), mark
        elif mark.startswith(opened) and not fence["after"].strip():
            found.append(Span(start, fence.end()))
            opened = ""
    return tuple(found)
