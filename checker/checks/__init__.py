"""The checks: functions that find faults in the index of a draft.

Importing this package registers the built-in checks, one module per family.
"""

from checker.checks import (
    acronyms,
    citation_style,
    capitals,
    citations,
    clauses,
    date_style,
    dates,
    endings,
    events,
    introductions,
    item_style,
    leftovers,
    numbering,
    paragraphs,
    references,
    structure,
    variants,
    wording,
)
from checker.checks.registry import Check, CheckError, check, find_check, load_plugins, registered

FAMILIES = (
    acronyms,
    citation_style,
    capitals,
    citations,
    clauses,
    date_style,
    dates,
    endings,
    events,
    introductions,
    item_style,
    leftovers,
    numbering,
    paragraphs,
    references,
    structure,
    variants,
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
