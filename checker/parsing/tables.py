"""A compiled grammar: plain data from which a parser runs without the library that made it.

:mod:`checker.parsing.compiling` makes it with Lark; :mod:`checker.parsing.driver` runs it. It can
be kept as JSON: :meth:`Tables.to_data` and :meth:`Tables.from_data`.
"""

import re
from functools import cached_property
from typing import Any, Final, TypeAlias

from checker.cache.patterns import compiled
from checker.records import Record

END = "$END"


Rule: TypeAlias = tuple[str, int, str, bool, tuple[tuple[int, bool], ...] | None]
"""One production of a grammar, and the shape of what it makes:

- the name on its left side,
- how many symbols stand on its right side,
- the name of the tree that it makes, "" where its children stand in the tree above,
- whether an only child takes the place of the tree,
- which symbols are children: their index, and whether they are lists that are poured out; None
  where all are children as they are.
"""


class Terminal:
    """A word of a grammar; it is compiled at its first use, since most texts need few.

    Attributes:
        pattern: a regular expression that no empty text fits.
        first: the ASCII characters with which a text that fits may begin, None if any may.
        wide: whether it may begin with a character beyond ASCII.
    """

    def __init__(self, pattern: str, first: str | None = None, wide: bool = True) -> None:  # noqa: FBT001, FBT002 -- as stored
        """Take a word as it is stored."""
        self.pattern: Final = pattern
        self.first: Final = first
        self.wide: Final = wide

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return compiled(self.pattern)

    def may_begin(self, character: str) -> bool:
        """Whether a text that fits may begin with a character."""
        if self.first is None:
            return True
        return character in self.first if character.isascii() else self.wide


class Tables(Record):
    """A grammar, compiled.

    Attributes:
        terminals: its words by name.
        rules: its productions.
        actions: for each state of the LALR(1) automaton what to do at a symbol: a number from 0 is
            the state to go to, ``~n`` is to reduce by rule n.
        starts: the first state for each name that can be parsed.
        ends: the last state for each of them.
        ignored: the names of words that stand between others and mean nothing.
        choices: sets of words that can stand in one place, the first to be tried first.
        choice: for each state, which of these sets.
    """

    terminals: dict[str, Terminal]
    rules: tuple[Rule, ...]
    actions: tuple[dict[str, int], ...]
    starts: dict[str, int]
    ends: dict[str, int]
    ignored: tuple[str, ...]
    choices: tuple[tuple[str, ...], ...]
    choice: tuple[int, ...]

    def beginning_with(self, character: str) -> frozenset[str]:
        """Return the names of the words that may begin with a character."""
        named = self.terminals.items()
        return frozenset(name for name, word in named if word.may_begin(character))

    def to_data(self) -> dict[str, Any]:
        """Return the tables as JSON can hold them."""
        return {
            "terminals": {
                name: (word.pattern, word.first, word.wide) for name, word in self.terminals.items()
            },
            "rules": self.rules,
            "actions": self.actions,
            "starts": self.starts,
            "ends": self.ends,
            "ignored": self.ignored,
            "choices": self.choices,
            "choice": self.choice,
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Tables":
        """Return the tables that :meth:`to_data` wrote, lists read for tuples.

        Raises:
            ValueError: the data are not of this form.
        """
        try:
            return cls(
                {name: Terminal(*word) for name, word in data["terminals"].items()},
                tuple(_rule(rule) for rule in data["rules"]),
                tuple(data["actions"]),
                data["starts"],
                data["ends"],
                tuple(data["ignored"]),
                tuple(map(tuple, data["choices"])),
                tuple(data["choice"]),
            )
        except (AttributeError, KeyError, TypeError) as error:
            message = "no compiled grammar"
            raise ValueError(message) from error


def _rule(stored: Any) -> Rule:  # noqa: ANN401 -- a list from JSON
    origin, size, name, single, kept = stored
    if kept is not None:
        kept = tuple((index, poured) for index, poured in kept)
    return origin, size, name, single, kept
