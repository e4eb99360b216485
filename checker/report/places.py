"""Where the words of a finding stand: the element that holds them, its text and the marked part."""

from dataclasses import dataclass

from checker.draft import Draft, Node
from checker.report.columns import visible
from checker.source import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A text to show and the stretch of it to mark, in code points.

    Attributes:
        text: an element with its label, or a line of the source.
        start: where the marked stretch begins.
        end: where it ends; it is not empty.
        opening: where the words begin, after the label.
    """

    text: str
    start: int
    end: int
    opening: int = 0


class Places:
    """The elements of one draft, by the places of the source that they stand on."""

    def __init__(self, draft: Draft) -> None:
        """Keep the draft."""
        self._draft = draft

    def place(self, span: Span) -> Place:
        """Return the element in which a span begins, as read, with the words of the span.

        Where nothing of the span is read, as in a comment, it is the line of the source.
        """
        owner = self._draft.owner(span.start)
        read = self._as_read(owner, span) if owner is not None else None
        return read or self._source_line(span)

    def _as_read(self, node: Node, span: Span) -> Place | None:
        label = f"{node.label} " if node.label else ""
        first, last = self._draft.reading.stretch(span)
        first, last = max(first, node.start), min(last, node.end)
        start, end = first - node.start + len(label), last - node.start + len(label)
        labelled = node.label_span is not None and node.label_span.overlaps(span)
        if labelled:
            start, end = 0, end if first < last else len(node.label)
        elif first >= last:
            return None
        return Place(visible(label + node.text), start, end, len(label))

    def _source_line(self, span: Span) -> Place:
        source = self._draft.source
        number = source.position(span.start).line
        start = source.line_starts[number - 1]
        following = source.line_starts[number:] or (len(source.text),)
        line = source.text[start : following[0]].rstrip("\r\n")
        first = span.start - start
        last = max(min(span.end - start, len(line)), first + 1)
        return Place(visible(line).ljust(last), first, last)
