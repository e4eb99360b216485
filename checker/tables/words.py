"""The words nearest to a place: what a date concerns, or what a term stands for."""

import re

_MOST = 12
_FEWEST = 4
_MOST_AROUND = 7
_STOP = re.compile(r"[;:.\n]\s+")
_END = re.compile(r"[;:.](?:\s|$)")
_LEADING = re.compile(
    r"(?:(?:and|or|but|then|that|which|of|to|in|on|for|by|with|as|upon|also|further"
    r"|particular)\b ?)+"
)
_BEFORE = " ,;:.)]"
_AFTER = " ,;:.(["
_INSERTED = ", "
_JOINED = re.compile(r", (?:and|or|but)\b")


def words_before(before: str, most: int = _MOST) -> str:
    """Return the last words of a stretch, from after a comma where four words follow it."""
    low = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    words = " ".join(before[low:].split()[-most:]).strip(_AFTER)
    comma = words.rfind(_INSERTED)
    while comma >= 0:
        after = _plain(words[comma + len(_INSERTED) :])
        if len(after.split()) >= _FEWEST:
            return after
        comma = words.rfind(_INSERTED, 0, comma)
    return _plain(words)


def words_after(after: str, most: int = _MOST) -> str:
    """Return the first words of a stretch, up to the end of a clause."""
    words = after.lstrip(_BEFORE)
    stop = _END.search(words)
    return " ".join(words[: stop.start() if stop else None].split()[:most]).rstrip(_AFTER)


def words_around(before: str, after: str) -> str:
    """Return what a place concerns that stands between two stretches of its sentence.

    These are the words before it; those behind where there are none; and both where the place is
    set off by commas, as in "to submit, by DATE, a review".
    """
    inserted = before.endswith(_INSERTED) and after.startswith(_INSERTED)
    if inserted and _JOINED.match(after) is None:
        both = words_before(before, _MOST_AROUND), words_after(after, _MOST_AROUND)
        return " ... ".join(filter(None, both))
    words = words_before(before)
    return words if len(words.split()) > 1 else words_after(after) or words


def _plain(words: str) -> str:
    """Return words without conjunctions and prepositions at their beginning."""
    bare = words.lstrip(_BEFORE)
    leading = _LEADING.match(bare)
    return bare[leading.end() :] if leading else bare
