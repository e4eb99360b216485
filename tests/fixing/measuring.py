"""What the safe fixes do to real texts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.config import Settings
from checker.engine import check_source
from checker.findings import FileResult, Finding
from checker.fixing import Lint, fix_source
from checker.reader import read_draft
from checker.rulebook import load_rulebook
from checker.source import Source

_BEFORE, _AFTER = 160, 80


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of one text.

    Attributes:
        made: how many fixes of each rule were made.
        refused: what was refused, in sentences.
        brought: findings of the fixed text that the text did not have.
        steady: whether fixing once more changes nothing.
        changes: each changed place of the first round with the words around it.
    """

    made: Counter[str]
    refused: tuple[str, ...]
    brought: tuple[str, ...]
    steady: bool
    changes: tuple[tuple[str, str], ...]


def linter() -> Lint:
    """Return the linter with all rules."""
    rules = load_rulebook()

    def lint(source: Source) -> FileResult:
        return check_source(source, rules, Settings(pedantic=True))

    return lint


def measure(path: Path, lint: Lint) -> Measured:
    """Make the safe fixes of a text."""
    source = read_draft(path)
    fixed = fix_source(source, lint, unsafe=False)
    again = fix_source(fixed.result.source, lint, unsafe=False)
    before = Counter((finding.rule, finding.message) for finding in fixed.before.findings)
    after = Counter((finding.rule, finding.message) for finding in fixed.result.findings)
    return Measured(
        made=Counter(finding.rule for finding in fixed.applied),
        refused=tuple(f"{each.finding.rule}: {each.reason}" for each in fixed.refused),
        brought=tuple(f"{rule}: {message}" for rule, message in after - before),
        steady=not again.changed,
        changes=tuple(
            _changes(source, [each for each in fixed.applied if each in fixed.before.findings])
        ),
    )


def _changes(source: Source, findings: list[Finding]) -> Iterator[tuple[str, str]]:
    for finding in findings:
        for edit in finding.fix.edits if finding.fix else ():
            start, end = edit.span.start, edit.span.end
            before = source.text[max(0, start - _BEFORE) : start]
            words = f"{before}[-{source.text[start:end]}-]{{+{edit.text}+}}"
            after = source.text[end : end + _AFTER]
            yield finding.rule, " ".join(f"{words}{after}".split())
