"""Introductions of acronyms and terms: the short form in parentheses, the long form before it.

Where each of the last words gives one letter, they are the long form. Else it is found as Schwartz
and Hearst propose ("A simple algorithm for identifying abbreviation definitions in biomedical
text", 2003): the letters of the short form are looked for from its end in the words before the
parenthesis, and the first letter must begin a word. Where the letters do not fit, as with French
and Arabic names, the run of capitalized words is taken.
"""

import re
from collections.abc import Callable

from checker.mentions import Introduction
from checker.parsing.islands import Island, Word, read_island
from checker.parsing.labels import is_numeral
from checker.patterns import lazy
from checker.source import Span

_OPEN = lazy(r"\((?=[A-Z“\"hrt ])")
_LONGEST_LONG_FORM = 220
_STOP = lazy(r"[;:.()“”\"\n]\s?|, (?=[a-z])")
_HARD_STOP = lazy(r"[;:.()“”\"\n]\s?")
_NAME_RUN = lazy(
    r"(?:\b[^\W\d_a-z][\w’'-]{0,60}|\b\d+)"
    r"(?:,? (?:[^\W\d_a-z][\w’'-]{0,60}|\d+"
    r"|(?:of|the|and|for|in|on|to|with|from|against|de|du|des|la|le|les|et|pour|en|au|aux|sur"
    r"|l['’]\w+|d['’]\w+)(?= ))){0,30} ?$"
)
# "PSC/PR/COMM.(DCL)" and "AU/Dec.472 (XX)": the parenthesis is a part of a symbol.
_SYMBOL_BEFORE = lazy(r"/(?:\w+(?:\.\d*)?|\w+\.\d* |\d+ |[A-Z]+/[A-Z]+ )$")
_LONGEST_SERIES = 20
_NUMERAL = lazy(r"[IVXLCDM]+")
# "Council Regulation (EU) No 267/2012" introduces nothing.
_NUMBER_AFTER = lazy(r" (?:No\b|\d+/\d)")
_BEFORE_TERM = lazy(r"^(?:the |The )?[“\"]?(?:the |The )?")
_WORD = lazy(r"[\w’'-]+")
_AFTER_NAME = ' \n”"'
_LONG_ACRONYM = 4
_SMALL_WORDS = frozenset({"and", "of", "the", "for", "in", "on", "to", "or"})
_ARTICLE = lazy(r"(?:the|The|a|an|its|of|to|in|by|for|with|from|and) ")


def find_introductions(text: str, span: Callable[[int, int], Span]) -> list[Introduction]:
    """Return the introductions of a text as read, in reading order."""
    found: list[Introduction] = []
    for match in _OPEN.finditer(text):
        island = read_island(text, match.start(), "introduction")
        if island is not None and not _NUMBER_AFTER.match(text, island.end):
            introduction = _understood(text, island, span)
            if introduction is not None:
                found.append(introduction)
    return found


def _understood(text: str, island: Island, span: Callable[[int, int], Span]) -> Introduction | None:
    word = next(each for each in island.tree.children if isinstance(each, Word))
    quoted = word.kind == "QUOTED_TERM"
    bare = word.text.strip('“”" ').removesuffix("'s").removesuffix("’s")
    if quoted:
        bare = _BEFORE_TERM.sub("", bare)
    elif bare.startswith("the "):
        bare = bare[4:]
    if not quoted and (is_numeral(bare) or _numbers_a_symbol(text, island.start, bare)):
        return None
    start = text.index(bare, word.start, word.end)
    end = start + len(bare)
    long_start, long_end = _long_form(text, island.start, bare) if not quoted else (0, 0)
    if long_end <= long_start:
        return Introduction(start, end, span(start, end), bare, "", None, quoted)
    long = text[long_start:long_end]
    place = span(long_start, long_end)
    return Introduction(start, end, span(start, end), bare, long, place, quoted)


def _numbers_a_symbol(text: str, parenthesis: int, short: str) -> bool:
    """Whether a parenthesis holds the numeral of a symbol that stands before it."""
    if not _NUMERAL.fullmatch(short):
        return False
    low = max(0, parenthesis - _LONGEST_SERIES)
    return _SYMBOL_BEFORE.search(text, low, parenthesis) is not None


def _long_form(text: str, parenthesis: int, short: str) -> tuple[int, int]:
    """Return where the long form of an acronym stands before its parenthesis.

    Both ends are equal where none can be told.
    """
    reach = max(0, parenthesis - _LONGEST_LONG_FORM)
    end = reach + len(text[reach:parenthesis].rstrip(_AFTER_NAME))
    low = _after_last(_HARD_STOP, text, reach, end)
    start = _by_words(text[low:end], short)
    if start is None:
        low = _after_last(_STOP, text, reach, end)
        start = _by_letters(text[low:end], short)
    if start is None:
        start = _by_initials(text[low:end], short)
    if start is None:
        run = _NAME_RUN.search(text, low, end)
        if run is None:
            return end, end
        start = run.start() - low
    start += low
    while article := _ARTICLE.match(text, start, end):
        start = article.end()
    return start, end


def _after_last(pattern: re.Pattern[str], text: str, low: int, end: int) -> int:
    for match in pattern.finditer(text, low, end):
        low = match.end()
    return low


def _by_words(before: str, short: str) -> int | None:
    """Return where the last words begin whose initials are the short form, one for each letter.

    Commas may stand between them: "disarmament, demobilization and reintegration (DDR)".
    """
    letters = _singular(short).lower()
    if len(letters) <= 2:
        return None
    full = [word for word in _WORD.findall(before) if word not in _SMALL_WORDS]
    if "".join([word[0] for word in full[-len(letters) :]]).lower() != letters:
        return None
    places = [w.start() for w in _WORD.finditer(before) if w.group() not in _SMALL_WORDS]
    return places[-len(letters)]


def _by_letters(before: str, short: str) -> int | None:
    """Return where the words begin that give the letters of the short form, or None."""
    letters = [character.lower() for character in _singular(short) if character.isalnum()]
    position = len(before)
    folded = before.lower()
    for index in range(len(letters) - 1, -1, -1):
        letter = letters[index]
        while True:
            position = folded.rfind(letter, 0, position)
            if position < 0:
                return None
            begins = position == 0 or not folded[position - 1].isalnum()
            if index > 0 or begins:
                break
    words = len(_WORD.findall(before[position:]))
    return position if words <= max(len(letters) * 2 + 2, len(letters) + 5) else None


def _by_initials(before: str, short: str) -> int | None:
    """Return where words begin whose initials are the short form, whatever follows them.

    Capitalized words are looked at first; a long acronym may stand for words in small letters.
    """
    letters = _singular(short).lower()
    if not letters.isalpha():
        return None
    words = list(_WORD.finditer(before))
    capitalized = [word for word in words if word.group()[0].isupper()]
    full = [word for word in words if word.group() not in _SMALL_WORDS]
    for chosen in (capitalized, full if len(letters) >= _LONG_ACRONYM else []):
        place = "".join(word.group()[0].lower() for word in chosen).rfind(letters)
        if place >= 0:
            return chosen[place].start()
    return None


def _singular(short: str) -> str:
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short
