"""mandatelint: a linter for draft resolutions of the United Nations Security Council.

Four functions and a class are all that a program needs; each loads what it rests on at its first
use:

- :func:`check_text` lints a text,
- :func:`check_file` lints a file,
- :func:`check_files` lints many, on other processes or machines where wanted,
- :class:`Session` lints a draft again and again while it is edited,
- :func:`parse` gives the tree of a draft.

What they return and raise is here too: :class:`FileResult`, :class:`FileError`,
:class:`UnreadableError`, :class:`UnknownRuleError`.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from checker.api import Session, check_file, check_files, check_text, parse
    from checker.config import UnknownRuleError
    from checker.findings import FileError, FileResult
    from checker.reader import UnreadableError

__all__ = [
    "FileError",
    "FileResult",
    "Session",
    "UnknownRuleError",
    "UnreadableError",
    "check_file",
    "check_files",
    "check_text",
    "parse",
]

_ELSEWHERE = {
    "FileError": "checker.findings",
    "FileResult": "checker.findings",
    "UnknownRuleError": "checker.config",
    "UnreadableError": "checker.reader",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- a module hands out whatever it has
    if name in __all__:
        from importlib import import_module  # noqa: PLC0415 -- "import checker" stays light

        return getattr(import_module(_ELSEWHERE.get(name, "checker.api")), name)
    message = f"module 'checker' has no attribute {name!r}"
    raise AttributeError(message)
