"""Running compiled grammars: an LALR(1) parser over tables, and its trees.

The algorithm is the shift-reduce parser of Aho, Lam, Sethi and Ullman ("Compilers", 2006,
algorithm 4.44): a stack of states, a table that says at each symbol whether to shift it or to
reduce by a rule. The values on the second stack become trees as rules are reduced.
"""

from typing import Any, Generic, TypeVar

from checker.parsing.tables import END, Tables

Value = TypeVar("Value")


class Tree(Generic[Value]):
    """What a rule of a grammar made: its name, and the values and trees it holds."""

    __slots__ = ("children", "name")

    def __init__(self, name: str, children: "list[Value | Tree[Value]]") -> None:
        """Hold what was parsed."""
        self.name = name
        self.children = children

    def __repr__(self) -> str:
        """Write it as nested calls."""
        return f"{self.name}({', '.join(map(repr, self.children))})"

    def branches(self) -> "list[Tree[Value]]":
        """Return the trees among its children."""
        return [child for child in self.children if isinstance(child, Tree)]

    def named(self, name: str) -> "list[Tree[Value]]":
        """Return the trees among its children that a rule made."""
        return [child for child in self.branches() if child.name == name]


class Parse(Generic[Value]):
    """One run of a grammar, fed word by word."""

    __slots__ = ("_end", "_tables", "_values", "states")

    def __init__(self, tables: Tables, start: str) -> None:
        """Stand at the beginning of what a name of the grammar stands for."""
        self._tables = tables
        self._end = tables.ends[start]
        self._values: list[Any] = []
        self.states = [tables.starts[start]]

    def feed(self, kind: str, value: Value | None) -> bool:
        """Take in a word; return whether the grammar can. A parse that could not is spent."""
        actions, rules = self._tables.actions, self._tables.rules
        states, values = self.states, self._values
        while (action := actions[states[-1]].get(kind)) is not None:
            if action >= 0:
                states.append(action)
                values.append(value)
                return True
            origin, size, name, single, kept = rules[~action]
            children: list[Any] = []
            if size:
                children = values[-size:]
                del values[-size:], states[-size:]
            if kept is not None:
                children = _kept(children, kept)
            if single and len(children) == 1:
                values.append(children[0])
            else:
                values.append(Tree(name, children) if name else children)
            states.append(actions[states[-1]][origin])
        return False

    def finish(self) -> Tree[Value]:
        """Return the tree of all words.

        Raises:
            ValueError: more words are needed.
        """
        self.feed(END, None)
        if self.states[-1] != self._end:
            message = "the words do not make a whole"
            raise ValueError(message)
        tree = self._values[0]
        assert isinstance(tree, Tree)
        return tree


def _kept(symbols: list[Any], kept: tuple[tuple[int, bool], ...]) -> list[Any]:
    """Return the symbols of a rule that are children; a list grows in place, in linear time."""
    children: list[Any] = []
    for index, poured in kept:
        if not poured:
            children.append(symbols[index])
        elif children:
            children += symbols[index]
        else:
            children = symbols[index]
    return children
