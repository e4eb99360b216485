"""The words with which the other end of a finding is shown."""

from checker.findings import Excerpt, RelatedPlace
from checker.report.columns import shorten, visible

_FEWEST = 20


def quoted(related: RelatedPlace, columns: int) -> str:
    """Return the words of another end, at least a few; "" where its message quotes them itself."""
    quote = _words(related.excerpt, max(columns, _FEWEST))
    told = '"' in related.message or quote.removesuffix(" ...")[:_FEWEST] in related.message
    return "" if told else quote


def _words(excerpt: Excerpt, columns: int) -> str:
    """Return the opening words of an excerpt, or those around its mark where that is far on."""
    text = visible(excerpt.text)
    if excerpt.start <= excerpt.opening + _FEWEST * 2:
        return shorten(text[excerpt.opening :].strip(), columns)
    before = text.find(" ", excerpt.start - _FEWEST, excerpt.start) + 1
    return f"... {shorten(text[before or excerpt.start :].strip(), columns - 4)}"
