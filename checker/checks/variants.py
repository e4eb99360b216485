"""The check ``spelling-variant``, and what its family shares: one thing, written in two ways."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from checker.checks.registry import check
from checker.checks.searching import Stretch, refuse_empty
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.index.vocabulary import Vocabulary, Word
from checker.records import Record

_MOST_SHOWN = 20
_MOST_USUAL = 3
_FEWEST_BEFORE = 3
_LONGEST_WORD = 40

Name: TypeAlias = tuple[str, ...]


class SpellingVariant(Record):
    """Options of ``spelling-variant``.

    Attributes:
        patterns: letters within a word, each with those that others write in their place; at
            least three letters stand before them, and all else in the word is the same.
        unless: words that are left alone, in lower case.
    """

    patterns: dict[str, str]
    unless: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a page without patterns."""
        refuse_empty("patterns", self.patterns)


@check("spelling-variant")
def spelling_variant(index: Index, options: SpellingVariant) -> Iterator[Evidence]:
    """Say which words stand in the draft in two spellings."""
    unless = frozenset(options.unless)
    for form, other in sorted(index.of_forms(_respelled, tuple(options.patterns.items()))):
        if unless.isdisjoint((form, other)):
            yield from _two_spellings(index, form, other)


def _respelled(
    new: frozenset[str], forms: frozenset[str], patterns: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield the forms of which another one differs by letters of a pattern, with that one.

    At least one of both is a new one.
    """
    sheet, first = "\n".join(["", *new, ""]), new == forms
    for letters, others in patterns:
        yield from _exchanged(sheet, letters, others, forms)
        if not first:
            found = _exchanged(sheet, others, letters, forms)
            yield from [(form, other) for other, form in found]


def _exchanged(
    sheet: str, letters: str, others: str, forms: frozenset[str]
) -> Sequence[tuple[str, str]]:
    """Return the words of a sheet that are a form with other letters too, with that form."""
    found: list[tuple[str, str]] = []
    place = sheet.find(letters)
    while place >= 0:
        begin, end = sheet.rfind("\n", 0, place) + 1, sheet.find("\n", place)
        if end - begin >= _LONGEST_WORD:
            place = sheet.find(letters, end)
            continue
        if place - begin >= _FEWEST_BEFORE:
            other = sheet[begin:place] + others + sheet[place + len(letters) : end]
            if other in forms:
                found.append((sheet[begin:end], other))
        place = sheet.find(letters, place + 1)
    return found


def _two_spellings(index: Index, form: str, other: str) -> Iterator[Evidence]:
    """Report a word in two spellings; in a name, only where the name is the same."""
    names: dict[Name, dict[str, list[Stretch]]] = defaultdict(dict)
    for spelling in (form, other):
        for word in index.vocabulary.uses(spelling):
            if not (word.quoted or word.foreign):
                name = name_around(index.vocabulary, word, word)
                names[name].setdefault(spelling, []).append(index.vocabulary.stretch(word, word))
    for spellings in names.values():
        if len(spellings) > 1:
            yield two_ways(index, spellings.values(), key=lambda _: "")


def name_around(vocabulary: Vocabulary, first: Word, last: Word) -> Name:
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


def letters(words: str) -> str:
    """Return words in lower case and without hyphens and spaces."""
    return words.casefold().replace("-", "").replace(" ", "")


def two_ways(
    index: Index,
    ways: Iterable[Iterable[Stretch]],
    *,
    key: Callable[[str], str] = letters,
    fixable: bool = True,
) -> Evidence:
    """Report the rarer ways of writing something, with the commonest as the other end.

    The way in which the draft introduces it counts as the commonest; of two that are as common as
    each other the later one is reported.

    Args:
        index: the draft.
        ways: the places of each way of writing it.
        key: what the same words have in common in all ways, so that one can replace the other.
        fixable: whether one way can stand in the place of another as it is.
    """
    ordered = sorted((sorted(places) for places in ways), key=lambda way: (-len(way), way[0]))
    introduced = [way for way in ordered if _is_introduced(index, way)]
    usual = (introduced or ordered)[0]
    rare = sorted(place for way in ordered if way is not usual for place in way)
    # Where neither way prevails, which is right is not known.
    prevails = bool(introduced) or len(usual) > len(rare)
    fix = _alike(index, rare, usual, key) if fixable and prevails else None
    return variant(index, rare, usual, fix)


def _is_introduced(index: Index, way: Iterable[Stretch]) -> bool:
    """Whether the draft introduces an acronym or a term in a way of writing it."""
    return any(index.text[start:end] in index.introduced for start, end in way)


def variant(
    index: Index, rare: Sequence[Stretch], usual: Sequence[Stretch], fix: Fix | None = None
) -> Evidence:
    """Report places where something is written otherwise than in the usual places."""
    values: dict[str, str | int] = {
        "variant": index.text[slice(*rare[0])],
        "usual": index.text[slice(*usual[0])],
        "times": len(usual),
        "address": index.address(index.span(*usual[0])) or "",
    }
    related = [
        Related(role, index.span(*place), {"words": index.text[slice(*place)]})
        for role, places in (("again", rare[1:_MOST_SHOWN]), ("usual", usual[:_MOST_USUAL]))
        for place in places
    ]
    case = "several" if len(usual) > 1 else "once"
    return Evidence(index.span(*rare[0]), case, values, tuple(related), fix)


def _alike(
    index: Index, rare: Sequence[Stretch], usual: Sequence[Stretch], key: Callable[[str], str]
) -> Fix | None:
    """Return the edits that write every place in the usual way.

    None where the usual way is known only of other words, as of the plural, or where the end of a
    line or emphasis stands among them.
    """
    ways = {key(words): words for words in (index.text[slice(*place)] for place in usual[::-1])}
    edits: list[Edit] = []
    for place in rare:
        words, span = index.text[slice(*place)], index.span(*place)
        way = ways.get(key(words))
        if way is None or index.draft.source.slice(span) != words:
            return None
        edits.append(Edit(span, _with_capitals(way, words)))
    return Fix(tuple(edits), Safety.UNSAFE)


def _with_capitals(way: str, words: str) -> str:
    """Return a way of writing words with their capitals, unless that is all that differs."""
    if way.casefold() == words.casefold():
        return way
    if words.isupper():
        return way.upper()
    first = way[0].upper() if words[0].isupper() else way[0].lower()
    return first + way[1:]
