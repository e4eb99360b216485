"""The sums of a run: they grow by one draft at a time, so that no draft need be kept for them."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.findings import FileError, FileResult, Severity

if TYPE_CHECKING:
    from checker.evidence import Safety


class RuleTotals:
    """What a run found of one rule.

    Attributes:
        rule: its name.
        family: the folder of its page.
        severities: how many of its findings have each severity.
        fixable: how many of its findings have a fix of each safety.
    """

    def __init__(self, rule: str, family: str) -> None:
        """Begin with nothing found."""
        self.rule = rule
        self.family = family
        self.severities: Counter[Severity] = Counter()
        self.fixable: Counter[Safety] = Counter()

    @property
    def count(self) -> int:
        """How many findings it has."""
        return self.severities.total()


class Totals:
    """What a run over drafts came to.

    Attributes:
        files: how many texts were read.
        no_drafts: how many of them are no drafts.
        severities: how many findings have each severity.
        rules: the findings of each rule that has some, by its name.
        fixable: how many findings have a fix of each safety.
        suppressed: how many findings were silenced.
        baselined: how many findings are recorded in a baseline.
        gone: how many recorded findings are there no more.
        errors: the inputs that could not be read or checked, in the order met.
        status: the exit status that the findings and errors call for.
    """

    def __init__(self, errors: Iterable[FileError] = ()) -> None:
        """Begin with nothing but inputs that could not be read."""
        self.files = 0
        self.no_drafts = 0
        self.severities: Counter[Severity] = Counter()
        self.rules: dict[str, RuleTotals] = {}
        self.fixable: Counter[Safety] = Counter()
        self.suppressed = 0
        self.baselined = 0
        self.gone = 0
        self.errors = list(errors)
        self.status = 0

    def add(self, result: FileResult) -> None:
        """Count a draft and its findings."""
        self.files += 1
        self.no_drafts += not result.is_draft
        for finding in result.findings:
            rule = self.rules.setdefault(finding.rule, RuleTotals(finding.rule, finding.family))
            for sums in (self, rule):
                sums.severities[finding.severity] += 1
                if finding.fix is not None:
                    sums.fixable[finding.fix.safety] += 1
        self.suppressed += len(result.silenced)
        self.baselined += len(result.baselined)
        self.gone += result.gone
