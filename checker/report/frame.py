"""The frame around the words of a finding: opening words, ellipsis, the marked sentence."""

import re

from checker.report.columns import break_lines, display_width
from checker.report.places import Place

_WHOLE = 4
_MOST_MARKED = 3
_CLAUSE_END = re.compile(r"[,;:.] ")


def frame(place: Place, columns: int) -> list[tuple[str, str]]:
    """Return the lines of a text and, below each, its marks ("" where nothing is marked).

    A text of a few lines is shown whole. Of a longer one, the first line is shown and, after an
    ellipsis, the clause around the marked words.
    """
    lines = break_lines(place.text, columns)
    if len(lines) <= _WHOLE:
        return [_marked(place, start, end) for start, end in lines]
    opening_end = lines[0][1]
    start = _window_start(place, columns, opening_end)
    cut = _window_end(place, columns)
    text = place.text[start:cut].rstrip() + (" ..." if cut < len(place.text) else "")
    before = "" if start == 0 else "... "
    shift = len(before) - start
    window = Place(before + text, place.start + shift, min(place.end, cut) + shift)
    shown = [_marked(window, *line) for line in break_lines(window.text, columns)]
    return shown if start == 0 else [(place.text[:opening_end], ""), *shown]


def _window_start(place: Place, columns: int, opening_end: int) -> int:
    """Return where the shown clause begins; 0 where it reaches back to the opening words."""
    earliest = place.start - columns * 3 // 2
    if earliest <= opening_end:
        return 0
    latest = place.start - columns // 4
    clause = _CLAUSE_END.search(place.text, earliest, latest)
    if clause is not None:
        return clause.end()
    word = place.text.find(" ", earliest, place.start)
    return word + 1 if word >= 0 else earliest


def _window_end(place: Place, columns: int) -> int:
    """Return where the shown clause ends: soon after the marked words, at a clause or a word."""
    marked_end = min(place.end, place.start + columns * _MOST_MARKED)
    if marked_end < place.end:
        space = place.text.rfind(" ", place.start, marked_end)
        return space if space > place.start else marked_end
    length = len(place.text)
    if length <= marked_end + columns:
        return length
    latest = marked_end + columns // 2
    clauses = [match.start() for match in _CLAUSE_END.finditer(place.text, marked_end, latest)]
    if clauses:
        return clauses[-1] + 1
    space = place.text.rfind(" ", marked_end, latest)
    return space if space > 0 else marked_end


def _marked(place: Place, start: int, end: int) -> tuple[str, str]:
    """Return one line of a text and the marks under it."""
    line = place.text[start:end].rstrip()
    first, last = max(place.start, start), min(place.end, start + len(line))
    if first >= last:
        return line, ""
    before = display_width(place.text[start:first])
    return line, " " * before + "^" * max(display_width(place.text[first:last]), 1)
