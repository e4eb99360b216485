"""Uses of acronyms in running text."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from checker.mentions import AcronymUse, Introduction, Mention
from checker.parsing.grammars import mention_pattern
from checker.parsing.labels import roman_value
from checker.source import Span

_BLOCK_CAPITALS = re.compile(r"\b[A-Z]{4,}(?:,? (?:[A-Z]{2,}|&))*,? [A-Z]{4,}\b")
# "ECCAS, ECOWAS" is a list of acronyms and no name in block capitals.
_RUNNING_ON = re.compile(r"\b[A-Z]{4,} [A-Z]{4,}|\b[A-Z]{2,} (?:[A-Z]{2,}|&) [A-Z]{2,}")
# "RECALLING its resolution", "DECIDES": where paragraphs open with words in capitals.
_OPENING = re.compile(r"^[^\w\n]*(THE|[A-Z]{3,}(?:ING|ED|S))\b", re.MULTILINE)
_FEWEST_OPENINGS = 3
# "[US, UK: delete]": who proposes something.
_PROPOSER = re.compile(r"\[[A-Z][^\[\]\n:;.]{0,60}:")
_CURRENCY = frozenset("$€£")
_PLURAL = re.compile(r"(?<=[A-Z0-9])s\b")
# "OP8" is a paragraph, "B010574" the number of a passport, "ICTR-98-44" that of a case.
_NUMBER = re.compile(r"(?:OP|PP)\d*|(?<![A-Z])[A-Z]++(?:\d{4,}|-\d++-.*)")
# "PBC/7/OC/L.1" and "AU/Dec.605" are symbols of documents.
_SYMBOL_GOES_ON = re.compile(r"/\d|\.\d")
# "Regulation (EU) No 267/2012" and "Regulation (EU) 2016/44" are titles.
_NUMBER_AFTER = re.compile(r"\) (?:No\b|\d+/\d)")
_PART = re.compile(r"[^/, -]+")
_WORD_PART = re.compile(r"[A-Z][a-z]{2,}")
_CAPITALS = re.compile(r"[A-Z]{2,}")


@cache
def _use_pattern() -> re.Pattern[str]:
    acronym = mention_pattern("ACRONYM").pattern
    return re.compile(rf"(?<![\w/$.-])(?:[A-Z]/)?(?:{acronym})(?:/[A-Za-z][A-Za-z0-9-]*)*(?!\w)")


def singular(short: str) -> str:
    """Return an acronym without its plural endings: "IED" of "IEDs", "REC/RM" of "RECs/RMs"."""
    return _PLURAL.sub("", short)


def find_acronyms(
    text: str,
    introductions: Iterable[Introduction],
    others: Iterable[Mention],
    span: Callable[[int, int], Span],
) -> list[AcronymUse]:
    """Return the uses of acronyms, without their introductions and the letters of symbols.

    A plural or possessive ending is left out. "AU-UN" and "TCC/PCC" are two uses unless they are
    introduced as one acronym. Roman numerals, document symbols and names in block capitals are no
    acronyms.
    """
    taken = {place for mention in others for place in range(mention.start, mention.end)}
    taken |= _openings(text)
    for proposer in _PROPOSER.finditer(text):
        taken.update(range(*proposer.span()))
    known = list(introductions)
    names = {word for one in known for word in singular(one.short).split(" ")}
    introduced = {
        place for one in known if not one.quoted for place in range(one.start, one.end)
    } | {one.start for one in known}
    capitals = [
        match.span()
        for match in _BLOCK_CAPITALS.finditer(text)
        if _RUNNING_ON.search(match.group()) and names.isdisjoint(_PART.findall(match.group()))
    ]
    passed = 0
    found: list[AcronymUse] = []
    for match in _use_pattern().finditer(text):
        start, end = match.span()
        if start in introduced or start in taken or _goes_on(text, end):
            continue
        while passed < len(capitals) and capitals[passed][1] <= start:
            passed += 1
        if passed < len(capitals) and capitals[passed][0] <= start:
            continue
        for first, last in _acronyms_in(match.group(), names):
            written = match.group()[first:last]
            short = singular(written)
            if not _is_none(short, text[start + last : start + last + 1]):
                low = start + first
                high = low + len(short if written.startswith(short) else written)
                found.append(AcronymUse(low, high, span(low, high), short))
    return found


def _openings(text: str) -> set[int]:
    """Return where paragraphs open with a word in capitals, if several words are set so."""
    found = list(_OPENING.finditer(text))
    if len({opening[1] for opening in found}) < _FEWEST_OPENINGS:
        return set()
    return {opening.start(1) for opening in found}


def _goes_on(text: str, end: int) -> bool:
    return any(pattern.match(text, end) for pattern in (_SYMBOL_GOES_ON, _NUMBER_AFTER))


def _acronyms_in(words: str, introduced: set[str]) -> Iterator[tuple[int, int]]:
    """Yield where acronyms stand in a run of letters, hyphens and slashes."""
    if singular(words) in introduced or not ({"/", "-"} & set(words)):
        yield 0, len(words)
        return
    if "/" in words:
        begin = 0
        for part in words.split("/"):
            for first, last in _acronyms_in(part, introduced) if len(part) > 1 else ():
                yield begin + first, begin + last
            begin += len(part) + 1
        return
    parts = list(_PART.finditer(words))
    acronyms = [part for part in parts if _CAPITALS.fullmatch(singular(part.group()))]
    others = [part for part in parts if _WORD_PART.fullmatch(part.group())]
    if len(acronyms) + len(others) == len(parts):
        yield from (part.span() for part in acronyms)
    else:
        yield 0, len(words)


def _is_none(short: str, after: str) -> bool:
    letters = sum(character.isupper() for character in short)
    if letters + sum(character.isdigit() for character in short) < 2 or (
        after in _CURRENCY and after
    ):
        return True
    if _NUMBER.fullmatch(short):
        return True
    placeholder = set(short) == {"X"}
    return placeholder or (short.isalpha() and short.isupper() and roman_value(short.lower()) > 0)
