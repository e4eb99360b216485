"""The stage of a draft: a final text, or one in negotiation."""

from checker.draft import Draft, Kind
from checker.patterns import lazy

_LINK = lazy(r"\][(\[]")
_BRACKET = lazy(r"\[(?!\^|x\]| \])[^\[\]]{0,2000}\]?")
_OFFICIAL = lazy(r"\[(?:on|without) |/|\b[A-Z]+\.\d|\(\w+\)\]")
_PLACEHOLDER = lazy(r"\b(?:XX+|TBC|TBD)\b|/X{2,}|\b[Aa]lt(?:ernative)? [1-9]\b")
# In every placeholder stands one of these.
_PLACEHOLDER_SIGNS = ("XX", "/X", "TBC", "TBD", "alt ", "Alt ", "lternative ")
_STRUCK = lazy(r"~~[^\s~][^~\n]{0,300}~~")
_NEGOTIATED_NUMBER = lazy(r"bis|ter|quater|alt")


def stage_of(draft: Draft) -> tuple[str, str]:
    """Return the stage as the text shows it, "final" or "negotiation", and why."""
    if draft.header.symbol is not None:
        return "final", f"it has the symbol {draft.header.symbol.value}"
    text = draft.reading.text
    placeholders = any(sign in text for sign in _PLACEHOLDER_SIGNS)
    brackets, struck = "[" in text, "~~" in text
    for node in draft.nodes:
        if node.kind in {Kind.FURNITURE, Kind.BLANK, Kind.COMMENT}:
            continue
        if placeholders and _PLACEHOLDER.search(node.text):
            return "negotiation", "it has placeholders"
        if node.kind is Kind.HEADER:
            continue
        if node.number and _NEGOTIATED_NUMBER.search(node.number):
            return "negotiation", f"it has a paragraph {node.number}"
        if (brackets and _has_brackets(node.text)) or "[" in node.label:
            return "negotiation", "it has square brackets"
        if struck and _STRUCK.search(node.text):
            return "negotiation", "it has words struck out"
    return "final", "it has no brackets and no placeholders"


def _has_brackets(text: str) -> bool:
    """Whether a text has brackets of negotiation, not Markdown links or official references."""
    if "[" not in text:
        return False
    for match in _BRACKET.finditer(text):
        if _LINK.match(text, match.end() - 1) or _OFFICIAL.search(match.group()):
            continue
        return True
    return False
