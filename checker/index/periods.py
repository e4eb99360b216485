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
from dataclasses import dataclass
from functools import cache

from checker.draft import Node
from checker.index.deadlines import Clause
from checker.mentions import Mention
from checker.source import Span

_UNITS = "hour", "day", "week", "month", "quarter", "year"
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LONGEST_BEFORE = 120
_LONGEST_AFTER = 120
_MOST_WORDS_AFTER = 9

_NUMBER = (
    rf"(?:\d{{1,4}}|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_NUMBERS[:9])}))?"
    rf"|{'|'.join(_NUMBERS)}|an?|X{{1,3}})"
)
# "[three] [six] months" in a text under negotiation, "twelve (12) months", "six to nine months".
_LENGTH = (
    rf"(?:{_NUMBER}|\[[^\[\]\n]{{1,20}}\](?: ?/? ?\[[^\[\]\n]{{1,20}}\])?)"
    rf"(?: \(\d{{1,3}}\)|(?: to | or |[-–—]){_NUMBER}| or (?:more|less))?"
)
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


@cache
def _starts() -> re.Pattern[str]:
    """Return the words at which a period is looked for."""
    units = "|".join(_UNITS)
    return re.compile(
        rf"\b(?:(?P<unit>{units})s?|(?P<rhythm>(?:semi-?|bi-?)?annual|biennial|{_RHYTHMS})"
        rf"|(?P<adverb>{_ADVERBS}))\b",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    """Return the governing words and the length, up to the unit."""
    return re.compile(
        rf"(?<![\w-])(?:(?:{_GOVERNING})\s)?(?P<period>{_KIND_OF_PERIOD})?(?P<qualified>{_QUALIFIED})"
        rf"(?<![\w-])(?P<length>{_LENGTH})[ -]{_DESCRIBED}$",
        re.IGNORECASE,
    )


@cache
def _rhythm_before() -> re.Pattern[str]:
    """Return what stands before the unit of a rhythm: "every year", "twice a year"."""
    return re.compile(
        r"(?<![\w-])(?:(?:at least )?(?:(?:once|twice|thrice|[a-z]+ times) )?(?:every|each)"
        r"|(?:at least )?(?:once|twice|thrice|[a-z]+ times) (?:an?|per)(?: calendar)?"
        r"|(?:every|each) other|every (?:second|third|fourth)) $",
        re.IGNORECASE,
    )


@cache
def _coming_before() -> re.Pattern[str]:
    """Return what stands before a unit that is one: "within the next year"."""
    return re.compile(
        r"(?<![\w-])(?P<plain>within|in|for|over|during) (?:the |its |his )?"
        r"(?:next|coming|following) $",
        re.IGNORECASE,
    )


@cache
def _basis_before() -> re.Pattern[str]:
    """Return what makes a rhythm of "monthly": "on a monthly basis"."""
    return re.compile(r"\bon (?:an?|the) (?:regular |twice[ -]|thrice[ -])?$", re.IGNORECASE)


@cache
def _intervals_before() -> re.Pattern[str]:
    """Return what stands before "monthly intervals"."""
    return re.compile(rf"\b(?:at|in) (?:{_NUMBER}-)?$", re.IGNORECASE)


@cache
def _adverb_after() -> re.Pattern[str]:
    """Return what follows "monthly" where it is no attribute of a noun."""
    return re.compile(r"(?:[,;.)]| (?:to|on|of|about|thereafter|and|or|in|as|a|an|the|its)\b|$)")


@cache
def _noun_after() -> re.Pattern[str]:
    """Return the noun to which a length in one word belongs: "60-day intervals"."""
    return re.compile(
        r"[ -](?P<noun>intervals?|periods?|deadlines?|terms?|basis|extension|rollover)\b"
    )


@cache
def _thereafter() -> re.Pattern[str]:
    return re.compile(
        r",? (?:there)?after(?:wards)?(?=[,;:.]|\s*$| (?:on|to|or|and|of|about|with)\b)"
    )


@cache
def _counted_from() -> re.Pattern[str]:
    """Return the word that leads to the event from which a period counts."""
    return re.compile(
        r"['’]? (?P<how>after|from|following|before|prior to|in advance(?: of)?|preceding"
        r"|ahead of|starting from|beginning on|of)\b"
    )


@cache
def _event_word() -> re.Pattern[str]:
    return re.compile(r" (?P<word>[^\s,;:.()\[\]“”\"]+)(?P<next>[,;:.()\[\]“”\"])?")


@cache
def _not_counted() -> re.Pattern[str]:
    """Return what shows that a length is an age or a quantity: "18 years of age"."""
    return re.compile(r"['’]?(?: of age\b| old\b|-old\b| ago\b| imprisonment\b)")


@cache
def _to_do() -> re.Pattern[str]:
    """Return what follows the time that somebody has: "has had fifteen days to review"."""
    return re.compile(r" (?:(?:in|within) which )?to [a-z]")


@cache
def _looks_back() -> re.Pattern[str]:
    """Return what shows that a length is that of a time which has passed."""
    return re.compile(
        r"\b(?:last|past|previous|preceding|recent|(?<!no )(?<!not )more than|over)(?: the)? ?$",
        re.IGNORECASE,
    )


_CLAUSE_WORDS = """
a also an and as at but by every for if in including may no not on or referred regarding shall
should subject thereafter through to under unless until where whether which while who will with
within would
"""
_ENDS_EVENT = frozenset(_CLAUSE_WORDS.split())
# What ends one: "from the date of this resolution the authorization of Member States".
_TEXTS = frozenset({"resolution", "decision"})
# What an event does not end with: "after the Committee completes consideration of a report".
_HANGING = frozenset(
    {"a", "an", "any", "each", "its", "of", "such", "that", "the", "their", "this"}
)
_ALONE = frozenset({"in advance", "preceding"})


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


@dataclass(frozen=True, slots=True)
class GovernedPeriod:
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
    for match in _starts().finditer(text):
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
    repeated = _rhythm_before().search(text, low, match.start())
    if repeated is not None and not match.group().lower().endswith("s"):
        end, event = _event(text, match.end(), last, "every")
        return Period(
            repeated.start(),
            end,
            span(repeated.start(), end),
            "every",
            match.group(),
            1,
            unit,
            event,
        )
    coming = _coming_before().search(text, low, match.start())
    if coming is not None and not match.group().lower().endswith("s"):
        end, event = _event(text, match.end(), last, coming["plain"])
        start = coming.start()
        word = coming["plain"].lower()
        return Period(start, end, span(start, end), word, match.group(), 1, unit, event)
    before = _before().search(text, low, match.start())
    if before is None or _not_counted().match(text, match.end(), last):
        return None
    if _looks_back().search(text, low, before.end("qualified")):
        return None
    word = _word(before)
    end, event = _event(text, match.end(), last, word)
    noun = _noun_after().match(text, match.end(), last)
    if noun is not None:
        end, event = _event(text, noun.end(), last, word)
    if not _governed(before, word, event, noun, end):
        return None
    start = _beginning(before)
    length = text[before.start("length") : match.end()]
    count = _count(before["length"])
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
        return _to_do().match(text, end) is not None
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
    basis = _basis_before().search(text, low, match.start())
    intervals = _intervals_before().search(text, low, match.start())
    start, end = match.span()
    if intervals is not None and text.startswith(" intervals", end):
        start, end = intervals.start(), end + len(" intervals")
    elif basis is not None and text.startswith(" basis", end):
        start, end = basis.start(), end + len(" basis")
    elif not re.fullmatch(_ADVERBS, match.group(), re.IGNORECASE) or not _adverb_after().match(
        text, end, last
    ):
        return None
    end, event = _event(text, end, last, "every")
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


def _event(text: str, end: int, last: int, word: str) -> tuple[int, str]:
    """Return where a period ends and the event from which it counts, "" where none is named."""
    after = _thereafter().match(text, end, last)
    if after is not None:
        return after.end(), after.group().strip(" ,")
    counted = _counted_from().match(text, end, last)
    if counted is None or (counted["how"] == "of" and word not in {"within", "no later than"}):
        return end, ""
    if word == "every" and counted["how"] in {"of", "before", "prior to"}:
        return end, ""
    place = counted.end()
    if counted["how"] in _ALONE:
        return place, counted["how"]
    word_before = ""
    for _ in range(_MOST_WORDS_AFTER):
        following = _event_word().match(text, place, min(last, end + _LONGEST_AFTER))
        if following is None or _ends_event(following["word"].lower(), word_before):
            break
        named = word_before in {"this", "present"} and following["word"] in _TEXTS
        word_before = following["word"].lower()
        place = following.end("word")
        if following["next"] or named:
            break
    words = text[counted.end() : place].split(" ")
    while words[-1] in _HANGING:
        words.pop()
    event = " ".join(words)
    if not event:
        return end, ""
    place = counted.end() + len(event)
    return place, text[counted.start("how") : place]


def _ends_event(word: str, before: str) -> bool:
    """Whether a word is none of an event; an article may begin it, and follow "such"."""
    return word in _ENDS_EVENT and not (word in {"a", "an"} and before in {"", "such"})


def _count(length: str) -> int | None:
    """Return the number that a length has, None where it is open or a range."""
    written = length.lower().split(" (")[0]
    if written.isdigit():
        return int(written)
    if written in {"a", "an"}:
        return 1
    total = 0
    for word in re.split(r"[ -]", written):
        if word in _TENS and not total:
            total = 20 + 10 * _TENS.index(word)
        elif word in _NUMBERS and total % 10 == 0:
            total += _NUMBERS.index(word) + 1
        else:
            return None
    return total
