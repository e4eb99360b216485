"""Headings without a mark: titles on lines of their own, before a number or another title."""

from collections.abc import Sequence

from checker.parsing.blocks import has_ended
from checker.parsing.lines import Line, LineKind

_LONGEST = 200
_MOST_LINES = 4
_MOST_TITLES = 3
_ANNOUNCED = frozenset({LineKind.NUMBER, LineKind.MARK, LineKind.HEADING, LineKind.ANNEX})
_SET_ASIDE = frozenset({LineKind.BLANK, LineKind.FURNITURE})


def announces_number(lines: Sequence[Line], index: int) -> bool:
    """Whether titles, and nothing but titles, stand from here to the next number or item."""
    for _ in range(_MOST_TITLES):
        title, following = is_title(lines, index)
        if not title or following is None:
            return False
        if lines[following].kind != LineKind.TEXT:
            return lines[following].kind in _ANNOUNCED
        index = following
    return False


def is_title(lines: Sequence[Line], index: int) -> tuple[bool, int | None]:
    """Return whether the lines from here are a title, and the index of what follows them."""
    words: list[str] = []
    while index < len(lines) and lines[index].kind == LineKind.TEXT and len(words) < _MOST_LINES:
        words.append(lines[index].text)
        index += 1
    title = " ".join(words)
    while index < len(lines) and lines[index].kind in _SET_ASIDE:
        index += 1
    short = 0 < len(title) <= _LONGEST and title[0].isupper()
    return short and not has_ended(title), index if index < len(lines) else None
