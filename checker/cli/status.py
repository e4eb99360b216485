"""The exit statuses, which scripts rely on."""

from enum import IntEnum


class Status(IntEnum):
    """How a run ended."""

    CLEAN = 0
    FINDINGS = 1
    MISUSE = 2
    CRASH = 70
    INTERRUPTED = 130
