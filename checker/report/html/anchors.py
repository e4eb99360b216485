"""The names by which the links of a page find their targets."""

import re

from checker.draft import NOT_READ, Draft, Node
from checker.reading import Reading
from checker.source import Span

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_.-]")

Stretch = tuple[int, int]


class Anchors:
    """The names of the elements of one draft; each begins with that of the draft.

    Attributes:
        prefix: the name of the draft on the page: "draft-1".
    """

    def __init__(self, prefix: str, draft: Draft) -> None:
        """Name every element that is read, after its address."""
        self.prefix = prefix
        self._draft = draft
        self._nodes: dict[int, str] = {}
        self._addresses: dict[str, str] = {}
        for node in draft.nodes:
            if node.kind not in NOT_READ:
                name = f"{prefix}-{_NOT_IN_A_NAME.sub('-', node.id)}"
                self._nodes[id(node)] = name
                self._addresses[node.address] = name

    def node(self, node: Node) -> str:
        """Return the name of an element."""
        return self._nodes[id(node)]

    def address(self, address: str) -> str:
        """Return the name of the element with an address, "" where there is none."""
        return self._addresses.get(address, "")

    def words(self, number: int) -> str:
        """Return the name of the words of a finding."""
        return f"{self.prefix}-words-{number}"

    def note(self, number: int) -> str:
        """Return the name of what is said of a finding."""
        return f"{self.prefix}-note-{number}"

    def related(self, number: int, place: int) -> str:
        """Return the name of another end of a finding."""
        return f"{self.prefix}-end-{number}-{place}"

    def reference(self, number: int) -> str:
        """Return the name of a reference to paragraphs."""
        return f"{self.prefix}-reference-{number}"

    def date(self, start: int) -> str:
        """Return the name of a date that begins at an offset of the source."""
        return f"{self.prefix}-date-{start}"

    def owner(self, span: Span) -> Node | None:
        """Return the element in which a span begins, None where that is not read."""
        node = self._draft.owner(span.start)
        return None if node is None or node.kind in NOT_READ else node


def within(reading: Reading, node: Node, span: Span) -> Stretch | None:
    """Return the stretch of an element's text that a span holds, None where it holds none."""
    start, end = reading.stretch(span)
    start, end = max(start, node.start), min(end, node.end)
    return (start, end) if start < end else None
