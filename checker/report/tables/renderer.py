"""What every format of the tables does: a piece of text for each draft, and the rest at the end."""

from collections.abc import Sequence
from typing import Protocol

from checker.findings import FileError
from checker.source import Source
from checker.tables import Tables


class Renderer(Protocol):
    """Draws the tables of one draft after another, so that none has to be kept.

    The pieces are written one after the other; each brings its own line ends.
    """

    def draft(self, tables: Tables, source: Source) -> str:
        """Return the tables of a draft."""

    def close(self, errors: Sequence[FileError]) -> str:
        """Return what stands after the last draft."""
