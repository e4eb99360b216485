"""What was looked at in a draft: the figures that make a clean run trustworthy."""

from checker.records import Record


class Looked(Record):
    """How many things of each kind a draft gave the rules to check."""

    preambular: int = 0
    operative: int = 0
    references: int = 0
    dates: int = 0
    acronyms: int = 0
    citations: int = 0
