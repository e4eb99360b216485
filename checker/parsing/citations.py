"""Citations of resolutions, by number and year, and document symbols."""

import re
from collections.abc import Callable

from lark import Token, Tree

from checker.mentions import Citation, Symbol
from checker.parsing.islands import Island, read_island, tokens, trees
from checker.source import Span

_WORD = re.compile(r"esolutions?(?= ?[\dA-Z(])")
_PAIR = re.compile(r"\((?:19|20)\d\d\)")
_NUMBER_BEFORE = re.compile(r"(?<![\d/.,A-Za-z-])\d{3,4} ?$")
_NOT_COUNCIL = re.compile(
    r"(?:General Assembly|Human Rights Council|Economic and Social Council|Assembly|ECOSOC|WHA)"
    r"(?:['’]s?)?(?: in its)?(?: its)? $"
)
_YEAR_IN_SYMBOL = re.compile(r"(?<=/)(?:19[4-9]\d|20\d\d)(?=/|$)|(?<=\()(?:19|20)\d\d(?=\)$)")
_SYMBOL = re.compile(
    r"/(?=[A-Z0-9])[A-Za-z0-9][A-Za-z0-9./-]*(?<![./-])(?:\(\d{4}\)| ?\((?:19|20)\d\d\))?"
)
_SEGMENT = r"(?:\d{1,6}|[A-Z]{1,6}(?:[.-]\d+)*(?:-[A-Z]+)?|(?:Add|Rev|Corr|Amend|Summary|Sub|Agenda)(?:\.\d+)?)"
_WELL_FORMED = re.compile(
    rf"[ASE](?:/{_SEGMENT})+(?:\(?\d{{4}}\)?| \(\d{{4}}\)|\((?:[A-Z]|Part)[^()]*\))?"
)
_PARENTHESIS = re.compile(r"\([^()\n]{0,12}?\d{4}[ /]{1,2}\d{1,4}[^()\n]{0,16}?\)")
_PLAIN_PAIR = re.compile(r"\(?(?:19|20)\d\d/(?:19|20)?\d\d\)?")
_RES = re.compile(r"S/RES/(\d+)(?:/)? ?(?:\((\d{4})\))?")


def find_citations(text: str, span: Callable[[int, int], Span]) -> list[Citation]:
    """Return the citations of resolutions in a text as read, in reading order."""
    found: dict[int, Citation] = {}
    for match in _WORD.finditer(text):
        start = match.start() - 1
        if text[start : start + 1] not in {"r", "R"}:
            continue
        island = read_island(text, start, "citation")
        if island is not None:
            council = _NOT_COUNCIL.search(text, max(0, start - 60), start) is None
            for cited in trees(island.tree, "cited"):
                citation = _citation(island, cited, council, span)
                found[citation.start] = citation
    for match in _PAIR.finditer(text):
        number = _NUMBER_BEFORE.search(text, max(0, match.start() - 8), match.start())
        if number and number.start() not in found:
            start, end = number.start(), match.end()
            year = int(match.group()[1:-1])
            found[start] = Citation(
                start, end, span(start, end), number.group().strip(), year, True
            )
    for match in _RES.finditer(text):
        start, end = match.start(1), match.end()
        year_word = match[2]
        found.setdefault(
            start,
            Citation(
                start, end, span(start, end), match[1], int(year_word) if year_word else None, True
            ),
        )
    return [found[start] for start in sorted(found)]


def _citation(
    island: Island, cited: Tree[Token], council: bool, span: Callable[[int, int], Span]
) -> Citation:
    number = next(
        word for word in cited.children if isinstance(word, Token) and word.type.endswith("NUMBER")
    )
    years = tokens(cited, "YEAR")
    start, end = island.at(number)
    year = None
    if years:
        end = island.at(years[0])[1]
        inside = years[0].strip("()")
        year = int(inside) if inside.isdigit() else None
        council = council and inside.isdigit()
    plain = number.isdigit()
    return Citation(start, end, span(start, end), str(number), year, council and plain)


def find_symbols(text: str, span: Callable[[int, int], Span]) -> list[Symbol]:
    """Return the document symbols of a text as read, and what a parenthesis holds in their place."""
    found: dict[int, Symbol] = {}
    ends: list[tuple[int, int]] = []
    for match in _SYMBOL.finditer(text):
        start = match.start() - 1
        if start < 0 or text[start] not in "ASE" or (text[start - 1 : start].isalnum() and start):
            continue
        if start and text[start - 1] == "/":
            continue
        words = match.group()
        if "(" in words and "RES" not in words and " (" in words:
            words = words[: words.index(" (")]
        end = match.start() + len(words)
        found[start] = _symbol(text[start:end], start, end, span)
        ends.append((start, end))
    for match in _PARENTHESIS.finditer(text):
        start, end = match.start() + 1, match.end() - 1
        inside = text[start:end]
        if any(start <= low < end for low, _ in ends) or not _looks_like_symbol(inside):
            continue
        found[match.start()] = Symbol(
            match.start(), match.end(), span(match.start(), match.end()), inside, None, False
        )
    return [found[start] for start in sorted(found)]


def _symbol(words: str, start: int, end: int, span: Callable[[int, int], Span]) -> Symbol:
    year = _YEAR_IN_SYMBOL.search(words)
    return Symbol(
        start,
        end,
        span(start, end),
        words,
        int(year.group()) if year else None,
        _WELL_FORMED.fullmatch(words) is not None,
    )


def _looks_like_symbol(inside: str) -> bool:
    """Whether a parenthesis holds a damaged symbol, not a season, a date or a fraction."""
    if _PLAIN_PAIR.fullmatch(inside):
        return False
    before = re.split(r"\d{4}", inside, maxsplit=1)[0].strip()
    if not before or ("/" in inside and before[-1:] == "/" and before[:1] in "ASE"):
        return bool(before)
    letters = [character for character in before if character.isalpha()]
    return len(letters) <= 6 and not re.search(r"[a-z]{2}\b", before.replace("\\sigma", ""))
