"""Checking one input after the other; what fails on one does not keep the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.cli.inputs import read_input
from checker.config import Settings
from checker.engine import CheckCrashed, check_source
from checker.findings import FileError, FileResult
from checker.reader import UnreadableError
from checker.rulebook import Rulebook
from checker.silence import silence


@dataclass(frozen=True, slots=True)
class Crash:
    """A draft on which mandatelint itself failed: its path, what failed, and the exception."""

    path: str
    what: str
    error: Exception

    @property
    def as_error(self) -> FileError:
        """The same for the report: the draft was not checked."""
        return FileError(self.path, f"not checked: {self.what}")


def outcomes(
    files: Sequence[str],
    stdin_filename: str | None,
    rulebook: Rulebook,
    settings: Settings,
    *,
    silencing: bool = True,
) -> Iterator[FileResult | FileError | Crash]:
    """Yield what became of each input, in their order.

    With ``silencing``, what a draft or its configuration allows is set aside.
    """
    for path in files:
        try:
            result = check_source(read_input(path, stdin_filename), rulebook, settings)
            yield silence(result, rulebook, settings) if silencing else result
        except UnreadableError as error:
            yield FileError(error.path, error.message)
        except CheckCrashed as error:
            yield Crash(path, str(error), error)
        except Exception as error:  # noqa: BLE001 -- the other files are still to be checked
            yield Crash(path, f"{path} could not be checked", error)
