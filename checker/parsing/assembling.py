"""Assembling: which lines open a block, and which continue the open one.

One pass over the lines decides it for each. A wrapped line may begin with a number, a date or
"(a)"; it continues the sentence unless the sentence before it has ended or its label is the one
that comes next.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from checker.parsing.blocks import JOINABLE, Block, BlockKind, Words
from checker.parsing.furniture import AWAITS_NUMBER, organ_line, set_furniture_aside
from checker.parsing.grammars import line_pattern
from checker.parsing.labels import Label, Seen, item_labels, opens_list, paragraph_number
from checker.parsing.lines import Line, LineKind, split_mark
from checker.parsing.lists import lists_that_go_on
from checker.parsing.pieces import Piece
from checker.parsing.titles import announces_number, is_title
from checker.patterns import lazy
from checker.source import Span

_CONJUNCTION = lazy(r"\b(?:and|or)$")
_STATEMENT = lazy(
    r"Statement by the President of the|STATEMENT BY THE PRESIDENT|made the following statement"
)
# Words before a list as well as before a number.
_LEADS_ON = frozenset({"to", "by", "in", "on", "of", "and", "or"})
_LONGEST_HEADER = 60
# What may stand inside a list.
_INSIDE = frozenset({BlockKind.MARK, BlockKind.TEXT, BlockKind.HEADING})
# What begins with a label, and what it has at most where the label stands alone: "[2.".
_LABELLED = frozenset({BlockKind.NUMBER, BlockKind.MARK})
_NO_WORDS = frozenset({"", "["})
_SET_ASIDE = {
    LineKind.BLANK: BlockKind.BLANK,
    LineKind.FURNITURE: BlockKind.FURNITURE,
}


class Zone:
    """The part of a draft that is being read."""

    HEADER: Final = "header"
    PREAMBLE: Final = "preamble"
    STATEMENT: Final = "statement"
    OPERATIVE: Final = "operative"


class _Assembly:
    """One pass over the lines; holds the open block and what came between."""

    def __init__(self, lines: Sequence[Line], spans: Sequence[Span]) -> None:
        self.lines = lines
        self.spans = spans
        # Where the line stands that is looked at.
        self.span = Span(0, 0)
        self.organ = organ_line(lines)
        self.opening = _first_preambular(lines)
        self.statement = any(_STATEMENT.search(line.text) for line in lines[:_LONGEST_HEADER])
        self.blocks: list[Block] = []
        self.zone: str = Zone.HEADER
        self.open: Block | None = None
        self.gap = False
        self.cut = False
        self.last_number = 0
        self.last_item = 0
        self.marks = Seen()

    def run(self) -> list[Block]:
        for index, line in enumerate(self.lines):
            kind = line.kind
            self.span = self.spans[index]
            if kind in _SET_ASIDE:
                self._set_aside(_SET_ASIDE[kind])
                continue
            if self.zone == Zone.HEADER and not self._leaves_header(index, line):
                self._header(line)
            elif kind == LineKind.ORGAN and not self._continues(line):
                self._start(BlockKind.ORGAN, line)
                self.zone = Zone.PREAMBLE
                self.last_number = 0
            elif kind == LineKind.PREAMBULAR and self.zone == Zone.PREAMBLE:
                self._start(BlockKind.PREAMBULAR, line, line.label)
            elif kind == LineKind.NUMBER and self._opens_number(line):
                self._number(line)
            elif kind == LineKind.MARK and self._opens_item(index, line):
                self._item(line)
            elif kind == LineKind.ANNEX and self._opens_annex():
                self._annex(line)
            elif kind == LineKind.HEADING:
                self._start(BlockKind.HEADING, line).wraps = False
            else:
                self._text(index, line)
            self.gap = self.cut = False
        return self.blocks

    # what a line does

    def _set_aside(self, kind: str) -> None:
        self.blocks.append(Block(kind, [self.span], []))
        self.gap = True
        self.cut = self.cut or kind == BlockKind.FURNITURE

    def _start(
        self, kind: str, line: Line, label: str = "", pieces: tuple[Piece, ...] | None = None
    ) -> Block:
        pieces = line.words if pieces is None else pieces
        start = self.span[0]
        place = None
        if label and line.label_span is not None:
            low, high = line.label_span
            place = Span(start + low, start + high)
        words = [Words(start, pieces)] if pieces else []
        block = Block(kind, [self.span], words, line.text, label, place)
        self.blocks.append(block)
        self.open = block
        if kind not in _INSIDE:
            self.marks = Seen()
            self.last_item = 0
        return block

    def _header(self, line: Line) -> None:
        if self.open is None or self.gap or (line.kind == LineKind.HEADER and line.symbol):
            self._start(BlockKind.HEADER, line)
        else:
            self.open.add(self.span, line.words, line.text)

    def _number(self, line: Line) -> None:
        if self._counts_an_item(line):
            self._item(line)
            self.last_item = paragraph_number(line.label)
            return
        self.zone = Zone.OPERATIVE
        self.last_number = paragraph_number(line.label)
        self._start(BlockKind.NUMBER, line, line.label)
        self._first_item_on_the_line(line)

    def _first_item_on_the_line(self, line: Line) -> None:
        """Split "14. (a) Underlines" into the number and its first item."""
        if not line.words or not line.words[0].text.startswith("("):
            return
        words = "".join(piece.text for piece in line.words)
        match = line_pattern("MARK").match(words)
        if match is None or not any(opens_list(label) for label in item_labels(match.group())):
            return
        number = self.blocks[-1]
        number.lines.clear()
        self._item(split_mark(line, match.group()))
        # The two share the line.
        origin = self.span.start + line.words[0].origin
        number.parts[-1] = Span(self.span.start, origin)
        self.blocks[-1].parts[-1] = Span(origin, self.span.end)

    def _item(self, line: Line) -> None:
        self._start(BlockKind.MARK, line, line.label)
        for label in item_labels(line.label):
            self.marks.add(label)

    def _annex(self, line: Line) -> None:
        self._start(BlockKind.ANNEX, line)
        self.zone = Zone.OPERATIVE
        self.last_number = 0

    def _text(self, index: int, line: Line) -> None:
        if self.open is not None and (self._wraps_heading() or self._awaits_text()):
            self.open.add(self.span, line.pieces, line.text)
        elif self._is_plain_heading(index):
            self._start(BlockKind.HEADING, line, pieces=line.pieces)
        elif self.open is not None and self._continues(line):
            self.open.add(self.span, line.pieces, line.text)
        else:
            kind = BlockKind.PREAMBULAR if self.zone == Zone.PREAMBLE else BlockKind.TEXT
            self._start(kind, line, pieces=line.pieces)

    # what a line is

    def _leaves_header(self, index: int, line: Line) -> bool:
        if self.organ is not None:
            if index >= self.organ:
                self.zone = Zone.PREAMBLE
            return index >= self.organ
        if line.kind == LineKind.HEADER:
            return False
        if self.opening is not None and index < self.opening and not self.statement:
            return False
        if self.open is not None and not self.gap and line.kind == LineKind.TEXT:
            return line_pattern("PREAMBULAR").match(line.text) is not None
        self.zone = Zone.STATEMENT if self.statement else Zone.PREAMBLE
        return True

    def _opens_number(self, line: Line) -> bool:
        block = self.open
        if block is None or block.kind not in JOINABLE:
            return True
        if self.gap or line.listed or block.ended:
            return True
        expected = paragraph_number(line.label) == self.last_number + 1
        return expected and AWAITS_NUMBER.search(block.last) is None

    def _counts_an_item(self, line: Line) -> bool:
        """Whether a number counts items: "1." after a paragraph that announces a list.

        A number that both lists wait for is a paragraph's where a verb follows it.
        """
        number = paragraph_number(line.label)
        if number != self.last_item + 1 or not self.last_number or self.open is None:
            return False
        if self.last_item:
            words = "".join(piece.text for piece in line.words)
            verb = line_pattern("UNNUMBERED").match(words) is not None
            return number != self.last_number + 1 or not verb
        announced = self.open.last.endswith(":")
        return announced and self.open.kind == BlockKind.NUMBER and not line.label.startswith("OP")

    def _opens_item(self, index: int, line: Line) -> bool:
        block = self.open
        if self.zone == Zone.PREAMBLE and not self._in_preambular_list(line):
            return False
        if block is None or block.kind not in JOINABLE:
            return True
        if line.listed or line.label == "-":
            return True
        labels = item_labels(line.label)
        comes_next = any(map(self.marks.awaits, labels))
        skips = any(map(self.marks.has_kind, labels))
        if self.gap:
            announced = skips and _ends_with_conjunction(block.last)
            opens = any(opens_list(label) for label in labels)
            return block.ended or comes_next or opens or announced
        if not block.ended:
            if self._opens_unannounced(index, labels):
                return True
            if AWAITS_NUMBER.search(_CONJUNCTION.sub("", block.last).rstrip(" ,")):
                return False
        if block.last.endswith(";") and skips:
            return True
        if block.ended or _ends_with_conjunction(block.last):
            return comes_next or any(opens_list(label) for label in labels)
        return comes_next or (block.is_title and any(opens_list(label) for label in labels))

    def _opens_unannounced(self, index: int, labels: Sequence[Label]) -> bool:
        """Whether a list opens in the midst of a sentence: "UNSMTA shall", and "(a)" before "(b)".

        Where the words before it await a label, "paragraph 4" and "(a) above", it does not.
        """
        if not any(opens_list(label) and not self.marks.has_kind(label) for label in labels):
            return False
        if self.open is None or index not in self._lists_that_go_on:
            return False
        words, _, last = self.open.last.rpartition(" ")
        words = words if last in _LEADS_ON else self.open.last
        return AWAITS_NUMBER.search(words.rstrip(" ,")) is None

    @cached_property
    def _lists_that_go_on(self) -> frozenset[int]:
        return lists_that_go_on(self.lines)

    def _in_preambular_list(self, line: Line) -> bool:
        if self.marks:
            return True
        listed = self.open is not None and self.open.last.rstrip().endswith(":")
        return listed or (line.label not in {"-", "–", "•"} and self.open is not None)

    def _opens_annex(self) -> bool:
        return self.open is None or self.gap or self.open.ended

    def _continues(self, line: Line) -> bool:
        """Whether a line belongs to the open block: a wrap, or a paragraph that a page cut."""
        block = self.open
        if block is None or block.kind not in JOINABLE:
            return False
        if not self.gap:
            opening = self.zone == Zone.PREAMBLE and block.ended
            return not (opening and line_pattern("PREAMBULAR").match(line.text))
        first = line.text.lstrip("“\"'‘([")[:1]
        if first.islower():
            if block.kind == BlockKind.PREAMBULAR:
                return True
            return not block.ended or (self.cut and block.last.endswith(","))
        if block.ended or (
            self.zone == Zone.PREAMBLE and line_pattern("PREAMBULAR").match(line.text)
        ):
            return False
        return self.cut

    def _awaits_text(self) -> bool:
        """Whether a number or marker stands alone so far, as some converters leave them."""
        block = self.open
        if block is None or block.kind not in _LABELLED or len(block.lines) > 1:
            return False
        return block.words in _NO_WORDS

    def _wraps_heading(self) -> bool:
        """Whether a heading without a mark goes on: the line follows it at once."""
        block = self.open
        return (
            block is not None and block.kind == BlockKind.HEADING and block.wraps and not self.gap
        )

    def _is_plain_heading(self, index: int) -> bool:
        """Whether a heading without a mark begins: a title before a number or another title."""
        block = self.open
        if self.zone in {Zone.HEADER, Zone.STATEMENT} or block is None:
            return False
        joinable = block.kind in JOINABLE
        if block.kind == BlockKind.ORGAN or (joinable and not block.ended):
            return False
        if self.zone == Zone.PREAMBLE and line_pattern("PREAMBULAR").match(self.lines[index].text):
            return False
        if joinable and not self.gap and block.last.endswith("."):
            return False
        if block.kind == BlockKind.ANNEX:
            return is_title(self.lines, index)[0]
        return announces_number(self.lines, index)


def _ends_with_conjunction(text: str) -> bool:
    return text.endswith(("and", "or")) and _CONJUNCTION.search(text, len(text) - 4) is not None


def _first_preambular(lines: Sequence[Line]) -> int | None:
    """Return where the preamble opens after a header, None where no header or none comes first."""
    header = False
    for index, line in enumerate(lines):
        if line.kind == LineKind.NUMBER:
            return None
        if line.kind == LineKind.TEXT and line_pattern("PREAMBULAR").match(line.text):
            return index if header else None
        header = header or line.kind == LineKind.HEADER
    return None


def assemble(lines: Sequence[Line], spans: Sequence[Span]) -> list[Block]:
    """Join lines into blocks; together they hold every line once.

    They are in source order, but comments come last: they part no lines that belong together.

    Args:
        lines: what the lines of a source look like.
        spans: where they stand.
    """
    if LineKind.COMMENT not in [line.kind for line in lines]:
        return _Assembly(set_furniture_aside(lines), spans).run()
    read = [place for place, line in enumerate(lines) if line.kind != LineKind.COMMENT]
    marked = set_furniture_aside([lines[place] for place in read])
    blocks = _Assembly(marked, [spans[place] for place in read]).run()
    comments = [
        span for line, span in zip(lines, spans, strict=True) if line.kind == LineKind.COMMENT
    ]
    return blocks + [Block(BlockKind.COMMENT, [span], []) for span in comments]
