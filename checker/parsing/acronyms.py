"""Uses of acronyms in running text."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from checker.mentions import AcronymUse, Introduction, Mention
from checker.parsing.grammars import mention_pattern
from checker.parsing.labels import roman_value
from checker.source import Span

_BLOCK_CAPITALS = re.compile(r"\b[A-Z]{4,}(?:,? (?:[A-Z]{2,}|&))*,? [A-Z]{4,}\b")
_CURRENCY = frozenset("$€£")


@cache
def _use_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/$-])(?:{mention_pattern('ACRONYM').pattern})(?!\w)")


def find_acronyms(
    text: str,
    introductions: Iterable[Introduction],
    others: Iterable[Mention],
    span: Callable[[int, int], Span],
) -> list[AcronymUse]:
    """Return the uses of acronyms, without their introductions and the letters of symbols.

    A plural or possessive ending is left out. Roman numerals, document symbols and names in block
    capitals are no acronyms.
    """
    taken = {place for mention in others for place in range(mention.start, mention.end)}
    introduced = {introduction.start for introduction in introductions}
    capitals = [match.span() for match in _BLOCK_CAPITALS.finditer(text)]
    found: list[AcronymUse] = []
    for match in _use_pattern().finditer(text):
        start, end = match.span()
        if start in introduced or start in taken:
            continue
        short = match.group()
        if short.endswith("s") and short[:-1].isupper():
            short = short[:-1]
            end -= 1
        if _is_none(short, text[end : end + 1]):
            continue
        if capitals and any(low <= start < high for low, high in capitals):
            continue
        found.append(AcronymUse(start, end, span(start, end), short))
    return found


def _is_none(short: str, after: str) -> bool:
    letters = sum(character.isupper() for character in short)
    if letters + sum(character.isdigit() for character in short) < 2 or (
        after in _CURRENCY and after
    ):
        return True
    return short.isalpha() and short.isupper() and roman_value(short.lower()) > 0
