"""Deadlines: every date with the words that govern it and the verb of its clause.

A date says little by itself. "until", "by" or "no later than" make it a deadline, "of" and "dated"
the date of a text; and the verb of the clause tells whether the draft sets it ("Decides",
"Requests") or speaks of something that was set before ("Welcomes", "Recalls").
"""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from checker.days import month_length
from checker.draft import Node
from checker.memory import Memory
from checker.mentions import Date, Symbol
from checker.patterns import lazy
from checker.records import Record

DEADLINES = frozenset({"until", "by", "before", "no later than"})
"""The governing words after which a date is the last day of something."""

ENDS = frozenset({"until", "through", "to", "ending on"})
"""The governing words after which a date ends a period."""

_GOVERNED = lazy(
    r"\b(?:(?P<until>until|till)|(?P<later>(?:no|not) later than|(?<!\bor )on or before)"
    r"|(?P<ending>(?:end(?:ing|s)?|expir(?:ing|es?|y)|terminat(?:ing|es?)|conclud(?:ing|es?))"
    r"(?: on)?)|(?P<plain>by|before|prior to|through|up to|to|of|dated|on|from|since|after|between"
    r"|and|beyond))"
    r"(?:,? (?:the|midnight|midnight on|no later than|at the latest|at latest|latest|and including"
    r"|the end of|end of|early|mid|late)){0,6} $"
)
_PERIOD = lazy(r"\bfor an? (?:\w+ ){0,2}period $")
_LONGEST_GOVERNED = 60
_AT_THE_LATEST = lazy(r",? at the latest\b")
_ATTRIBUTIVE = lazy(r" (?:[A-Z][a-z]|[a-z]+ (?:report|letter|agreement|elections?)\b)")
_OPENS_SYMBOL = " ("

_SETTING_VERBS = """
agrees appeals approves asks authorises authorizes calls decides declares demands directs
emphasises emphasizes encourages extends instructs intends invites maintains prolongs renews
requests requires stresses underlines underscores urges undertakes
"""
_REPORTING_VERBS = """
acknowledges affirms commends condemns confirms congratulates considers deplores determines
endorses expresses notes reaffirms recalls recognises recognizes regrets reiterates reminds
supports takes welcomes
"""
_SETTING = frozenset(_SETTING_VERBS.split())
_VERBS = _SETTING.union(_REPORTING_VERBS.split())
_MAYBE_VERB = lazy(r"\b[A-Za-z]++(?<=s)\b")
# "Its requests" and "the calls" are nouns.
_BEFORE_NOUN = lazy(r"(?:\b(?:its|the)|their|these|such|those|previous) $", re.IGNORECASE)
_LONGEST_BEFORE_NOUN = len("previous ") + 1
_INTENTION = lazy(r"[Ee]xpresses (?:(?:also|further|again) )?its (?:intention|intent|readiness)")
_SET_BEFORE = lazy(
    r"\b(?:as|which|who|that|it|was|were|had|been|already|previously|initially|originally)"
    r" (?:had |was |were |it |has )?"
    r"(?:requested|decided|called for|mandated|extended|renewed|agreed|scheduled|planned|existed"
    r"|stipulated|foreseen|envisaged)\b[^,;]{0,300}$"
    r"|\b(?:deadline|request|decision|commitment|undertaking) (?:of|in|contained in|set)\b"
    r"[^,;]{0,300}$"
    r"|\b(?:acknowledg|commend|condemn|deplor|not|recall|recogniz|regrett|welcom)ing\b[^,;]{0,300}$"
)
_DONE = lazy(
    r"(?:(?<!\bbe )\b(?:[a-z]+ed|held|made|taken)|\bin (?:force|place))(?: there| on or)? $"
)
_OF_A_TEXT = frozenset({"of", "dated"})
_LISTED = lazy(r"\)(?:,| and|, and) $")
_LONGEST_JOIN = len("), and ")
_DECEMBER = 12
_NEAR = 300
_SHORT = 40


class Clause(Record):
    """The words between one verb of the draft and the next.

    Attributes:
        verb: the verb that governs it, in lower case: "decides", "welcomes"; "" if none is known.
        start: where the clause begins in the text as read, with its verb.
        end: where it ends.
        lead: the clause of the paragraph above that the clause of an item carries on, or None.
        sets: whether by its verb the draft itself sets what the clause says.
    """

    verb: str
    start: int
    end: int
    lead: "Clause | None"
    sets: bool


class GovernedDate(Record):
    """A date, what governs it and where it stands.

    Attributes:
        date: the date as written.
        word: the governing word: "until", "by", "no later than", "ending on", "of" ...; or "".
        start: where the governing word begins in the text as read.
        clause: the clause in which the date stands.
        paragraph: the paragraph or annex in which it stands.
        symbol: the symbol of the document whose date it is, as in "of DATE (SYMBOL)"; or None.
        sets: whether the draft sets this date here, rather than speak of one set before.
    """

    date: Date
    word: str
    start: int
    clause: Clause
    paragraph: Node
    symbol: Symbol | None
    sets: bool

    @property
    def mention(self) -> Date:
        """The date as a phrase."""
        return self.date

    @property
    def end(self) -> int:
        """The offset after the date in the text as read."""
        return self.date.end

    @property
    def last_day(self) -> datetime.date | None:
        """The last day that the date can mean; None without a year, and if there is no such day."""
        if self.date.year is None or self.date.value is not None or self.date.day is not None:
            return self.date.value
        days = month_length(self.date.year, self.date.month)
        return datetime.date(self.date.year, self.date.month, days)

    @property
    def misdated(self) -> bool:
        """Whether the symbol after the date carries another year than the date."""
        if self.symbol is None or self.symbol.year is None or self.date.year is None:
            return False
        if not self.symbol.wellformed:
            return False
        # A letter of the last days of a year is issued as a document of the next.
        late = self.date.month == _DECEMBER and self.symbol.year == self.date.year + 1
        return self.symbol.year != self.date.year and not late


def govern(
    text: str,
    dates: Sequence[Date],
    symbols: Sequence[Symbol],
    paths: Sequence[tuple[Node, ...]],
    memory: Memory,
) -> tuple[GovernedDate, ...]:
    """Say of every date what governs it.

    Args:
        text: the text as read.
        dates: the dates of the draft.
        symbols: its document symbols, in reading order.
        paths: for each date, the nodes in which it stands, outermost first.
        memory: what is remembered of the nodes of a check before.
    """
    clauses = Clauses(text, memory)
    places = [symbol.start for symbol in symbols]
    governed: list[GovernedDate] = []
    for date, path in zip(dates, paths, strict=True):
        word, start = _governing(text, date, path[-1].start)
        clause = clauses.at(start, path)
        after = bisect_left(places, date.end)
        symbol = symbols[after] if after < len(symbols) else None
        if symbol is not None and not _is_of(text, symbol, date, word):
            symbol = None
        sets = clause.sets and not _was_set(text, date, word, start, clause)
        governed.append(GovernedDate(date, word, start, clause, path[0], symbol, sets))
    return tuple(governed)


def _is_of(text: str, symbol: Symbol, date: Date, word: str) -> bool:
    """Whether a symbol is that of the document whose date stands right before it.

    What stands in a list after such a pair is such a pair again: "of DATE (SYMBOL), DATE (SYMBOL)
    and DATE (SYMBOL)".
    """
    if text[date.end : symbol.start] != _OPENS_SYMBOL:
        return False
    low = max(0, date.start - _LONGEST_JOIN)
    return word in _OF_A_TEXT or _LISTED.search(text, low, date.start) is not None


def _governing(text: str, date: Date, low: int) -> tuple[str, int]:
    """Return the governing word of a date and where it begins; "" and the date's own start."""
    low = max(low, date.start - _LONGEST_GOVERNED)
    found = _GOVERNED.search(text, low, date.start)
    if found is None or found["plain"] == "on":
        if _AT_THE_LATEST.match(text, date.end):
            return "no later than", date.start
        return ("", date.start) if found is None else ("on", found.start())
    if "later than" in found.group() or "latest" in found.group() or found["later"]:
        word = "no later than"
    elif found["until"] or (found["ending"] and _PERIOD.search(text, low, found.start())):
        word = "until"
    elif found["ending"]:
        word = "ending on"
    else:
        word = found["plain"].removeprefix("up ")
    return word, found.start()


def _was_set(text: str, date: Date, word: str, start: int, clause: Clause) -> bool:
    """Whether the words before a date say that it was set, or passed, before this draft."""
    if _ATTRIBUTIVE.match(text, date.end) and text[start : date.start].endswith("the "):
        return True
    if _SET_BEFORE.search(text, max(clause.start, start - _NEAR), start):
        return True
    # "the status quo which existed there before", but "the closure of all camps, by"
    described = word in {"before", "prior to"}
    return described and _DONE.search(text, max(clause.start, start - _SHORT), start) is not None


class Clauses:
    """Finds the clause of a place; the verbs of each node are looked for once."""

    def __init__(self, text: str, memory: Memory) -> None:
        """Keep the text as read, and the verbs of the nodes of the text before."""
        self._text = text
        self._verbs = memory.of(_verbs_of)

    def at(self, offset: int, path: tuple[Node, ...]) -> Clause:
        """Return the clause of an offset that stands in the last node of a path from the top."""
        node = path[-1]
        starts, verbs = self._verbs[node.text]
        place = bisect_right(starts, offset - node.start)
        end = node.start + starts[place] if place < len(starts) else node.end
        if place:
            start, verb = node.start + starts[place - 1], verbs[place - 1]
            sets = verb in _SETTING or _INTENTION.match(self._text, start) is not None
            return Clause(verb, start, end, None, sets)
        if len(path) == 1:
            return Clause("", node.start, end, None, sets=False)
        lead = self.at(path[-2].end, path[:-1])
        return Clause(lead.verb, node.start, end, lead, lead.sets)


def _verbs_of(text: str) -> tuple[Sequence[int], Sequence[str]]:
    """Return where the verbs of a node's text stand in it, and the verbs in lower case."""
    words = [(word.start(), word.group().lower()) for word in _MAYBE_VERB.finditer(text)]
    verbs = [(at, word) for at, word in words if word in _VERBS and not _is_noun(text, at)]
    return [start for start, _ in verbs], [verb for _, verb in verbs]


def _is_noun(text: str, start: int) -> bool:
    before = text[max(0, start - _LONGEST_BEFORE_NOUN) : start]
    return _BEFORE_NOUN.search(before) is not None
