"""Where the keys and values of a TOML text stand: the parser of the standard library forgets it.

The text is known to be valid TOML; a place is found under the path that a value has in the parsed
tables, names and list indices: ``("overrides", 0, "select", 1)``.
"""

import re
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from checker.source import Source, Span

Path = tuple[str | int, ...]

_SKIPPED = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE = re.compile(r"[\w-]+", re.ASCII)
_TEXT = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'",
    re.DOTALL,
)
_WORD = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a text.

    Attributes:
        line: its number, from 1.
        text: the whole line, without its end.
        start: where the stretch begins in the line, in code points from 0.
        end: where it ends; it is not empty.
    """

    line: int
    text: str
    start: int
    end: int


class Places:
    """The places of the keys and values of a TOML text, which are found when one is asked for."""

    def __init__(self, text: str, *, first_line: int = 1) -> None:
        """Keep the text; ``first_line`` is the line of a file on which it begins."""
        self._source = Source(text)
        self._shift = first_line - 1

    @cached_property
    def _scanned(self) -> "_Scanner":
        scanner = _Scanner(self._source.text)
        # What is nested deeper than this goes without its place.
        with suppress(RecursionError):
            scanner.document()
        return scanner

    def key(self, path: Sequence[str | int]) -> Place:
        """Return the place of a key or, where it has none, of what holds it; at last the start."""
        return self._found(path, values=False)

    def value(self, path: Sequence[str | int]) -> Place:
        """Return the place of a value, likewise; of one of several lines, its first."""
        return self._found(path, values=True)

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line of a key or of what holds it."""
        return self.key(path).line

    def at(self, line: int) -> Place:
        """Return a line of the file as a whole."""
        own = min(max(line - self._shift, 1), len(self._source.line_starts))
        text = self._line(own)
        start = len(text) - len(text.lstrip())
        return Place(own + self._shift, text, start, max(len(text.rstrip()), start + 1))

    def _found(self, path: Sequence[str | int], *, values: bool) -> Place:
        for length in range(len(path), 0, -1):
            part = tuple(path[:length])
            keys, all_values = self._scanned.keys, self._scanned.values
            span = all_values.get(part) if values else None
            if span := span or keys.get(part) or all_values.get(part):
                return self._place(span)
        return self.at(self._shift + 1)

    def _place(self, span: Span) -> Place:
        position = self._source.position(span.start)
        text = self._line(position.line)
        start = position.column - 1
        end = min(start + span.end - span.start, len(text.rstrip()))
        return Place(position.line + self._shift, text, start, max(end, start + 1))

    def _line(self, number: int) -> str:
        start = self._source.line_starts[number - 1]
        following = self._source.line_starts[number:] or (len(self._source.text),)
        return self._source.text[start : following[0]].rstrip("\r\n")


class _Scanner:
    """Walks through a valid TOML text and notes where everything stands."""

    def __init__(self, text: str) -> None:
        self.keys: dict[Path, Span] = {}
        self.values: dict[Path, Span] = {}
        self._text = text
        self._at = 0
        self._lengths: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        while self._skip():
            if self._text[self._at] == "[":
                table = self._heading()
            else:
                self._pair(table)

    def _skip(self) -> bool:
        """Go on to what is neither white space nor comment; False at the end."""
        skipped = _SKIPPED.match(self._text, self._at)
        assert skipped is not None
        self._at = skipped.end()
        return self._at < len(self._text)

    def _heading(self) -> Path:
        """Read ``[table]`` or ``[[list of tables]]`` and return the path of the table."""
        several = self._text.startswith("[[", self._at)
        self._at += 1 + several
        names, span = self._dotted()
        self._at = self._text.index("]", self._at) + 1 + several
        path: Path = ()
        for name in names[:-1]:
            path = self._inside((*path, name))
        path = (*path, names[-1])
        if several:
            self.keys.setdefault(path, span)
            self._lengths[path] = self._lengths.get(path, 0) + 1
        path = self._inside(path)
        self.keys.setdefault(path, span)
        return path

    def _inside(self, path: Path) -> Path:
        """Return the last table of a list of tables; the path itself of any other."""
        length = self._lengths.get(path)
        return path if length is None else (*path, length - 1)

    def _pair(self, table: Path) -> None:
        names, span = self._dotted()
        for length in range(1, len(names) + 1):
            self.keys.setdefault((*table, *names[:length]), span)
        self._at = self._text.index("=", self._at) + 1
        self._value((*table, *names))

    def _dotted(self) -> tuple[list[str], Span]:
        """Read a key such as ``severity.acronyms``, and return its names and its place."""
        names: list[str] = []
        self._skip()
        start = self._at
        while True:
            token = _TEXT.match(self._text, self._at) or _BARE.match(self._text, self._at)
            assert token is not None
            quoted = token.group()[0] in "\"'"
            names.append(
                tomllib.loads(f"name = {token.group()}")["name"] if quoted else token.group()
            )
            self._at = end = token.end()
            self._skip()
            if self._text[self._at] != ".":
                return names, Span(start, end)
            self._at += 1
            self._skip()

    def _value(self, path: Path) -> None:
        self._skip()
        start = self._at
        opening = self._text[start]
        if opening == "[":
            self._list(path)
        elif opening == "{":
            self._table(path)
        else:
            token = _TEXT.match(self._text, start) or _WORD.match(self._text, start)
            assert token is not None
            self._at = token.end()
        self.values[path] = Span(start, self._at)

    def _list(self, path: Path) -> None:
        self._at += 1
        place = 0
        while self._skip() and self._text[self._at] != "]":
            self._value((*path, place))
            place += 1
            self._comma()
        self._at += 1

    def _table(self, path: Path) -> None:
        self._at += 1
        while self._skip() and self._text[self._at] != "}":
            self._pair(path)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        self._skip()
        self._at += self._text[self._at] == ","
