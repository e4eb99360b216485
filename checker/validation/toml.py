"""Reading TOML: its tables with the places of their keys, or what is wrong and where."""

import re
import tomllib
from typing import Any

from checker.validation.places import Place, Places

# What stands alone as a value and is a word, not a number, a date, true or false.
_BARE_WORD = re.compile(r"""\A[^\n"'#=]*+=[ \t]*+([A-Za-z][\w-]*+)[ \t]*+(?:#.*)?""")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)")


class TomlError(Exception):
    """A text is not valid TOML.

    Attributes:
        place: where it stops making sense.
        message: what is wrong.
    """

    def __init__(self, place: Place, message: str) -> None:
        """Keep both for whoever reports it."""
        super().__init__(place, message)
        self.place = place
        self.message = message


def read_toml(text: str, *, first_line: int = 1) -> tuple[dict[str, Any], Places]:
    """Return the tables of a TOML text and where their keys and values stand.

    Args:
        text: the text.
        first_line: the line of the file on which it begins.

    Raises:
        TomlError: it is not valid TOML.
    """
    try:
        data = tomllib.loads(text)
        return data, Places(text, first_line=first_line)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        # An error at the very end of the text is not given a line.
        line = int(place.group(1)) if place else max(1, text.rstrip("\n").count("\n") + 1)
        column = int(place.group(2)) if place else 0
        reason = _PLACE.sub("", str(error)).removesuffix(" (at end of document)")
        message = f"not valid TOML: {reason[:1].lower()}{reason[1:]}{_hint(text, line)}"
    except RecursionError:
        line, column, message = 1, 0, "not valid TOML: nested too deeply"
    raise TomlError(_at(text, line, column, first_line - 1), message) from None


def _hint(text: str, line: int) -> str:
    """Say how to write the value of a line, where it is a word without quotation marks."""
    bare = _BARE_WORD.fullmatch(text.split("\n")[line - 1].rstrip("\r"))
    if bare is None or bare.group(1) in {"true", "false", "inf", "nan"}:
        return ""
    return f'; a word stands in quotation marks: write "{bare.group(1)}"'


def _at(text: str, line: int, column: int, shift: int) -> Place:
    lines = text.split("\n")
    words = lines[min(line, len(lines)) - 1].rstrip("\r")
    start = min(max(column - 1, 0), max(len(words.rstrip()) - 1, 0))
    end = start + 1 if column else max(len(words.rstrip()), start + 1)
    return Place(line + shift, words, start, end)
