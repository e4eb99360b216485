"""The checks: functions that find faults in the index of a draft.

Importing this package registers the built-in checks, one module per family.
"""

from checker.checks import (
    acronyms,
    citations,
    clauses,
    dates,
    endings,
    introductions,
    leftovers,
    numbering,
    paragraphs,
    references,
    structure,
    wording,
)
from checker.checks.registry import Check, CheckError, check, find_check, load_plugins, registered

FAMILIES = (
    acronyms,
    citations,
    clauses,
    dates,
    endings,
    introductions,
    leftovers,
    numbering,
    paragraphs,
    references,
    structure,
    wording,
)

__all__ = [
    "FAMILIES",
    "Check",
    "CheckError",
    "check",
    "find_check",
    "load_plugins",
    "registered",
]
