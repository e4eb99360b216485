"""The settings of a run: what a person asked for, on the command line or in a configuration."""

import datetime

from checker.permissions import SilenceEntry
from checker.records import Record


class UnknownRuleError(Exception):
    """A name is that of no rule and no family.

    Attributes:
        name: the name as given.
        nearest: the rule or family that is perhaps meant, or None.
    """

    def __init__(self, name: str, nearest: str | None) -> None:
        """Keep both names for whoever reports it."""
        super().__init__(name, nearest)
        self.name = name
        self.nearest = nearest

    def __str__(self) -> str:
        """Write it as one sentence."""
        from checker.nearest import question  # noqa: PLC0415 -- only mistakes need it

        return f'there is no rule or family "{self.name}"{question(self.nearest)}'


class Settings(Record):
    """What a person asked for.

    Attributes:
        profile: the kind of text, or None to detect it.
        stage: "negotiation" or "final", or None to detect it.
        date: the day of the drafts, or None to read it from their headers.
        pedantic: whether rules run that are off unless asked for.
        select: the only rules and families to run; empty: all.
        ignore: rules and families that do not run.
        silences: the findings that a configuration silences.
    """

    profile: str | None = None
    stage: str | None = None
    date: datetime.date | None = None
    pedantic: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    silences: tuple[SilenceEntry, ...] = ()

    def shows(self, rule: str, pedantic: bool) -> bool:  # noqa: FBT001 -- a fact, not a switch
        """Whether a finding is shown: a pedantic one only when asked for, or by its rule's name."""
        return self.pedantic or not pedantic or rule in self.select
