"""The frame around the words of a finding: opening words, ellipsis, the marked clause."""

import re
from dataclasses import replace

from checker.findings import Excerpt
from checker.report.columns import break_lines, display_width, visible

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
    excerpt = replace(excerpt, text=visible(excerpt.text))
    lines = break_lines(excerpt.text, columns)
    if len(lines) <= _WHOLE:
        return [_marked(excerpt, start, end) for start, end in lines]
    opening_end = lines[0][1]
    start = _window_start(excerpt, columns, opening_end)
    shift = len(_BEFORE) - start
    window = excerpt
    if start:
        text = _BEFORE + excerpt.text[start:]
        window = replace(excerpt, text=text, start=excerpt.start + shift, end=excerpt.end + shift)
    lines = break_lines(window.text, columns - len(_AFTER))
    first = next(number for number, (_, end) in enumerate(lines) if window.start < end)
    last = next(number for number, (_, end) in enumerate(lines) if window.end <= end)
    last = min(max(last, 1), first + _MOST_MARKED - 1)
    shown = [_marked(window, *line) for line in lines[: last + 1]]
    if last < len(lines) - 1:
        shown[-1] = (shown[-1][0] + _AFTER, shown[-1][1])
    return [(excerpt.text[:opening_end], ""), *shown] if start else shown


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
    first, last = max(excerpt.start, start), min(excerpt.end, start + len(line))
    if first >= last:
        return line, ""
    before = display_width(excerpt.text[start:first])
    return line, " " * before + "^" * max(display_width(excerpt.text[first:last]), 1)
