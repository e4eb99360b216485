"""The checks ``paragraph-opening`` and ``paragraph-ending``: how paragraphs begin and end."""

from collections.abc import Iterator

from checker.checks.registry import Says, check
from checker.checks.searching import (
    FOUND,
    Part,
    first_word,
    paragraphs_of,
    parse_phrases,
    refuse_empty,
    values_of,
)
from checker.evidence import Evidence
from checker.index import Index
from checker.records import Record

_AFTER_WORDS = '])”"’* '


class ParagraphOpening(Record):
    """Options of ``paragraph-opening``.

    Attributes:
        part: which paragraphs are looked at; items are not.
        allowed: what a paragraph may begin with; empty: anything.
        forbidden: what none may begin with.
    """

    part: Part
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read."""
        parse_phrases(self.allowed + self.forbidden)
        refuse_empty("allowed or forbidden", self.allowed + self.forbidden)


@check("paragraph-opening", says=Says({"forbidden": FOUND, "unknown": FOUND}))
def paragraph_opening(index: Index, options: ParagraphOpening) -> Iterator[Evidence]:
    """Say which paragraphs begin with the wrong words: case "forbidden" or "unknown"."""
    allowed, forbidden = parse_phrases(options.allowed), parse_phrases(options.forbidden)
    for node in paragraphs_of(index, options.part):
        start = first_word(node)
        if start is None:
            continue
        wrong = next(filter(None, (p.opens(index.text, start, node.end) for p in forbidden)), None)
        if wrong is not None:
            span = index.span(*wrong)
            yield Evidence(
                span, "forbidden", values_of(index, index.text[slice(*wrong)], span.start)
            )
        elif allowed and not any(p.opens(index.text, start, node.end) for p in allowed):
            end = index.text.find(" ", start, node.end)
            span = index.span(start, end if end > 0 else node.end)
            phrase = index.draft.reading.quote(span)
            yield Evidence(span, "unknown", values_of(index, phrase, span.start))


class ParagraphEnding(Record):
    """Options of ``paragraph-ending``.

    Attributes:
        part: which paragraphs are looked at, each with all its items.
        allowed: with what a paragraph may end: [",", ";"].
        last: with what the last of the part may end; empty: the same.
    """

    part: Part
    allowed: tuple[str, ...]
    last: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a list without endings."""
        refuse_empty("allowed", self.allowed)
        if "" in self.allowed + self.last:
            message = "an ending is empty"
            raise ValueError(message)


@check("paragraph-ending", says=Says(dict.fromkeys(("inside", "last"), (*FOUND, "ending"))))
def paragraph_ending(index: Index, options: ParagraphEnding) -> Iterator[Evidence]:
    """Say which paragraphs end wrongly: case "inside" or, for the last of the part, "last"."""
    paragraphs = paragraphs_of(index, options.part)
    for node in paragraphs:
        last = node is paragraphs[-1]
        allowed = options.last if last and options.last else options.allowed
        closing = max(node.walk(), key=lambda below: below.end)
        words = index.text[closing.start : closing.end].rstrip()
        if not words or words.endswith(allowed) or words.rstrip(_AFTER_WORDS).endswith(allowed):
            continue
        end = closing.start + len(words)
        start = index.text.rfind(" ", closing.start, end) + 1 or closing.start
        span = index.span(start, end)
        values = {**values_of(index, index.text[start:end], span.start), "ending": words[-1]}
        yield Evidence(span, "last" if last else "inside", values)
