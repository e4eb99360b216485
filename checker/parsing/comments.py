"""Comments: what Markdown renderers do not show, from ``<!--`` to ``-->``.

A comment that stands inside a line, or that is addressed to mandatelint, ends with its paragraph
at the latest, so that a forgotten ``-->`` hides no more than that. Any other comment at the
beginning of a line goes on to its ``-->``, or to the end of the text, as in HTML.
"""

import re
from collections.abc import Iterator

from checker.patterns import lazy
from checker.source import Span

OPENING, CLOSING = "<!--", "-->"
# The name of the program, at the beginning of a comment that is addressed to it.
ADDRESSED = lazy(r"<!--\s*mandatelint\b", re.IGNORECASE)
_MARKS = lazy(r"<!--|-->|(?:\r\n|\n|\r)[ \t>]*(?=[\r\n])")
_LINE_END = lazy(r"[\r\n]")
_BEFORE = " \t>"


def find_comments(text: str) -> tuple[Span, ...]:
    """Return where the comments of a text stand, in order, none inside another."""
    return tuple(_comments(text)) if OPENING in text else ()


def _comments(text: str) -> Iterator[Span]:
    opened: int | None = None
    for mark in _MARKS.finditer(text):
        sign = mark.group()
        if opened is None:
            opened = mark.start() if sign == OPENING else None
        elif sign == CLOSING:
            yield Span(opened, mark.end())
            opened = None
        elif ADDRESSED.match(text, opened):
            yield Span(opened, _line_end(text, opened, mark.start()))
            opened = mark.start() if sign == OPENING else None
        elif sign != OPENING and not _begins_line(text, opened):
            opened = None
    if opened is not None and ADDRESSED.match(text, opened):
        yield Span(opened, _line_end(text, opened, len(text)))
    elif opened is not None and _begins_line(text, opened):
        yield Span(opened, len(text))


def _line_end(text: str, start: int, limit: int) -> int:
    """Return where the line of an offset ends, at the latest at a limit."""
    found = _LINE_END.search(text, start, limit)
    return found.start() if found else limit


def _begins_line(text: str, offset: int) -> bool:
    """Whether nothing but space and marks of quotation stands before an offset on its line."""
    while offset > 0 and text[offset - 1] in _BEFORE:
        offset -= 1
    return offset == 0 or text[offset - 1] in "\r\n"
