"""What every format does: a beginning, a piece for each draft, an end."""

from collections.abc import Sequence
from typing import Protocol

from checker.findings import FileError
from checker.source import Source
from checker.tables import Tables


class Renderer(Protocol):
    """Draws the tables of one draft after another, so that none has to be kept."""

    def begin(self) -> str:
        """Return what stands before the first draft; "" for nothing."""

    def draft(self, tables: Tables, source: Source) -> str:
        """Return the tables of a draft."""

    def end(self, errors: Sequence[FileError]) -> str:
        """Return what stands after the last draft; "" for nothing."""
