"""The configuration: the settings of a run, where they come from, and which rules they choose.

Importing this package is light: a TOML parser, pydantic and patterns are loaded where a
configuration is read that needs them.
"""

from checker.config.configuration import Configuration, ConfigurationError, Fault, Layer
from checker.config.configurations import Asked, Configurations, Resolved
from checker.config.settings import Settings, UnknownRuleError, check_names, chosen_rules
from checker.permissions import SilenceEntry

__all__ = [
    "Asked",
    "Configuration",
    "ConfigurationError",
    "Configurations",
    "Fault",
    "Layer",
    "Resolved",
    "Settings",
    "SilenceEntry",
    "UnknownRuleError",
    "check_names",
    "chosen_rules",
]
