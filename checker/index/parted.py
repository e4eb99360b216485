"""Words that stand in two parts here, and as one elsewhere: compounds, and words that broke."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import compress, count
from typing import TypeAlias

from checker.index.forms import SMALL_WORDS
from checker.index.vocabulary import Vocabulary, Word

_LAST_LETTER = "\U0010ffff"
_VOWELS = frozenset("aeiouy")

Pair: TypeAlias = tuple[str, str]
TwoWords: TypeAlias = tuple[Word, Word]
Parted: TypeAlias = tuple[str, TwoWords]
"""A word, with the two words that stand in its place somewhere."""


def parted_words(
    vocabulary: Vocabulary, divided: AbstractSet[tuple[str, ...]]
) -> tuple[Parted, ...]:
    """Return words that stand nowhere but one after the other, and elsewhere as one, with the one.

    "Road map" and "roadmap", "reg ard" and "regard".

    Args:
        vocabulary: the words of a draft.
        divided: what :func:`divided_forms` yields of its forms.
    """
    found: list[Parted] = []
    for first, second, whole in divided:
        if _stands_only_before(vocabulary, first, second):
            for begin, end in vocabulary.rows((first, second)):
                letter = len(end.text) == 1 and end.capital and not begin.text.isupper()
                # "Statement S/PRST/2031/4" is no "statements".
                if not (begin.hangs or end.quoted or end.foreign or letter):
                    found.append((whole, (begin, end)))
    return tuple(found)


def broken_words(parted: Iterable[Parted]) -> tuple[TwoWords, ...]:
    """Return those of parted words that a converter broke, as no drafter would; in reading order.

    One part is no word in English: "wome n", "grou ps", "CA R". Where there are any, other parted
    words may have broken as well, "reg ard", and are not told from compounds.
    """
    broken = [words for _, words in parted if _broke(*words)]
    return tuple(sorted(broken, key=lambda words: words[0].place))


def _broke(first: Word, second: Word) -> bool:
    if second.capital and not first.text.isupper():
        return False
    return any(len(part) == 1 or _VOWELS.isdisjoint(part) for part in (first.folded, second.folded))


def _stands_only_before(vocabulary: Vocabulary, first: str, second: str) -> bool:
    """Whether two words stand nowhere but one after the other."""
    # Where one place is enough to tell, the others need not be counted.
    place = vocabulary.places[vocabulary.pieces_of(first)[0]][0]
    if vocabulary.pieces[place + 1] not in vocabulary.pieces_of(second):
        return False
    times = vocabulary.count(first)
    return times == vocabulary.count(second) == len(list(vocabulary.rows((first, second))))


def divided_forms(
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
