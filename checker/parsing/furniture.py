"""Page furniture that only its place tells: page heads, running titles, footnotes.

What is furniture by its form alone (job numbers, bar codes) is known line by line. Here lines are
set aside that would be text elsewhere: the draft's own symbol at the head of a page, the title that
is repeated under it, a lone page number, the date of printing that a converter put under the job
number of the first page, and the footnotes under their rule.
"""

from collections.abc import Sequence

from checker.parsing.lines import Line, LineKind
from checker.patterns import lazy

AWAITS_NUMBER = lazy(
    r"\b(?i:(?:sub-?)?para(?:graph|\.)?s?|(?:and|or|to|of|by|in|on|article|rule|resolution|section)\b)"
    r"(?: *(?:\d{1,3}|\([a-z]{1,4}\)|,|and|or|to)){0,6} *$"
)
_SYMBOL_AT_END = lazy(r"\b[ASE]/[A-Z0-9][A-Za-z0-9./-]{0,60}(?: ?\(\d{4}\))?$")
_PAGE_NUMBER = lazy(r"\d{1,3}")
_FIRST_JOB_LINE = lazy(r"\d{2,5}-\d{5,8} ?\([A-Z]\)")
_PRINTED_ON = lazy(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}")
_FOOTNOTE_RULE = lazy(r"_{10,}")
_FOOTNOTE = lazy(r"\d{1,3}(?: {1,3}\S|[^\W\d_a-z])|\*")


def set_furniture_aside(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those that are furniture by their place made furniture."""
    body = _body_start(lines)
    symbol = _own_symbol(lines)
    title = " ".join(line.text for line in lines[:body])
    marked = list(lines)
    before = ""
    page_head = footnotes = gap = first_foot = False
    for index in range(body, len(lines)):
        line = lines[index]
        if line.kind is LineKind.BLANK:
            page_head, gap = False, True
            continue
        if line.kind == LineKind.FURNITURE:
            footnotes, gap = _opens_footnotes(lines, index), False
            first_foot = first_foot or _FIRST_JOB_LINE.match(line.text) is not None
            continue
        if footnotes and gap and not _FOOTNOTE.match(line.text):
            footnotes = False
        gap = False
        if line.symbol and symbol == line.text.replace(" ", ""):
            page_head, footnotes, first_foot = True, False, False
            _mark_title_before(marked, index, title)
        elif not footnotes and not (page_head and line.text in title):
            page_head = False
            printed = first_foot and _PRINTED_ON.fullmatch(line.text) is not None
            first_foot = False
            if not printed and not _is_page_number(line, before):
                before = line.text
                continue
        marked[index] = line.replaced(kind=LineKind.FURNITURE)
    return marked


def _mark_title_before(lines: list[Line], index: int, title: str) -> None:
    """Set aside the running title that stands over the symbol of a page."""
    for before in range(index - 1, -1, -1):
        line = lines[before]
        if line.kind != LineKind.TEXT or line.text not in title:
            break
        lines[before] = line.replaced(kind=LineKind.FURNITURE)


def _is_page_number(line: Line, before: str) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text) is not None and not AWAITS_NUMBER.search(before)


def _opens_footnotes(lines: Sequence[Line], index: int) -> bool:
    """Whether a footnote of Markdown stands here, or a rule over a line with a footnote mark."""
    if lines[index].text.startswith("[^"):
        return True
    if not _FOOTNOTE_RULE.match(lines[index].text):
        return False
    for line in lines[index + 1 : index + 4]:
        if line.kind != LineKind.BLANK:
            return _FOOTNOTE.match(line.text) is not None
    return False


def organ_line(lines: Sequence[Line]) -> int | None:
    """Return where the organ line stands, unless numbered paragraphs come before it."""
    numbers = 0
    for index, line in enumerate(lines):
        if line.kind == LineKind.ORGAN:
            return index
        numbers += line.kind == LineKind.NUMBER
        if numbers > 2:
            return None
    return None


def _body_start(lines: Sequence[Line]) -> int:
    """Return where the header ends: at the organ line or at the first number."""
    organ = organ_line(lines)
    if organ is not None:
        return organ
    return next((index for index, line in enumerate(lines) if line.kind == LineKind.NUMBER), 0)


def _own_symbol(lines: Sequence[Line]) -> str:
    """Return the symbol of the header, with which every page begins, without spaces."""
    for line in lines:
        if line.kind == LineKind.HEADER and (symbol := _SYMBOL_AT_END.search(line.text)):
            return symbol.group().replace(" ", "")
        if line.kind == LineKind.ORGAN:
            break
    return ""
