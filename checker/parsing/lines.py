"""Lines: what each line of a source is, taken by itself.

A line is told apart by how it begins, after emphasis and invisible direction marks are taken out.
Whether it really opens a paragraph, or only continues one that a wrap cut, is decided in
:mod:`checker.parsing.blocks`, which sees its neighbours.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from checker.parsing.comments import find_comments
from checker.parsing.grammars import line_pattern
from checker.source import Source, Span

_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad"
_ODD_SPACES = "\t\f\v\u00a0\u2002\u2003\u2007\u2009\u202f"
_SUSPECT = re.compile(rf"[<*_\\{_ODD_SPACES}{_INVISIBLE}]| [,;.]|\[\^")
# Emphasis, escapes and footnote marks of Markdown, characters without width; a lone asterisk is a
# bullet.
_UNREAD = re.compile(
    f"[{_INVISIBLE}]"
    r"|(?<=\S)\\?\[\\?\^[\w-]{1,20}\\?\]|\\(?=[!-/:-@\[-`{-~])"
    r"|<sup>[^<>]{0,8}</sup>|\*+(?!\s)|(?<=\S)\*+"
    r"|(?<!\w)_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?!\w)"
)
_SPACE_BEFORE_COMMA = re.compile(r"(?<=\S) +(?=[,;.](?:\s|$))")
_RULE = frozenset("*_=~- ")
_BULLETS = "-+*•– "
_FURNITURE_BEGINS = frozenset("0123456789*_P=-~p>[")
_QUOTES = "> \t"
_SPACES = str.maketrans(dict.fromkeys(_ODD_SPACES, " "))


class LineKind(Enum):
    """What a line looks like, taken by itself."""

    BLANK = auto()
    FURNITURE = auto()
    COMMENT = auto()
    ORGAN = auto()
    PREAMBULAR = auto()
    NUMBER = auto()
    MARK = auto()
    HEADING = auto()
    ANNEX = auto()
    HEADER = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters as read that stand together in the source."""

    text: str
    origin: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source.

    Attributes:
        kind: what it looks like.
        span: where it stands, with its line end.
        text: the line as read, without surrounding space.
        pieces: the same in runs, each with the source offset of its first character.
        label: the number or marker at its beginning, as read, or "".
        label_span: where the label stands.
        words: the pieces after the label.
        symbol: whether the line is a document symbol and nothing else.
        listed: whether a bullet of Markdown stands before its label: "- (a)", "- 16.".
    """

    kind: LineKind
    span: Span
    text: str
    pieces: tuple[Piece, ...]
    words: tuple[Piece, ...]
    label: str = ""
    label_span: Span | None = None
    symbol: bool = False
    listed: bool = False


def pieces_after(pieces: tuple[Piece, ...], offset: int) -> tuple[Piece, ...]:
    """Return the pieces without the first ``offset`` characters."""
    kept: list[Piece] = []
    for piece in pieces:
        if offset < len(piece.text):
            kept.append(Piece(piece.text[offset:], piece.origin + offset))
            offset = 0
        else:
            offset -= len(piece.text)
    return tuple(kept)


def _pieces(text: str, origin: int, hidden: Sequence[Span] = ()) -> tuple[Piece, ...]:
    """Split the words of a line where something that is not read stands between them.

    Args:
        text: the line.
        origin: where it begins in the source.
        hidden: the comments that stand on it, or cross it.
    """
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    if not text:
        return ()
    if not hidden and not _SUSPECT.search(text):
        return (Piece(text, origin + lead),)
    text = text.translate(_SPACES)
    cuts = [match.span() for match in _UNREAD.finditer(text)]
    cuts += [_hidden_stretch(text, comment, origin + lead) for comment in hidden]
    if cuts:
        cuts += [match.span() for match in _SPACE_BEFORE_COMMA.finditer(text)]
        cuts.sort()
    pieces: list[Piece] = []
    last = 0
    for start, end in [*cuts, (len(text), len(text))]:
        if start > last:
            pieces.append(Piece(text[last:start], origin + lead + last))
        last = max(last, end)
    return _without_outer_space(pieces)


def _hidden_stretch(text: str, comment: Span, origin: int) -> tuple[int, int]:
    """Return the stretch of a line that a comment hides: with one of the spaces around it."""
    start = min(max(comment.start - origin, 0), len(text))
    end = min(max(comment.end - origin, 0), len(text))
    if start == 0 or text[start - 1] == " ":
        while end < len(text) and text[end] == " ":
            end += 1
    return start, end


def _without_outer_space(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Drop space that stood inside emphasis at either end of a line: "** 9/17 **"."""
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if not pieces:
        return ()
    first = pieces[0]
    lead = len(first.text) - len(first.text.lstrip())
    pieces[0] = Piece(first.text[lead:], first.origin + lead)
    pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].origin)
    return tuple(pieces)


def read_lines(source: Source) -> Iterator[Line]:
    """Yield every line of a source with what it looks like."""
    comments = find_comments(source.text)
    quoted = _is_quoted(source)
    first = 0
    for span in source.lines():
        raw = source.slice(span)
        before = len(raw) - len(raw.lstrip(_QUOTES)) if quoted else 0
        raw = raw[before:]
        while first < len(comments) and comments[first].end <= span.start:
            first += 1
        last = first
        while last < len(comments) and comments[last].start < span.end:
            last += 1
        hidden = comments[first:last]
        pieces = _pieces(raw, span.start + before, hidden)
        text = "".join(piece.text for piece in pieces)
        if hidden and not text:
            yield Line(LineKind.COMMENT, span, text, pieces, pieces)
        else:
            yield _classify(span, text, pieces, raw)


def _is_quoted(source: Source) -> bool:
    """Whether the draft stands in a quotation, as a reply to an e-mail shows it: "> "."""
    if ">" not in source.text:
        return False
    lines = (source.slice(span) for span in source.lines())
    return any(
        line_pattern("ORGAN").fullmatch("".join(piece.text for piece in _pieces(words, 0)))
        for words in (line.lstrip(_QUOTES) for line in lines if line.startswith(">"))
    )


def _classify(span: Span, text: str, pieces: tuple[Piece, ...], raw: str) -> Line:
    if not text:
        kind = LineKind.FURNITURE if raw.strip() else LineKind.BLANK
        return Line(kind, span, text, pieces, pieces)
    if _RULE.issuperset(text):
        return Line(LineKind.FURNITURE, span, text, pieces, pieces)
    heading = line_pattern("HEADING").match(text)
    before = heading.end() if heading else 0
    words = text[before:]
    if line_pattern("ANNEX").match(text):
        return Line(LineKind.ANNEX, span, text, pieces, _words(pieces, before))
    if number := line_pattern("NUMBER").match(words):
        return _numbered(span, text, pieces, before, number.group())
    if number := line_pattern("PREAMBULAR_NUMBER").match(words):
        line = _numbered(span, text, pieces, before, number.group())
        return replace(line, kind=LineKind.PREAMBULAR)
    if mark := line_pattern("MARK").match(words):
        return _marked(span, text, pieces, before, mark.group())
    if heading:
        kind = LineKind.HEADER if line_pattern("HEADER").match(words) else LineKind.HEADING
        return Line(kind, span, text, pieces, _words(pieces, before))
    symbol = line_pattern("SYMBOL_LINE").match(text) is not None
    return Line(_kind_without_mark(text, symbol), span, text, pieces, pieces, symbol=symbol)


def _kind_without_mark(text: str, symbol: bool) -> LineKind:  # noqa: FBT001 -- one of two facts
    if text[0] in _FURNITURE_BEGINS and line_pattern("FURNITURE").match(text):
        return LineKind.FURNITURE
    if line_pattern("ORGAN").fullmatch(text):
        return LineKind.ORGAN
    if symbol or line_pattern("HEADER").match(text):
        return LineKind.HEADER
    return LineKind.TEXT


def _marked(span: Span, text: str, pieces: tuple[Piece, ...], before: int, matched: str) -> Line:
    """Tell marker and words apart; a bullet before a marker is Markdown's, not the drafter's."""
    label = matched.strip()
    bare = label.lstrip(_BULLETS)
    listed = bare != label
    bare = bare or label
    place = _place(pieces, before + matched.rindex(bare), bare)
    words = _words(pieces, before + len(matched))
    return Line(LineKind.MARK, span, text, pieces, words, bare, place, listed=listed)


def _numbered(span: Span, text: str, pieces: tuple[Piece, ...], before: int, matched: str) -> Line:
    """Tell number and words apart; "[7 bis. Decides ...]" keeps its bracket among the words."""
    label = matched.strip().lstrip(_BULLETS)
    listed = label != matched.strip()
    words = _words(pieces, before + len(matched))
    if label.startswith("[") and "]" not in label:
        bracket = pieces_after(pieces, before + matched.index("["))[0]
        words = (Piece("[", bracket.origin), *words)
        label = label[1:].lstrip()
    place = _place(pieces, before + matched.rindex(label), label)
    return Line(LineKind.NUMBER, span, text, pieces, words, label, place, listed=listed)


def _place(pieces: tuple[Piece, ...], offset: int, label: str) -> Span:
    """Return where a label stands that begins at an offset of the line as read."""
    last = pieces_after(pieces, offset + len(label) - 1)[0].origin
    return Span(pieces_after(pieces, offset)[0].origin, last + 1)


def _words(pieces: tuple[Piece, ...], offset: int) -> tuple[Piece, ...]:
    """Return the pieces after a label and the space that follows it."""
    return _without_outer_space(list(pieces_after(pieces, offset)))


def split_mark(line: Line, span: Span, matched: str) -> Line:
    """Return the rest of a numbered line as an item of its own: "(a) Underlines" after "14."."""
    label = matched.strip()
    place = _place(line.words, matched.index(label), label)
    rest = _words(line.words, len(matched))
    return Line(LineKind.MARK, span, line.text, line.words, rest, label, place)
