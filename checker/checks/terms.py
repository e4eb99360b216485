"""The check ``unused-term``: quoted terms that a draft introduces and never uses."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import TypeAlias

from checker.checks.acronym_places import taken_out
from checker.checks.phrases import fold
from checker.checks.registry import check
from checker.evidence import Evidence, Fix, Related
from checker.index import Index
from checker.index.layout import Stretches
from checker.mentions import Introduction
from checker.patterns import lazy

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = lazy(r"['’]s$")
_PLURAL = lazy(r"(?<=[^\Ws])s$")
# 'set out in section A ("Individuals and entities")' gives a title and no term.
_LABELLED = lazy(
    r"\b(?:[Aa]nnex|[Aa]rticle|[Cc]hapter|[Ii]tem|[Pp]aragraph|[Pp]art|[Ss]ection|[Tt]itle)"
    r"s? (?:[A-Z]|[IVX]+|\d+)(?: \([a-z]+\))? $"
)
_OPENING = lazy(r" ?\([^()“\"]*[“\"](?:[Tt]he )?$")
_CLOSING = lazy(r"[”\"]\)")
_REACH = 100
_FEW = 10
_LONGEST_LONG_FORM = 260

Form: TypeAlias = tuple[str, ...]


@check("unused-term")
def unused_term(index: Index) -> Iterator[Evidence]:
    """Say which quoted terms stand nowhere but in their introduction; each once."""
    introduced: dict[Form, list[Introduction]] = defaultdict(list)
    for introduction in index.draft.mentions.introductions:
        if introduction.quoted and not _is_title(index.text, introduction):
            introduced[_form(introduction.short)].append(introduction)
    used = _used(index, introduced) if introduced else set()
    for form, (first, *others) in introduced.items():
        if form and form not in used:
            related = tuple(Related("again", other.span) for other in others)
            fix = None if others else _taken_out(index, first)
            yield Evidence(first.span, values={"term": first.short}, related=related, fix=fix)


def _is_title(text: str, introduction: Introduction) -> bool:
    opening = _OPENING.search(text[max(0, introduction.start - _REACH) : introduction.start])
    if opening is None:
        return False
    before = introduction.start - len(opening.group().lstrip())
    return _LABELLED.search(text[max(0, before - _REACH) : before]) is not None


def _used(index: Index, introduced: dict[Form, list[Introduction]]) -> set[Form]:
    """Return the terms that stand somewhere else than in their introductions."""
    homes = {
        form: Stretches([(_beginning(index, one), one.end) for one in places])
        for form, places in introduced.items()
    }
    if len(introduced) > _FEW:
        places = _places(index.text, introduced)
        return {form for form, start in places if not homes[form].cover(start)}
    return {
        form
        for form in filter(None, introduced)
        if any(not homes[form].cover(start) for start in _places_of(index.text, form))
    }


def _places_of(text: str, form: Form) -> Iterator[int]:
    """Yield where a term stands, by looking through the text for the first word of it."""
    lower = fold(text)
    # The plural of a word begins like the singular, up to a "y" that becomes "ies".
    beginning = form[0].removesuffix("y") or form[0]
    passed = 0
    while (found := lower.find(beginning, passed)) >= 0:
        low = max(lower.rfind(" ", passed, found) + 1, passed)
        words = (word for word in _WORD.finditer(text, low) if word.start() >= found)
        row = list(islice(words, len(form)))
        if tuple(_folded(word.group()) for word in row) == form:
            yield row[0].start()
        passed = row[0].end() if row else len(text)


def _places(text: str, forms: Collection[Form]) -> Iterator[tuple[Form, int]]:
    """Yield where terms stand, however many they are, by looking at every word of the text."""
    lengths = sorted({len(form) for form in forms})
    firsts = {form[0] for form in forms if form}
    words = list(_WORD.finditer(text))
    # A long text has few different words.
    folded = {word: _folded(word) for word in {match[0] for match in words}}
    for place, match in enumerate(words):
        if folded[match[0]] in firsts:
            row = [folded[word[0]] for word in words[place : place + lengths[-1]]]
            for length in lengths:
                form = tuple(row[:length])
                if form in forms:
                    yield form, match.start()


def _beginning(index: Index, introduction: Introduction) -> int:
    """Return where the words begin for which a term stands: they often have it among them."""
    node = index.node_at(introduction.start)
    return max(node.start, introduction.start - _LONGEST_LONG_FORM)


def _form(term: str) -> Form:
    return tuple(_folded(word) for word in _WORD.findall(term))


def _folded(word: str) -> str:
    """Return a word in small letters and in the singular, as far as its last letter tells."""
    plain = _POSSESSIVE.sub("", word.casefold())
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    return _PLURAL.sub("", plain.removesuffix("es") if plain.endswith(("xes", "sses")) else plain)


def _taken_out(index: Index, introduction: Introduction) -> Fix | None:
    """Return the edit that takes out a term with its parenthesis."""
    start = introduction.start
    opening = _OPENING.search(index.text[max(0, start - _REACH) : start])
    closing = _CLOSING.match(index.text, introduction.end)
    if opening is None or closing is None:
        return None
    return taken_out(index, start - len(opening.group()), closing.end())
