"""Which words of a draft are written in italics or bold, by the marks around them in Markdown."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from checker.draft import Draft, Node

_MARKS = re.compile(r"\*+|_+")
_LINE_END = re.compile(r"[\r\n]")
_ITALIC, _BOLD = 1, 2


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A stretch of the text as read, and how it is written."""

    start: int
    end: int
    italic: bool
    bold: bool


def emphasis_of(draft: Draft, node: Node) -> tuple[Emphasis, ...]:
    """Return the emphasized stretches of an element; none where its marks do not pair."""
    found: list[Emphasis] = []
    style, begun = 0, node.start
    for offset, marks in _changes(draft, node):
        for mark in marks:
            if len(mark) > _ITALIC + _BOLD:
                return ()
            if style and begun < offset:
                found.append(Emphasis(begun, offset, bool(style & _ITALIC), bool(style & _BOLD)))
            begun = offset
            style ^= len(mark)
    return () if style else tuple(found)


def _changes(draft: Draft, node: Node) -> Iterator[tuple[int, list[str]]]:
    """Yield offsets of the text as read before which marks of emphasis stand, and the marks."""
    reading, source = draft.reading, draft.source.text
    end = node.parts[0].start
    before = ""
    if node.label_span is not None:
        label = draft.source.slice(node.label_span)
        before = f"{source[end : node.label_span.start]} {'' if label == node.label else label} "
        end = node.label_span.end
    segment = bisect_right(reading.starts, node.start) - 1
    while segment < len(reading.starts) and reading.starts[segment] < node.end:
        start, origin = reading.starts[segment], reading.origins[segment]
        yield start, _marks(before + source[end:origin])
        before = ""
        segment += 1
        following = reading.starts[segment] if segment < len(reading.starts) else node.end
        end = origin + min(following, node.end) - start
        # The space of a wrapped line stands for a line end, and marks may stand before that.
        if source[end - 1 : end] != reading.text[min(following, node.end) - 1]:
            end -= 1
    yield node.end, _marks(source[end : node.parts[-1].end])


def _marks(between: str) -> list[str]:
    """Return the marks between two pieces that are read, without those of cut-out pages."""
    lines = _LINE_END.split(between)
    near = lines if len(lines) <= 2 else [lines[0], lines[-1]]
    return [mark for line in near for mark in _MARKS.findall(line)]
