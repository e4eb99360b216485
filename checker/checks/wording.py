"""The checks ``forbidden-phrase`` and ``preferred-phrase``: words that the house avoids."""

from collections.abc import Iterator, Sequence
from typing import Literal

from checker.checks.phrases import Phrase
from checker.checks.registry import Says, check
from checker.checks.searching import (
    FOUND,
    Part,
    Stretch,
    find_in_nodes,
    paragraphs_of,
    parse_phrases,
    refuse_empty,
    values_of,
)
from checker.draft import Kind
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.records import Record

_UNSEARCHED = frozenset({Kind.HEADER, Kind.ORGAN, Kind.FURNITURE, Kind.BLANK, Kind.COMMENT})


class ForbiddenPhrase(Record):
    """Options of ``forbidden-phrase``.

    Attributes:
        phrases: what must not stand in a draft.
        unless: longer phrases in which they may stand.
        part: where they are looked for; "any" includes headings and annexes.
        once: whether only the first is reported, with the others as related places ("other").
    """

    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    part: Part = "any"
    once: bool = False

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read."""
        parse_phrases(self.phrases + self.unless)
        refuse_empty("phrases", self.phrases)


@check("forbidden-phrase", says=Says({"": FOUND}, roles=("other",)))
def forbidden_phrase(index: Index, options: ForbiddenPhrase) -> Iterator[Evidence]:
    """Say where words stand that do not belong into a draft."""
    allowed = [place for place, _ in _occurrences(index, options.unless, options.part)]
    found = [
        place
        for place, _ in _occurrences(index, options.phrases, options.part)
        if not any(start <= place[0] and place[1] <= end for start, end in allowed)
    ]
    reported = found[:1] if options.once else found
    others = tuple(Related("other", index.span(*place)) for place in found[len(reported) :])
    for start, end in reported:
        span = index.span(start, end)
        yield Evidence(
            span, values=values_of(index, index.text[start:end], span.start), related=others
        )


class PreferredPhrase(Record):
    """Options of ``preferred-phrase``.

    Attributes:
        phrases: what is written wrongly, each with what is right; the right form is plain text.
        unless: longer phrases in which the wrong form may stand.
        part: where it is looked for; "any" includes headings and annexes.
        safety: whether the fix can change what the draft means.
    """

    phrases: dict[str, str]
    unless: tuple[str, ...] = ()
    part: Part = "any"
    safety: Literal["safe", "unsafe"] = "unsafe"

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read."""
        parse_phrases((*self.phrases, *self.unless))
        refuse_empty("phrases", self.phrases)


@check("preferred-phrase", says=Says({"": (*FOUND, "preferred")}))
def preferred_phrase(index: Index, options: PreferredPhrase) -> Iterator[Evidence]:
    """Say where words stand for which the house has others."""
    allowed = [place for place, _ in _occurrences(index, options.unless, options.part)]
    for (start, end), phrase in _occurrences(index, tuple(options.phrases), options.part):
        found = index.text[start:end]
        preferred = options.phrases[phrase.text]
        if found[:1].isupper():
            preferred = preferred[:1].upper() + preferred[1:]
        if " ".join(found.split()) == preferred:
            continue
        if any(first <= start and end <= last for first, last in allowed):
            continue
        span = index.span(start, end)
        values = {**values_of(index, found, span.start), "preferred": preferred}
        yield Evidence(
            span,
            values=values,
            fix=_replacement(index, (start, end), preferred, Safety(options.safety)),
        )


def _replacement(index: Index, place: Stretch, words: str, safety: Safety) -> Fix | None:
    """Replace what differs; None where emphasis or a page break stands between the words."""
    start, end = place
    found = index.text[start:end]
    same = 0
    while same < min(len(found), len(words)) and found[same] == words[same]:
        same += 1
    # Whole words are replaced, so that the edit reads as one.
    first = found.rfind(" ", 0, same) + 1
    if found[:first] != words[:first]:
        first = 0
    span = index.span(start + first, end)
    if " ".join(index.draft.source.slice(span).split()) != " ".join(found[first:].split()):
        return None
    return Fix((Edit(span, words[first:]),), safety)


def _occurrences(index: Index, phrases: Sequence[str], part: Part) -> list[tuple[Stretch, Phrase]]:
    """Return where phrases stand, in order and without overlaps, the longer of two first."""
    tops = index.draft.body if part == "any" else paragraphs_of(index, part)
    nodes = [node for top in tops for node in top.walk() if node.kind not in _UNSEARCHED]
    places = find_in_nodes(index, nodes, parse_phrases(phrases))
    found = sorted(
        ((place, phrase) for _, place, phrase in places),
        key=lambda one: (one[0][0], -one[0][1]),
    )
    apart: list[tuple[Stretch, Phrase]] = []
    for place, phrase in found:
        if not apart or place[0] >= apart[-1][0][1]:
            apart.append((place, phrase))
    return apart
