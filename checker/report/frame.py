"""The frame around the words of a finding: opening words, ellipsis, the marked clause."""

import re
from itertools import islice

from checker.findings import Excerpt
from checker.report.columns import display_width, is_plain, lines_of, visible
from checker.report.turning import whole_stretches

_WHOLE = 4
_MOST_MARKED = 3
_BEFORE = "... "
_AFTER = " ..."
_CLAUSE_END = re.compile(r"[,;:.] ")


def frame(excerpt: Excerpt, columns: int) -> list[tuple[str, str]]:
    """Return the lines of a text and, with each, the marks under it ("" where there are none).

    A text of a few lines is shown whole. Of a longer one, the first line is shown and, after an
    ellipsis, the clause with the marked words to the end of its line.
    """
    excerpt = Excerpt(visible(excerpt.text), excerpt.start, excerpt.end)
    lines = list(islice(lines_of(excerpt.text, columns), _WHOLE + 1))
    if len(lines) <= _WHOLE:
        return [_marked(excerpt, start, end) for start, end in lines]
    opening_end = lines[0][1]
    start = _window_start(excerpt, columns, opening_end)
    window = _window(excerpt, start, columns)
    lines = list(lines_of(window.text, columns - len(_AFTER)))
    first = next(number for number, (_, end) in enumerate(lines) if window.start < end)
    last = next((number for number, (_, end) in enumerate(lines) if window.end <= end), len(lines))
    last = min(max(last, 1), first + _MOST_MARKED - 1)
    shown = [_marked(window, *line) for line in lines[: last + 1]]
    if last < len(lines) - 1:
        shown[-1] = (shown[-1][0] + _AFTER, shown[-1][1])
    return [(excerpt.text[:opening_end], ""), *shown] if start else shown


def _window(excerpt: Excerpt, start: int, columns: int) -> Excerpt:
    """Return the part of an excerpt that may be shown, from the start of a clause on.

    What follows the lines that are shown is cut off, so that it need not be measured.
    """
    before = _BEFORE if start else ""
    shift = len(before) - start
    shown = min(excerpt.end, excerpt.start + columns * _MOST_MARKED) + columns * 2
    text = before + excerpt.text[start:shown]
    return Excerpt(text, excerpt.start + shift, excerpt.end + shift)


def _window_start(excerpt: Excerpt, columns: int, opening_end: int) -> int:
    """Return where the shown clause begins; 0 where it reaches back to the opening words."""
    earliest = excerpt.start - columns * 3 // 2
    if earliest <= opening_end:
        return 0
    clause = _CLAUSE_END.search(excerpt.text, earliest, excerpt.start - columns // 4)
    if clause is not None:
        return clause.end()
    word = excerpt.text.find(" ", earliest, excerpt.start)
    return word + 1 if word >= 0 else earliest


def _marked(excerpt: Excerpt, start: int, end: int) -> tuple[str, str]:
    """Return one line of a text and the marks under it."""
    line = excerpt.text[start:end].rstrip()
    first, last = max(excerpt.start - start, 0), min(excerpt.end - start, len(line))
    if first >= last:
        return line, ""
    if is_plain(line):
        return line, " " * first + "^" * (last - first)
    first, last = whole_stretches(line, first, last)
    before = display_width(line[:first])
    return line, " " * before + "^" * max(display_width(line[first:last]), 1)
