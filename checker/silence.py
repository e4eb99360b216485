"""Silencing what a draft or a configuration allows, and saying which permissions are at fault."""

from checker.config import Settings
from checker.engine import position
from checker.findings import CheckCrashed, FileResult
from checker.fingerprints import told_apart
from checker.rulebook import Rulebook, RulebookError
from checker.rulebook.applying import apply_silence_rule, is_of_silences
from checker.rulebook.wording import WordingError
from checker.silencing import silence_findings


def silence(result: FileResult, rulebook: Rulebook, settings: Settings) -> FileResult:
    """Return a result with the findings that are allowed set aside.

    Findings about the silences themselves are added, of those rules that ran. Without any silence
    it is the same result, and the rule book is not looked at.

    Args:
        result: what was found in a draft, before anything was silenced.
        rulebook: the rules that ran on it, among others.
        settings: its settings; the entries in them are those for this draft.

    Raises:
        CheckCrashed: a check of silences failed.
        RulebookError: a rule page has no words for what its check found.
    """
    if not result.is_draft or not (result.silences or settings.silences):
        return result
    about = [rule for rule in rulebook.rules if is_of_silences(rule)]
    silencing = silence_findings(
        result.source,
        result.findings,
        comments=result.silences,
        entries=settings.silences,
        ran=result.ran,
        names=tuple(rule.name for rule in rulebook.rules),
        families=rulebook.families,
        unsilenceable=(rule.name for rule in about),
    )
    found = list(silencing.shown)
    for rule in about:
        if rule.name in silencing.ran:
            try:
                found += apply_silence_rule(rule, silencing, result.stage)
            except WordingError as error:
                raise RulebookError(rule.path, None, str(error)) from error
            except Exception as error:
                raise CheckCrashed(rule.name, result.path) from error
    return result.replaced(
        findings=told_apart(sorted(found, key=position)),
        silenced=(*result.silenced, *silencing.silenced),
    )
