"""Layout: where the parts of a draft begin, and what in them is running text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from checker.draft import Draft, Kind
from checker.mentions import Mention
from checker.patterns import lazy

_QUOTED = lazy(r"“[^”\n]{0,300}”|‘[^’\n]{0,300}’|\"[^\"\n]{0,300}\"")
_OPERATION = ("Operation ", "operation ")
_TITLES = ("Mr", "Ms", "Messrs", "Dr")
_PERSON = lazy(r"\b(?:Mr|Mrs|Ms|Messrs|Dr)\.?(?: [A-Z][\w.’'-]*){0,3} $")
_LONGEST_NAME = 60
_PROSE = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ITEM, Kind.TEXT})
_NUMBERED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE})


class Stretches:
    """Stretches of the text as read, in order and apart; asks whether one holds a mention."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
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


class Layout:
    """Where the parts of a draft begin, and what in them is running text."""

    def __init__(self, draft: Draft) -> None:
        """Find where the parts begin."""
        self._draft = draft
        self._annex_starts: list[int] = []
        self._part_starts: list[int] = [0]
        before = Kind.PREAMBULAR
        for node in draft.body:
            if node.kind is Kind.ANNEX:
                self._annex_starts.append(node.start)
            elif node.kind is before or node.kind not in _NUMBERED:
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
        if not self.is_main(mention) or self.quoted.hold(mention) or self._headings.hold(mention):
            return False
        text = self._draft.reading.text
        before = text[max(0, mention.start - _LONGEST_NAME) : mention.start]
        if before.endswith(_OPERATION):
            return False
        return not (any(title in before for title in _TITLES) and _PERSON.search(before))

    @cached_property
    def quoted(self) -> Stretches:
        """What stands between quotation marks: titles, terms and the words of others."""
        return Stretches(self._quotations())

    def _quotations(self) -> Iterator[tuple[int, int]]:
        for node in self._draft.nodes:
            text = node.text
            # Few paragraphs quote anything.
            if "“" in text or "‘" in text or '"' in text:
                for quotation in _QUOTED.finditer(text):
                    start, end = quotation.span()
                    yield node.start + start, node.start + end

    @cached_property
    def _headings(self) -> Stretches:
        nodes = self._draft.nodes
        return Stretches((node.start, node.end) for node in nodes if node.kind is Kind.HEADING)

    @cached_property
    def running_text(self) -> Sequence[tuple[int, int]]:
        """The stretches of the main text, without headings."""
        end = self._annex_starts[0] if self._annex_starts else len(self._draft.reading.text)
        return [
            (node.start, node.end)
            for node in self._draft.nodes
            if node.text and node.kind in _PROSE and node.end <= end
        ]

    @cached_property
    def long_forms(self) -> Stretches:
        """Where the long forms of introductions stand."""
        introductions = self._draft.mentions.introductions
        spans = [one.long_span for one in introductions if one.long_span is not None]
        return Stretches(map(self._draft.reading.stretch, spans))
