"""What the checks of acronyms share: their options, and where in a draft an acronym stands."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from checker.checks.searching import STRICT
from checker.draft import Kind
from checker.evidence import Edit, Fix, Related, Safety
from checker.index import Index
from checker.index.shortforms import ShortForm
from checker.mentions import Mention
from checker.patterns import lazy

_SHOWN = 5
_QUOTED = lazy(r"“[^”\n]{0,300}”|‘[^’\n]{0,300}’|\"[^\"\n]{0,300}\"")
_OPERATION = ("Operation ", "operation ")
_PERSON = lazy(r"\b(?:Mr|Mrs|Ms|Messrs|Dr)\.?(?: [A-Z][\w.’'-]*){0,3} $")
_LONGEST_NAME = 60
_PROSE = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ITEM, Kind.TEXT})
_NEVER_ABBREVIATED = ("UN", "UNSC", "UNSCR", "UNGA", "UNSG", "SC", "GA", "SG", "ECOSOC")


@dataclass(frozen=True, slots=True)
class Acronyms:
    """Options of the checks of introductions.

    Attributes:
        known: names that need no introduction.
        elsewhere: abbreviations that are another rule's: names that are never abbreviated.
    """

    __pydantic_config__: ClassVar[Mapping[str, object]] = STRICT

    known: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = _NEVER_ABBREVIATED

    def concern(self, form: ShortForm) -> bool:
        """Whether an acronym is to be introduced at all."""
        names = {form.name, form.name.split(" ", 1)[0]}
        return names.isdisjoint(self.known) and names.isdisjoint(self.elsewhere)


@dataclass(frozen=True, slots=True)
class AcceptableAcronyms(Acronyms):
    """Options of the checks that say nothing of a name that the reader knows anyway.

    Attributes:
        accepted: names that a configuration accepts.
    """

    accepted: tuple[str, ...] = ()

    def concern(self, form: ShortForm) -> bool:
        """Whether an acronym is to be introduced at all."""
        names = {form.name, form.name.split(" ", 1)[0]}
        return names.isdisjoint(self.accepted) and Acronyms.concern(self, form)


def other_uses(places: Sequence[Mention]) -> tuple[Related, ...]:
    """Return the first of the other places, the last of them with how many more there are."""
    more = len(places) - _SHOWN
    shown = [Related("use", place.span) for place in places[:_SHOWN]]
    if more > 0:
        shown[-1] = Related("uses", shown[-1].span, {"more": more})
    return tuple(shown)


def taken_out(index: Index, start: int, end: int) -> Fix | None:
    """Return the edit that takes a stretch of the text as read out of the source.

    None where the source has more than these words there: emphasis, or the end of a line. It is not
    safe: what is not used may be used in a paragraph that is still to come.
    """
    span = index.span(start, end)
    if index.draft.source.slice(span) != index.text[start:end]:
        return None
    return Fix((Edit(span, ""),), Safety.UNSAFE)


class Stretches:
    """Stretches of the text as read, in order and apart; asks whether one holds a mention."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        """Sort the stretches."""
        self._stretches = sorted(stretches)
        self._starts = [start for start, _ in self._stretches]

    def hold(self, mention: Mention) -> bool:
        """Whether a mention lies inside one of them."""
        place = bisect_right(self._starts, mention.start) - 1
        return place >= 0 and mention.end <= self._stretches[place][1]

    def cover(self, offset: int) -> bool:
        """Whether an offset lies inside one of them."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._stretches[place][1]


def quotations(text: str) -> Stretches:
    """Return what stands between quotation marks: titles, terms and the words of others."""
    return Stretches([match.span() for match in _QUOTED.finditer(text)])


class Layout:
    """Where the parts of a draft begin, and what in them is running text."""

    def __init__(self, index: Index) -> None:
        """Find where the parts begin and what stands between quotation marks."""
        self._index = index
        self.quoted = quotations(index.text)
        self._annex_starts: list[int] = []
        self._part_starts: list[int] = [0]
        before = Kind.PREAMBULAR
        for node in index.draft.body:
            if node.kind is Kind.ANNEX:
                self._annex_starts.append(node.start)
            elif node.kind is before or node.kind not in {Kind.PREAMBULAR, Kind.OPERATIVE}:
                continue
            self._part_starts.append(node.start)
            before = node.kind

    def part(self, mention: Mention) -> int:
        """Return which part a mention stands in, counted through the draft."""
        return bisect_right(self._part_starts, mention.start)

    def is_main(self, mention: Mention) -> bool:
        """Whether a mention stands in the main text, which no annex goes before."""
        return bisect_right(self._annex_starts, mention.start) == 0

    def is_running_text(self, mention: Mention) -> bool:
        """Whether a mention stands in the main text, and in no heading, quotation or own name."""
        if not self.is_main(mention) or self.quoted.hold(mention):
            return False
        if self._index.kind_at(mention) is Kind.HEADING:
            return False
        before = self._index.text[max(0, mention.start - _LONGEST_NAME) : mention.start]
        return not before.endswith(_OPERATION) and not _PERSON.search(before)

    @cached_property
    def running_text(self) -> list[tuple[int, int]]:
        """The stretches of the main text, without headings."""
        end = self._annex_starts[0] if self._annex_starts else len(self._index.text)
        return [
            (node.start, node.end)
            for node in self._index.draft.nodes
            if node.text and node.kind in _PROSE and node.end <= end
        ]

    @cached_property
    def long_forms(self) -> Stretches:
        """Where the long forms of introductions stand."""
        reading = self._index.draft.reading
        introductions = self._index.draft.mentions.introductions
        return Stretches(
            [reading.stretch(one.long_span) for one in introductions if one.long_span is not None]
        )
