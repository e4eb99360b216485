"""Colour on a terminal: plain codes, and only when they are asked for."""

from checker.findings import Severity
from checker.records import Record

_BOLD, _DIM, _RED, _GREEN, _YELLOW, _CYAN = "1", "2", "31", "32", "33", "36"
_SEVERITIES = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}


class Style(Record):
    """How a report is drawn: in how many columns, and whether in colour."""

    columns: int = 100
    colour: bool = False

    def strong(self, text: str) -> str:
        """Make a text stand out."""
        return self._paint(text, _BOLD)

    def faint(self, text: str) -> str:
        """Make a text step back."""
        return self._paint(text, _DIM)

    def good(self, text: str) -> str:
        """Give a text the colour of good news."""
        return self._paint(text, _GREEN)

    def bad(self, text: str) -> str:
        """Give a text the colour of what goes."""
        return self._paint(text, _RED)

    def grave(self, text: str, severity: Severity) -> str:
        """Give a text the colour of a severity."""
        return self._paint(text, f"{_BOLD};{_SEVERITIES[severity]}")

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text
