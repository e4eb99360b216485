"""Running compiled grammars: an LALR(1) parser over tables, and its trees.

The algorithm is the shift-reduce parser of Aho, Lam, Sethi and Ullman ("Compilers", 2006,
algorithm 4.44): a stack of states, a table that says at each symbol whether to shift it or to reduce
by a rule. The values on the second stack become trees as rules are reduced.
"""

from typing import Generic, TypeVar

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
        self._values: list[object] = []
        self.states = [tables.starts[start]]

    @property
    def complete(self) -> bool:
        """Whether the words so far may be all."""
        return END in self._tables.actions[self.states[-1]]

    def feed(self, kind: str, value: Value) -> bool:
        """Take in a word; return whether the grammar can. A parse that could not is spent."""
        actions, states = self._tables.actions, self.states
        while (action := actions[states[-1]].get(kind)) is not None:
            if action >= 0:
                states.append(action)
                self._values.append(value)
                return True
            self._reduce(~action)
        return False

    def finish(self) -> Tree[Value]:
        """Return the tree of all words.

        Raises:
            KeyError: the parse is not complete.
        """
        actions, states = self._tables.actions, self.states
        while states[-1] != self._end:
            self._reduce(~actions[states[-1]][END])
        (tree,) = self._values
        assert isinstance(tree, Tree)
        return tree

    def _reduce(self, number: int) -> None:
        origin, size, name, single, kept = self._tables.rules[number]
        states, values = self.states, self._values
        children: list[object] = []
        if size:
            children = values[-size:]
            del values[-size:], states[-size:]
        if kept is not None:
            symbols, children = children, []
            for index, poured in kept:
                child = symbols[index]
                if not poured:
                    children.append(child)
                elif children:
                    children += child
                else:
                    # The list grows in place, so that a long one takes linear time.
                    children = child
        if single and len(children) == 1:
            values.append(children[0])
        else:
            values.append(Tree(name, children) if name else children)
        states.append(self._tables.actions[states[-1]][origin])
