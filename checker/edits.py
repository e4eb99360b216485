"""Applying edits to a text."""

from collections.abc import Iterable
from itertools import pairwise

from checker.evidence import Edit


class OverlapError(ValueError):
    """Two edits change the same place."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with all edits made; their spans are offsets in the text as given.

    Raises:
        OverlapError: two edits overlap, or insert at the same place.
        ValueError: an edit reaches beyond the text.
    """
    ordered = sorted(edits, key=lambda edit: edit.span)
    for before, after in pairwise(ordered):
        if before.span.end > after.span.start or before.span == after.span:
            message = f"two edits change the text at offset {after.span.start}"
            raise OverlapError(message)
    pieces: list[str] = []
    done = 0
    for edit in ordered:
        if not 0 <= edit.span.start <= edit.span.end <= len(text):
            message = f"an edit of {edit.span.start} to {edit.span.end} reaches beyond the text"
            raise ValueError(message)
        pieces += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*pieces, text[done:]])
