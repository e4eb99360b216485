"""Short forms: every acronym and defined term with its introductions and its uses."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.mentions import AcronymUse, Introduction
from checker.parsing.acronyms import singular

_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b")
_ACRONYM = re.compile(r"[A-Z]{2,}(?:-[A-Z]+)*")


@dataclass(frozen=True, slots=True)
class ShortForm:
    """An acronym with everything the draft does with it.

    Attributes:
        name: the acronym in the singular, as it is introduced: "MINUSMA", "EUTM Mali"; of one
            that is not, with the name word without which it says nothing: "G5 Sahel".
        introductions: where it is introduced, in reading order.
        uses: where it is used, in reading order, without the introductions.
    """

    name: str
    introductions: tuple[Introduction, ...]
    uses: tuple[AcronymUse, ...]


def short_forms(
    text: str, introductions: Sequence[Introduction], uses: Sequence[AcronymUse]
) -> tuple[ShortForm, ...]:
    """Bring introductions and uses of acronyms together, in order of first appearance."""
    introduced = _by_key([one for one in introductions if not one.quoted])
    aliases = _aliases(introduced)
    used: dict[str, list[AcronymUse]] = defaultdict(list)
    for use in uses:
        used[aliases.get(use.short, use.short)].append(use)
    found = [
        ShortForm(
            _name(text, key, introduced.get(key, ()), used.get(key, ())),
            tuple(introduced.get(key, ())),
            tuple(used.get(key, ())),
        )
        for key in {**introduced, **used}
    ]
    return tuple(sorted(found, key=_first_appearance))


def _by_key(introductions: Sequence[Introduction]) -> dict[str, list[Introduction]]:
    """Sort introductions by the acronym that each of them introduces."""
    alone = {singular(one.short) for one in introductions}
    found: dict[str, list[Introduction]] = defaultdict(list)
    for introduction in introductions:
        words = singular(introduction.short).split(" ")
        # "(EUTM Mali)" introduces EUTM; "(AU PSC)" the PSC and, where nothing else does, the AU.
        acronyms = [word for word in words[1:] if _ACRONYM.fullmatch(word)]
        if not acronyms:
            found[words[0]].append(introduction)
            continue
        found[acronyms[-1]].append(introduction)
        if words[0] not in alone and words[0] not in found:
            found[words[0]].append(introduction)
    return found


def _aliases(introduced: Iterable[str]) -> dict[str, str]:
    """Return the parts under which an acronym with a slash is used too: "SLM" of "SLM/A"."""
    parts = [(part, key) for key in introduced if "/" in key for part in key.split("/")]
    own = set(introduced)
    times = Counter(part for part, _ in parts)
    return {
        part: key
        for part, key in parts
        if len(part) > 1 and times[part] == 1 and part not in own
    }


def _name(
    text: str, key: str, introductions: Sequence[Introduction], uses: Sequence[AcronymUse]
) -> str:
    if introductions:
        return singular(introductions[0].short)
    if key.isupper() and key.isalpha():
        return key
    words = {_following(text, use) for use in uses}
    if len(words) == 1 and (word := words.pop()) and len(uses) > 1:
        return f"{key} {word}"
    return key


def _following(text: str, use: AcronymUse) -> str:
    match = _NEXT_WORD.match(text, use.end)
    return match[1] if match else ""


def _first_appearance(form: ShortForm) -> int:
    return min(mention.start for mention in (*form.introductions, *form.uses))
