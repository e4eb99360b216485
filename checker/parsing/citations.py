"""Citations of resolutions, by number and year, and document symbols."""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache

from checker.mentions import Citation, Symbol
from checker.parsing.driver import Tree
from checker.parsing.islands import Word, read_island
from checker.parsing.scanning import places
from checker.patterns import lazy
from checker.source import Span

_WORD = lazy(r"esolutions?(?= ?[\dA-Z(])")
_PAIR = lazy(r"\((?:19|20)\d\d\)")
_NUMBER_BEFORE = lazy(r"(?<![\d/.,A-Za-z-])\d{3,4} ?$")
# A number without its year in a list: "1325 (2000) on women, and 1674 on war"
_LISTED_AFTER = lazy(
    r"(?: on [a-z][^.;()\n]{0,120}?)?(?:,? and |,? or |, )(?P<number>\d{4})"
    r"(?= on [a-z]|(?:[,;.]|,? and)\s(?!\d))"
)
_NOT_CITED = lazy(r"(?:\b[Tt]his|\b[Pp]resent|\b[Dd]raft) $")
_NOT_COUNCIL = lazy(
    r"(?:General Assembly|Human Rights Council|Economic and Social Council|Assembly|ECOSOC|WHA"
    r"|Rights|Commission|Conference|Congress|Parliament|Governors|Ministers|IAEA|ICAO|IMO|WHO|UNESCO)"
    r"(?:['’]s?)?(?: in its)?(?: its)? $"
)
_YEAR_IN_SYMBOL = lazy(r"(?<=/)(?:19[4-9]\d|20\d\d)(?=/|$)|(?<=\()(?:19|20)\d\d(?=\)$)")
_SYMBOL = lazy(
    r"/(?=[A-Z0-9])[A-Za-z0-9][A-Za-z0-9./-]*(?<![./-])(?:\(\d{4}\)| ?\((?:19|20)\d\d\))?"
)
_SEGMENT = (
    r"(?:\d{1,6}|[A-Z]{1,6}(?:[.-]\d+)*(?:-[A-Z]+)?"
    r"|(?:Add|Rev|Corr|Amend|Annex|Appendix|Enclosure|Summary|Sub|Agenda|Part)(?:\.\d+)?)"
)
_DOCUMENT_YEAR = r"(?:19[4-9]\d|20\d\d)"
_COUNCIL_SYMBOL = (
    rf"S/(?:{_DOCUMENT_YEAR}/(?:\d{{1,4}}|X+)|PRST/{_DOCUMENT_YEAR}/(?:\d{{1,3}}|X+)"
    rf"|RES/(?:\d{{1,4}}|X+)(?: ?\({_DOCUMENT_YEAR}\))?"
    rf"|(?!(?:199[4-9]|20[0-4]\d)(?!\d))\d{{1,5}}|(?!RES|PRST|\d){_SEGMENT}(?:/{_SEGMENT})*)"
    r"(?:/(?:Add|Rev|Corr|Amend|Annex|Appendix|Enclosure|Summary|Part)(?:\.\d+)?)*"
)
# Resolutions and statements are what is cited, so a series that is nearly theirs is a slip.
_CITED_SERIES = ("RES", "PRST")
_SHORT_SERIES = 3
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SERIES = lazy(r"[ASE]/([A-Z]+)/")
_OTHER_SYMBOL = rf"[AE](?:/{_SEGMENT})+(?:\(?\d{{4}}\)?| \(\d{{4}}\)|\((?:[A-Z]|Part)[^()]*\))?"
_WELL_FORMED = lazy(rf"{_COUNCIL_SYMBOL}|{_OTHER_SYMBOL}")
# "A/H1N1" and "A/B" are no symbols; a damaged one still has a series, a year or three parts.
_DAMAGED = lazy(r"[ASE]/(?:RES|PRST|(?:19|20)\d\d|[^/]+/[^/]*\d)")
# A line end or a placeholder may follow the stroke: "S/2020/ 476", "S/2020/[...]".
_GOES_ON = lazy(r"/ ?[\d\[_.…X]")
_WITHOUT_ORGAN = lazy(
    r"(?<![\w/.-])(?:PRST/(?:19|20)\d\d/\d{1,3}|RES/\d{3,4}(?: ?\((?:19|20)\d\d\))?)(?![\w/])"
)
_PARENTHESIS = lazy(
    r"\((?P<before>[^()\n]{0,12}?)(?P<year>(?:19|20)\d\d)(?P<between>[ /\\]{1,2})"
    r"(?P<number>\d{1,4})[^()\n\w]{0,4}\)"
)
_COMMAND = lazy(r"\\[a-z]+")
_RES = lazy(r"S/RES/(\d+)(?:/)? ?(?:\((\d{4})\))?")


def find_citations(text: str, span: Callable[[int, int], Span]) -> list[Citation]:
    """Return the citations of resolutions in a text as read, in reading order."""
    found: dict[int, Citation] = {}
    for place in places(text, "esolution"):
        start = place - 1
        if text[start : start + 1] not in {"r", "R"} or not _WORD.match(text, place):
            continue
        if _NOT_CITED.search(text, max(0, start - 10), start):
            continue
        island = read_island(text, start, "citation")
        if island is not None:
            council = _NOT_COUNCIL.search(text, max(0, start - 60), start) is None
            for cited in island.tree.named("cited"):
                citation = _citation(cited, span, council=council)
                found[citation.start] = citation
    for match in _PAIR.finditer(text):
        number = _NUMBER_BEFORE.search(text, max(0, match.start() - 8), match.start())
        if number and number.start() not in found:
            start, end = number.start(), match.end()
            year = int(match.group()[1:-1])
            found[start] = Citation(
                start, end, span(start, end), number.group().strip(), year, council=True
            )
        listed = _LISTED_AFTER.match(text, match.end())
        if number and listed and listed.start("number") not in found:
            start, end = listed.span("number")
            found[start] = Citation(
                start, end, span(start, end), listed["number"], None, council=True
            )
    for match in _RES.finditer(text):
        start, end = match.start(1), match.end()
        given = int(match[2]) if match[2] else None
        found.setdefault(
            start, Citation(start, end, span(start, end), match[1], given, council=True)
        )
    return [found[start] for start in sorted(found)]


def _citation(cited: Tree[Word], span: Callable[[int, int], Span], *, council: bool) -> Citation:
    number, *others = (word for word in cited.children if isinstance(word, Word))
    year = None
    end = number.end
    for word in others:
        end = word.end
        inside = word.text.strip("()")
        year = int(inside) if inside.isdigit() else None
        council = council and inside.isdigit()
    plain = number.text.isdigit()
    start = number.start
    return Citation(start, end, span(start, end), number.text, year, council and plain)


def find_symbols(text: str, span: Callable[[int, int], Span]) -> list[Symbol]:
    """Return the document symbols of a text as read, damaged ones included."""
    found: dict[int, Symbol] = {}
    covered = 0
    for match in _SYMBOL.finditer(text):
        start = match.start() - 1
        if start < covered or text[start] not in "ASE":
            continue
        if start and (text[start - 1].isalnum() or text[start - 1] == "/"):
            continue
        words = match.group()
        if "(" in words and "RES" not in words and " (" in words:
            words = words[: words.index(" (")]
        symbol = _symbol(text[start : match.start() + len(words)], start, span)
        goes_on = _GOES_ON.match(text, symbol.end) is not None
        if symbol.wellformed or (_DAMAGED.match(symbol.text) and not goes_on):
            found[start] = symbol
            covered = symbol.end
    for start in (*places(text, "PRST/"), *places(text, "RES/")):
        if without := _WITHOUT_ORGAN.match(text, start):
            found[start] = _symbol(without.group(), start, span)
    starts = sorted(found)
    for match in _PARENTHESIS.finditer(text):
        start, end = match.span()
        following = bisect_left(starts, start)
        holds_one = following < len(starts) and starts[following] < end
        if not holds_one and _is_damaged(match):
            inside = text[start + 1 : end - 1]
            found[start] = Symbol(start, end, span(start, end), inside, None, wellformed=False)
    return [found[start] for start in sorted(found)]


def _symbol(words: str, start: int, span: Callable[[int, int], Span]) -> Symbol:
    end = start + len(words)
    year = _YEAR_IN_SYMBOL.search(words)
    return Symbol(
        start,
        end,
        span(start, end),
        words,
        int(year.group()) if year else None,
        _is_wellformed(words),
    )


def _is_wellformed(words: str) -> bool:
    """Whether words are a symbol, or two that name a range: "S/2020/1-S/2020/3"."""
    series = _SERIES.match(words)
    if series and series[1] in _slips():
        return False
    if _WELL_FORMED.fullmatch(words):
        return True
    return any(
        _WELL_FORMED.fullmatch(words, 0, dash) and _WELL_FORMED.fullmatch(words, dash + 1)
        for dash in places(words, "-")
    )


@cache
def _slips() -> dict[str, str]:
    """Return what a slip makes of a series, with that series.

    A letter is dropped, doubled or in the place of the next, in a longer series also another one.
    Other series of the Council ("PV", "AC.51", "Agenda") are none of these.
    """
    slips: dict[str, str] = {}
    for series in _CITED_SERIES:
        for place, letter in enumerate(series):
            before, after = series[:place], series[place + 1 :]
            others = _LETTERS if len(series) > _SHORT_SERIES else ""
            for letters in ("", letter + letter, *others):
                slips[before + letters + after] = series
            slips[before + after[:1] + letter + after[1:]] = series
    return {slip: series for slip, series in slips.items() if slip not in _CITED_SERIES}


def without_slip(words: str) -> str:
    """Return the symbol that one with a slip in its series stands for, or "".

    "S/PRST/2018/10" for "S/PSRT/2018/10".
    """
    series = _SERIES.match(words)
    if series is None or series[1] not in _slips():
        return ""
    right = words[: series.start(1)] + _slips()[series[1]] + words[series.end(1) :]
    return right if _is_wellformed(right) else ""


def _is_damaged(parenthesis: re.Match[str]) -> bool:
    """Whether a parenthesis holds a damaged symbol, not a season, a regulation or a fraction."""
    before = _COMMAND.sub("", parenthesis["before"])
    if not parenthesis["before"].strip():
        return False
    if parenthesis["between"].isspace() and not {"/", "$"} & set(before):
        return False
    if int(parenthesis["number"]) == (int(parenthesis["year"]) + 1) % 100:
        return False
    letters = [character for character in before if character.isalpha()]
    return len(letters) <= 1 or before.startswith("$/") or "PRST" in before or "RES" in before
