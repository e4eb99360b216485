"""Mandate ends: what a draft extends, and until when.

An end date belongs to the thing extended: a mission, a panel, measures, an authorization. Where the
thing cannot be told, no end is recorded, so that nothing is compared that does not belong together.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Protocol

from checker.index.deadlines import ENDS, Clause, GovernedDate
from checker.mentions import AcronymUse, Introduction
from checker.patterns import lazy
from checker.records import Record

MEASURES = "measures"
"""What is held by no mission or panel: measures, provisions, tasks."""

_EXTENDING = lazy(
    r"\bto (?:\w+ly |further )?(?:extend|renew|prolong|maintain)\b"
    r"|\b(?:[Ee]xtends|[Rr]enews|[Pp]rolongs)\b|\bthe (?:extension|renewal) of\b"
)
_EXTENDED = lazy(
    r"\bshall (?:\w+ly )?(?:be (?:further )?(?:extended|renewed|prolonged|deployed)|continue"
    r"|remain in force|expire|end|terminate)\b"
)
_ESTABLISHING = lazy(r"\bto (?:re-?)?establish\b")
_CEASING = lazy(
    r"\b(?:until|before|prior to|by|in advance of) (?:the )?(?:end|expiry|expiration|completion)"
    r" (?:date )?of\b"
)
_APPOSITION = lazy(r", the (?:end|expiry|expiration) (?:date )?of (?=[^,;]{0,80}\bmandate\b)")
_ANOTHER_ACT = lazy(r"(?:,|\band\b)(?: also| further)? to [a-z]+ (?!by\b)")
_OWN_TERM = lazy(r"\b(?:current|existing|present|initial|previous|last)\b")

_HELD = r"(?P<held>mandates?|deployment|authori[sz]ation)"
_OF = lazy(rf"\b{_HELD}(?: and capacity| period)? (?:of|granted to|given to) (?:the )?")
_POSSESSED = lazy(
    r"(?<![\w-])(?P<owner>[\w-]++(?: [A-Z][\w-]++){0,3})['’]s? "
    rf"(?:(?:current|present|existing) )?{_HELD}"
    r"(?! (?:modification|review|tasks?)\b)"
)
_ITS = lazy(rf"\bits (?:(?:current|present|existing) )?{_HELD}(?! (?:modification|review)\b)")
_BODY = lazy(
    r"(?:[Pp]anel|[Gg]roup|[Tt]eam|[Cc]ommittee) of [Ee]xperts"
    r"|(?:[A-Z]|[0-9]{4} [A-Z])[\w-]*(?:(?: (?:of|for|in|to|on|and|the|support)){0,3} [A-Z][\w-]*)*"
)
_MEASURES = lazy(
    r"\b(?:(?!mandate\b|shall\b|that\b|necessary\b)[\w-]{1,40}+ ){0,8}?(?<!necessary )"
    r"(?:measures|provisions|prohibitions?|exemptions?|tasks)\b"
    r"[^,;]{0,200}?\bresolutions? \d+(?: \(\d{4}\))?"
)
_GENERIC = frozenset({"united nations", "security council", "secretary-general", "african union"})
_ARTICLE = lazy(r"[ ,]*(?:the )?")
_SOMETHING_OF = lazy(r"[ ,]{0,4}(?:the )?(?<![\w-])[\w-]++['’]s?\b")
_FURTHER_ON = lazy(r"[;:]|\bto [a-z]|\band\b")
_BREAK = lazy(r"[;:]")
_LONGEST_NAME = 160
_NEAR = 900


class Thing(Record):
    """What a draft extends.

    Attributes:
        held: what of it is extended: "mandate", "deployment", "authorization" or "measures".
        name: the mission, panel or authority, by its acronym where it has one; or the words that
            name the measures.
    """

    held: str
    name: str

    @property
    def key(self) -> tuple[str, str]:
        """By what two mentions of the same thing are recognized."""
        return self.held, self.name.lower()

    def __str__(self) -> str:
        """Name the thing as in "the mandate of UNSMTA", "the mandate of the Panel of Experts"."""
        if self.held == MEASURES:
            return f"the {self.name}"
        return f"the {self.held} of {'the ' if ' ' in self.name else ''}{self.name}"


class MandateEnd(Record):
    """An end date that the draft sets for a thing."""

    thing: Thing
    date: GovernedDate


class Governed(Protocol):
    """A date or a period with the word that governs it, and the clause in which it stands."""

    @property
    def start(self) -> int:
        """Where the governing word begins in the text as read."""

    @property
    def end(self) -> int:
        """The offset after the date or period."""

    @property
    def clause(self) -> Clause:
        """Its clause."""


class Names:
    """The names by which a draft calls missions and panels."""

    def __init__(
        self, text: str, uses: Sequence[AcronymUse], introductions: Sequence[Introduction]
    ) -> None:
        """Lay out the acronyms of a draft by place and by long form.

        Args:
            text: the text as read.
            uses: the uses of acronyms, in reading order.
            introductions: the introductions of acronyms and terms, in reading order.
        """
        self._text = text
        self._uses: Mapping[int, str] = {use.start: use.short for use in uses}
        self._acronyms = [entry for entry in introductions if not entry.quoted]
        self._places = [entry.start for entry in self._acronyms]
        self._long: Mapping[str, str] = {
            entry.long.lower(): entry.short for entry in reversed(self._acronyms) if entry.long
        }
        self._use_places = [use.start for use in uses]
        self._shorts = [use.short for use in uses]

    def at(self, start: int, end: int) -> str:
        """Return the name that begins at an offset, or "" where none is told."""
        if start in self._uses:
            return self._uses[start]
        body = _BODY.match(self._text, start, end)
        if body is None:
            return ""
        place = bisect_left(self._places, start)
        if place < len(self._places) and self._places[place] <= min(end, start + _LONGEST_NAME):
            between = self._text[start : self._places[place]]
            if between.endswith(" (") and not re.search(r"[,;()]", between[:-1]):
                return self._acronyms[place].short
        name = body.group()
        return "" if name.lower() in _GENERIC else self._long.get(name.lower(), name)

    def only_before(self, start: int, end: int) -> str:
        """Return the acronym used in a stretch where it is the only one, else ""."""
        low, high = bisect_left(self._use_places, start), bisect_left(self._use_places, end)
        names = set(self._shorts[low:high])
        return names.pop() if len(names) == 1 else ""


def mandate_ends(text: str, dates: Sequence[GovernedDate], names: Names) -> tuple[MandateEnd, ...]:
    """Return the end dates that the given dates set, in reading order."""
    found = []
    for date in dates:
        if date.last_day is None or not date.sets:
            continue
        thing = _extended(text, date, names) or _ceasing(text, date, names)
        if thing is not None:
            found.append(MandateEnd(thing, date))
    return tuple(found)


def _extended(text: str, date: GovernedDate, names: Names) -> Thing | None:
    """Return what a clause like "Decides to extend ... until DATE" extends."""
    return extended_in(text, date, names) if date.word in ENDS else None


def extended_in(text: str, date: Governed, names: Names) -> Thing | None:
    """Return what the clause of a date or period extends to it, None where it extends nothing.

    Args:
        text: the text as read.
        date: a date or period whose governing word leads to the end of something.
        names: the names of missions and panels.
    """
    low, high = _around(date)
    extending = _last(_EXTENDING, text, low, date.start)
    if extending is not None and not _ANOTHER_ACT.search(text, extending.end(), date.start):
        found = _thing(text, _after(extending.end(), date), high, names)
        return found or _thing(text, date.end, high, names)
    lead = date.clause.lead
    if lead is not None and _last(_EXTENDING, text, max(lead.start, lead.end - _NEAR), lead.end):
        return _thing(text, _after(low, date), high, names)
    extended = _last(_EXTENDED, text, low, date.start)
    if extended is not None and not _ANOTHER_ACT.search(text, extended.end(), date.start):
        found = _thing(text, low, extended.start(), names)
        if found is not None:
            return found
        name = names.only_before(low, extended.start())
        return Thing("mandate", name) if name else None
    establishing = _last(_ESTABLISHING, text, low, date.start)
    if establishing is not None and not _ANOTHER_ACT.search(text, establishing.end(), date.start):
        name = _named(text, _after(establishing.end(), date), high, names)
        return Thing("mandate", name) if name else None
    return None


def _ceasing(text: str, date: GovernedDate, names: Names) -> Thing | None:
    """Return whose mandate ends in "until the end of UNSMTA's mandate on DATE" or the reverse."""
    apposition = _APPOSITION.match(text, date.end)
    if apposition is not None:
        return _thing(text, apposition.end(), _around(date)[1], names)
    if date.word not in {"on", "ending on", ""}:
        return None
    ceasing = _last(_CEASING, text, _around(date)[0], date.start)
    if ceasing is None or _BREAK.search(text, ceasing.end(), date.start):
        return None
    if _OWN_TERM.search(text, ceasing.end(), date.start):
        return None
    return _thing(text, ceasing.end(), date.start, names)


def _around(date: Governed) -> tuple[int, int]:
    """Return the stretch of the clause near a date; a clause without end stays linear."""
    low = max(date.clause.start, date.start - _NEAR)
    return low, min(date.clause.end, date.end + _NEAR)


def _after(start: int, date: Governed) -> int:
    """Return where the thing may begin: after the date where the date follows the verb at once."""
    return date.end if date.start - start <= len(", ") else start


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last match of a pattern in a stretch."""
    found = None
    for found in pattern.finditer(text, start, end):  # noqa: B007
        pass
    return found


def _thing(text: str, start: int, end: int, names: Names) -> Thing | None:
    """Return the first thing that a stretch names, or None where that cannot be told."""
    options = [
        found
        for pattern in (_OF, _POSSESSED, _ITS)
        if (found := pattern.search(text, start, end)) is not None
    ]
    first = min(options, key=lambda found: found.start("held"), default=None)
    measures = _MEASURES.search(text, start, end)
    if measures is not None and (first is None or measures.start() < first.start()):
        far = _FURTHER_ON.search(text, start, measures.start()) is not None
        return None if far else Thing(MEASURES, measures.group().strip().removeprefix("the "))
    if first is not None and _FURTHER_ON.search(text, start, first.start()) is None:
        return _held(text, first, end, names)
    name = "" if _SOMETHING_OF.match(text, start, end) else _named(text, start, end, names)
    return Thing("mandate", name) if name else None


def _held(text: str, found: re.Match[str], end: int, names: Names) -> Thing | None:
    """Return whose mandate, deployment or authorization was found."""
    held = found["held"].lower().replace("authoris", "authoriz")
    if held.endswith("s"):
        return None
    if "owner" in found.re.groupindex:
        name = _named(text, found.start(), found.end("owner"), names)
    elif found.group().startswith("its "):
        name = names.only_before(max(0, found.start() - _NEAR), found.start())
    else:
        name = _named(text, found.end(), end, names)
    return Thing(held, name) if name else None


def _named(text: str, start: int, end: int, names: Names) -> str:
    """Return the name that stands at an offset, an article and a comma aside; "" if none does."""
    article = _ARTICLE.match(text, start, end)
    return names.at(article.end() if article else start, end)
