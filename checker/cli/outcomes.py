"""Working on one input after the other; what fails on one does not keep the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.config import ConfigurationError, Resolved
from checker.engine import CheckCrashed, check_source
from checker.findings import FileError, FileResult
from checker.reader import UnreadableError
from checker.silence import silence
from checker.source import Source


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


Work = Callable[[str, Resolved], Iterable[FileResult | FileError]]
"""What is done with an input under what holds for it."""

Outcome = FileResult | FileError | Crash | ConfigurationError
"""What became of an input."""


def lint(source: Source, resolved: Resolved, *, silencing: bool) -> FileResult:
    """Check a text under what holds for it.

    With ``silencing``, what the draft or its configuration allows is set aside.
    """
    result = check_source(source, resolved.rulebook, resolved.settings)
    return silence(result, resolved.rulebook, resolved.settings) if silencing else result


def outcomes(
    files: Sequence[str], resolve: Callable[[str], Resolved], work: Work
) -> Iterator[tuple[str, Outcome]]:
    """Yield each input with what became of it, in their order.

    A configuration that cannot be used is told once, at the first draft that it is for; its
    drafts are not worked on.
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
        for outcome in _attempt(work, path, resolved):
            yield path, outcome


def _attempt(work: Work, path: str, resolved: Resolved) -> Iterable[FileResult | FileError | Crash]:
    """Return what comes of work on an input, or what kept it from being done."""
    try:
        return tuple(work(path, resolved))
    except UnreadableError as error:
        return (FileError(error.path, error.message),)
    except CheckCrashed as error:
        return (Crash(path, str(error), error),)
    except Exception as error:  # noqa: BLE001 -- the other files are still to be checked
        return (Crash(path, f"{path} could not be checked", error),)
