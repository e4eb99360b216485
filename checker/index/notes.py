"""Notes: what was found out of words and places, kept until a text changes in which they stand.

Whoever edits a draft changes one paragraph; what was told of words that do not stand in it would be
told again.
"""

from collections.abc import Callable, Hashable, Iterable
from collections.abc import Set as AbstractSet
from typing import Any, Generic, TypeAlias, TypeVar

from checker.index.forms import singular
from checker.index.vocabulary import Vocabulary

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Argument = TypeVar("Argument", bound=Hashable)
Words: TypeAlias = tuple[str, ...]
Find: TypeAlias = Callable[[frozenset[str], frozenset[str], Argument], Iterable[Words]]


class Noted(dict[Key, Value], Generic[Key, Value]):
    """What one function says of a vocabulary: asked for a key, it answers or asks the function.

    Attributes:
        vocabulary: what the function is asked about.
    """

    __slots__ = ("_function", "vocabulary")

    def __init__(
        self, function: Callable[[Vocabulary, Key], Value], vocabulary: Vocabulary
    ) -> None:
        """Know nothing yet."""
        super().__init__()
        self._function = function
        self.vocabulary = vocabulary

    def __missing__(self, key: Key) -> Value:
        """Answer what has not been asked since a text changed in which it stands."""
        value = self[key] = self._function(self.vocabulary, key)
        return value


class Notes:
    """What several functions said of the words and the places of a vocabulary.

    A function of words may look at the texts in which all of them stand, one of places at the text
    in which the place is. What looks farther would be told an old answer.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._words: dict[Callable[..., Any], Noted[Any, Any]] = {}
        self._places: dict[Callable[..., Any], Noted[Any, Any]] = {}
        self._forms: dict[Hashable, _Related] = {}

    def about(self, vocabulary: Vocabulary) -> None:
        """Keep what is still true of a vocabulary, and be asked about it from now on."""
        changes = vocabulary.changes
        if changes is None:
            self._words.clear()
            self._places.clear()
            return
        touched = _words(vocabulary, changes.pieces)
        for of_words in self._words.values():
            of_words.vocabulary = vocabulary
            for key in [key for key in of_words if touched.issuperset(key)]:
                del of_words[key]
        for of_places in self._places.values():
            of_places.vocabulary = vocabulary
            for place in changes.places:
                of_places.pop(place, None)

    def of_words(
        self, function: Callable[[Vocabulary, Words], Value], vocabulary: Vocabulary
    ) -> Noted[Words, Value]:
        """Return what a function says of words in lower case, as they stand or without "s"."""
        return _of(self._words, function, vocabulary)

    def of_places(
        self, function: Callable[[Vocabulary, int], Value], vocabulary: Vocabulary
    ) -> Noted[int, Value]:
        """Return what a function says of the places of pieces."""
        return _of(self._places, function, vocabulary)

    def of_forms(
        self, find: Find[Argument], argument: Argument, forms: frozenset[str]
    ) -> AbstractSet[Words]:
        """Return the forms that have to do with each other, found only for those that are new."""
        related = self._forms.setdefault((find, argument), _Related())
        gone, new = related.forms - forms, forms - related.forms
        if gone:
            related.found = {words for words in related.found if gone.isdisjoint(words)}
        if new:
            related.found.update(find(new, forms, argument))
        related.forms = forms
        return related.found


class _Related:
    """Words that have to do with each other, among some forms."""

    def __init__(self) -> None:
        self.forms: frozenset[str] = frozenset()
        self.found: set[Words] = set()


def _of(
    noted: dict[Callable[..., Any], Noted[Any, Any]],
    function: Callable[[Vocabulary, Key], Value],
    vocabulary: Vocabulary,
) -> Noted[Key, Value]:
    if function not in noted:
        noted[function] = Noted(function, vocabulary)
    return noted[function]


def _words(vocabulary: Vocabulary, pieces: Iterable[str]) -> set[str]:
    """Return the words of some pieces, each as it stands and without a last "s"."""
    words = {form.folded for piece in pieces for form in vocabulary.forms_of(piece)}
    return words.union(map(singular, words))
