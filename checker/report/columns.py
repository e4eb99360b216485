"""How text stands on a terminal: harmless, measured in columns, broken into lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from checker.patterns import lazy

_UNSAFE = lazy("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# One column each: Latin, Greek and Cyrillic letters, quotes and dashes, pictures of controls.
_PLAIN = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0386\u0391-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u2400-\u2426\ufffd]*"
)


def visible(text: str) -> str:
    """Return a text that cannot steer a terminal, as long in code points as before.

    Control characters become their pictures (␛ for escape); white space becomes a space, and half
    of a surrogate pair, which cannot be written at all, the sign for a lost character.
    """
    if text.isprintable():
        return text
    return _UNSAFE.sub(lambda match: _picture(match.group()), text)


def _picture(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if character in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\u2426"


def display_width(text: str) -> int:
    """Return how many columns a text takes: two for wide characters, none for accents."""
    if is_plain(text):
        return len(text)
    from wcwidth import width  # noqa: PLC0415 -- its tables take as long to load as click

    return width(text)


def is_plain(text: str) -> bool:
    """Whether each character takes one column and follows the one before it, left to right."""
    return (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text) is not None


def shorten(text: str, columns: int) -> str:
    """Return the opening words of a text that fit, with " ..." where more follows."""
    if display_width(text) <= columns:
        return text
    start, end = next(lines_of(text, max(columns - 4, 1)))
    return f"{text[start:end].rstrip(' ,;:')} ..."


def lines_of(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Break a text at spaces into lines that fit; yield start and end of each, at least one.

    A word that is wider than a line is cut; what stands in one place, as a letter and its accent
    do, stays together.
    """
    reach = _reach_plain if is_plain(text) else _reach_of(text)
    start = 0
    while True:
        end = reach(start, columns)
        if end >= len(text):
            yield start, len(text)
            return
        if text[end] == " ":
            yield start, end
            start = end + 1
        elif (space := text.rfind(" ", start + 1, end)) > 0:
            yield start, space
            start = space + 1
        else:
            yield start, end
            start = end
        if start == len(text):
            return


def _reach_plain(start: int, columns: int) -> int:
    """Return how far a line of characters of one column reaches."""
    return start + columns


def _reach_of(text: str) -> Callable[[int, int], int]:
    """Return a function that tells how far a line of a text reaches from a start."""
    from wcwidth import iter_graphemes, width  # noqa: PLC0415 -- as above

    clusters = list(iter_graphemes(text))
    bounds = [0, *accumulate(map(len, clusters))]
    before = [0, *accumulate(map(width, clusters))]

    def reach(start: int, columns: int) -> int:
        first = bisect_left(bounds, start)
        last = bisect_right(before, before[first] + columns) - 1
        return bounds[max(last, first + 1)] if first + 1 < len(bounds) else len(text)

    return reach
