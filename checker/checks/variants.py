"""The checks ``spelling-variant`` and ``hyphenation-variant``: one word, written in two ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from checker.checks.registry import check
from checker.checks.searching import STRICT, Stretch, refuse_empty
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.index.vocabulary import Vocabulary, Word

_MOST_SHOWN = 20
_MOST_USUAL = 3
_FEWEST_BEFORE = 3
_FEWEST_IN_STEM = 6
_ENDINGS = ("ments", "ment", "ances", "ance", "ings", "ing", "ed", "es", "e", "s")
SMALL_WORDS = frozenset(
    """a about above after all along also among an and any are as at back be been before behind
    below between both but by can could down each every for from had has have here his how if in
    inside into is it its may more most must no non not of off on one only or other out outside over
    own per shall she should since so some such than that the their them then there these they this
    those through time to too toward towards under until up upon very was way well were what when
    where whether which while who will with within without would""".split()
)
_LINKS = frozenset({"and", "or"})

Name: TypeAlias = tuple[str, ...]
Words: TypeAlias = tuple[Word, Word]


@dataclass(frozen=True, slots=True)
class SpellingVariant:
    """Options of ``spelling-variant``.

    Attributes:
        patterns: letters within a word, each with those that others write in their place; at
            least three letters stand before them, and all else in the word is the same.
        unless: words that are left alone, in lower case.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    patterns: dict[str, str] = field(hash=False)
    unless: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a page without patterns."""
        refuse_empty("patterns", self.patterns)


@check("spelling-variant")
def spelling_variant(index: Index, options: SpellingVariant) -> Iterator[Evidence]:
    """Say which words stand in the draft in two spellings."""
    vocabulary = index.vocabulary
    unless = frozenset(options.unless)
    for form in vocabulary.forms:
        for other in _respelled(form, options.patterns):
            if vocabulary.count(other) and not unless & {form, other}:
                yield from _two_spellings(index, form, other)


def _respelled(form: str, patterns: Mapping[str, str]) -> Iterator[str]:
    for letters, others in patterns.items():
        place = form.find(letters, _FEWEST_BEFORE)
        while place >= 0:
            yield form[:place] + others + form[place + len(letters) :]
            place = form.find(letters, place + 1)


def _two_spellings(index: Index, form: str, other: str) -> Iterator[Evidence]:
    """Report a word in two spellings; in a name, only where the name is the same."""
    names: dict[Name, dict[str, list[Stretch]]] = defaultdict(dict)
    for spelling in (form, other):
        for word in index.vocabulary.uses(spelling):
            if not (word.quoted or word.foreign):
                name = _name_around(index.vocabulary, word, word)
                names[name].setdefault(spelling, []).append((word.start, word.end))
    for spellings in names.values():
        if len(spellings) > 1:
            yield two_ways(index, spellings.values())


def _name_around(vocabulary: Vocabulary, first: Word, last: Word) -> Name:
    """Return the rest of the name in which words stand, () for words that are no name."""
    if not first.capital or first.heading or first.opens:
        return ()
    before, after = vocabulary.before(first), vocabulary.after(last)
    if before is not None and before.folded in {"of", "for"}:
        before = vocabulary.before(before)
    if after is not None and after.folded == "for":
        after = vocabulary.after(after)
    return tuple(
        beside.folded if beside is not None and beside.capital else "" for beside in (before, after)
    )


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
    vocabulary = index.vocabulary
    unless, anywhere = frozenset(options.unless), frozenset(options.anywhere)
    joined = _joined(vocabulary)
    ways: dict[tuple[str, Name], list[set[Stretch]]] = {}
    for (first, second), compounds in _compounds(vocabulary).items():
        if f"{first}-{second}" in unless:
            continue
        stem = _stem(first + second)
        together = f"{first} {second}" in anywhere
        apart = _apart(vocabulary, (first, second), compounds, together=together)
        for way, words in enumerate((compounds, joined.get(stem, ()), apart)):
            for begin, end in words:
                key = stem, _name_around(vocabulary, begin, end)
                found = ways.setdefault(key, [set(), set(), set()])
                found[way].add((begin.start, end.end))
    for found in ways.values():
        if sum(map(bool, found)) > 1:
            yield two_ways(index, [places for places in found if places])


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


def two_ways(index: Index, ways: Iterable[Iterable[Stretch]]) -> Evidence:
    """Report the rarer ways of writing something, with the commonest as the other end.

    Of two that are as common as each other the later one is reported.
    """
    ordered = sorted((sorted(places) for places in ways), key=lambda way: (-len(way), way[0]))
    usual, *others = ordered
    rare = sorted(place for way in others for place in way)
    address = index.address(index.span(*usual[0]))
    several = len(usual) > 1 or address is None
    values: dict[str, str | int] = {
        "variant": index.text[slice(*rare[0])],
        "usual": index.text[slice(*usual[0])],
        "times": len(usual),
        "address": address or "",
    }
    related = [
        Related(role, index.span(*place), {"words": index.text[slice(*place)]})
        for role, places in (("again", rare[1:_MOST_SHOWN]), ("usual", usual[:_MOST_USUAL]))
        for place in places
    ]
    case = "several" if several else "once"
    return Evidence(index.span(*rare[0]), case, values, tuple(related))
