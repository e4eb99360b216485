"""Accidents of punctuation and spelling, and what negotiation and conversion leave behind."""

import re
from collections.abc import Iterator

from checker.draft import Node
from tests.seeded.accident import Accident, Base, Change

_SPELLINGS = {
    "centre": "center",
    "Centre": "Center",
    "programme": "program",
    "programmes": "programs",
    "fulfil": "fulfill",
    "labour": "labor",
    "defence": "defense",
    "organizations": "organisations",
    "stabilization": "stabilisation",
    "emphasizing": "emphasising",
}
_CAPITALS = {
    "Member States": "Member states",
    "Secretary-General": "Secretary-general",
    "Security Council": "Security council",
    "Panel of Experts": "Panel of experts",
    "Special Representative": "special representative",
}
_HYPHENS = {
    "Secretary-General": "Secretary General",
    "peacekeeping": "peace-keeping",
    "ceasefire": "cease-fire",
    "cross-border": "crossborder",
    "long-term": "longterm",
    "post-conflict": "postconflict",
    "peacebuilding": "peace-building",
    "socioeconomic": "socio-economic",
}
_ASIDE = re.compile(r"(?<=, )(?:including|in particular|as appropriate)\b[^][,;:.()]*(?=[,;])")
_LOOK_ALIKE = {"A": "А", "E": "Е", "M": "М", "O": "О", "C": "С"}


def last_full_stop_lost(base: Base) -> Iterator[Accident]:
    """The last paragraph ends without a full stop."""
    if base.numbered and (mark := base.last_mark(base.numbered[-1])) and mark[0] == ".":
        last = base.numbered[-1]
        for other in ("", ";"):
            yield Accident((Change(mark[1], other, marked=True),), (last.hull,))


def full_stop_inside(base: Base) -> Iterator[Accident]:
    """An operative paragraph that is not the last ends with a full stop."""
    for node in _ending_with(base, base.numbered[:-1], ";"):
        yield _ended(base, node, ".")


def comma_for_semicolon(base: Base) -> Iterator[Accident]:
    """An operative paragraph ends as preambular ones do."""
    regular = _ending_with(base, base.numbered[:-1], ";")
    if len(regular) >= 6 and len(regular) == len(base.numbered) - 1:
        yield from (_ended(base, node, ",") for node in regular)


def semicolon_for_comma(base: Base) -> Iterator[Accident]:
    """A preambular paragraph ends as operative ones do."""
    regular = _ending_with(base, base.index.preambular, ",")
    if len(regular) >= 6 and len(regular) == len(base.index.preambular):
        yield from (_ended(base, node, ";") for node in regular)


def _ending_with(base: Base, nodes: tuple[Node, ...], mark: str) -> list[Node]:
    return [node for node in nodes if (found := base.last_mark(node)) and found[0] == mark]


def _ended(base: Base, node: Node, mark: str) -> Accident:
    found = base.last_mark(node)
    assert found is not None
    return Accident((Change(found[1], mark, marked=True),), (node.hull,))


def brackets_left(base: Base) -> Iterator[Accident]:
    """A date is left in the brackets of negotiation."""
    for date in base.index.draft.mentions.dates:
        if base.is_prose(date):
            words = base.source[date.span.start : date.span.end]
            yield Accident((base.replaced(date, f"[{words}]"),))


def phrase_in_brackets(base: Base) -> Iterator[Accident]:
    """A phrase is left in the brackets of negotiation."""
    for node in base.main:
        for match in _ASIDE.finditer(node.text):
            span = base.span(node.start + match.start(), node.start + match.end())
            yield Accident((Change(span, f"[{base.source[span.start : span.end]}]", marked=True),))


def bracket_open(base: Base) -> Iterator[Accident]:
    """Of two brackets one is taken out."""
    for date in base.index.draft.mentions.dates:
        if base.is_prose(date):
            words = base.source[date.span.start : date.span.end]
            for bracketed in (f"[{words}", f"{words}]"):
                yield Accident((base.replaced(date, bracketed),))


def placeholder_left(base: Base) -> Iterator[Accident]:
    """A number is not yet filled in."""
    mentions = base.index.draft.mentions
    for date in mentions.dates:
        words = base.read[date.start : date.end]
        if base.is_prose(date) and date.day is not None and words.startswith(str(date.day)):
            open_ = words.replace(str(date.day), "XX", 1)
            yield Accident((base.replaced(date, open_),))
    for citation in mentions.citations:
        words = base.read[citation.start : citation.end]
        if base.is_prose(citation) and citation.year:
            yield Accident((base.replaced(citation, words.replace(citation.number, "XXXX")),))
    for symbol in mentions.symbols:
        if base.is_prose(symbol) and symbol.wellformed and re.search(r"/\d+$", symbol.text):
            yield Accident((base.replaced(symbol, re.sub(r"/\d+$", "/XXX", symbol.text)),))


def spelt_otherwise(base: Base) -> Iterator[Accident]:
    """A word is spelt once in another way."""
    return _varied(base, _SPELLINGS)


def capitalized_otherwise(base: Base) -> Iterator[Accident]:
    """A term is capitalized once in another way."""
    return _varied(base, _CAPITALS)


def hyphenated_otherwise(base: Base) -> Iterator[Accident]:
    """A term is hyphenated once in another way."""
    return _varied(base, _HYPHENS)


def _varied(base: Base, terms: dict[str, str]) -> Iterator[Accident]:
    """Write a term otherwise in one of the places of a text that has it three times or more."""
    for term, variant in terms.items():
        places = [
            base.span(node.start + match.start(), node.start + match.end())
            for node in base.main
            for match in re.finditer(rf"\b{term}\b(?!-)", node.text)
            if match.start()
        ]
        if len(places) >= 3 and variant not in base.read:
            yield from (Accident((Change(place, variant, marked=True),)) for place in places)


def letter_damaged(base: Base) -> Iterator[Accident]:
    """A conversion damages a letter, or puts one of another alphabet in its place."""
    for use in base.index.draft.mentions.acronyms:
        letter = next((c for c in use.short if c in _LOOK_ALIKE), None)
        if base.is_prose(use) and letter:
            words = base.read[use.start : use.end]
            yield Accident((base.replaced(use, words.replace(letter, _LOOK_ALIKE[letter], 1)),))
    for node in base.main:
        for match in list(re.finditer(r"\b[a-z]{9,}\b", node.text))[:3]:
            place = base.span(node.start + match.start() + 3, node.start + match.start() + 4)
            yield Accident((Change(place, "\ufffd", marked=True),))
