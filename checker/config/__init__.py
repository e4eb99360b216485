"""The configuration: the settings of a run, and which rules they choose."""

from checker.config.choice import check_names, chosen_rules
from checker.config.settings import Settings, UnknownRuleError
from checker.silencing import SilenceEntry

__all__ = ["Settings", "SilenceEntry", "UnknownRuleError", "check_names", "chosen_rules"]
