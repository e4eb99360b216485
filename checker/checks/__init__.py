"""The checks: functions that find faults in the index of a draft.

Importing this package registers the built-in checks, one module per family.
"""

from checker.checks import (
    acronym_style,
    acronyms,
    capitals,
    citation_style,
    citations,
    clauses,
    damage,
    date_style,
    dates,
    endings,
    events,
    hyphens,
    introductions,
    item_style,
    leftovers,
    matching,
    missions,
    names,
    numbering,
    paragraphs,
    reference_style,
    references,
    structure,
    terms,
    variants,
    wording,
)
from checker.checks.registry import Check, CheckError, check, find_check, load_plugins, registered

FAMILIES = (
    acronym_style,
    acronyms,
    capitals,
    citation_style,
    citations,
    clauses,
    damage,
    date_style,
    dates,
    endings,
    events,
    hyphens,
    introductions,
    item_style,
    leftovers,
    matching,
    missions,
    names,
    numbering,
    paragraphs,
    reference_style,
    references,
    structure,
    terms,
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
