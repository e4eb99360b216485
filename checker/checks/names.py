"""The check ``name-variant``: a name that is written differently in one place."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar, TypeAlias

from checker.checks.registry import check
from checker.checks.searching import STRICT, Stretch
from checker.checks.variants import two_ways, variant
from checker.evidence import Evidence
from checker.index import Index
from checker.index.vocabulary import Vocabulary, Word

_ACRONYM = re.compile(r"[A-Z]{4,}")
_ARTICLES = frozenset({"a", "an", "the"})
_PREPOSITIONS = frozenset({"against", "at", "by", "for", "from", "in", "of", "on", "to", "with"})
_LINKS = _ARTICLES | _PREPOSITIONS | {"and"}
# A "report of the Panel" is a "report by the Panel" too.
_DOCUMENTS = frozenset({"agreement", "letter", "note", "report", "resolution", "statement"})
_FEWEST_WORDS = 4
_FEWEST_IN_SHORT = 2
_MOST_WORDS = 8

Name: TypeAlias = tuple[Word, ...]
Links: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameVariant:
    """Options of ``name-variant``.

    Attributes:
        accepted: names that a configuration accepts as they are written.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    accepted: tuple[str, ...] = ()


@check("name-variant")
def name_variant(index: Index, options: NameVariant) -> Iterator[Evidence]:
    """Say where a name lacks its last word, or has another preposition than elsewhere."""
    for evidence in chain(_shortened(index), _other_preposition(index)):
        if evidence.values["variant"] not in options.accepted:
            yield evidence


def _shortened(index: Index) -> Iterator[Evidence]:
    """Find "EUCAP Sahel" for "EUCAP Sahel Mali".

    Only an acronym that never stands alone is part of a name of several words, and only where
    it begins one name and not several.
    """
    names: dict[str, dict[tuple[str, ...], list[Stretch]]] = defaultdict(dict)
    for word in index.vocabulary.words:
        if _ACRONYM.fullmatch(word.text) and not word.heading:
            name = _name_from(index.vocabulary, word)
            form = tuple(part.text for part in name)
            names[word.text].setdefault(form, []).append(_stretch(name))
    introduced = {one.short for one in index.draft.mentions.introductions}
    for acronym, forms in names.items():
        short, *longer = sorted(forms, key=len)
        if len(longer) != 1 or len(short) < _FEWEST_IN_SHORT or acronym in introduced:
            continue
        if longer[0][:-1] == short and len(forms[short]) == 1 and " ".join(short) not in introduced:
            yield variant(index, forms[short], forms[longer[0]])


def _name_from(vocabulary: Vocabulary, word: Word) -> Name:
    """Return an acronym with the capitalized words after it."""
    name = [word]
    while len(name) < _MOST_WORDS and (after := vocabulary.after(name[-1])) and after.capital:
        name.append(after)
    return tuple(name)


def _stretch(name: Sequence[Word]) -> Stretch:
    return name[0].start, name[-1].end


def _other_preposition(index: Index) -> Iterator[Evidence]:
    """Find "Mission to Talvania" for "Mission in Talvania".

    Where an acronym is introduced with it, the acronym has two names, which is another rule's.
    """
    found: dict[tuple[str, ...], dict[Links, list[Stretch]]] = defaultdict(dict)
    for name in _names(index.vocabulary.words):
        content = tuple(
            part for word in name if word.folded not in _LINKS for part in word.folded.split("-")
        )
        if len(content) < _FEWEST_WORDS or not _DOCUMENTS.isdisjoint(content):
            continue
        links = tuple(w.folded for w in name if w.folded in _LINKS and w.folded not in _ARTICLES)
        found[content].setdefault(links, []).append(_stretch(name))
    introduced = {
        index.draft.reading.stretch(one.long_span)[1]
        for one in index.draft.mentions.introductions
        if one.long_span is not None
    }
    for ways in found.values():
        known = any(end in introduced for places in ways.values() for _, end in places)
        if len(ways) == _FEWEST_IN_SHORT and _one_differs(*ways, known=known):
            evidence = two_ways(index, ways.values())
            end = index.draft.reading.stretch(evidence.span)[1]
            if not index.text.startswith(" (", end):
                yield evidence


def _one_differs(links: Links, others: Links, *, known: bool) -> bool:
    """Whether two names differ in one preposition only; "and" joins two names and is none.

    In "sends its Committee to Talvania" the preposition is no part of the name; "to" counts only
    in a name known to be one.
    """
    if len(links) != len(others):
        return False
    pairs = [pair for pair in zip(links, others, strict=True) if len(set(pair)) > 1]
    return len(pairs) == 1 and "and" not in pairs[0] and (known or "to" not in pairs[0])


def _names(words: Sequence[Word]) -> Iterator[Name]:
    """Yield the runs of capitalized words with single small words between them."""
    run: list[Word] = []
    for word in words:
        goes_on = bool(run) and word.joined and (word.capital or word.folded in _LINKS)
        if goes_on and word.folded in _PREPOSITIONS and run[-1].folded in _LINKS:
            goes_on = False
        if not goes_on:
            yield from _whole(run)
            run = []
        counts = not (word.heading or word.opens or word.quoted)
        if goes_on or (counts and word.capital and word.folded not in _LINKS):
            run.append(word)
    yield from _whole(run)


def _whole(run: Sequence[Word]) -> Iterator[Name]:
    """Yield a run without the small words at its end; nothing where a second name begins."""
    last = max((at for at, word in enumerate(run) if word.folded not in _LINKS), default=-1)
    if last >= 0:
        yield tuple(run[: last + 1])
