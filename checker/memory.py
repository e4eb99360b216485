"""What pure functions said of words, kept from one check of a draft to the next.

Whoever edits a draft changes one paragraph and leaves the others: what a function told of their
words it would tell again. Only functions that look at nothing but their argument may be remembered;
so the answer is the same whether it was remembered or not.
"""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recall(dict[Key, Value], Generic[Key, Value]):
    """What one function says: asked for a key, it answers from memory or asks the function."""

    __slots__ = ("_before", "_function")

    def __init__(self, function: Callable[[Key], Value]) -> None:
        """Know nothing yet."""
        super().__init__()
        self._function = function
        self._before: dict[Key, Value] = {}

    def __missing__(self, key: Key) -> Value:
        """Answer what has not been asked since the last turn."""
        value = self._before[key] if key in self._before else self._function(key)
        self[key] = value
        return value

    def turn(self) -> None:
        """Keep what was asked since the last turn, and forget what was not."""
        self._before = dict(self)
        self.clear()


class Memory:
    """What several functions said in the check before and in this one."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._recalls: dict[Callable[[Any], Any], Recall[Any, Any]] = {}

    def of(self, function: Callable[[Key], Value]) -> Recall[Key, Value]:
        """Return what a function says, one that looks at nothing but its argument."""
        recall = self._recalls.get(function)
        if recall is None:
            recall = self._recalls[function] = Recall(function)
        return recall

    def turn(self) -> None:
        """Begin another check: what the last one did not ask for is forgotten."""
        for recall in self._recalls.values():
            recall.turn()
