"""Long forms: where the words stand whose initials spell an acronym."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "with", "against", "de", "du"})
# A name goes on over these: "Union" alone is not the name in "the Union of Merrin Ports".
_GOING_ON = re.compile(
    r"[-’'/]?[^\W_]| (?:(?:of|for|in|on|against|to) (?:the )?)?(?:[A-Z]|\()| ?[”\"]"
)
_SHORTEST = 2
_LONGEST = 10

Stretch = tuple[int, int]


def find_long_forms(
    text: str, acronyms: Collection[str], stretches: Sequence[Stretch]
) -> dict[str, Stretch]:
    """Return where the long form of an acronym first stands, for those whose initials tell it.

    Every word of a long form is capitalized, small words aside; an inner letter of the acronym may
    be the second of a word ("ECOWAS"). Where two different names fit, none is returned.

    Args:
        text: the text as read.
        acronyms: acronyms in the singular.
        stretches: where to look, in reading order; a name does not go over their ends.
    """
    wanted: dict[str, list[str]] = defaultdict(list)
    for acronym in acronyms:
        for key in _initials_of(acronym):
            wanted[key].append(acronym)
    lengths = sorted({len(key) for key in wanted})
    found: dict[str, list[Stretch]] = defaultdict(list)
    for run in _runs(text, stretches) if wanted else ():
        initials = "".join(text[start] for start, _ in run)
        for first in range(len(run)):
            for length in lengths:
                words = run[first : first + length]
                for acronym in wanted.get(initials[first : first + length], ()):
                    place = words[0][0], words[-1][1]
                    if _fits(acronym, [text[s:e] for s, e in words]) and not _GOING_ON.match(
                        text, place[1]
                    ):
                        found[acronym].append(place)
    return {
        acronym: places[0]
        for acronym, places in found.items()
        if len({text[start:end].casefold() for start, end in places}) == 1
    }


def _initials_of(acronym: str) -> Iterator[str]:
    """Yield the initials that a long form may have: "ECWAS" too for "ECOWAS"."""
    if not acronym.isalpha() or not acronym.isupper():
        return
    if not _SHORTEST <= len(acronym) <= _LONGEST:
        return
    yield acronym
    inner = range(1, len(acronym))
    for dropped in (1, 2):
        for places in combinations(inner, dropped):
            kept = [letter for place, letter in enumerate(acronym) if place not in places]
            if len(kept) > _SHORTEST:
                yield "".join(kept)


def _fits(acronym: str, words: Sequence[str]) -> bool:
    """Whether the letters are initials, some of them with the letter that follows in the word."""
    letters = acronym
    for word in words:
        if not letters.startswith(word[0]):
            return False
        letters = letters[1:]
        rest = word[1:]
        while letters and rest and rest[0].upper() == letters[0] and len(letters) > 0:
            if len(words) - words.index(word) - 1 >= len(letters):
                break
            letters, rest = letters[1:], rest[1:]
    return not letters
