"""Short forms: every acronym and defined term with its introductions and its uses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.mentions import AcronymUse, Introduction
from checker.parsing.acronyms import singular
from checker.parsing.labels import is_numeral
from checker.patterns import lazy
from checker.records import Record

_NEXT_WORD = lazy(r" ([A-Z][a-z]+)\b")
_ACRONYM = lazy(r"[A-Z]{2,}(?:-[A-Z]+)*")
# "(UN Women)" introduces no UN, as "(EUTM Mali)" does EUTM.
_ORGANIZATION = lazy(r"[A-Z]{2}")
_MOST_ALIKE = 8


class ShortForm(Record):
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
    longer = _longer_names(introduced)
    parts = _parts(introduced)
    used: dict[str, list[AcronymUse]] = defaultdict(list)
    for use in uses:
        used[_key(text, use, introduced, longer, parts)].append(use)
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
    """Sort introductions by the short form that each of them introduces."""
    alone = {singular(one.short) for one in introductions}
    found: dict[str, list[Introduction]] = defaultdict(list)
    for introduction in introductions:
        short = singular(introduction.short)
        first, *rest = short.split(" ")
        acronyms = [word for word in rest if _is_acronym(word)]
        # "(AU PSC)" introduces the PSC and, where nothing else does, the AU.
        found[acronyms[-1] if acronyms else short].append(introduction)
        if acronyms and first not in alone and first not in found:
            found[first].append(introduction)
    return found


def _is_acronym(word: str) -> bool:
    return _ACRONYM.fullmatch(word) is not None and not is_numeral(word)


def _longer_names(introduced: Iterable[str]) -> dict[str, list[str]]:
    """Return the names of several words by their first: "EUTM Mali" under "EUTM"."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in introduced:
        if " " in key:
            found[key.split(" ", 1)[0]].append(key)
    return found


def _parts(introduced: Iterable[str]) -> dict[str, str]:
    """Return the parts under which an acronym with a slash is used too: "SLM" of "SLM/A"."""
    parts = [(part, key) for key in introduced if "/" in key for part in key.split("/")]
    times = Counter(part for part, _ in parts)
    return {part: key for part, key in parts if len(part) > 1 and times[part] == 1}


def _key(
    text: str,
    use: AcronymUse,
    introduced: Mapping[str, object],
    longer: Mapping[str, Sequence[str]],
    parts: Mapping[str, str],
) -> str:
    names = longer.get(use.short, ())
    # A list of names that begin alike is short, but nothing says so; the first few are enough.
    for name in names[:_MOST_ALIKE]:
        if text.startswith(name[len(use.short) :], use.end):
            return name
    if use.short in introduced:
        return use.short
    if names and not _ORGANIZATION.fullmatch(use.short):
        return names[0]
    return parts.get(use.short, use.short)


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
