"""Short forms: every acronym and defined term with its introductions and its uses."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.mentions import AcronymUse, Introduction

_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b")
_PLURAL_ENDING = re.compile(r"(?<=[A-Z0-9])s$")


@dataclass(frozen=True, slots=True)
class ShortForm:
    """An acronym with everything the draft does with it.

    Attributes:
        name: the acronym in the singular, with the name words that always follow it: "MINUSMA",
            "EUTM Mali".
        introductions: where it is introduced, in reading order.
        uses: where it is used, in reading order, without the introductions.
    """

    name: str
    introductions: tuple[Introduction, ...]
    uses: tuple[AcronymUse, ...]


def first_word(short: str) -> str:
    """Return the acronym that a short form begins with, in the singular: "EUTM" of "EUTM Mali"."""
    return _PLURAL_ENDING.sub("", short.split(" ", maxsplit=1)[0])


def short_forms(
    text: str, introductions: Sequence[Introduction], uses: Sequence[AcronymUse]
) -> tuple[ShortForm, ...]:
    """Bring introductions and uses of acronyms together, in order of first appearance."""
    introduced: dict[str, list[Introduction]] = defaultdict(list)
    used: dict[str, list[AcronymUse]] = defaultdict(list)
    for introduction in introductions:
        if not introduction.quoted:
            introduced[first_word(introduction.short)].append(introduction)
    for use in uses:
        for name in _parts(use.short, introduced):
            used[name].append(use)
    found = [
        ShortForm(
            _name(text, key, introduced[key], used[key]),
            tuple(introduced[key]),
            tuple(used[key]),
        )
        for key in {**introduced, **used}
    ]
    return tuple(sorted(found, key=_first_appearance))


def _parts(short: str, introduced: dict[str, list[Introduction]]) -> list[str]:
    """Split "AU-UN" into two acronyms unless it is introduced as one."""
    if short in introduced or "-" not in short:
        return [short]
    parts = short.split("-")
    if all(part.isalpha() and part.isupper() and len(part) > 1 for part in parts):
        return parts
    return [short]


def _name(
    text: str, key: str, introductions: Sequence[Introduction], uses: Sequence[AcronymUse]
) -> str:
    """Return the acronym with the capitalized word that follows all its uses: "G5 Sahel"."""
    if introductions:
        return _PLURAL_ENDING.sub("", introductions[0].short)
    words = {_following(text, use) for use in uses}
    if len(words) == 1 and (word := words.pop()) and len(uses) > 1:
        return f"{key} {word}"
    return key


def _following(text: str, use: AcronymUse) -> str:
    match = _NEXT_WORD.match(text, use.end)
    return match[1] if match else ""


def _first_appearance(form: ShortForm) -> int:
    places = [mention.start for mention in (*form.introductions, *form.uses)]
    return min(places)
