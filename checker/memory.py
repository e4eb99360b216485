"""What pure functions said of words, kept from one check of a draft to the next.

Whoever edits a draft changes one paragraph and leaves the others: what a function told of their
words it would tell again. Only functions that look at nothing but their argument may be remembered;
so the answer is the same whether it was remembered or not.
"""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

# So many checks are remembered, up to twice as many; to forget after each would make every answer
# as slow as a call.
_LONG = 16

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
        """Answer what has not been asked for a while."""
        value = self._before[key] if key in self._before else self._function(key)
        self[key] = value
        return value

    def turn(self) -> None:
        """Forget what was not asked since the last turn, and keep the rest until the next."""
        self._before = dict(self)
        self.clear()


class Memory:
    """What several functions said in the last checks of a draft."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._recalls: dict[Callable[[Any], Any], Recall[Any, Any]] = {}
        self._kept: dict[Callable[[], Any], Any] = {}
        self._checks = 0

    def of(self, function: Callable[[Key], Value]) -> Recall[Key, Value]:
        """Return what a function says, one that looks at nothing but its argument."""
        recall = self._recalls.get(function)
        if recall is None:
            recall = self._recalls[function] = Recall(function)
        return recall

    def kept(self, make: Callable[[], Value]) -> Value:
        """Return what goes on from one check to the next, made when it is first asked for."""
        if make not in self._kept:
            self._kept[make] = make()
        value: Value = self._kept[make]
        return value

    def begin_check(self) -> None:
        """Begin another check; now and then, what has not been asked for long is forgotten."""
        self._checks += 1
        if self._checks % _LONG == 0:
            for recall in self._recalls.values():
                recall.turn()
