"""What becomes of one draft: what fails on it does not keep the others from being checked."""

import os
from collections.abc import Callable
from typing import TypeAlias, TypeVar

from checker.config import ConfigurationError
from checker.findings import CheckCrashed, FileError, FileResult
from checker.reader import UnreadableError
from checker.reasons import OutputError
from checker.records import Record
from checker.rulebook.rule import RulebookError

DEBUG_VARIABLE = "MANDATELINT_DEBUG"
"""The environment variable with which a crash is shown with where it happened."""

Done = TypeVar("Done")


class Crash(Record):
    """A draft on which mandatelint itself failed; it can be sent between processes.

    Attributes:
        path: the draft.
        what: what failed, as a sentence.
        reason: the exception.
        trace: where it was raised; "" unless that was asked for.
    """

    path: str
    what: str
    reason: str
    trace: str = ""

    @property
    def as_error(self) -> FileError:
        """The same for the report: the draft was not checked."""
        return FileError(self.path, f"not checked: {self.what}", "not checked")


Outcome: TypeAlias = FileResult | FileError | Crash | ConfigurationError
"""What became of an input."""


def attempt(
    work: Callable[[str], Done], path: str, aim: str = "checked"
) -> Done | FileError | Crash:
    """Return what comes of work on an input, or what kept it from being done.

    Args:
        work: what is done.
        path: the input.
        aim: what the input would have been, had nothing failed.

    Raises:
        OutputError: what was done cannot be told.
    """
    try:
        return work(path)
    except OutputError:
        raise
    except UnreadableError as error:
        return FileError(error.path, error.message)
    except RulebookError as error:
        return FileError(path, f"not checked: {error}", "not checked")
    except CheckCrashed as error:
        return crash(path, str(error), error)
    except Exception as error:  # noqa: BLE001 -- the other files are still to be checked
        return crash(path, f"{path} could not be {aim}", error)


def crash(path: str, what: str, error: BaseException) -> Crash:
    """Return what is to be told of an exception."""
    return Crash(path, what, reason_of(error), trace_of(error))


def reason_of(error: BaseException) -> str:
    """Return an exception, or what caused it, in one line."""
    cause = error.__cause__ or error
    return " ".join(f"{type(cause).__name__}: {cause}".split())


def trace_of(error: BaseException) -> str:
    """Return where an exception was raised, if MANDATELINT_DEBUG asks for it."""
    if not os.environ.get(DEBUG_VARIABLE):
        return ""
    import traceback  # noqa: PLC0415 -- only for those who mend it

    return "".join(traceback.format_exception(error))
