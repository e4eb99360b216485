"""Applying edits to a text, and where its places are afterwards."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise

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


def moved_by(edits: Iterable[Edit]) -> Callable[[int], int]:
    """Return the function from offsets in a text to those of the same places in the edited one.

    A place inside a replaced stretch is afterwards the beginning of what replaces it, and what
    stands at an insertion stands behind it.
    """
    ordered = sorted(edits, key=lambda edit: edit.span)
    starts = [edit.span.start for edit in ordered]
    growths = (len(edit.text) - (edit.span.end - edit.span.start) for edit in ordered)
    shifts = list(accumulate(growths, initial=0))

    def moved(offset: int) -> int:
        count = bisect_right(starts, offset)
        if count and (last := ordered[count - 1].span).start <= offset < last.end:
            return last.start + shifts[count - 1]
        return offset + shifts[count]

    return moved
