"""How to draw on standard output."""

import shutil

from checker.cli.terminal import wants_colour
from checker.report.style import Style

# A pipe has no width; frames are drawn for a page.
_WITHOUT_TERMINAL = (100, 24)


def style() -> Style:
    """Return the columns of the terminal and whether to colour."""
    return Style(shutil.get_terminal_size(_WITHOUT_TERMINAL).columns, wants_colour())
