"""Words of a draft in Markdown: a platform shows them as they are."""

import re

from checker.report.columns import visible

_MARKUP = re.compile(
    r"[\\`*_\[\]<>|~&$]"
    r"|[@#]|:(?=[\w+-]{1,40}:)|\b(?:https?:|mailto:|www(?=\.))",
    re.IGNORECASE,
)
# A platform makes a link of these even where they are written as entities; a joiner keeps it off.
_JOINER = "&#8288;"


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is: no markup, no HTML, no link, no mention."""
    return _MARKUP.sub(_escape, visible(text))


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    if found in "@#:" or len(found) > 1:
        return found + _JOINER
    return f"&#{ord(found)};"
