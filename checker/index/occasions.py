"""Occasions: the event from which a period counts, "after the adoption of this resolution"."""

from checker.patterns import lazy

_LONGEST_AFTER = 120
_MOST_WORDS_AFTER = 9

_THEREAFTER = lazy(r",? (?:there)?after(?:wards)?(?=[,;:.]|\s*$| (?:on|to|or|and|of|about|with)\b)")
# The word that leads to the event from which a period counts.
_COUNTED_FROM = lazy(
    r"['’]? (?P<how>after|from|following|before|prior to|in advance(?: of)?|preceding"
    r"|ahead of|starting from|beginning on|of)\b"
)
_EVENT_WORD = lazy(r" (?P<word>[^\s,;:.()\[\]“”\"]+)(?P<next>[,;:.()\[\]“”\"])?")

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


def event_after(text: str, end: int, last: int, word: str) -> tuple[int, str]:
    """Return where a period ends and the event from which it counts, "" where none is named."""
    after = _THEREAFTER.match(text, end, last)
    if after is not None:
        return after.end(), after.group().strip(" ,")
    counted = _COUNTED_FROM.match(text, end, last)
    if counted is None or (counted["how"] == "of" and word not in {"within", "no later than"}):
        return end, ""
    if word == "every" and counted["how"] in {"of", "before", "prior to"}:
        return end, ""
    place = counted.end()
    if counted["how"] in _ALONE:
        return place, counted["how"]
    word_before = ""
    for _ in range(_MOST_WORDS_AFTER):
        following = _EVENT_WORD.match(text, place, min(last, end + _LONGEST_AFTER))
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
