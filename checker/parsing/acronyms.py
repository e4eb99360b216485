"""Uses of acronyms in running text."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache

from checker.mentions import AcronymUse, Introduction, Mention
from checker.parsing.grammars import mention_pattern
from checker.parsing.labels import is_numeral
from checker.parsing.scanning import shape
from checker.patterns import lazy
from checker.records import Record
from checker.source import Span

# The shape with which every acronym begins, and every name in block capitals; few words do.
BEGINNING = re.compile(rb"Aa{0,2}+[A0&/]")
_BLOCK_CAPITALS = lazy(r"\b[A-Z]{4,}(?:,? (?:[A-Z]{2,}|&))*,? [A-Z]{4,}\b")
# "ECCAS, ECOWAS" is a list of acronyms and no name in block capitals.
_RUNNING_ON = lazy(r"\b[A-Z]{4,} [A-Z]{4,}|\b[A-Z]{2,} (?:[A-Z]{2,}|&) [A-Z]{2,}")
# "RECALLING its resolution", "DECIDES": where paragraphs open with words in capitals.
_OPENING = lazy(r"[^\w\n]{0,12}(THE|[A-Z]{3,30}(?:ING|ED|S))\b")
_FEWEST_OPENINGS = 3
# "[US, UK: delete]": who proposes something.
_PROPOSER = lazy(r"\[[A-Z][^\[\]\n:;.]{0,60}:")
_CURRENCY = ("$", "€", "£")
_PLURAL = lazy(r"(?<=[A-Z0-9])s\b")
# "OP8" is a paragraph, "B010574" the number of a passport, "ICTR-98-44" that of a case.
_PARAGRAPHS = frozenset({"OP", "PP"})
_NUMBER = lazy(r"(?:OP|PP)\d*|(?<![A-Z])[A-Z]++(?:\d{4,}|-\d++-.*)")
# "PBC/7/OC/L.1", "AU/Dec.605", "EX.CL/Dec.726" and "PSC/PR/COMM.(DCXXX)" are symbols of documents.
_SYMBOL_GOES_ON = lazy(
    r"(?:/\d|\.\d|\.[A-Z]{1,6}/|\.[IVXLCDM]{2,}\b)[\w./-]*(?: ?\([IVXLCDM]+\))?"
    r"|(?:\. ?)?\([IVXLCDM]+\)"
)
_LONG_SYMBOL_GOES_ON = lazy(r" \([IVXLCDM]+\)")
# "Regulation (EU) No 267/2012" and "Regulation (EU) 2016/44" are titles.
_NUMBER_AFTER = lazy(r"\) (?:No\b|\d+/\d)")
_SYMBOL_GOES_ON_WITH = {
    **dict.fromkeys("/.(", _SYMBOL_GOES_ON),
    " ": _LONG_SYMBOL_GOES_ON,
    ")": _NUMBER_AFTER,
}
_PART = lazy(r"[^/, -]+")
_WORD_PART = lazy(r"[A-Z][a-z]{2,}")
_CAPITALS = lazy(r"[A-Z]{2,}")


@cache
def _use_pattern() -> re.Pattern[str]:
    acronym = mention_pattern("ACRONYM").pattern
    return lazy(rf"(?<![\w/$.-])(?:[A-Z]/)?(?:{acronym})(?:/[A-Za-z][A-Za-z0-9-]*)*(?!\w)")


def singular(short: str) -> str:
    """Return an acronym without its plural endings: "IED" of "IEDs", "REC/RM" of "RECs/RMs"."""
    return _PLURAL.sub("", short) if "s" in short else short


def _bare(short: str) -> str:
    """Return an acronym without hyphens and strokes: "AUHIP" of "AU-HIP"."""
    return short.replace("-", "").replace("/", "")


class Usage(Record):
    """What the whole of a draft says of its acronyms.

    Attributes:
        names: the words of those that are introduced.
        openings: whether its paragraphs open with words in capitals.
    """

    names: frozenset[str]
    openings: bool


def usage_of(text: str, introductions: Iterable[Introduction]) -> Usage:
    """Return what a draft says of its acronyms, by its text as read and its introductions."""
    names = {word for one in introductions for word in singular(one.short).split(" ")}
    openings = len({opening[1] for opening in _openings(text)}) >= _FEWEST_OPENINGS
    return Usage(frozenset(names), openings)


def find_acronyms(
    text: str,
    introductions: Sequence[Introduction],
    others: Iterable[Mention],
    span: Callable[[int, int], Span],
    usage: Usage,
) -> list[AcronymUse]:
    """Return the uses of acronyms, without their introductions and the letters of symbols.

    A plural or possessive ending is left out. "AU-UN" and "TCC/PCC" are two uses unless they are
    introduced as one acronym, with these strokes and hyphens or with others. Roman numerals,
    document symbols and names in block capitals are no acronyms.

    Args:
        text: the words as read of whole blocks, each with its line end.
        introductions: those in the text.
        others: the document symbols in it.
        span: leads from offsets in the text to the source.
        usage: what the whole draft says of its acronyms.
    """
    names = usage.names
    beginnings = [match.start() for match in BEGINNING.finditer(shape(text))]
    aside = [(mention.start, mention.end) for mention in others]
    aside += [(one.start, one.start + 1 if one.quoted else one.end) for one in introductions]
    aside += [match.span() for match in _PROPOSER.finditer(text)]
    if usage.openings:
        aside += [(opening.start(1), opening.start(1) + 1) for opening in _openings(text)]
    aside += _block_capitals(text, beginnings, names)
    aside.sort()
    introduced = {_bare(name): name for name in names}
    found: list[AcronymUse] = []
    passed = 0
    for start, end in _outside(_uses(text, beginnings), aside):
        if start < passed:
            continue
        if beyond := _end_of_symbol(text, start, end):
            passed = beyond
            continue
        for low, high in _acronyms_in(text[start:end], start, introduced):
            written = text[low:high]
            short = singular(written)
            if not _is_none(short) and not text.startswith(_CURRENCY, high):
                last = low + len(short if written.startswith(short) else written)
                if short not in names:
                    short = introduced.get(_bare(short), short)
                found.append(AcronymUse(low, last, span(low, last), short))
    return found


def _uses(text: str, beginnings: Iterable[int]) -> list[tuple[int, int]]:
    """Return what is written as acronyms are, from left to right."""
    match_at = _use_pattern().match
    passed = 0
    found: list[tuple[int, int]] = []
    for start in beginnings:
        if start >= passed and (match := match_at(text, start)):
            passed = match.end()
            found.append((start, passed))
    return found


def _outside(
    uses: Iterable[tuple[int, int]], aside: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the stretches that do not begin within others; both are in order."""
    following = reach = 0
    for use in uses:
        start = use[0]
        while following < len(aside) and aside[following][0] <= start:
            reach = max(reach, aside[following][1])
            following += 1
        if start >= reach:
            yield use


def _openings(text: str) -> list[re.Match[str]]:
    """Return where paragraphs open with a word in capitals."""
    found: list[re.Match[str]] = []
    start = 0
    while start >= 0:
        if opening := _OPENING.match(text, start):
            found.append(opening)
        start = text.find("\n", start) + 1 or -1
    return found


def _block_capitals(
    text: str, beginnings: Iterable[int], names: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield the names in block capitals that hold no introduced acronym."""
    passed = 0
    for start in beginnings:
        if start >= passed and (match := _BLOCK_CAPITALS.match(text, start)):
            passed = match.end()
            words = match.group()
            if _RUNNING_ON.search(words) and names.isdisjoint(_PART.findall(words)):
                yield match.span()


def _end_of_symbol(text: str, start: int, end: int) -> int:
    """Return where a symbol or a title ends that begins with a run of capitals, 0 if none does."""
    pattern = _SYMBOL_GOES_ON_WITH.get(text[end : end + 1])
    if pattern is None or (pattern is _LONG_SYMBOL_GOES_ON and text.count("/", start, end) < 2):
        return 0
    goes_on = pattern.match(text, end)
    return goes_on.end() if goes_on else 0


def _acronyms_in(words: str, start: int, introduced: Container[str]) -> Iterable[tuple[int, int]]:
    """Return where acronyms stand in a run of letters, hyphens and slashes at an offset."""
    if ("/" not in words and "-" not in words) or _bare(singular(words)) in introduced:
        return ((start, start + len(words)),)
    found: list[tuple[int, int]] = []
    if "/" in words:
        for part in words.split("/"):
            if len(part) > 1:
                found.extend(_acronyms_in(part, start, introduced))
            start += len(part) + 1
        return found
    parts = list(_PART.finditer(words))
    acronyms = [part for part in parts if _CAPITALS.fullmatch(singular(part.group()))]
    others = [part for part in parts if _WORD_PART.fullmatch(part.group())]
    if len(acronyms) + len(others) == len(parts):
        return [(start + part.start(), start + part.end()) for part in acronyms]
    return ((start, start + len(words)),)


def _is_none(short: str) -> bool:
    """Whether capitals are too few, a number, a placeholder or a Roman numeral."""
    if short.isalpha() and short.isupper():
        if len(short) > 1 and not short.strip("IVXLCDM"):
            return not short.strip("X") or is_numeral(short)
        return len(short) < 2 or short in _PARAGRAPHS
    letters = sum(character.isupper() or character.isdigit() for character in short)
    return letters < 2 or _NUMBER.fullmatch(short) is not None
