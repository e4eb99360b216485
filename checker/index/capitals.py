"""Capitals: which words stand with a capital here and without one there."""

from collections.abc import Mapping
from typing import NamedTuple

from checker.index.vocabulary import Vocabulary


class _Written(NamedTuple):
    """The pieces that have a word with a capital and without one; of several words, in both."""

    capital: list[str]
    small: list[str]


class _Beside(dict[str, str]):
    """For a piece, its word that touches the space on one side, "" where none does."""

    def __init__(self, vocabulary: Vocabulary, *, last: bool) -> None:
        super().__init__()
        self._vocabulary, self._small, self._last = vocabulary, vocabulary.small, last

    def __missing__(self, piece: str) -> str:
        word = piece if piece in self._small else self._word(piece)
        self[piece] = word = word.removesuffix("s") or word
        return word

    def _word(self, piece: str) -> str:
        """Return the word of a piece that is more than a word in lower case."""
        if word := self._vocabulary.marked.get(piece):
            return "" if self._last and word != piece else word.casefold()
        if not (forms := self._vocabulary.odd[piece]):
            return ""
        if self._last:
            return forms[-1].folded if forms[-1].stop == len(piece) else ""
        return "" if forms[0].start else forms[0].folded


def doubtful_places(vocabulary: Vocabulary) -> set[int]:
    """Return where two words stand that stand with other capitals somewhere else.

    A term of several words that is written in two ways has such a pair in it, in all its places.
    Number is put aside, and the capital of a sentence does not count.

    Returns:
        The place of the piece in which the second word of each such pair stands.
    """
    pieces, places = vocabulary.pieces, vocabulary.places
    firsts, lasts = _Beside(vocabulary, last=False), _Beside(vocabulary, last=True)
    found: set[int] = set()
    for word, written in _both_ways(vocabulary).items():
        before: dict[str, list[int]] = {}
        after: dict[str, list[int]] = {}
        for piece in written.capital:
            begins, ends = firsts[piece] == word, lasts[piece] == word
            for place in places[piece]:
                beside = lasts[pieces[place - 1]] if begins else ""
                if beside:
                    before.setdefault(beside, []).append(place)
                following = firsts[pieces[place + 1]] if ends else ""
                if following and (beside or not _opens(vocabulary, place)):
                    after.setdefault(following, []).append(place + 1)
        both_before: set[str] = set()
        both_after: set[str] = set()
        for piece in written.small if before or after else ():
            begins, ends = firsts[piece] == word, lasts[piece] == word
            for place in places[piece]:
                if begins and (beside := lasts[pieces[place - 1]]) in before:
                    both_before.add(beside)
                    found.add(place)
                if ends and (following := firsts[pieces[place + 1]]) in after:
                    both_after.add(following)
                    found.add(place + 1)
        found.update(*(before[beside] for beside in both_before))
        found.update(*(after[following] for following in both_after))
    return found


def _both_ways(vocabulary: Vocabulary) -> Mapping[str, _Written]:
    """Return the words that stand with a capital and without one, with their pieces.

    Most words with a capital are names, which always have one.
    """
    small = set(vocabulary.small)
    capitals: set[str] = set()
    for word in vocabulary.marked.values():
        (small if word.islower() else capitals).add(word)
    odd = [form for forms in vocabulary.odd.values() for form in forms]
    small.update(form.folded for form in odd if not form.capital)
    capitals.update(form.text for form in odd if form.capital)
    words = {_singular(word.casefold()) for word in capitals}
    return {
        word: _written(vocabulary, word) for word in words if word in small or f"{word}s" in small
    }


def _written(vocabulary: Vocabulary, word: str) -> _Written:
    written = _Written([], [])
    for form in (word, f"{word}s"):
        for piece in vocabulary.pieces_of(form):
            several = len(vocabulary.odd.get(piece, ())) > 1
            capital = piece in vocabulary.capitalized
            if capital or several:
                written.capital.append(piece)
            if not capital or several:
                written.small.append(piece)
    return written


def _opens(vocabulary: Vocabulary, place: int) -> bool:
    if vocabulary.pieces[place - 1] == vocabulary.END:
        return True
    return vocabulary.opens(place, vocabulary.forms_of(vocabulary.pieces[place])[-1])


def _singular(form: str) -> str:
    return form.removesuffix("s") or form
