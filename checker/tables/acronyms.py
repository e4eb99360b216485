"""The table of acronyms and quoted terms: where each is introduced and where it is used."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.index import Index
from checker.mentions import Introduction, Mention
from checker.tables.places import place_of
from checker.tables.rows import AcronymRow, IntroductionRow, Place
from checker.tables.words import words_before

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$")
_FEWEST_LETTERS_OF_PLURAL = 4
_REACH = 240
_FEW = 4
# A run of capitalized words that ends a stretch, with the small words within a name.
_NAME = re.compile(
    r"(?<![\w’'-])([A-Z][\w’'-]*+"
    r"(?: (?:(?:of|on|for|and|in) (?:the )?)?[A-Z0-9][\w’'-]*+){0,30}+)\s{0,9}+$"
)

Form = tuple[str, ...]


def acronym_rows(index: Index) -> Iterator[AcronymRow]:
    """Yield acronyms and quoted terms, in order of first appearance."""
    rows = [*_acronyms(index), *_terms(index)]
    yield from sorted(rows, key=_first)


def _acronyms(index: Index) -> Iterator[AcronymRow]:
    for form in index.short_forms:
        uses = tuple(place_of(index, use) for use in form.uses)
        introductions = tuple(_introduction(index, one) for one in form.introductions)
        yield AcronymRow(form.name, quoted=False, introductions=introductions, uses=uses)


def _terms(index: Index) -> Iterator[AcronymRow]:
    introduced: dict[Form, list[Introduction]] = defaultdict(list)
    for introduction in index.draft.mentions.introductions:
        if introduction.quoted:
            introduced[_form(introduction.short)].append(introduction)
    uses = _uses(index, introduced) if introduced else {}
    for form, introductions in introduced.items():
        yield AcronymRow(
            introductions[0].short,
            quoted=True,
            introductions=tuple(_introduction(index, one) for one in introductions),
            uses=tuple(uses.get(form, ())),
        )


def _introduction(index: Index, introduction: Introduction) -> IntroductionRow:
    long = introduction.long
    if not long:
        node = index.node_at(introduction.start)
        low = max(node.start, introduction.start - _REACH)
        before = index.text[low : introduction.start].rpartition("(")[0]
        long = _words_for(before, introduction.short)
    return IntroductionRow(place_of(index, introduction), long)


def _words_for(before: str, short: str) -> str:
    """Return the name before a short form that holds its last word, or the few words there.

    These are marked as a quotation: '"... armed groups"'.
    """
    name = _NAME.search(before)
    if name and " " in name[1] and set(_form(short)[-1:]) & set(_form(name[1])):
        return name[1]
    words = " ".join(words_before(before).split()[-_FEW:])
    if words.count(")") > words.count("("):
        words = words.partition(")")[2].strip(" ,")
    return f'"... {words}"' if words else ""


def _uses(
    index: Index, introduced: Mapping[Form, Sequence[Introduction]]
) -> Mapping[Form, Sequence[Place]]:
    """Return where terms stand, their introductions left out; where several fit, the longest."""
    homes = {one.start: one.end for several in introduced.values() for one in several}
    lengths = sorted({len(form) for form in introduced}, reverse=True)
    words = list(_WORD.finditer(index.text))
    folded = [_singular(word.group()) for word in words]
    found: dict[Form, list[Place]] = defaultdict(list)
    taken = 0
    for number, word in enumerate(words):
        taken = max(taken, homes.get(word.start(), 0))
        if word.start() < taken:
            continue
        for length in lengths:
            form = tuple(folded[number : number + length])
            if form in introduced:
                last = words[number + len(form) - 1]
                start, end = word.start(), last.end()
                mention = Mention(start, end, index.span(start, end))
                found[form].append(place_of(index, mention))
                taken = end
                break
    return found


def _form(term: str) -> Form:
    return tuple(_singular(word) for word in _WORD.findall(term))


def _singular(word: str) -> str:
    """Return a word without possessive and plural endings; capitals matter in a defined term."""
    plain = _POSSESSIVE.sub("", word)
    plural = len(plain) >= _FEWEST_LETTERS_OF_PLURAL and plain.endswith("s")
    return plain[:-1] if plural and not plain.endswith("ss") else plain


def _first(row: AcronymRow) -> int:
    places = [*(one.place for one in row.introductions), *row.uses]
    return min(place.span.start for place in places)
