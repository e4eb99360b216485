"""Checking a draft again and again while it is edited, as editors and language servers do."""

from checker.config import Settings
from checker.engine import check_draft
from checker.findings import FileResult
from checker.memory import Memory
from checker.parsing import Parser
from checker.rulebook import Rulebook
from checker.silence import silence
from checker.source import Source


class Rechecking:
    """Checks a draft as often as it changes; what an edit leaves alone is not worked out again.

    The result is that of a check by itself, whatever was checked before. What is kept is what the
    last text took; it is not for several threads at once.
    """

    def __init__(self, rulebook: Rulebook, settings: Settings) -> None:
        """Take the rules, and how the draft is understood."""
        self._rulebook = rulebook
        self._settings = settings
        self._memory = Memory()
        self._parser = Parser(self._memory)

    def check(self, source: Source) -> FileResult:
        """Return what is found in a text; what the draft or the settings allow is set aside.

        Raises:
            CheckCrashed: a check failed; the next text can be checked all the same.
            RulebookError: a rule page has no words for what its check found.
            UnknownRuleError: a name in the settings is that of no rule and no family.
        """
        self._memory.begin_check()
        draft = self._parser.parse(source)
        result = check_draft(draft, self._rulebook, self._settings, self._memory)
        return silence(result, self._rulebook, self._settings)
