"""Silences: comments in a draft by which a drafter allows what a rule would find.

``<!-- mandatelint: allow undefined-acronym: introduced in the annex -->`` holds for the paragraph
or item that follows it, or in which it stands, with all that stands under it; ``allow-file`` holds
for the whole draft.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checker.draft import NOT_READ, Draft, Node
from checker.parsing.comments import ADDRESSED, CLOSING, OPENING
from checker.patterns import lazy
from checker.permissions import KEYWORDS, PROGRAM, SilenceComment, Word
from checker.source import Span

_FORM = lazy(r"\s*([^\s:]+)\s*(:?)\s*([^\s:,]*)")
_LIKENESS = 0.8
_MISTYPED = 3


def find_silences(draft: Draft) -> tuple[SilenceComment, ...]:
    """Return the comments of a draft that are addressed to mandatelint, in order."""
    spans = [span for span in draft.comments if _is_addressed(draft.source.slice(span))]
    if not spans:
        return ()
    places = _Places(draft)
    return tuple(_comment(draft, span, places) for span in spans)


def _is_addressed(comment: str) -> bool:
    """Whether a comment begins with the name of the program, or with one much like it, and a colon.

    Without the colon it may be a note about the program, unless a keyword follows.
    """
    form = _FORM.match(comment, len(OPENING))
    if form is None:
        return False
    if ADDRESSED.match(comment):
        return form[2] == ":" or form[3] in KEYWORDS
    if form[2] != ":" or abs(len(form[1]) - len(PROGRAM)) > _MISTYPED:
        return False
    from difflib import SequenceMatcher  # noqa: PLC0415 -- for mistyped names only

    return SequenceMatcher(None, form[1].lower(), PROGRAM).ratio() >= _LIKENESS


def _comment(draft: Draft, span: Span, places: "_Places") -> SilenceComment:
    text = draft.source.slice(span)
    closed = text.endswith(CLOSING)
    body = text[len(OPENING) : len(text) - len(CLOSING) if closed else len(text)]
    origin = span.start + len(OPENING)
    form = _FORM.match(body)
    program, keyword = _word(form, 1, origin, span), _word(form, 3, origin, span)
    rest = form.end() if form else len(body)
    names, _, reason = body[rest:].partition(":")
    whole = keyword.text == KEYWORDS[1]
    node = None if whole else places.held(span)
    scope = Span(0, len(draft.source.text)) if whole else node.hull if node else None
    return SilenceComment(
        span,
        program,
        keyword,
        tuple(_names(names, origin + rest)),
        " ".join(reason.split()),
        scope,
        node.address if node else None,
        closed,
    )


def _word(form: re.Match[str] | None, group: int, origin: int, span: Span) -> Word:
    if form is None or not form[group]:
        return Word("", span)
    return Word(form[group], Span(origin + form.start(group), origin + form.end(group)))


def _names(text: str, origin: int) -> Iterator[Word]:
    for name in text.split(","):
        if written := name.strip():
            start = origin + len(name) - len(name.lstrip())
            yield Word(" ".join(written.split()), Span(start, start + len(written)))
        origin += len(name) + 1


class _Places:
    """What stands before and after a comment."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        read = [node for node in draft.nodes if node.kind not in NOT_READ]
        parts = [(part.start, node) for node in read for part in node.parts]
        self.parts: Sequence[tuple[int, Node]] = sorted(parts, key=lambda pair: pair[0])

    def held(self, span: Span) -> Node | None:
        """Return the element in which a comment stands, else the one that follows it, or None."""
        owner = self.draft.owner(span.start)
        if owner is not None and owner.kind not in NOT_READ:
            return owner
        place = bisect_right(self.parts, span.start, key=lambda pair: pair[0])
        return self.parts[place][1] if place < len(self.parts) else None
