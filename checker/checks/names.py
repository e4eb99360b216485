"""The check ``name-variant``: a name that is written differently in one place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import TypeAlias

from checker.checks.registry import check
from checker.checks.variants import two_ways, variant
from checker.evidence import Evidence
from checker.index import Index
from checker.index.vocabulary import Stretch, Vocabulary, Word
from checker.patterns import lazy
from checker.records import Record

_ACRONYM = lazy(r"[A-Z]{4,}")
_ARTICLES = frozenset({"a", "an", "the"})
_PREPOSITIONS = frozenset({"against", "at", "by", "for", "from", "in", "of", "on", "to", "with"})
_LINKS = _ARTICLES | _PREPOSITIONS | {"and"}
# A "report of the Panel" is a "report by the Panel" too.
_DOCUMENTS = frozenset({"agreement", "letter", "note", "report", "resolution", "statement"})
_FEWEST_WORDS = 4
_FEWEST_IN_SHORT = 2
_MOST_WORDS = 8
_MOST_LINKS = 3

Name: TypeAlias = tuple[Word, ...]
Links: TypeAlias = tuple[str, ...]


class NameVariant(Record):
    """Options of ``name-variant``.

    Attributes:
        accepted: names that a configuration accepts as they are written.
    """

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
    introduced = index.introduced
    for acronym in sorted(_acronyms(index.vocabulary) - introduced):
        forms: dict[tuple[str, ...], list[Stretch]] = {}
        for word in index.vocabulary.uses(acronym.casefold()):
            if word.text == acronym and not word.heading:
                name = _name_from(index.vocabulary, word)
                form = tuple(part.text for part in name)
                forms.setdefault(form, []).append(index.vocabulary.stretch(name[0], name[-1]))
        short, *longer = sorted(forms, key=len) or [()]
        if len(longer) != 1 or len(short) < _FEWEST_IN_SHORT:
            continue
        if longer[0][:-1] == short and len(forms[short]) == 1 and " ".join(short) not in introduced:
            yield variant(index, forms[short], forms[longer[0]])


def _acronyms(vocabulary: Vocabulary) -> set[str]:
    words = (form.text for piece in vocabulary.capitalized for form in vocabulary.forms_of(piece))
    return {word for word in words if word.isupper() and _ACRONYM.fullmatch(word)}


def _name_from(vocabulary: Vocabulary, word: Word) -> Name:
    """Return an acronym with the capitalized words after it."""
    name = [word]
    while len(name) < _MOST_WORDS and (after := vocabulary.after(name[-1])) and after.capital:
        name.append(after)
    return tuple(name)


def _other_preposition(index: Index) -> Iterator[Evidence]:
    """Find "Mission to Talvania" for "Mission in Talvania".

    Where an acronym is introduced with it, the acronym has two names, which is another rule's.
    """
    found: dict[tuple[str, ...], dict[Links, list[Stretch]]] = defaultdict(dict)
    chains = _doubtful_chains(index.vocabulary)
    for name in (name for places in chains for name in _names(index.vocabulary, places)):
        content = tuple(
            part for word in name if word.folded not in _LINKS for part in word.folded.split("-")
        )
        if len(content) < _FEWEST_WORDS or not _DOCUMENTS.isdisjoint(content):
            continue
        links = tuple(w.folded for w in name if w.folded in _LINKS and w.folded not in _ARTICLES)
        found[content].setdefault(links, []).append(index.vocabulary.stretch(name[0], name[-1]))
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


def _doubtful_chains(vocabulary: Vocabulary) -> list[range]:
    """Return where names may stand that have another preposition elsewhere.

    Returns:
        The places of pieces in a row that begin with a capital or are small words of a name.
    """
    capitalized = vocabulary.capitalized
    words = _doubtful_words(vocabulary, capitalized)
    if not words:
        return []
    compounds = (form for form in vocabulary.compounds if form.rpartition("-")[2] in words)
    pieces = vocabulary.pieces
    usable = set(capitalized).union(*(vocabulary.pieces_of(word) for word in _LINKS))
    chains: list[range] = []
    for place in vocabulary.places_of({*words, *compounds}):
        if chains and place < chains[-1].stop:
            continue
        start, stop = place, place + 1
        while vocabulary.joins(start) and pieces[start - 1] in usable:
            start -= 1
        while vocabulary.joins(stop) and pieces[stop] in usable:
            stop += 1
        chains.append(range(start, stop))
    return chains


def _doubtful_words(vocabulary: Vocabulary, capitalized: AbstractSet[str]) -> set[str]:
    """Return the words that stand before different prepositions and then the same word.

    Of a compound its part beside the preposition counts, as in "Secretary-General".
    """
    pieces = vocabulary.pieces
    told: dict[tuple[str, str], str] = {}
    found: set[str] = set()
    for preposition in _PREPOSITIONS:
        for piece in vocabulary.pieces_of(preposition):
            places = vocabulary.places[piece] if len(piece) == len(preposition) else ()
            for place in [place for place in places if pieces[place - 1] in capitalized]:
                after = place + 1
                while after - place <= _MOST_LINKS and pieces[after].casefold() in _LINKS:
                    after += 1
                if pieces[after] in capitalized:
                    word = vocabulary.forms_of(pieces[place - 1])[-1].folded.rpartition("-")[2]
                    following = vocabulary.forms_of(pieces[after])[0].folded
                    pair = word, following.partition("-")[0]
                    if told.setdefault(pair, preposition) != preposition:
                        found.add(word)
    return found


def _names(vocabulary: Vocabulary, chain: Iterable[int]) -> Iterator[Name]:
    """Yield the runs of capitalized words with single small words between them."""
    run: list[Word] = []
    for word in (word for place in chain for word in vocabulary.words_at(place)):
        goes_on = bool(run) and word.joined and (word.capital or word.folded in _LINKS)
        if goes_on and word.folded in _PREPOSITIONS and run[-1].folded in _LINKS:
            goes_on = False
        if not goes_on:
            yield from _whole(run)
            run = []
        if goes_on or (word.capital and word.folded not in _LINKS and _counts(word)):
            run.append(word)
    yield from _whole(run)


def _counts(word: Word) -> bool:
    """Whether a name may begin with a word that has a capital."""
    return not (word.heading or word.opens or word.quoted)


def _whole(run: Sequence[Word]) -> Iterator[Name]:
    """Yield a run without the small words at its end; nothing where a second name begins."""
    last = max((at for at, word in enumerate(run) if word.folded not in _LINKS), default=-1)
    if last >= 0:
        yield tuple(run[: last + 1])
