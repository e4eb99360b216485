"""Blocks: lines that belong together, after wraps and pages are joined again.

A block is a header statement, a heading, a paragraph, an item or an unmarked text. Which lines
make one is decided in :mod:`checker.parsing.assembling`.
"""

from typing import Final

from checker.parsing.pieces import Piece
from checker.patterns import lazy
from checker.records import Record
from checker.source import Span

_ENDED = lazy(r"(?:[.:,?!…][)\]”\"'’»]*|;[)\]”\"'’»]*(?:\s(?:and|or|and/or))?)(?:\s?\d{1,3})?$")
# No longer than this is an end, but for rows of brackets that nobody writes.
_END = 40
_TITLE = 80


class BlockKind:
    """The tokens of ``draft.lark``, and what is set aside before parsing."""

    HEADER: Final = "HEADER"
    ORGAN: Final = "ORGAN"
    HEADING: Final = "HEADING"
    PREAMBULAR: Final = "PREAMBULAR"
    NUMBER: Final = "NUMBER"
    UNNUMBERED: Final = "UNNUMBERED"
    MARK: Final = "MARK"
    TEXT: Final = "TEXT"
    PART: Final = "PART"
    ANNEX: Final = "ANNEX"
    FURNITURE: Final = "FURNITURE"
    BLANK: Final = "BLANK"
    COMMENT: Final = "COMMENT"


JOINABLE = frozenset({BlockKind.PREAMBULAR, BlockKind.NUMBER, BlockKind.MARK, BlockKind.TEXT})
"""The kinds of blocks that a line may continue."""

TITLED = frozenset({BlockKind.PART, BlockKind.ANNEX})
"""The kinds of blocks that are called by their words."""

SET_ASIDE = frozenset({BlockKind.BLANK, BlockKind.FURNITURE, BlockKind.COMMENT})
"""The kinds of blocks that are not read."""


class Shape(Record):
    """What of a block tells where it stands in the tree and how it is called.

    Attributes:
        kind: what it is.
        label: its number or marker as read, or "".
        title: its words where it is called by them, or "".
    """

    kind: str
    label: str = ""
    title: str = ""


class Words(Record):
    """The words of one line.

    Attributes:
        start: the offset in the source from which the places of the pieces count.
        pieces: the words, in pieces.
    """

    start: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words as read."""
        return "".join([piece.text for piece in self.pieces])


class Block:
    """Lines that make one node: where they stand, and their words as read.

    Attributes:
        kind: what it is.
        label: its number or marker as read, or "".
        parts: stretches of the source; lines that follow each other make one.
        lines: the words of each line.
        label_span: where its label stands, or None.
        last: the text of its last line.
        wraps: whether a line may continue it.
    """

    __slots__ = ("kind", "label", "label_span", "last", "lines", "parts", "wraps")

    def __init__(
        self,
        kind: str,
        parts: list[Span],
        lines: list[Words],
        last: str = "",
        label: str = "",
        label_span: Span | None = None,
    ) -> None:
        """Begin with the first line."""
        self.kind = kind
        self.parts = parts
        self.lines = lines
        self.last = last
        self.label = label
        self.label_span = label_span
        self.wraps = True

    def as_kind(self, kind: str) -> "Block":
        """Return the same lines as a block of another kind."""
        return Block(kind, self.parts, self.lines, self.last, self.label, self.label_span)

    def add(self, span: Span, pieces: tuple[Piece, ...], text: str) -> None:
        """Take in one more line."""
        if self.parts[-1].end == span.start:
            self.parts[-1] = Span(self.parts[-1].start, span.end)
        else:
            self.parts.append(span)
        if pieces:
            self.lines.append(Words(span.start, pieces))
        self.last = text

    @property
    def words(self) -> str:
        """Its words as read, a space between the lines."""
        return " ".join([line.text for line in self.lines])

    @property
    def ended(self) -> bool:
        """Whether its last line ends with a punctuation mark."""
        return has_ended(self.last)

    @property
    def is_title(self) -> bool:
        """Whether it is an item of one short line, a title for those under it."""
        return self.kind == BlockKind.MARK and len(self.lines) == 1 and len(self.last) < _TITLE


def has_ended(text: str) -> bool:
    """Whether a text ends with a punctuation mark, quotation marks and footnote numbers aside."""
    return _ENDED.search(text, max(0, len(text) - _END)) is not None
