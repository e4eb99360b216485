"""Periods: deadlines that are told by a length of time or a rhythm instead of a date.

"every 90 days", "within six months of the adoption of this resolution", "for a period of 12
months", "no later than 30 days before the mandate ends", "on a monthly basis". What only looks back
("in the last six months") and ages ("18 years old") are none.

A period is looked for where a unit of time stands, and read from there: the length and the words
that govern it before, the event from which it counts behind. Both stretches are short, so that the
time is in proportion to the length of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from checker.draft import Node
from checker.index.deadlines import Clause
from checker.index.lengths import LENGTH, NUMBER, count_of
from checker.index.occasions import event_after
from checker.mentions import Mention
from checker.patterns import lazy
from checker.records import Record
from checker.source import Span

_UNITS = "hour", "day", "week", "month", "quarter", "year"
_LONGEST_BEFORE = 120

_GOVERNING = (
    r"(?P<every>(?:in )?(?:every|each))"
    r"|(?P<later>(?:no|not) later than|(?<!no )(?<!not )(?<!or )earlier than|at (?:the )?latest)"
    r"|(?P<plain>within|in|for|after|following|over|during|by|until|before|prior to|throughout|at"
    r"|ha(?:s|ve|d))"
)
_KIND_OF_PERIOD = (
    r"(?:(?:(?:an?|the|its|their|his|her|this|one|any|such|each) )?(?:[a-z-]+ ){0,2}?"
    r"(?:period|term|duration|deadline|timeframe|time frame|maximum|minimum|target|total|end)s?"
    r" (?:of|not exceeding|longer than|not longer than|no longer than)(?: at least| up to)? )"
)
_QUALIFIED = (
    r"(?:(?:at least|at most|up to|about|approximately|(?:no|not) (?:more|less|longer) than"
    r"|less than|not (?:to )?exceed(?:ing)?|an?|the|its|their|his|her|another|further|additional"
    r"|initial|final|next|first|following|coming|maximum|single|renewable|once|of|this|that|such)"
    r"\b ?){0,4}"
)
_DESCRIBED = r"(?:(?:more|further|additional|calendar|working|business|consecutive)[ -])?"
_RHYTHMS = r"(?:bi-?)?weekly|fortnightly|(?:bi-?)?monthly|quarterly|yearly|annual|daily"
_ADVERBS = r"(?:semi-?|bi-?)?annually|biennially|yearly|(?:bi-?)?monthly|quarterly|weekly"


# The words at which a period is looked for.
_STARTS = lazy(
    rf"\b(?:(?P<unit>{'|'.join(_UNITS)})s?"
    rf"|(?P<rhythm>(?:semi-?|bi-?)?annual|biennial|{_RHYTHMS})|(?P<adverb>{_ADVERBS}))\b",
    re.IGNORECASE,
)
# The governing words and the length, up to the unit.
_BEFORE = lazy(
    rf"(?<![\w-])(?:(?:{_GOVERNING})\s)?(?P<period>{_KIND_OF_PERIOD})?(?P<qualified>{_QUALIFIED})"
    rf"(?<![\w-])(?P<length>{LENGTH})[ -]{_DESCRIBED}$",
    re.IGNORECASE,
)
# What stands before the unit of a rhythm: "every year", "twice a year".
_RHYTHM_BEFORE = lazy(
    r"(?<![\w-])(?:(?:at least )?(?:(?:once|twice|thrice|[a-z]+ times) )?(?:every|each)"
    r"|(?:at least )?(?:once|twice|thrice|[a-z]+ times) (?:an?|per)(?: calendar)?"
    r"|(?:every|each) other|every (?:second|third|fourth)) $",
    re.IGNORECASE,
)
# What stands before a unit that is one: "within the next year".
_COMING_BEFORE = lazy(
    r"(?<![\w-])(?P<plain>within|in|for|over|during) (?:the |its |his )?"
    r"(?:next|coming|following) $",
    re.IGNORECASE,
)
# What makes a rhythm of "monthly": "on a monthly basis".
_BASIS_BEFORE = lazy(r"\bon (?:an?|the) (?:regular |twice[ -]|thrice[ -])?$", re.IGNORECASE)
# What stands before "monthly intervals".
_INTERVALS_BEFORE = lazy(rf"\b(?:at|in) (?:{NUMBER}-)?$", re.IGNORECASE)
# What follows "monthly" where it is no attribute of a noun.
_ADVERB_AFTER = lazy(r"(?:[,;.)]| (?:to|on|of|about|thereafter|and|or|in|as|a|an|the|its)\b|$)")
# The noun to which a length in one word belongs: "60-day intervals".
_NOUN_AFTER = lazy(
    r"[ -](?P<noun>intervals?|periods?|deadlines?|terms?|basis|extension|rollover)\b"
)
# What shows that a length is an age or a quantity: "18 years of age".
_NOT_COUNTED = lazy(r"['’]?(?: of age\b| old\b|-old\b| ago\b| imprisonment\b)")
# What follows the time that somebody has: "has had fifteen days to review".
_TO_DO = lazy(r" (?:(?:in|within) which )?to [a-z]")
# What shows that a length is that of a time which has passed.
_LOOKS_BACK = lazy(
    r"\b(?:last|past|previous|preceding|recent|(?<!no )(?<!not )more than|over)(?: the)? ?$",
    re.IGNORECASE,
)


class Period(Mention):
    """A deadline told by a length of time or a rhythm, with the words that govern it.

    Attributes:
        word: the governing word: "every", "within", "for", "no later than", "after" ...; or "".
        length: the length as written: "six months", "90 days"; of a rhythm without a number its
            unit, "month", or the word for it, "quarterly".
        count: how many units, or None where it is open ("[three] [six] months") or not told.
        unit: "hour", "day", "week", "month", "quarter", "year"; "" for "quarterly".
        event: the words for what it counts from, with the word that leads to it: "after the
            adoption of this resolution"; or "".
    """

    word: str
    length: str
    count: int | None
    unit: str
    event: str


class GovernedPeriod(Record):
    """A period, its clause and the paragraph or annex in which it stands."""

    period: Period
    clause: Clause
    paragraph: Node

    @property
    def mention(self) -> Period:
        """The period as a phrase."""
        return self.period

    @property
    def start(self) -> int:
        """Where its governing word begins in the text as read."""
        return self.period.start

    @property
    def end(self) -> int:
        """The offset after its last word."""
        return self.period.end


def find_periods(
    text: str, span: Callable[[int, int], Span], bounds: tuple[tuple[int, int], ...]
) -> Iterator[Period]:
    """Yield the periods of a text as read, in reading order.

    Args:
        text: the text as read.
        span: leads from a stretch of it to the source.
        bounds: where the elements of the draft begin and end in it, in reading order; no period
            goes over their ends.
    """
    starts = [start for start, _ in bounds]
    low = 0
    for match in _STARTS.finditer(text):
        place = bisect_right(starts, match.start()) - 1
        if place < 0 or match.start() < low:
            continue
        first, last = bounds[place]
        found = _period(text, match, max(first, low), last, span)
        if found is not None:
            low = found.end
            yield found


def _period(
    text: str, match: re.Match[str], first: int, last: int, span: Callable[[int, int], Span]
) -> Period | None:
    """Return the period of a unit or rhythm, with what stands around it in its element."""
    low = max(first, match.start() - _LONGEST_BEFORE)
    if not match["unit"]:
        return _rhythm(text, match, low, last, span)
    unit = match["unit"].lower()
    if not match.group().lower().endswith("s"):
        for single in (_RHYTHM_BEFORE, _COMING_BEFORE):
            if (found := single.search(text, low, match.start())) is not None:
                start, word = found.start(), found.groupdict().get("plain", "every").lower()
                end, event = event_after(text, match.end(), last, word)
                return Period(start, end, span(start, end), word, match.group(), 1, unit, event)
    before = _BEFORE.search(text, low, match.start())
    if before is None or _NOT_COUNTED.match(text, match.end(), last):
        return None
    if _LOOKS_BACK.search(text, low, before.end("qualified")):
        return None
    word = _word(before)
    end, event = event_after(text, match.end(), last, word)
    noun = _NOUN_AFTER.match(text, match.end(), last)
    if noun is not None:
        end, event = event_after(text, noun.end(), last, word)
    if not _governed(before, word, event, noun, end):
        return None
    start = _beginning(before)
    length = text[before.start("length") : match.end()]
    count = count_of(before["length"])
    return Period(start, end, span(start, end), word, length, count, unit, event)


def _governed(
    before: re.Match[str], word: str, event: str, noun: re.Match[str] | None, end: int
) -> bool:
    """Whether a length is a deadline or a term, and not just a quantity of time."""
    text = before.string
    if noun is not None and noun["noun"] not in {"extension", "rollover"}:
        return True
    if before["length"].lower() in {"a", "an"} and word != "within":
        return bool(event) or bool(before["period"])
    if word in {"has", "have", "had"}:
        return _TO_DO.match(text, end) is not None
    if word == "at":
        return "end of" in (before["period"] or "")
    if word in {"before", "prior to", "until"}:
        return bool(before["period"] or event)
    if word or before["period"] or event:
        return True
    # A title may say it in parentheses: "Information gathering (four months)".
    return text[before.start() - 1 : before.start()] == "(" and text[end : end + 1] == ")"


def _rhythm(
    text: str, match: re.Match[str], low: int, last: int, span: Callable[[int, int], Span]
) -> Period | None:
    """Return the rhythm of "on a monthly basis" and of "to report quarterly to the Council"."""
    basis = _BASIS_BEFORE.search(text, low, match.start())
    intervals = _INTERVALS_BEFORE.search(text, low, match.start())
    start, end = match.span()
    if intervals is not None and text.startswith(" intervals", end):
        start, end = intervals.start(), end + len(" intervals")
    elif basis is not None and text.startswith(" basis", end):
        start, end = basis.start(), end + len(" basis")
    elif not re.fullmatch(_ADVERBS, match.group(), re.IGNORECASE) or not _ADVERB_AFTER.match(
        text, end, last
    ):
        return None
    end, event = event_after(text, end, last, "every")
    return Period(start, end, span(start, end), "every", match.group(), None, "", event)


def _word(before: re.Match[str]) -> str:
    """Return the governing word in one way of writing."""
    if before["every"]:
        return "every"
    if before["later"]:
        return "no earlier than" if "earlier" in before["later"].lower() else "no later than"
    if before["plain"]:
        return before["plain"].lower()
    qualified = (before["qualified"] or "").lower()
    if "not" in qualified and "exceed" in qualified:
        return "up to"
    return next((word for word in ("at least", "up to") if word in qualified), "")


def _beginning(before: re.Match[str]) -> int:
    """Return where a period begins: at its governing word, else at the length."""
    governed = before["every"] or before["later"] or before["plain"]
    if governed or before["period"] or before["qualified"]:
        return before.start()
    return before.start("length")
