"""How text stands on a terminal: harmless, measured in columns, broken into lines."""

import re
import unicodedata

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return a text that cannot steer a terminal, as long in code points as before.

    Control characters become their pictures (␛ for escape); white space becomes a space.
    """
    return _UNSAFE.sub(lambda match: _picture(match.group()), text)


def _picture(character: str) -> str:
    code = ord(character)
    if character in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\u2426"


def display_width(text: str) -> int:
    """Return how many columns a text takes: two for wide characters, none for accents."""
    if text.isascii():
        return len(text)
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def shorten(text: str, columns: int) -> str:
    """Return the opening words of a text that fit, with " ..." where more follows."""
    if display_width(text) <= columns:
        return text
    start, end = break_lines(text, max(columns - 4, 1))[0]
    return f"{text[start:end].rstrip(' ,;:')} ..."


def break_lines(text: str, columns: int) -> list[tuple[int, int]]:
    """Break a text at spaces into lines that fit; return start and end of each.

    A word that is wider than a line is cut; a combining accent stays with its letter.
    """
    lines: list[tuple[int, int]] = []
    start, taken, space = 0, 0, -1
    place = 0
    while place < len(text):
        width = _character_width(text[place])
        if taken + width > columns and place > start:
            if text[place] == " ":
                lines.append((start, place))
                start = place + 1
            elif space >= start:
                lines.append((start, space))
                start = space + 1
            else:
                lines.append((start, place))
                start = place
            place, taken, space = start, 0, -1
            continue
        if text[place] == " ":
            space = place
        taken += width
        place += 1
    if start < len(text) or not lines:
        lines.append((start, len(text)))
    return lines
