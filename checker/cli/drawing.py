"""How to draw on standard output."""

import os
import sys

from checker.cli.terminal import wants_colour
from checker.report.style import Style

# A pipe has no width; frames are drawn for a page.
_WITHOUT_TERMINAL = 100


def style() -> Style:
    """Return the columns of the terminal and whether to colour."""
    return Style(_columns(), wants_colour())


def _columns() -> int:
    """Return the width of the terminal; ``shutil`` would, but takes longer to load than to ask."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked) > 0:
        return int(asked)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns
    except (OSError, ValueError):
        return _WITHOUT_TERMINAL
