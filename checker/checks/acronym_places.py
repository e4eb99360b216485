"""What the checks of acronyms share: their options, other uses, and the edit that takes one out."""

from collections.abc import Sequence

from checker.evidence import Edit, Fix, Related, Safety
from checker.index import Index
from checker.index.shortforms import ShortForm
from checker.mentions import Mention
from checker.records import Record

_SHOWN = 5
_NEVER_ABBREVIATED = ("UN", "UNSC", "UNSCR", "UNGA", "UNSG", "SC", "GA", "SG", "ECOSOC")


class Acronyms(Record):
    """Options of the checks of introductions.

    Attributes:
        known: names that need no introduction.
        elsewhere: abbreviations that are another rule's: names that are never abbreviated.
    """

    known: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = _NEVER_ABBREVIATED

    def concern(self, form: ShortForm) -> bool:
        """Whether an acronym is to be introduced at all."""
        names = {form.name, form.name.split(" ", 1)[0]}
        return names.isdisjoint(self.known) and names.isdisjoint(self.elsewhere)


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
