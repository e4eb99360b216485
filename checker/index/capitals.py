"""Capitals: which words stand with a capital here and without one there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from checker.index.surroundings import opens_sentence
from checker.index.vocabulary import Vocabulary

Pair: TypeAlias = tuple[str, str]
Pairs: TypeAlias = defaultdict[Pair, list[int]]


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
    before: Pairs = defaultdict(list)
    after: Pairs = defaultdict(list)
    for word, capital in _both_ways(vocabulary).items():
        for piece in capital:
            begins, ends = firsts[piece] == word, lasts[piece] == word
            for place in places[piece]:
                beside = lasts[pieces[place - 1]] if begins else ""
                if beside:
                    before[word, beside].append(place)
                following = firsts[pieces[place + 1]] if ends else ""
                if following and (beside or not _opens(vocabulary, place)):
                    after[word, following].append(place + 1)
    found: set[int] = set()
    again: set[Pair] = set()
    for place in _small_places(vocabulary, before, -1):
        pair = firsts[pieces[place]], lasts[pieces[place - 1]]
        if pair in before:
            again.add(pair)
            found.add(place)
    found.update(*(before[pair] for pair in again))
    again.clear()
    for place in _small_places(vocabulary, after, 1):
        pair = lasts[pieces[place]], firsts[pieces[place + 1]]
        if pair in after:
            again.add(pair)
            found.add(place + 1)
    return found.union(*(after[pair] for pair in again))


def _small_places(vocabulary: Vocabulary, pairs: Iterable[Pair], step: int) -> list[int]:
    """Return where the first word of a pair has no capital and the second one may stand beside it.

    Args:
        vocabulary: the words of the draft.
        pairs: a word, and one that stands beside it where it has a capital, in the singular.
        step: -1 where that one stands before the word, 1 where it stands after it.
    """
    words, others = {word for word, _ in pairs}, {other for _, other in pairs}
    beside = {piece for other in others for piece in _pieces_of(vocabulary, other)}
    pieces, places = vocabulary.pieces, vocabulary.places
    small = {piece for word in words for piece in _without_capital(vocabulary, word)}
    return [at for piece in small for at in places[piece] if pieces[at + step] in beside]


def _both_ways(vocabulary: Vocabulary) -> Mapping[str, Sequence[str]]:
    """Return the words that stand with a capital and without one, with the pieces of the former.

    Most words with a capital are names, which always have one. A piece of several words counts as
    written in both ways.
    """
    small = set(vocabulary.small)
    capitals: set[str] = set()
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for piece, word in vocabulary.marked.items():
        if word.islower():
            small.add(word)
        else:
            capitals.add(_singular(word.casefold()))
        if piece in vocabulary.capitalized:
            pieces[_singular(word.casefold())].append(piece)
    for piece, forms in vocabulary.odd.items():
        for form in forms:
            (capitals if form.capital else small).add(_singular(form.folded))
            if form.capital or len(forms) > 1:
                pieces[_singular(form.folded)].append(piece)
    return {word: pieces[word] for word in capitals if word in small or f"{word}s" in small}


def _without_capital(vocabulary: Vocabulary, word: str) -> Sequence[str]:
    """Return the pieces that have a word without a capital; of several words, all."""
    capitalized, odd = vocabulary.capitalized, vocabulary.odd
    pieces = _pieces_of(vocabulary, word)
    return [one for one in pieces if one not in capitalized or len(odd.get(one, ())) > 1]


def _pieces_of(vocabulary: Vocabulary, word: str) -> list[str]:
    """Return the pieces that have a word in the singular or in the plural."""
    return [*vocabulary.pieces_of(word), *vocabulary.pieces_of(f"{word}s")]


def _opens(vocabulary: Vocabulary, place: int) -> bool:
    if vocabulary.pieces[place - 1] == vocabulary.END:
        return True
    return opens_sentence(vocabulary, place, vocabulary.forms_of(vocabulary.pieces[place])[-1])


def _singular(form: str) -> str:
    return form.removesuffix("s") or form
