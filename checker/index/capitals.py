"""Capitals: which words stand with a capital here and without one there."""

from collections import defaultdict
from itertools import chain

from checker.index.index import Index
from checker.index.notes import Words
from checker.index.surroundings import opens_sentence
from checker.index.vocabulary import Vocabulary


def doubtful_places(index: Index) -> set[int]:
    """Return where two words stand that stand with other capitals somewhere else.

    A term of several words that is written in two ways has such a pair in it, in all its places.
    Number is put aside, and the capital of a sentence does not count.

    Returns:
        The place of the piece in which the second word of each such pair stands.
    """
    places = index.of_words(_doubtful_beside)
    return set(chain.from_iterable([places[word,] for word in index.vocabulary.capitals]))


def _doubtful_beside(vocabulary: Vocabulary, words: Words) -> set[int]:
    """Return where one word, in the singular, makes a pair that is doubtful for its capitals."""
    (word,) = words
    small = vocabulary.without_capital(word)
    found: set[int] = set()
    if not small:
        return found
    pieces, firsts, lasts = vocabulary.pieces, vocabulary.first_words, vocabulary.last_words
    before: defaultdict[str, list[int]] = defaultdict(list)
    after: defaultdict[str, list[int]] = defaultdict(list)
    for piece in vocabulary.capitals[word]:
        begins, ends = firsts[piece] == word, lasts[piece] == word
        for place in vocabulary.places[piece]:
            beside = lasts[pieces[place - 1]] if begins else ""
            if beside:
                before[beside].append(place)
            following = firsts[pieces[place + 1]] if ends else ""
            if following and (beside or not _opens(vocabulary, place)):
                after[following].append(place + 1)
    for piece in small:
        begins, ends = firsts[piece] == word, lasts[piece] == word
        for place in vocabulary.places[piece]:
            if begins and (pair := before.get(lasts[pieces[place - 1]])):
                found.update(pair, [place])
            if ends and (pair := after.get(firsts[pieces[place + 1]])):
                found.update(pair, [place + 1])
    return found


def _opens(vocabulary: Vocabulary, place: int) -> bool:
    if vocabulary.pieces[place - 1] == vocabulary.END:
        return True
    return opens_sentence(vocabulary, place, vocabulary.forms_of(vocabulary.pieces[place])[-1])
