"""Compiled regular expressions in the store: with them, a run compiles hardly any.

A compiled pattern has no form that can be kept, but what the compiler of :mod:`re` hands to its
matcher has one: a list of numbers. So this module leans on two private modules of CPython,
``re._compiler`` and ``_sre``, as they are from 3.11 on. What is kept counts only for the build of
the interpreter that made it, a pattern is kept only if it comes back equal to the compiled one,
the matcher checks the numbers that it is given, and whatever is missing or odd leads to
:func:`re.compile`.
"""

import json
import re
import sys
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from checker.cache.store import Store, in_use, text_digest

NAME = "patterns"
"""The entry of the store."""

MOST = 2000
"""Of more patterns than these, only those of the last run stay."""

_PLACE = [list, int, int, int]
_WIDTH = 4
_ODD = (
    *(AttributeError, ImportError, IndexError, KeyError, OverflowError),
    *(RuntimeError, TypeError, ValueError),
)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a compiled pattern, from the store of this process if it is there.

    It is meant for patterns that do not depend on the draft, since each is kept.

    Raises:
        re.error: it is no regular expression.
    """
    return _patterns_of(in_use()).get(pattern, int(flags))


class KeptPatterns:
    """The patterns of a store; it is given new ones when it is closed."""

    def __init__(self, store: Store) -> None:
        """Read which patterns are kept."""
        self._store = store
        self._places, self._numbers = _read(store)
        self._used: set[str] = set()
        self._missing: dict[str, tuple[str, int]] = {}

    def get(self, pattern: str, flags: int) -> re.Pattern[str]:
        """Return a compiled pattern.

        Raises:
            re.error: it is no regular expression.
        """
        name = f"{flags} {pattern}"
        self._used.add(name)
        if (place := self._places.get(name)) is not None:
            try:
                names, all_flags, start, end = place
                return from_numbers(pattern, all_flags, names, self._numbers[start:end])
            except _ODD:
                pass
        made = re.compile(pattern, flags)
        if self._store.folder is not None:
            if not self._missing:
                self._store.at_close(self._save)
            self._missing[name] = (pattern, flags)
        return made

    def _save(self) -> None:
        places: dict[str, list[Any]] = {}
        numbers = bytearray()
        crowded = len(self._places) + len(self._missing) > MOST
        for name, (names, all_flags, start, end) in self._places.items():
            if name not in self._missing and (name in self._used or not crowded):
                places[name] = [names, all_flags, len(numbers), len(numbers) + end - start]
                numbers += self._numbers[start:end]
        for name, (pattern, flags) in self._missing.items():
            if (found := to_numbers(pattern, flags)) is not None:
                names, all_flags, code = found
                places[name] = [names, all_flags, len(numbers), len(numbers) + len(code)]
                numbers += code
        self._missing.clear()
        table = json.dumps(places).encode()
        self._store.put(NAME, interpreter(), len(table).to_bytes(_WIDTH, "big") + table + numbers)


def to_numbers(pattern: str, flags: int) -> tuple[list[str | None], int, bytes] | None:
    """Return the names of the groups of a pattern, all its flags, and its numbers as bytes.

    None stands for a pattern that would not be the same when it is made of these.
    """
    try:
        compiler = import_module("re._compiler")
        parsed = compiler._parser.parse(pattern, flags)  # noqa: SLF001 -- see above
        code = compiler._code(parsed, flags)  # noqa: SLF001 -- see above
        names: list[str | None] = [None] * parsed.state.groups
        for name, group in parsed.state.groupdict.items():
            names[group] = name
        all_flags = flags | parsed.state.flags
        numbers = b"".join(number.to_bytes(_WIDTH, sys.byteorder) for number in code)
        made = from_numbers(pattern, all_flags, names, memoryview(numbers))
    except _ODD:
        return None
    return (names, all_flags, numbers) if made == re.compile(pattern, flags) else None


def from_numbers(
    pattern: str, all_flags: int, names: list[str | None], numbers: memoryview
) -> re.Pattern[str]:
    """Return the pattern that :func:`to_numbers` was given.

    Raises:
        RuntimeError, TypeError, ValueError or another: these are no numbers of a pattern.
    """
    made: re.Pattern[str] = _matcher().compile(
        pattern,
        all_flags,
        numbers.cast("I").tolist(),
        len(names) - 1,
        {name: group for group, name in enumerate(names) if name is not None},
        tuple(names),
    )
    return made


@cache
def _matcher() -> Any:  # noqa: ANN401 -- a private module has no types
    return import_module("_sre")


@lru_cache(maxsize=1)
def _patterns_of(store: Store) -> KeptPatterns:
    return KeptPatterns(store)


def _read(store: Store) -> tuple[dict[str, Any], memoryview]:
    """Return where the numbers of each pattern stand, and the numbers of all."""
    content = store.get(NAME, interpreter()) or b""
    start = _WIDTH + int.from_bytes(content[:_WIDTH], "big")
    try:
        places = json.loads(content[_WIDTH:start])
        if any(list(map(type, place)) != _PLACE for place in places.values()):
            places = {}
    except _ODD:
        places = {}
    return places, memoryview(content)[start:]


def interpreter() -> bytes:
    """Return what tells one build of the interpreter from another."""
    try:
        magic = _matcher().MAGIC
    except _ODD:
        magic = None
    return text_digest(sys.version, sys.byteorder, str(magic))
