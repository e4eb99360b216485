"""What every format of a report has in common.

A reporter is told of one draft at a time and of the sums at the end, so that a run over thousands
of drafts holds none of them. It returns text, line ends included, and writes nothing itself.
"""

from typing import Protocol

from checker.findings import FileResult
from checker.totals import Totals


class Reporter(Protocol):
    """Turns the outcome of a run into one format."""

    def file(self, result: FileResult) -> str:
        """Return what is said of a draft, "" for nothing."""

    def close(self, totals: Totals) -> str:
        """Return what is said when all drafts have been read, "" for nothing."""
