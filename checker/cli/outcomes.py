"""Checking one input after the other; what fails on one does not keep the others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from checker.cli.inputs import read_input
from checker.config import ConfigurationError, Resolved
from checker.engine import CheckCrashed, check_source
from checker.findings import FileError, FileResult
from checker.reader import UnreadableError


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
    files: Sequence[str], stdin_filename: str | None, resolve: Callable[[str], Resolved]
) -> Iterator[tuple[str, FileResult | FileError | Crash | ConfigurationError]]:
    """Yield each input with what became of it, in their order.

    A configuration that cannot be used is told once, at the first draft that it is for; its
    drafts are not checked.
    """
    told: set[str] = set()
    for path in files:
        try:
            resolved = resolve(path)
        except ConfigurationError as error:
            if error.path not in told:
                told.add(error.path)
                yield path, error
            continue
        yield path, _outcome(path, stdin_filename, resolved)


def _outcome(
    path: str, stdin_filename: str | None, resolved: Resolved
) -> FileResult | FileError | Crash:
    try:
        source = read_input(path, stdin_filename)
        return check_source(source, resolved.rulebook, resolved.settings)
    except UnreadableError as error:
        return FileError(error.path, error.message)
    except CheckCrashed as error:
        return Crash(path, str(error), error)
    except Exception as error:  # noqa: BLE001 -- the other files are still to be checked
        return Crash(path, f"{path} could not be checked", error)
