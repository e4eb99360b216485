"""Checking one input after the other; what fails on one does not keep the others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from checker.cli.inputs import read_input
from checker.config import Settings
from checker.engine import CheckCrashed, check_source
from checker.findings import FileError, FileResult
from checker.reader import UnreadableError
from checker.rulebook import Rulebook

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Crash:
    """A draft on which mandatelint itself failed: its path, what failed, and the exception."""

    path: str
    what: str
    error: Exception

    @property
    def as_error(self) -> FileError:
        """The same for the report: the draft was not checked."""
        return FileError(self.path, f"not checked: {self.what}", "not checked")


def outcomes(
    files: Sequence[str], stdin_filename: str | None, rulebook: Rulebook, settings: Settings
) -> Iterator[FileResult | FileError | Crash]:
    """Yield what became of each input, in their order."""

    def check(path: str) -> FileResult:
        return check_source(read_input(path, stdin_filename), rulebook, settings)

    for path in files:
        yield attempt(check, path)


def attempt(work: Callable[[str], Done], path: str) -> Done | FileError | Crash:
    """Return what comes of work on an input, or what kept it from being done."""
    try:
        return work(path)
    except UnreadableError as error:
        return FileError(error.path, error.message)
    except CheckCrashed as error:
        return Crash(path, str(error), error)
    except Exception as error:  # noqa: BLE001 -- the other files are still to be checked
        return Crash(path, f"{path} could not be checked", error)
