"""The check ``damaged-text``: what conversion and copying leave behind in a text.

Some of the characters it looks for are not read at all, so it looks at the source.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from checker.checks.registry import check
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.patterns import lazy
from checker.source import Span

_LATIN = r"A-Za-z\u00c0-\u024f"
# Greek, Cyrillic, Armenian, Cherokee, Lisu, wide letters and those of formulas; not the mu of "μm".
_ALIKE = (
    r"\u0370-\u03bb\u03bd-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13fd\ua4d0-\ua4f7"
    r"\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a3"
)
# Spaces and joiners without width, fillers, selectors of variants, tags.
_HIDDEN = (
    r"\u200b-\u200d\u2060-\u2064\ufeff\u034f\u115f\u1160\u180e\u3164\uffa0"
    r"\ufe00-\ufe0f\U000e0000-\U000e01ef"
)
# For each kind of damage, the characters of which one must be there, and what it looks like.
_KINDS = {
    "lost": (r"\ufffd", r"\ufffd"),
    "mojibake": ("âÃÂï", r"â€.?|[ÃÂ][\u0080-\u00bf]|Ã[‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|ï»¿"),
    "control": (
        r"\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffc\ufffe\uffff",
        r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffc\ufffe\uffff]",
    ),
    "private": (r"\ue000-\uf8ff", r"[\ue000-\uf8ff]"),
    "bidirectional": (r"\u202a-\u202e\u2066-\u2069", r"[\u202a-\u202e\u2066-\u2069]"),
    "hidden": (
        rf"{_HIDDEN}\u00ad",
        (
            rf"(?<=[{_LATIN}])[{_HIDDEN}](?=[{_LATIN}])"
            rf"|(?<=[\d/])[{_HIDDEN}\u00ad](?=[\w/])|(?<=[{_LATIN}])[{_HIDDEN}\u00ad](?=[\d/])"
        ),
    ),
    "alike": (
        _ALIKE,
        (
            rf"(?<=[{_LATIN}])[{_ALIKE}]|[{_ALIKE}](?=[{_LATIN}])"
            r"|(?<!\w)[\u0405\u0410\u0415\u0421\u0391\u0395](?=/[A-Z\d])"
        ),
    ),
    "ligature": (r"\ufb00-\ufb06", r"[\ufb00-\ufb06]"),
    "markup": (
        "&",
        (
            r"&(?:#x?[0-9A-Fa-f]{2,6}|amp|apos|gt|lt|nbsp|quot|[lr][sd]quo|[mn]dash|hellip"
            r"|[A-Za-z](?:acute|cedil|circ|grave|uml));"
        ),
    ),
    "formula": (r"\\", r"\\(?:\$ ?\\[A-Za-z]|(?<![\w:/\\.]\\)[A-Za-z]{3,}(?![\w\\/.:]))"),
}
_MOST_SHOWN = 9
_REACH = 30
_LINKS = frozenset({"and", "or", "to", "nor", "but", "as", "through", "versus"})
_SEVERAL = 2
_AFTER_WORDS = ',;:.)”"'


@check("damaged-text")
def damaged_text(index: Index) -> Iterator[Evidence]:
    """Say once for each kind of damage where a text is damaged."""
    text = index.draft.source.text
    for kind in _kinds_in(index.unusual_characters):
        places = [
            match.start()
            for match in _looks_like(kind).finditer(text)
            if not _is_told(index, match.start())
        ]
        if places:
            values: dict[str, str | int] = {
                "code": f"U+{ord(text[places[0]]):04X}",
                "name": _name(text[places[0]]),
            }
            yield _evidence(kind, _words(text, places), values)
    split = list(_split(index))
    if split:
        yield _evidence("split", split, {})
    if index.broken:
        spans = [index.span(*index.vocabulary.stretch(*words)) for words in index.broken]
        yield _evidence("broken", spans, {})
    if not index.draft.numbered and len(index.operative) >= _SEVERAL:
        opening = index.opening(index.operative[0])
        yield Evidence(opening, "unnumbered", {"paragraphs": len(index.operative)})


def _in_comment(index: Index, offset: int) -> bool:
    comments = index.draft.comments
    place = bisect_right(comments, offset, key=lambda comment: comment.start)
    return place > 0 and offset < comments[place - 1].end


def _kinds_in(characters: str) -> Iterator[str]:
    """Yield the kinds of damage for which a text has the characters."""
    if characters and _any_kind().search(characters):
        for kind, (signs, _) in _KINDS.items():
            if lazy(f"[{signs}]").search(characters):
                yield kind


@cache
def _any_kind() -> re.Pattern[str]:
    return lazy(f"[{''.join(signs for signs, _ in _KINDS.values())}]")


@cache
def _looks_like(kind: str) -> re.Pattern[str]:
    return lazy(_KINDS[kind][1])


def _is_told(index: Index, offset: int) -> bool:
    """Whether a place is a comment, or in a symbol of which another rule says what is wrong."""
    if _in_comment(index, offset):
        return True
    symbols = index.draft.mentions.symbols
    after = bisect_right(symbols, offset, key=lambda symbol: symbol.span.start)
    return after > 0 and not symbols[after - 1].wellformed and offset < symbols[after - 1].span.end


def _name(character: str) -> str:
    return unicodedata.name(character, "a character without a name").lower()


def _words(text: str, places: Sequence[int]) -> list[Span]:
    """Return the words in which characters stand, each word once."""
    found: list[Span] = []
    for place in places:
        if found and place < found[-1].end:
            continue
        start, end = place, place + 1
        while start > 0 and place - start < _REACH and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and end - place < _REACH and not text[end].isspace():
            end += 1
        while end - 1 > place and text[end - 1] in _AFTER_WORDS:
            end -= 1
        found.append(Span(max(start, found[-1].end if found else 0), end))
    return found


def _split(index: Index) -> Iterator[Span]:
    """Yield words that the hyphen of a line's end cut: "counter- terrorism"."""
    vocabulary = index.vocabulary
    for word in vocabulary.hanging_uses():
        after = vocabulary.after(word)
        if after is None or after.folded in _LINKS:
            continue
        joined = (word.folded + after.folded, f"{word.folded}-{after.folded}")
        if not vocabulary.forms.isdisjoint(joined):
            yield index.span(*vocabulary.stretch(word, after))


def _evidence(kind: str, spans: Sequence[Span], values: dict[str, str | int]) -> Evidence:
    others = len(spans) - 1
    places = "1 other place" if others == 1 else f"{others} other places"
    elsewhere = f" and in {places}" if others else ""
    related = tuple(Related("again", span) for span in spans[1 : _MOST_SHOWN + 1])
    return Evidence(spans[0], kind, {**values, "elsewhere": elsewhere}, related)
