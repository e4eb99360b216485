"""Excerpts: the element in which a place stands, as a person sees it, with the stretch to mark."""

from checker.draft import Draft, Node
from checker.findings import Excerpt
from checker.source import Source, Span

# More than any terminal shows; it keeps a thousand findings in one endless paragraph small.
_WHOLE = 4000
_OPENING = 300
_BEFORE = 400
_AFTER = 1200
_CUT = " ... "


class Excerpts:
    """The excerpts of one draft."""

    def __init__(self, draft: Draft) -> None:
        """Keep the draft."""
        self._draft = draft

    def around(self, span: Span) -> Excerpt:
        """Return the element in which a span begins, as read, with the words of the span.

        Where nothing of the span is read, as in a comment, it is the line of the source.
        """
        owner = self._draft.owner(span.start)
        read = self._as_read(owner, span) if owner is not None else None
        return read or line_excerpt(self._draft.source, span)

    def _as_read(self, node: Node, span: Span) -> Excerpt | None:
        label = f"{node.label} " if node.label else ""
        first, last = self._draft.reading.stretch(span)
        first, last = max(first, node.start), min(last, node.end)
        start, end = first - node.start + len(label), last - node.start + len(label)
        labelled = node.label_span is not None and node.label_span.overlaps(span)
        if labelled:
            start, end = 0, end if first < last else len(node.label)
        elif first >= last:
            return None
        return _shown(label, node.text, start, end)


def line_excerpt(source: Source, span: Span) -> Excerpt:
    """Return the line of the source on which a span begins, with the stretch of it there."""
    number = source.position(span.start).line
    start = source.line_starts[number - 1]
    end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    line = source.text[start:end].rstrip("\r\n")
    first = span.start - start
    last = max(min(span.end - start, len(line)), first + 1)
    return Excerpt(line.ljust(last), first, last)


def _shown(label: str, words: str, start: int, end: int) -> Excerpt:
    """Return an excerpt of a text; of a very long one, its opening and what is around the mark."""
    length = len(label) + len(words)
    if length <= _WHOLE:
        return Excerpt(label + words, start, end, len(label))
    low = max(0, start - len(label) - _BEFORE)
    high = start - len(label) + _AFTER
    if low <= _OPENING:
        low, opening = 0, label
    else:
        opening = f"{label}{words[:_OPENING]}{_CUT}"
    begin = start - low - len(label) + len(opening)
    text = f"{opening}{words[low:high]}{_CUT if len(words) > high else ''}"
    return Excerpt(text, begin, min(begin + end - start, len(text)), len(label))
