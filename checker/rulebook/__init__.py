"""The rule book: rules, read from pages that people can read."""

from checker.rulebook.loader import Rulebook, load_folder, load_rulebook
from checker.rulebook.rule import Rule, RulebookError

__all__ = [
    "Rule",
    "Rulebook",
    "RulebookError",
    "load_folder",
    "load_rulebook",
]
