"""The formats of a report by name."""

from checker.report.reporter import Reporter
from checker.report.style import Style

FORMATS = ("full", "concise", "json")
FOR_PEOPLE = ("full", "concise")
"""The formats to which a sentence can be added."""


def reporter(name: str, style: Style, *, alone: bool) -> Reporter:
    """Return a new reporter; only the module of its format is loaded.

    Args:
        name: one of :data:`FORMATS`.
        style: columns and colour, for the formats that people read on a terminal.
        alone: whether one input was named.
    """
    # ruff: noqa: PLC0415 -- a run needs one format of many
    match name:
        case "full":
            from checker.report.full import FullReporter

            return FullReporter(style, alone)
        case "concise":
            from checker.report.concise import ConciseReporter

            return ConciseReporter(style)
        case "json":
            from checker.report.json import JsonReporter

            return JsonReporter()
    message = f"there is no format {name!r}"
    raise ValueError(message)
