"""Accidents of the introductions of acronyms."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from checker.checks.acronym_places import Acronyms
from checker.draft import Kind
from checker.mentions import AcronymUse, Introduction
from checker.rulebook import load_rulebook
from checker.source import Span
from tests.seeded.accident import Accident, Base, Change

_PLAIN = re.compile(r"[A-Z][A-Z-]*[A-Z]")
# A word of a name for another that begins alike: what is misremembered.
_MISREMEMBERED = {
    "Agency": "Authority",
    "Assistance": "Advisory",
    "Commission": "Committee",
    "Committee": "Commission",
    "Community": "Council",
    "Force": "Forum",
    "Integrated": "International",
    "Interim": "International",
    "Mission": "Mechanism",
    "Multidimensional": "Multinational",
    "Office": "Organization",
    "Operation": "Office",
    "Organization": "Office",
    "Peace": "Peacebuilding",
    "Programme": "Project",
    "Stabilization": "Support",
    "Support": "Stabilization",
    "Union": "Unity",
}


@cache
def needing_none() -> frozenset[str]:
    """Return the names that need no introduction, as the rule book has them."""
    names: set[str] = set()
    for name in ("undefined-acronym", "acronym-before-definition", "unused-acronym"):
        rule = load_rulebook().get(name)
        assert rule is not None
        assert isinstance(rule.options, Acronyms)
        names |= {*rule.options.known, *rule.options.elsewhere}
    return frozenset(names)


def _introduced(base: Base) -> Iterator[tuple[Introduction, list[AcronymUse]]]:
    """Yield the acronyms that the main text introduces once, with their later uses in it."""
    mentions = base.index.draft.mentions
    times = Counter(introduction.short for introduction in mentions.introductions)
    # A name of several words shares its acronym: "EUTM Mali".
    shared = {word for short in times if " " in short or "/" in short for word in short.split(" ")}
    for one in mentions.introductions:
        if one.quoted or not one.long or times[one.short] > 1 or not base.is_prose(one):
            continue
        if not _PLAIN.fullmatch(one.short) or one.short in needing_none() | shared:
            continue
        enclosed = base.read[one.start - 2 : one.start], base.read[one.end : one.end + 1]
        uses = [use for use in mentions.acronyms if use.short == one.short]
        inside = [use for use in uses if base.is_prose(use) and use.start > one.end]
        early = any(use.start < one.start for use in uses)
        if enclosed == (" (", ")") and inside and not early and one.long_span is not None:
            yield one, inside


def _without(base: Base, one: Introduction) -> Change:
    return Change(base.span(one.start - 2, one.end + 1), "")


def introduction_lost(base: Base) -> Iterator[Accident]:
    """An acronym loses its introduction."""
    for one, uses in _introduced(base):
        yield Accident((_without(base, one),), tuple(use.span for use in uses))


def introduced_again(base: Base) -> Iterator[Accident]:
    """An acronym is introduced a second time in the same part."""
    for one, uses in _introduced(base):
        for use in uses:
            if base.top(use).kind is base.top(one).kind:
                yield Accident((base.replaced(use, _in_full(one)),))


def introduced_in_both_parts(base: Base) -> Iterator[Accident]:
    """An acronym of the preamble is introduced again in the operative part."""
    for one, uses in _introduced(base):
        for use in uses:
            if base.top(use).kind is not base.top(one).kind:
                yield Accident((base.replaced(use, _in_full(one)),))


def introduced_late(base: Base) -> Iterator[Accident]:
    """The introduction stands at the second use."""
    for one, uses in _introduced(base):
        long = one.long_span
        if long is None or base.source[long.start : long.end] != one.long:
            continue
        whole = Span(long.start, base.span(one.start - 1, one.end + 1).end)
        first = Change(whole, one.short, marked=True)
        yield Accident((first, base.replaced(uses[0], _in_full(one))))


def _in_full(one: Introduction) -> str:
    return f"{one.long} ({one.short})"


def two_long_forms(base: Base) -> Iterator[Accident]:
    """An acronym is introduced again, with a name that is only nearly right."""
    for one, uses in _introduced(base):
        for word, other in _MISREMEMBERED.items():
            if re.search(rf"\b{word}\b", one.long):
                long = re.sub(rf"\b{word}\b", other, one.long, count=1)
                for use in uses[:4]:
                    yield Accident((base.replaced(use, f"{long} ({one.short})"),))


def never_used(base: Base) -> Iterator[Accident]:
    """The only use of an acronym is written in full."""
    for one, uses in _introduced(base):
        everywhere = [u for u in base.index.draft.mentions.acronyms if u.short == one.short]
        if len(uses) == len(everywhere) == 1:
            yield Accident((base.replaced(uses[0], one.long, marked=False),), (one.span,))


def copied(base: Base) -> Iterator[Accident]:
    """A paragraph of another text is copied with its acronyms."""
    donor = base.neighbour
    if donor is None or not base.numbered:
        return
    mentions = base.index.draft.mentions
    own = {one.short for one in mentions.introductions}
    own |= {use.short for use in mentions.acronyms}
    last = base.numbered[-1]
    start = last.hull.start
    for one, uses in _introduced(donor):
        paragraph = donor.top(uses[0])
        words = " ".join(paragraph.text.split())
        if paragraph.kind is not Kind.OPERATIVE or paragraph.children or one.short in own:
            continue
        text = f"{last.number}. {words}\n\n"
        place = text.find(one.short)
        if place < 0 or f"({one.short})" in text or not text.endswith(";\n\n"):
            continue
        yield Accident(
            (
                Change(Span(start, start), text, marked=True),
                base.relabelled(last, str(int(last.number) + 1)),
            )
        )


def united_nations_abbreviated(base: Base) -> Iterator[Accident]:
    """ "UN" is written for the United Nations."""
    mentions = base.index.draft.mentions
    if any(use.short == "UN" for use in mentions.acronyms):
        return
    named = [one.long_span for one in mentions.introductions if one.long_span is not None]
    for node in base.main:
        for match in re.finditer(r"\bUnited Nations(?= [a-z]+\b)", node.text):
            span = base.span(node.start + match.start(), node.start + match.end())
            if not any(span.overlaps(name) for name in named):
                yield Accident((Change(span, "UN", marked=True),))
