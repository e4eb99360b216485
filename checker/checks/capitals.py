"""The check ``capitalization-variant``: one term, written with and without capitals."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from checker.checks.registry import check
from checker.checks.variants import Name, two_ways
from checker.evidence import Evidence
from checker.index import Index
from checker.index.capitals import doubtful_places
from checker.index.forms import SMALL_WORDS
from checker.index.vocabulary import Stretch, Vocabulary, Word
from checker.records import Record

_INSIDE = frozenset({"of", "and", "for", "on"})
_AND = frozenset({"and", "or"})
_BINDS_AFTER = frozenset({"of", "for", "on", "and", "or", "to", "against", "as"})
_BINDS_BEFORE = _BINDS_AFTER | SMALL_WORDS | {"relating", "concerning", "regarding"}
_MOST_BINDING = 3
_MOST_WORDS = 6
_DETERMINING = """
a an any all another both certain each either every few many more most much no other others several
some such these this those which whose her his its our their
"""
_DETERMINERS = frozenset(_DETERMINING.split())

Key: TypeAlias = tuple[str, ...]
Term: TypeAlias = tuple[Word, ...]
Place: TypeAlias = tuple[int, int]
Ways: TypeAlias = list[list[tuple[Place, ...]]]


class CapitalizationVariant(Record):
    """Options of ``capitalization-variant``.

    Attributes:
        unless: terms, in lower case, that are left alone: "peace process".
    """

    unless: tuple[str, ...] = ()


@check("capitalization-variant")
def capitalization_variant(index: Index, options: CapitalizationVariant) -> Iterator[Evidence]:
    """Say which terms of several words stand in the draft with different capitals."""
    unless = {tuple(term.split()) for term in options.unless}
    ways_of = index.of_words(_ways)
    several = {key: ways_of[key] for key in _keys(index) - unless if len(ways_of[key]) > 1}
    taken: set[Place] = set()
    for ways, places in _longest_first(index, several):
        if taken.isdisjoint(term[0] for way in ways for term in way):
            taken |= places
            yield two_ways(index, [[_stretch(index, term) for term in way] for way in ways])


def _stretch(index: Index, term: Sequence[Place]) -> Stretch:
    word_at = index.vocabulary.word_at
    return index.vocabulary.stretch(word_at(term[0]), word_at(term[-1]))


def _longest_first(
    index: Index, found: Mapping[Key, Ways]
) -> Iterator[tuple[Ways, AbstractSet[Place]]]:
    """Yield the places of each term in groups by its capitals, and all that it takes.

    A longer term goes with one in it that differs in the same words: "the Merrin Forces" beside
    "the Merrin forces" and "the Forces" beside "the forces" is one question.
    """
    word_at = index.vocabulary.word_at
    ways = {
        key: {_capitals([word_at(place) for place in way[0]]): set(way) for way in found[key]}
        for key in found
    }
    taken = {key: {place for way in found[key] for term in way for place in term} for key in found}
    longest = {key: len(key) for key in found}
    for key in sorted(found, key=lambda key: (-len(key), key)):
        for shorter, part in _inside(key, ways):
            ends = {written[: part.start] + written[part.stop :] for written in ways[key]}
            if len(ends) == 1 and {written[part] for written in ways[key]} <= ways[shorter].keys():
                for written, terms in ways.pop(key).items():
                    ways[shorter][written[part]].update(term[part] for term in terms)
                taken[shorter] |= taken[key]
                longest[shorter] = max(longest[shorter], longest[key])
                break
    rows = {key: [sorted(way) for way in ways[key].values()] for key in ways}
    for key in sorted(rows, key=lambda key: (-longest[key], min(rows[key])[0])):
        yield rows[key], taken[key]


def _inside(key: Key, others: Container[Key]) -> list[tuple[Key, slice]]:
    """Return the shorter terms that stand in a term, each with where, the shortest first."""
    parts = [
        slice(at, at + length)
        for length in range(1, len(key))
        for at in range(len(key) - length + 1)
    ]
    found = [(key[part], part) for part in parts if key[part] in others]
    return sorted(found, key=lambda one: (len(one[0]), one[0]))


def _keys(index: Index) -> set[Key]:
    """Return the terms that begin with a capital somewhere: "Member States", "Panel of experts".

    A term of which no two words stand with other capitals elsewhere cannot be written in two ways,
    and is left out.
    """
    beginnings, terms = index.of_places(_beginnings), index.of_places(_terms_from)
    keys: set[Key] = set()
    for end in doubtful_places(index):
        for begin in beginnings[end]:
            keys.update([key for key, places in terms[begin] if end in places])
    return keys


def _beginnings(vocabulary: Vocabulary, end: int) -> Sequence[int]:
    """Return where a term may begin that goes on to a place: all between is what terms are made of.

    Args:
        vocabulary: the words of the draft.
        end: the place of a piece.
    """
    pieces, capitalized = vocabulary.pieces, vocabulary.capitalized
    found: list[int] = []
    for place in range(end - 1, max(end - 1 - _MOST_WORDS, -1), -1):
        if pieces[place] in capitalized:
            if pieces[place - 1] != vocabulary.END or pieces[place] in vocabulary.odd:
                found.append(place)
        elif pieces[place].casefold() not in _INSIDE:
            break
    return found


def _terms_from(vocabulary: Vocabulary, place: int) -> Sequence[tuple[Key, Sequence[int]]]:
    """Return the terms that begin in a piece with a capital, each with where it goes on."""
    terms = [
        _term(vocabulary, word)
        for word in vocabulary.words_at(place)
        if word.capital and not _bound_before(vocabulary, word) and _counts(word)
    ]
    return [(_key(term), [word.piece for word in term[1:]]) for term in terms if term]


def _term(vocabulary: Vocabulary, word: Word) -> Term:
    """Return the term that begins with a capitalized word, or ()."""
    run, end = [word], 1
    while len(run) <= _MOST_WORDS and (following := vocabulary.after(run[-1])) is not None:
        if not (following.capital or following.folded in _INSIDE):
            break
        run.append(following)
        if following.capital and following.folded not in SMALL_WORDS:
            end = len(run)
    return tuple(run[:end]) if end > 1 else _with_noun(vocabulary, word)


def _with_noun(vocabulary: Vocabulary, word: Word) -> Term:
    """Return a capitalized word with the word in lower case that makes it a term, or ()."""
    after = vocabulary.after(word)
    if after is None or word.folded in SMALL_WORDS:
        return ()
    if after.folded != "of":
        return () if after.folded in SMALL_WORDS else (word, after)
    noun = vocabulary.after(after)
    return () if noun is None or noun.folded in SMALL_WORDS else (word, after, noun)


def _counts(word: Word) -> bool:
    """Whether the capitals of a word mean anything."""
    return not (word.opens or word.heading or word.quoted or word.foreign)


def _key(term: Sequence[Word]) -> Key:
    """Return the words of a term in lower case, of a pair with "and" in the singular.

    "The Mission" and "missions" are two things, "children and armed conflicts" only one.
    """
    *first, last = (word.folded for word in term)
    return (*first, last.removesuffix("s") if "and" in first else last)


def _ways(vocabulary: Vocabulary, key: Key) -> Ways:
    """Return the places of a term that should be written alike, in groups by its capitals.

    In lower case a term may be meant in general: "a panel of experts" is not "the Panel of
    Experts". It is compared only with capitals where the article and the number are the same.
    """
    capital: dict[str, list[Term]] = defaultdict(list)
    general: dict[Name, list[Term]] = defaultdict(list)
    settings: set[Name] = set()
    for term in _occurrences(vocabulary, key):
        way = _capitals(term)
        before = vocabulary.before(term[0])
        setting = ("the" if before is not None and before.folded == "the" else "", term[-1].folded)
        if "A" in way:
            capital[way].append(term)
            settings.add(setting)
        elif before is None or before.folded not in _DETERMINERS:
            general[setting].append(term)
    lower = [term for setting in settings for term in general.get(setting, ())]
    return [
        sorted([tuple([word.place for word in term]) for term in terms])
        for terms in (*capital.values(), lower)
        if terms
    ]


def _occurrences(vocabulary: Vocabulary, key: Key) -> Sequence[Term]:
    """Return where a term stands, however it is written; nothing where it is always one way."""
    forms = {key, (*key[:-1], f"{key[-1]}s")} if "and" in key[:-1] else {key}
    rows = [row for form in forms for row in vocabulary.rows(form) if _key(row) == key]
    # What is always written alike need not be looked at more closely.
    if len(set(map(_capitals, rows))) == 1:
        return ()
    return [row for row in rows if _counts(row[0]) and not _part_of_name(vocabulary, row)]


def _capitals(term: Sequence[Word]) -> str:
    """Return which words of a term have a capital: "Aa" for "Member states"."""
    return "".join("A" if word.capital else "a" for word in term)


def _part_of_name(vocabulary: Vocabulary, term: Term) -> bool:
    """Whether the name goes on: the "Security Forces" of the "Defence and Security Forces"."""
    first, last = term[0], term[-1]
    if first.capital and _listed(vocabulary, term):
        return True
    return (first.capital and _bound_before(vocabulary, first)) or (
        last.capital and _bound_after(vocabulary, last)
    )


def _listed(vocabulary: Vocabulary, term: Term) -> bool:
    """Whether a term is the end of a list in a name: "Women, Peace and Security"."""
    before = vocabulary.preceding(term[0])
    if before is None or not before.capital or before.opens:
        return False
    # "Micro-, Small and Medium-sized Enterprises" has a hyphen before the comma.
    start, end = vocabulary.stretch(term[0], term[0])[0], vocabulary.stretch(before, before)[1]
    near = start - end <= len("-, ")
    return near and not _AND.isdisjoint(word.folded for word in term)


def _bound_before(vocabulary: Vocabulary, word: Word) -> bool:
    """Whether a name begins before a word; "and the" binds nothing."""
    before = vocabulary.before(word)
    article = False
    for _ in range(_MOST_BINDING):
        if before is None or before.folded not in _BINDS_BEFORE:
            break
        if article and before.folded in _AND:
            return False
        article = before.folded == "the"
        before = vocabulary.before(before)
    return before is not None and before.capital and not before.opens


def _bound_after(vocabulary: Vocabulary, word: Word) -> bool:
    after = vocabulary.after(word)
    if after is not None and after.folded in _BINDS_AFTER:
        after = vocabulary.after(after)
    return after is not None and after.capital
