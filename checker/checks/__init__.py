"""The checks: functions that find faults in the index of a draft.

A built-in check is imported when a rule asks for it; :mod:`checker.checks.builtin` says where each
one stands.
"""

from checker.checks.registry import (
    Check,
    CheckError,
    Says,
    check,
    find_check,
    load_plugins,
    registered,
)

__all__ = [
    "Check",
    "CheckError",
    "Says",
    "check",
    "find_check",
    "load_plugins",
    "registered",
]
