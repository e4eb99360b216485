"""The settings of a run: what a person asked for, and which rules that chooses."""

import datetime
from typing import TYPE_CHECKING

from checker.permissions import SilenceEntry
from checker.records import Record

if TYPE_CHECKING:
    from checker.rulebook import Rule, Rulebook


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


def check_names(rulebook: "Rulebook", settings: Settings) -> None:
    """Refuse names that no rule and no family has.

    Raises:
        UnknownRuleError: for the first such name.
    """
    families = rulebook.families
    for name in (*settings.select, *settings.ignore):
        if name not in families and rulebook.get(name) is None:
            raise UnknownRuleError(name, rulebook.nearest(name))


def chosen_rules(rulebook: "Rulebook", settings: Settings, profile: str) -> tuple["Rule", ...]:
    """Return the rules that run on a draft of a profile, in the order of the rule book.

    A rule's own name weighs more than its family's: a rule that is selected by name runs although
    its family is ignored, although it is pedantic, and although the profile is unknown.

    Raises:
        UnknownRuleError: a name in the settings is that of no rule and no family.
    """
    check_names(rulebook, settings)
    return tuple(rule for rule in rulebook.rules if _runs(rule, settings, profile))


def _runs(rule: "Rule", settings: Settings, profile: str) -> bool:
    named = rule.name in settings.select
    if settings.select and not named and rule.family not in settings.select:
        return False
    if rule.name in settings.ignore or (rule.family in settings.ignore and not named):
        return False
    if rule.pedantic and not (settings.pedantic or named):
        return False
    return rule.fits(profile) or (named and profile == "unknown")
