"""Lines: what each line of a source is, taken by itself.

A line is told apart by how it begins, after emphasis and invisible direction marks are taken out.
All that is said of it counts from its beginning: the same line is the same wherever it stands.
Whether it really opens a paragraph, or only continues one that a wrap cut, is decided in
:mod:`checker.parsing.blocks`, which sees its neighbours.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, TypeAlias

from checker.memory import Memory
from checker.parsing.comments import find_comments
from checker.parsing.grammars import line_kinds, line_pattern
from checker.parsing.pieces import (
    Piece,
    origin_of,
    pieces_after,
    pieces_of,
    suspects_in,
    words_after,
)
from checker.records import Record
from checker.source import Source, Span

_RULE = frozenset("*_=~- ")
_BULLETS = "-+*•– "
_QUOTES = "> \t"
# The forms of lines by which this module tells them apart.
_TOLD_APART = frozenset(
    {"HEADING", "ANNEX", "NUMBER", "PREAMBULAR_NUMBER", "MARK", "FURNITURE", "ORGAN", "SYMBOL_LINE"}
) | {"HEADER"}
_MOST_BEGINNINGS = 1000
_Looks: TypeAlias = tuple[str, tuple[int, ...], bool]
# The end of the line that names the sponsors.
_SPONSORED = "draft resolution"


class LineKind:
    """What a line looks like, taken by itself.

    Plain names: in Python 3.11 a member of an enumeration takes as long to name as a line to sort.
    """

    BLANK: Final = "BLANK"
    FURNITURE: Final = "FURNITURE"
    COMMENT: Final = "COMMENT"
    ORGAN: Final = "ORGAN"
    PREAMBULAR: Final = "PREAMBULAR"
    NUMBER: Final = "NUMBER"
    MARK: Final = "MARK"
    HEADING: Final = "HEADING"
    ANNEX: Final = "ANNEX"
    HEADER: Final = "HEADER"
    TEXT: Final = "TEXT"


class Line(Record):
    """One line of the source; offsets count from its beginning.

    Attributes:
        kind: what it looks like.
        text: the line as read, without surrounding space.
        pieces: the same in runs, each with the offset of its first character.
        label: the number or marker at its beginning, as read, or "".
        label_span: where the label stands.
        words: the pieces after the label.
        symbol: whether the line is a document symbol and nothing else.
        listed: whether a bullet of Markdown stands before its label: "- (a)", "- 16.".
    """

    kind: str
    text: str
    pieces: tuple[Piece, ...]
    words: tuple[Piece, ...]
    label: str = ""
    label_span: Span | None = None
    symbol: bool = False
    listed: bool = False


def read_lines(source: Source, spans: Sequence[Span], memory: Memory) -> list[Line]:
    """Return what each line of a source looks like.

    Args:
        source: the text.
        spans: where its lines stand.
        memory: what is known of lines already.
    """
    whole = source.text
    comments = find_comments(whole)
    quoted = _is_quoted(source)
    known = memory.of(_uncommented)
    suspects = suspects_in(whole)
    suspects.append(len(whole))
    lines: list[Line] = []
    following = first = 0
    for start, end in spans:
        here: tuple[int, ...] = ()
        if suspects[following] < end:
            next_line = bisect_left(suspects, end, following)
            here = tuple([suspect - start for suspect in suspects[following:next_line]])
            following = next_line
        looks = whole[start:end], here, quoted
        while first < len(comments) and comments[first].end <= start:
            first += 1
        last = first
        while last < len(comments) and comments[last].start < end:
            last += 1
        if first == last:
            lines.append(known[looks])
        else:
            hidden = [Span(low - start, high - start) for low, high in comments[first:last]]
            lines.append(_line(looks, hidden))
    return lines


def _uncommented(looks: _Looks) -> Line:
    return _line(looks, ())


def _line(looks: _Looks, hidden: Sequence[Span]) -> Line:
    """Return what a line looks like.

    Args:
        looks: the line with its line end, where on it characters stand that may not be read as they
            are written, and whether the whole draft stands in a quotation.
        hidden: the comments that stand on it, or cross it.
    """
    raw, suspects, quoted = looks
    words = raw.lstrip(_QUOTES) if quoted else raw
    pieces = pieces_of(words, len(raw) - len(words), hidden, suspects)
    if not pieces and not hidden:
        return Line(LineKind.FURNITURE if words.strip() else LineKind.BLANK, "", (), ())
    text = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
    if hidden and not text:
        return Line(LineKind.COMMENT, text, pieces, pieces)
    return _classify(text, pieces)


def _is_quoted(source: Source) -> bool:
    """Whether the draft stands in a quotation, as a reply to an e-mail shows it: "> "."""
    if ">" not in source.text:
        return False
    lines = (source.slice(span) for span in source.lines())
    return any(
        line_pattern("ORGAN").fullmatch(
            "".join(piece.text for piece in pieces_of(words, 0, (), suspects_in(words)))
        )
        for words in (line.lstrip(_QUOTES) for line in lines if line.startswith(">"))
    )


class _Forms(dict[str, frozenset[str]]):
    """Which forms of ``draft.lark`` a line may have that begins with a character."""

    def __missing__(self, character: str) -> frozenset[str]:
        forms = line_kinds(character) & _TOLD_APART
        if len(self) < _MOST_BEGINNINGS:
            self[character] = forms
        return forms


_forms = _Forms()


def _classify(text: str, pieces: tuple[Piece, ...]) -> Line:
    """Tell what a line looks like; only forms are tried that its first character allows."""
    first = text[0]
    if first in _RULE and text[-1] in _RULE and _RULE.issuperset(text):
        return Line(LineKind.FURNITURE, text, pieces, pieces)
    forms = _forms[first]
    if forms:
        line = _heading(text, pieces) if first == "#" else None
        line = line or _labelled(forms, text, pieces, 0)
        if line is not None:
            return line
        if "FURNITURE" in forms and line_pattern("FURNITURE").match(text):
            return Line(LineKind.FURNITURE, text, pieces, pieces)
        if "ORGAN" in forms and line_pattern("ORGAN").fullmatch(text):
            return Line(LineKind.ORGAN, text, pieces, pieces)
        if "SYMBOL_LINE" in forms and line_pattern("SYMBOL_LINE").match(text):
            return Line(LineKind.HEADER, text, pieces, pieces, symbol=True)
    kind = LineKind.HEADER if _is_header(text) else LineKind.TEXT
    return Line(kind, text, pieces, pieces)


def _heading(text: str, pieces: tuple[Piece, ...]) -> Line | None:
    """Read a heading of Markdown, or what stands in its place; None where it is no heading."""
    heading = line_pattern("HEADING").match(text)
    if heading is None:
        return None
    before = heading.end()
    if line_pattern("ANNEX").match(text):
        return Line(LineKind.ANNEX, text, pieces, words_after(pieces, before))
    words = text[before:]
    if words and (line := _labelled(_forms[words[0]] - {"ANNEX"}, text, pieces, before)):
        return line
    kind = LineKind.HEADER if _is_header(words) else LineKind.HEADING
    return Line(kind, text, pieces, words_after(pieces, before))


def _labelled(
    forms: frozenset[str], text: str, pieces: tuple[Piece, ...], before: int
) -> Line | None:
    """Read a line that has a label, or names an annex; None where it has none.

    Args:
        forms: what it may be.
        text: the whole line as read.
        pieces: the same in pieces.
        before: the length of the mark of a heading before it.
    """
    if "ANNEX" in forms and line_pattern("ANNEX").match(text):
        return Line(LineKind.ANNEX, text, pieces, pieces)
    if "NUMBER" in forms and (number := line_pattern("NUMBER").match(text, before)):
        return _numbered(text, pieces, before, number.group())
    if "PREAMBULAR_NUMBER" in forms and (
        number := line_pattern("PREAMBULAR_NUMBER").match(text, before)
    ):
        line = _numbered(text, pieces, before, number.group())
        return line.replaced(kind=LineKind.PREAMBULAR)
    if "MARK" in forms and (mark := line_pattern("MARK").match(text, before)):
        return _marked(text, pieces, before, mark.group())
    return None


def _is_header(text: str) -> bool:
    """Whether only a header has such a line."""
    if text.endswith(_SPONSORED) and line_pattern("SPONSORS_LINE").match(text):
        return True
    return "HEADER" in _forms[text[:1]] and line_pattern("HEADER").match(text) is not None


def _marked(text: str, pieces: tuple[Piece, ...], before: int, matched: str) -> Line:
    """Tell marker and words apart; a bullet before a marker is Markdown's, not the drafter's."""
    label = matched.strip()
    bare = label.lstrip(_BULLETS)
    listed = bare != label
    bare = bare or label
    place = _place(pieces, before + matched.rindex(bare), bare)
    words = words_after(pieces, before + len(matched))
    return Line(LineKind.MARK, text, pieces, words, bare, place, listed=listed)


def _numbered(text: str, pieces: tuple[Piece, ...], before: int, matched: str) -> Line:
    """Tell number and words apart; "[7 bis. Decides ...]" keeps its bracket among the words."""
    bare = matched.strip()
    label = bare.lstrip(_BULLETS)
    listed = label != bare
    words = words_after(pieces, before + len(matched))
    if label[0] == "[" and "]" not in label:
        bracket = pieces_after(pieces, before + matched.index("["))[0]
        words = (Piece("[", bracket.origin), *words)
        label = label[1:].lstrip()
    place = _place(pieces, before + matched.rindex(label), label)
    return Line(LineKind.NUMBER, text, pieces, words, label, place, listed=listed)


def _place(pieces: tuple[Piece, ...], offset: int, label: str) -> Span:
    """Return where a label stands that begins at an offset of the line as read."""
    if len(pieces) == 1:
        start = pieces[0].origin + offset
        return Span(start, start + len(label))
    return Span(origin_of(pieces, offset), origin_of(pieces, offset + len(label) - 1) + 1)


def split_mark(line: Line, matched: str) -> Line:
    """Return the rest of a numbered line as an item of its own: "(a) Underlines" after "14."."""
    label = matched.strip()
    place = _place(line.words, matched.index(label), label)
    rest = words_after(line.words, len(matched))
    return Line(LineKind.MARK, line.text, line.words, rest, label, place)
