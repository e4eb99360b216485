"""Pieces: the characters of a line that are read, and where they stand on it.

Emphasis, escapes, footnote marks and characters without width are not read; what stands between two
of them is one piece of the line.
"""

from collections.abc import Sequence

from checker.parsing.scanning import places
from checker.patterns import lazy
from checker.records import Record
from checker.source import Span

_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff\u00ad"
)
_ODD_SPACES = "\t\f\v\u00a0\u2002\u2003\u2007\u2009\u202f"
# Where none of these stands in a line, it is read as it is written.
_SUSPECTS = (*"<*_\\[", *_ODD_SPACES, *_INVISIBLE)
# Emphasis, escapes and footnote marks of Markdown, characters without width; a lone asterisk is a
# bullet.
_UNREAD = lazy(
    f"[{_INVISIBLE}]"
    r"|(?<=\S)\\?\[\\?\^[\w-]{1,20}\\?\]|\\(?=[!-/:-@\[-`{-~])"
    r"|<sup>[^<>]{0,8}</sup>|\*+(?!\s)|(?<=\S)\*+"
    r"|(?<!\w)_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?!\w)"
)
_SPACE_BEFORE_COMMA = lazy(r"(?<=\S) +(?=[,;.](?:\s|$))")
_ODD = frozenset(_ODD_SPACES)
_SPACES = str.maketrans(dict.fromkeys(_ODD_SPACES, " "))


class Piece(Record):
    """A run of characters as read that stand together in the source.

    Attributes:
        text: the characters.
        origin: where they begin on their line.
    """

    text: str
    origin: int


def pieces_after(pieces: tuple[Piece, ...], offset: int) -> tuple[Piece, ...]:
    """Return the pieces without the first ``offset`` characters."""
    for place, piece in enumerate(pieces):
        if offset < len(piece.text):
            first = Piece(piece.text[offset:], piece.origin + offset)
            return (first, *pieces[place + 1 :])
        offset -= len(piece.text)
    return ()


def origin_of(pieces: tuple[Piece, ...], offset: int) -> int:
    """Return where the character at an offset of the line as read stands on its line."""
    for piece in pieces:
        if offset < len(piece.text):
            return piece.origin + offset
        offset -= len(piece.text)
    message = "the line as read is shorter"
    raise IndexError(message)


def suspects_in(text: str) -> list[int]:
    """Return where characters stand that may not be read as they are written, in order."""
    found: list[int] = []
    for suspect in _SUSPECTS:
        found += places(text, suspect)
    found.sort()
    return found


def pieces_of(
    line: str, origin: int, hidden: Sequence[Span], suspects: Sequence[int]
) -> tuple[Piece, ...]:
    """Split the words of a line where something that is not read stands between them.

    Args:
        line: the line.
        origin: the offset from which its characters count.
        hidden: the comments that stand on it, or cross it.
        suspects: where characters stand that may not be read as they are written.
    """
    text = line.lstrip()
    origin += len(line) - len(text)
    text = text.rstrip()
    if not text:
        return ()
    return _split(text, origin, hidden, suspects) if suspects or hidden else (Piece(text, origin),)


def _split(
    text: str, origin: int, hidden: Sequence[Span], suspects: Sequence[int]
) -> tuple[Piece, ...]:
    end = origin + len(text)
    within = [suspect - origin for suspect in suspects if origin <= suspect < end]
    if not _ODD.isdisjoint([text[place] for place in within]):
        text = text.translate(_SPACES)
    cuts = _unread(text, within)
    cuts += [_hidden_stretch(text, comment, origin) for comment in hidden]
    if not cuts:
        return (Piece(text, origin),)
    if " ," in text or " ;" in text or " ." in text:
        cuts += [match.span() for match in _SPACE_BEFORE_COMMA.finditer(text)]
    cuts.sort()
    pieces: list[Piece] = []
    last = 0
    for start, end in [*cuts, (len(text), len(text))]:
        if start > last:
            pieces.append(Piece(text[last:start], origin + last))
        last = max(last, end)
    return _without_outer_space(pieces)


def _unread(text: str, suspects: Sequence[int]) -> list[tuple[int, int]]:
    """Return the stretches of a line that are not read; each begins with a suspect."""
    cuts: list[tuple[int, int]] = []
    end = 0
    for start in suspects:
        if start >= end and (match := _UNREAD.match(text, start)):
            end = match.end()
            cuts.append((start, end))
    return cuts


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
    first, last = pieces[0], pieces[-1]
    if not (first.text[0].isspace() or last.text[-1].isspace()):
        return tuple(pieces)
    lead = len(first.text) - len(first.text.lstrip())
    pieces[0] = Piece(first.text[lead:], first.origin + lead)
    pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].origin)
    return tuple(pieces)


def words_after(pieces: tuple[Piece, ...], offset: int) -> tuple[Piece, ...]:
    """Return the pieces after a label and the space that follows it."""
    if len(pieces) == 1:
        text, origin = pieces[0].text, pieces[0].origin
        words = text[offset:].lstrip()
        return (Piece(words, origin + len(text) - len(words)),) if words else ()
    return _without_outer_space(list(pieces_after(pieces, offset)))
