"""The check ``hyphenation-variant``: a compound with a hyphen here, without one there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from checker.checks.registry import check
from checker.checks.variants import Name, name_around, two_ways
from checker.evidence import Evidence
from checker.index import Index
from checker.index.forms import SMALL_WORDS
from checker.index.parted import Pair, TwoWords
from checker.index.vocabulary import Vocabulary, Word
from checker.records import Record

_FEWEST_IN_STEM = 6
_ENDINGS = ("ments", "ment", "ances", "ance", "ings", "ing", "ed", "es", "e", "s")
_LINKS = frozenset({"and", "or"})

Forms: TypeAlias = tuple[list[TwoWords], list[TwoWords], list[TwoWords]]


class HyphenationVariant(Record):
    """Options of ``hyphenation-variant``.

    Attributes:
        anywhere: pairs of words, in lower case with a space, that mean the same with a hyphen and
            without one whatever follows: "set out".
        unless: compounds, in lower case with a hyphen, that are left alone: "re-form".
    """

    anywhere: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@check("hyphenation-variant")
def hyphenation_variant(index: Index, options: HyphenationVariant) -> Iterator[Evidence]:
    """Say which compounds stand in the draft with a hyphen, as one word or as two."""
    for forms in _forms(index, options):
        names: dict[Name, list[set[TwoWords]]] = defaultdict(lambda: [set(), set(), set()])
        for way, words in enumerate(forms):
            for begin, end in words:
                name = name_around(index.vocabulary, begin, end)
                names[name][way].add((begin, end))
        for found in names.values():
            if sum(map(bool, found)) > 1:
                ways = [[index.vocabulary.stretch(*words) for words in way] for way in found]
                fixable = not _lacks_suspended_hyphen(index.vocabulary, found)
                yield two_ways(index, filter(None, ways), fixable=fixable)


def _lacks_suspended_hyphen(vocabulary: Vocabulary, ways: Sequence[set[TwoWords]]) -> bool:
    """Whether words after "and" would get a hyphen, and the word before it would get none.

    "Troop and police contributing" must not become "troop and police-contributing".
    """
    with_hyphen, as_one, as_two = ways
    for first, _ in (*as_one, *as_two):
        link = vocabulary.before(first)
        before = None if link is None or link.folded not in _LINKS else vocabulary.before(link)
        if before is not None and not before.hangs and before.folded in vocabulary.hanging:
            return bool(with_hyphen)
    return False


def _forms(index: Index, options: HyphenationVariant) -> Iterator[Forms]:
    """Yield what has one stem and stands in several ways: with a hyphen, as one word, as two."""
    vocabulary, stands_apart = index.vocabulary, index.of_words(_stands_apart)
    hanging = _hanging(vocabulary)
    stems: dict[str, list[Pair]] = defaultdict(list)
    for pair in {**_compounds(vocabulary), **hanging}:
        if "-".join(pair) not in options.unless:
            stems[_stem("".join(pair))].append(pair)
    two_for_one = _two_for_one(index)
    for stem in {**stems, **two_for_one}:
        as_two = two_for_one.get(stem, [])
        as_one = _as_one(vocabulary, stem)
        if not (as_one or as_two or any(stands_apart[pair] for pair in stems[stem])):
            continue
        with_hyphen: list[TwoWords] = []
        for pair in stems[stem]:
            words = vocabulary.uses("-".join(pair))
            compounds = [(word, word) for word in words if not (word.quoted or word.foreign)]
            compounds += hanging.get(pair, [])
            if compounds:
                together = " ".join(pair) in options.anywhere
                with_hyphen += compounds
                as_two += _apart(vocabulary, pair, compounds, together=together)
        joined = (word for form in as_one for word in vocabulary.uses(form))
        yield (
            with_hyphen,
            [(word, word) for word in joined if not (word.quoted or word.foreign)],
            as_two,
        )


def _compounds(vocabulary: Vocabulary) -> dict[Pair, None]:
    """Return the compounds of two words."""
    parts = (form.partition("-") for form in vocabulary.compounds)
    return dict.fromkeys((first, second) for first, _, second in parts if second.isalpha())


def _hanging(vocabulary: Vocabulary) -> dict[Pair, list[TwoWords]]:
    """Return compounds that share their second word, each with its first and its last word.

    "troop- and police-contributing" is a "troop-contributing" too.
    """
    found: dict[Pair, list[TwoWords]] = defaultdict(list)
    for word in vocabulary.hanging_uses():
        link = vocabulary.after(word)
        last = None if link is None or link.folded not in _LINKS else vocabulary.after(link)
        if last is not None and not (last.quoted or last.foreign):
            second = last.folded.partition("-")[2]
            if second.isalpha():
                found[word.folded, second].append((word, last))
    return found


def _stands_apart(vocabulary: Vocabulary, pair: tuple[str, ...]) -> bool:
    return vocabulary.forms.issuperset(pair) and any(vocabulary.rows(pair))


def _two_for_one(index: Index) -> dict[str, list[TwoWords]]:
    """Return words that stand only together, and elsewhere as one, by the stem of the whole.

    "Road map" for "roadmap", but not "every day" for "everyday". None in a text with broken words.
    """
    found: dict[str, list[TwoWords]] = defaultdict(list)
    if not index.broken:
        for whole, words in index.parted:
            found[_stem(whole)].append(words)
    return found


def _as_one(vocabulary: Vocabulary, stem: str) -> list[str]:
    """Return the words without a hyphen that have a stem."""
    words = [stem + ending for ending in ("", *_ENDINGS)]
    found = [word for word in words if word in vocabulary.forms]
    return [word for word in found if "-" not in word and _stem(word) == stem]


def _stem(form: str) -> str:
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _FEWEST_IN_STEM:
            return form.removesuffix(ending)
    return form


def _apart(
    vocabulary: Vocabulary, pair: Pair, compounds: Sequence[TwoWords], *, together: bool
) -> Iterator[TwoWords]:
    """Yield where the words of a compound stand apart and mean the same.

    "The long term" is no "long-term": the words must be a name, or be followed by the same noun.
    """
    if not together and not SMALL_WORDS.isdisjoint(pair):
        return
    names = any(word.text.rpartition("-")[2][0].isupper() for _, word in compounds)
    nouns = {_noun_after(vocabulary, word) for _, word in compounds} - {""}
    for first, second in vocabulary.rows(pair):
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
