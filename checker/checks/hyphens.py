"""The check ``hyphenation-variant``: a compound with a hyphen here, without one there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from checker.checks.registry import check
from checker.checks.searching import STRICT, Stretch
from checker.checks.variants import Name, name_around, two_ways
from checker.evidence import Evidence
from checker.index import Index
from checker.index.vocabulary import SMALL_WORDS, Vocabulary, Word

_FEWEST_IN_STEM = 6
_ENDINGS = ("ments", "ment", "ances", "ance", "ings", "ing", "ed", "es", "e", "s")
_LINKS = frozenset({"and", "or"})

Words: TypeAlias = tuple[Word, Word]
Forms: TypeAlias = tuple[list[Words], list[Words], list[Words]]


@dataclass(frozen=True, slots=True)
class HyphenationVariant:
    """Options of ``hyphenation-variant``.

    Attributes:
        anywhere: pairs of words, in lower case with a space, that mean the same with a hyphen and
            without one whatever follows: "set out".
        unless: compounds, in lower case with a hyphen, that are left alone: "re-form".
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    anywhere: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@check("hyphenation-variant")
def hyphenation_variant(index: Index, options: HyphenationVariant) -> Iterator[Evidence]:
    """Say which compounds stand in the draft with a hyphen, as one word or as two."""
    for forms in _forms(index.vocabulary, options).values():
        names: dict[Name, list[set[Stretch]]] = defaultdict(lambda: [set(), set(), set()])
        for way, words in enumerate(forms):
            for begin, end in words:
                name = name_around(index.vocabulary, begin, end)
                names[name][way].add((begin.start, end.end))
        for found in names.values():
            if sum(map(bool, found)) > 1:
                yield two_ways(index, [places for places in found if places])


def _forms(vocabulary: Vocabulary, options: HyphenationVariant) -> dict[str, Forms]:
    """Return the compounds by their stem: with a hyphen, as one word, as two."""
    forms: dict[str, Forms] = defaultdict(lambda: ([], [], []))
    for (first, second), compounds in _compounds(vocabulary).items():
        if f"{first}-{second}" not in options.unless:
            together = f"{first} {second}" in options.anywhere
            apart = _apart(vocabulary, (first, second), compounds, together=together)
            with_hyphen, _, as_two = forms[_stem(first + second)]
            with_hyphen.extend(compounds)
            as_two.extend(apart)
    for stem, words in _two_for_one(vocabulary).items():
        forms[stem][2].extend(words)
    for stem, words in _joined(vocabulary).items():
        if stem in forms:
            forms[stem][1].extend(words)
    return forms


def _compounds(vocabulary: Vocabulary) -> dict[tuple[str, str], list[Words]]:
    """Return the compounds of two words, each with its first and its last word.

    "troop- and police-contributing" is two of them.
    """
    found: dict[tuple[str, str], list[Words]] = defaultdict(list)
    for word in vocabulary.words:
        first, _, second = word.folded.partition("-")
        if word.quoted or word.foreign or not second.isalpha():
            continue
        found[first, second].append((word, word))
        link = vocabulary.before(word)
        hanging = None if link is None or link.folded not in _LINKS else vocabulary.before(link)
        if hanging is not None and hanging.hangs:
            found[hanging.folded, second].append((hanging, word))
    return found


def _joined(vocabulary: Vocabulary) -> dict[str, list[Words]]:
    """Return the words without a hyphen by their stem."""
    found: dict[str, list[Words]] = defaultdict(list)
    for word in vocabulary.words:
        if "-" not in word.folded and not (word.quoted or word.foreign):
            found[_stem(word.folded)].append((word, word))
    return found


def _two_for_one(vocabulary: Vocabulary) -> dict[str, list[Words]]:
    """Return words that stand only together, and elsewhere as one, by the stem of the whole.

    "Road map" for "roadmap", but not "every day" for "everyday".
    """
    found: dict[str, list[Words]] = defaultdict(list)
    for (first, second), places in vocabulary.pairs.items():
        together = len(places) == vocabulary.count(first) == vocabulary.count(second)
        if not together or not vocabulary.count(first + second):
            continue
        for place in () if first in SMALL_WORDS or second in SMALL_WORDS else places:
            begin, end = vocabulary.words[place : place + 2]
            if not (begin.hangs or end.quoted or end.foreign):
                found[_stem(first + second)].append((begin, end))
    return found


def _stem(form: str) -> str:
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _FEWEST_IN_STEM:
            return form.removesuffix(ending)
    return form


def _apart(
    vocabulary: Vocabulary, pair: tuple[str, str], compounds: Sequence[Words], *, together: bool
) -> Iterator[Words]:
    """Yield where the words of a compound stand apart and mean the same.

    "The long term" is no "long-term": the words must be a name, or be followed by the same noun.
    """
    if not together and not SMALL_WORDS.isdisjoint(pair):
        return
    names = any(word.text.rpartition("-")[2][0].isupper() for _, word in compounds)
    nouns = {_noun_after(vocabulary, word) for _, word in compounds} - {""}
    for place in vocabulary.pairs.get(pair, ()):
        first, second = vocabulary.words[place : place + 2]
        before = vocabulary.before(first)
        verb = before is not None and before.folded == "to"
        if second.quoted or second.foreign or first.hangs or verb:
            continue
        name = names and first.capital and second.capital
        if together or name or _noun_after(vocabulary, second) in nouns:
            yield first, second


def _noun_after(vocabulary: Vocabulary, word: Word) -> str:
    after = vocabulary.after(word)
    if after is None or after.folded in SMALL_WORDS:
        return ""
    return after.folded.removesuffix("s")
