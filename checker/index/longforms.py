"""Long forms: where the words stand whose initials spell an acronym."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from checker.patterns import lazy

Stretch = tuple[int, int]
# Acronyms by how many letters each word of the long form gives: few shapes, and many acronyms.
_Shapes = dict[tuple[int, ...], set[str]]

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "with", "against", "de", "du", "des", "la", "et"}
)
_CAPITAL = r"[A-Z\u00c0-\u00d6\u00d8-\u00de]"
_LETTERS = r"[^\W_]*(?:['’][^\W_]+)?"
_CAPITALIZED = _CAPITAL + _LETTERS
# What begins with a set of letters is found faster than what begins by looking behind.
_BETWEEN = rf"[ /-](?:(?:{'|'.join(sorted(_SMALL_WORDS))}) )*"
_RUN = lazy(rf"{_CAPITAL}(?<![^\W_]{_CAPITAL}){_LETTERS}(?:{_BETWEEN}{_CAPITALIZED})+")
# "Union" is not the end of "the African Union Commission" or of "the Union of Merrin Ports".
_NAME_GOES_ON = lazy(r"[-’'/”\"]| (?:(?:of|for|in|on|against|to) (?:the )?)?[A-Z]| \(")
_ARTICLES = lazy(r"\b(?:the|a|an) ")
_FOLDED = lazy(r"(?<=i)s(?=[aei])|(?<=yz)e|(?<=t)re\b|(?<=gram)me\b|(?<=[a-z]{2})s\b")
_CAPITALS = lazy(r"\b[A-Z]{2,}\b")
_APART = lazy(r"[^\w]+")
_FEWEST_LETTERS = 2
_MOST_LETTERS = 10


def find_long_forms(
    text: str, acronyms: Collection[str], stretches: Sequence[Stretch]
) -> dict[str, Stretch]:
    """Return where the long form of an acronym first stands, for those whose initials tell it.

    Every word of a long form is capitalized, small words aside; up to two letters of the acronym
    may be no initials but stand second in a word ("ECOWAS"). Where two different names fit, the
    acronym has no place.

    Args:
        text: the text as read.
        acronyms: acronyms in the singular.
        stretches: where to look, in reading order; a name does not go over their ends.
    """
    wanted: dict[str, _Shapes] = defaultdict(lambda: defaultdict(set))
    for acronym in acronyms:
        for beginnings in _beginnings(acronym):
            initials = "".join([beginning[0] for beginning in beginnings])
            wanted[initials][tuple(map(len, beginnings))].add(acronym)
    lengths = sorted({len(initials) for initials in wanted})
    pairs = {initials[:2] for initials in wanted}
    found: dict[str, list[Stretch]] = defaultdict(list)
    for run in _runs(text, stretches, pairs):
        initials = "".join([word.group()[0] for word in run])
        for first in range(len(run)):
            if initials[first : first + 2] not in pairs:
                continue
            for length in lengths:
                shapes = wanted.get(initials[first : first + length])
                words = run[first : first + length]
                if shapes is None or len(words) < length or not _is_whole(text, run, first, length):
                    continue
                for acronym in _spelt(words, shapes):
                    found[acronym].append((words[0].start(), words[-1].end()))
    return {
        acronym: places[0]
        for acronym, places in found.items()
        if len({text[start:end].casefold() for start, end in places}) == 1
    }


def _beginnings(acronym: str) -> Iterator[list[str]]:
    """Yield how the words of a long form may begin: E, C, O, W... and E, CO, W... for "ECOWAS"."""
    plain = acronym.isascii() and acronym.isalpha() and acronym.isupper()
    if not plain or not _FEWEST_LETTERS <= len(acronym) <= _MOST_LETTERS:
        return
    for joined in range(3):
        for places in combinations(range(1, len(acronym)), joined):
            cuts = [place for place in range(len(acronym)) if place not in places]
            if len(cuts) > _FEWEST_LETTERS or not joined:
                yield [acronym[a:b] for a, b in zip(cuts, [*cuts[1:], None], strict=True)]


def _runs(
    text: str, stretches: Sequence[Stretch], pairs: Collection[str]
) -> Iterator[list[re.Match[str]]]:
    """Yield runs of capitalized words, small words left out, where two have wanted initials."""
    if not pairs:
        return
    has_pair = _neighbours(pairs).search
    for start, end in stretches:
        if has_pair(text, start, end):
            for run in _RUN.finditer(text, start, end):
                words = _WORD.finditer(text, *run.span())
                yield [word for word in words if word.group() not in _SMALL_WORDS]


def _neighbours(pairs: Collection[str]) -> re.Pattern[str]:
    """Return a pattern of two words next to each other in a run, for pairs of initials."""
    after: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        after[pair[0]].add(pair[1])
    words = (
        rf"{first}(?<![^\W_]{first}){_LETTERS}{_BETWEEN}[{''.join(sorted(seconds))}]"
        for first, seconds in sorted(after.items())
    )
    return re.compile("|".join(words))


def _spelt(words: Sequence[re.Match[str]], shapes: _Shapes) -> Iterator[str]:
    """Yield the wanted acronyms that the beginnings of words spell."""
    for shape, acronyms in shapes.items():
        beginnings = zip(words, shape, strict=True)
        spelt = "".join([word.group().upper()[:letters] for word, letters in beginnings])
        if spelt in acronyms:
            yield spelt


def _is_whole(text: str, run: Sequence[re.Match[str]], first: int, length: int) -> bool:
    """Whether the words are a name of their own and not part of a longer one."""
    begun = first > 0 and run[first].start() - run[first - 1].end() == 1
    return not begun and _NAME_GOES_ON.match(text, run[first + length - 1].end()) is None


def same_name(one: str, other: str) -> bool:
    """Whether two long forms are one name: articles, case, number and spelling aside.

    So are a name and its end, or its middle: "Mission" for "United Nations Mission in Talvania",
    and a name with another abbreviated in it: "EU Naval Force".
    """
    words, others = sorted((_plain(one), _plain(other)), key=len)
    if f" {words} " in f" {others} ":
        return True
    abbreviated = _CAPITALS.search(one) or _CAPITALS.search(other)
    return abbreviated is not None and _initials(one) == _initials(other)


def begins_words(acronym: str, long: str) -> bool:
    """Whether the letters of an acronym are beginnings of words of a long form, in order.

    Each letter begins a word or follows the letter before it: "ECOWAS" of "Economic Community of
    West African States". Words may be left out, but not the first.
    """
    words = [word.group().casefold() for word in _WORD.finditer(long.replace("-", " "))]
    letters = "".join(filter(str.isalnum, acronym)).casefold()
    places = {(0, 1)} if words and words[0][0] == letters[:1] else set()
    for letter in letters[1:]:
        places = {
            place
            for word, taken in places
            for place in (
                [(word, taken + 1)] * (words[word][taken : taken + 1] == letter)
                + [(later, 1) for later in range(word + 1, len(words)) if words[later][0] == letter]
            )
        }
    return bool(places)


def _initials(long: str) -> str:
    words = [word.group() for word in _WORD.finditer(long)]
    return "".join(
        word if word.isupper() else word[0].upper() for word in words if word not in _SMALL_WORDS
    )


def _plain(long: str) -> str:
    text = long.casefold().replace("&", " and ").replace("’", "'").replace("'s", "")
    text = _APART.sub(" ", _ARTICLES.sub("", _APART.sub(" ", text)))
    return " ".join(_FOLDED.sub(_folded, word) for word in text.split() if word != "and")


def _folded(match: re.Match[str]) -> str:
    """Return one spelling for "organisation", "centre", "programme" and for plurals."""
    return {"s": "z" if match.end() < len(match.string) else "", "re": "er"}.get(match.group(), "")
