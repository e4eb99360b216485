"""The rule book: rules, read from pages that people can read."""

from checker.rulebook.errors import RulebookError
from checker.rulebook.loader import Rulebook, load_folder, load_rulebook
from checker.rulebook.profiles import PROFILES, STAGES
from checker.rulebook.rule import Rule

__all__ = [
    "PROFILES",
    "STAGES",
    "Rule",
    "Rulebook",
    "RulebookError",
    "load_folder",
    "load_rulebook",
]
