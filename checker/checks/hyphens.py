"""The check ``hyphenation-variant``: a compound with a hyphen here, without one there."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from typing import TypeAlias

from checker.checks.registry import check
from checker.checks.variants import Name, name_around, two_ways
from checker.evidence import Evidence
from checker.index import Index
from checker.index.forms import SMALL_WORDS
from checker.index.vocabulary import Vocabulary, Word
from checker.records import Record

_FEWEST_IN_STEM = 6
_ENDINGS = ("ments", "ment", "ances", "ance", "ings", "ing", "ed", "es", "e", "s")
_LINKS = frozenset({"and", "or"})
_LAST_LETTER = "\U0010ffff"

Pair: TypeAlias = tuple[str, str]
Words: TypeAlias = tuple[Word, Word]
Forms: TypeAlias = tuple[list[Words], list[Words], list[Words]]


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
        names: dict[Name, list[set[Words]]] = defaultdict(lambda: [set(), set(), set()])
        for way, words in enumerate(forms):
            for begin, end in words:
                name = name_around(index.vocabulary, begin, end)
                names[name][way].add((begin, end))
        for found in names.values():
            if sum(map(bool, found)) > 1:
                ways = [[index.vocabulary.stretch(*words) for words in way] for way in found]
                fixable = not _lacks_suspended_hyphen(index.vocabulary, found)
                yield two_ways(index, filter(None, ways), fixable=fixable)


def _lacks_suspended_hyphen(vocabulary: Vocabulary, ways: Sequence[set[Words]]) -> bool:
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
        with_hyphen: list[Words] = []
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


def _hanging(vocabulary: Vocabulary) -> dict[Pair, list[Words]]:
    """Return compounds that share their second word, each with its first and its last word.

    "troop- and police-contributing" is a "troop-contributing" too.
    """
    found: dict[Pair, list[Words]] = defaultdict(list)
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


def _two_for_one(index: Index) -> dict[str, list[Words]]:
    """Return words that stand only together, and elsewhere as one, by the stem of the whole.

    "Road map" for "roadmap", but not "every day" for "everyday".
    """
    found: dict[str, list[Words]] = defaultdict(list)
    vocabulary = index.vocabulary
    for first, second, whole in index.of_forms(_divided, ()):
        if _stands_only_before(vocabulary, first, second):
            for begin, end in vocabulary.rows((first, second)):
                if not (begin.hangs or end.quoted or end.foreign):
                    found[_stem(whole)].append((begin, end))
    return found


def _stands_only_before(vocabulary: Vocabulary, first: str, second: str) -> bool:
    """Whether two words stand nowhere but one after the other."""
    # Where one place is enough to tell, the others need not be counted.
    place = vocabulary.places[vocabulary.pieces_of(first)[0]][0]
    if vocabulary.pieces[place + 1] not in vocabulary.pieces_of(second):
        return False
    times = vocabulary.count(first)
    return times == vocabulary.count(second) == len(list(vocabulary.rows((first, second))))


def _divided(
    new: frozenset[str], forms: frozenset[str], _: tuple[()]
) -> Iterator[tuple[str, str, str]]:
    """Yield two forms and the one that they make together, at least one of them a new one."""
    parts = _parts_of_all(forms) if new == forms else _parts_of(_made_of(new, forms), forms)
    for first, second in parts:
        if first not in SMALL_WORDS and second not in SMALL_WORDS:
            yield first, second, first + second


def _parts_of_all(forms: frozenset[str]) -> Iterator[Pair]:
    """Yield what each form is made of, where both parts of it are forms too."""
    ordered = sorted(forms)
    # What begins with a word follows it at once.
    for at in compress(count(), map(str.startswith, ordered[1:], ordered)):
        first = ordered[at]
        if first not in SMALL_WORDS:
            longer = ordered[at + 1 : bisect_left(ordered, first + _LAST_LETTER, at)]
            for second in [form[len(first) :] for form in longer]:
                if second in forms:
                    yield first, second


def _parts_of(wholes: Iterable[str], forms: frozenset[str]) -> Iterator[Pair]:
    """Yield what some words are made of, where both parts of them are forms."""
    for whole in wholes:
        for end in range(1, len(whole)):
            if whole[:end] in forms and whole[end:] in forms:
                yield whole[:end], whole[end:]


def _made_of(new: frozenset[str], forms: frozenset[str]) -> set[str]:
    """Return the forms that have new ones in them, the new ones among them."""
    sheet = "\n".join(["", *forms, ""])
    found: set[str] = set()
    for form in new:
        place = sheet.find(form)
        while place >= 0:
            end = sheet.find("\n", place)
            found.add(sheet[sheet.rfind("\n", 0, place) + 1 : end])
            place = sheet.find(form, end)
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
    vocabulary: Vocabulary, pair: Pair, compounds: Sequence[Words], *, together: bool
) -> Iterator[Words]:
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
