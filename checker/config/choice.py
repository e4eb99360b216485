"""Which rules a run chooses."""

from typing import TYPE_CHECKING

from checker.config.settings import Settings, UnknownRuleError

if TYPE_CHECKING:
    from checker.rulebook import Rule, Rulebook


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
