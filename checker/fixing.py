"""Applying the fixes of findings, and looking again at what comes of them.

Fixes are made in rounds until none is left. In a round no two fixes touch the same place: the
first by position is made, the other waits. Each round's text is linted again; fixes that spoil
something are found by halving the round (Hildebrandt and Zeller's way of isolating a cause) and are
left out, the others are made.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from checker.edits import apply_edits, moved_by
from checker.evidence import Edit, Safety
from checker.findings import FileResult, Finding, Severity
from checker.source import Source, Span

Lint: TypeAlias = Callable[[Source], FileResult]

_MOST_ROUNDS = 100
# So many texts are linted at most for one draft, however many of its fixes are in doubt.
_MOST_TRIALS = 200


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fix that was left out, and why: "it would bring the error ..."."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a draft.

    Attributes:
        before: the findings of the text as it was given.
        result: those of the text as it is now.
        applied: the findings whose fixes were made, in the order in which they were; their spans
            are those of the text of their round.
        refused: the fixes that could be made and were left out; their spans are those of the text
            as it is now.
    """

    before: FileResult
    result: FileResult
    applied: tuple[Finding, ...] = ()
    refused: tuple[Refusal, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the text is another than before."""
        return self.result.source.text != self.before.source.text


def fix_source(source: Source, lint: Lint, *, unsafe: bool) -> Fixed:
    """Apply the fixes of a draft until none is left that can be applied.

    A fix is refused that brings a new error, a safe one that brings any new finding or adds places
    to one; also one that leaves in place what it should mend, that leads back to a text that stood
    there before, or after which the text is no draft or one of another stage or date, so that its
    rules are silent.

    Args:
        source: the draft.
        lint: what finds its faults; called on every text that is tried. What it sets aside as
            silenced or known is not fixed.
        unsafe: whether to apply fixes that can change what the draft means.
    """
    before = result = lint(source)
    applied: list[Finding] = []
    refused: dict[Finding, Refusal] = {}
    trials = _Trials(lint, {source.text})
    for _ in range(_MOST_ROUNDS):
        waiting = [each for each in result.findings if _edits([each]) and each not in refused]
        chosen = [each for each in waiting if _is_safe(each)]
        if unsafe and not chosen:
            chosen = waiting
        if not chosen:
            break
        this = _Round(result, trials)
        this.settle(_apart(chosen))
        if this.kept:
            # What is refused may be in order beside what was done meanwhile: it is tried again.
            refused = {}
            applied += this.kept
            result = this.after
            trials.seen.add(result.source.text)
        else:
            refused |= {refusal.finding: refusal for refusal in this.refused}
    return Fixed(before, result, tuple(applied), tuple(refused.values()))


@dataclass(slots=True)
class _Trials:
    """What is tried for one draft.

    Attributes:
        lint: what finds faults.
        seen: the texts that stood there before.
        left: how many texts may still be tried.
    """

    lint: Lint
    seen: set[str]
    left: int = _MOST_TRIALS


@dataclass(slots=True)
class _Round:
    """The fixes of one text: those that can be made together, and those that are refused.

    Attributes:
        before: the findings of the text.
        trials: what is tried for this draft.
        after: the findings of the text with what is kept.
        kept: the findings whose fixes are made.
        refused: the fixes that are not.
    """

    before: FileResult
    trials: _Trials
    after: FileResult = field(init=False)
    kept: list[Finding] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with the text as it is."""
        self.after = self.before

    def settle(self, findings: Sequence[Finding]) -> None:
        """Keep as many fixes as can be made beside those that are kept already."""
        together = [*self.kept, *findings]
        after, fault = self._try(together)
        if after is not None:
            self.kept, self.after = together, after
            return
        if len(findings) == 1 or not self.trials.left:
            self.refused.extend(Refusal(each, fault) for each in findings)
            return
        half = len(findings) // 2
        self.settle(findings[:half])
        self.settle(findings[half:])

    def _try(self, findings: Sequence[Finding]) -> tuple[FileResult | None, str]:
        """Return the findings of the text with some fixes, or None and what speaks against them."""
        edits = _edits(findings)
        try:
            text = apply_edits(self.before.source.text, edits)
        except ValueError:
            return None, "its own edits do not go together"
        if text in self.trials.seen:
            return None, "it would undo itself or another fix"
        if not self.trials.left:
            return None, "more fixes of this draft are in doubt than are tried one by one"
        self.trials.left -= 1
        after = self.trials.lint(Source(text, self.before.path))
        fault = _fault(findings, edits, self.before, after)
        return (None if fault else after), fault


def _is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safety is Safety.SAFE


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    return [edit for each in findings if each.fix for edit in each.fix.edits]


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings whose fixes do not touch each other, of two that do the first."""
    chosen: list[Finding] = []
    taken: list[Span] = []
    ordered = sorted(findings, key=lambda each: min(edit.span for edit in _edits([each])))
    for finding in ordered:
        spans = [edit.span for edit in _edits([finding])]
        if not any(_touches(span, taken) for span in spans):
            chosen.append(finding)
            for span in spans:
                insort(taken, span)
    return chosen


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span meets one of others, which are in order and apart."""
    place = bisect_left(taken, span)
    before, after = taken[max(0, place - 1) : place], taken[place : place + 1]
    return any(one.end >= span.start for one in before) or any(
        one.start <= span.end for one in after
    )


def _fault(
    mended: Sequence[Finding], edits: Sequence[Edit], before: FileResult, after: FileResult
) -> str:
    """Say what is wrong with a text after fixes, "" if nothing."""
    if _kind(before) != _kind(after):
        return "the text would be no draft any more, or one of another stage or date"
    moved = moved_by(edits)
    # A finding of an old draft may be told anew for a fix beside it.
    found = (*before.findings, *before.baselined)
    places = {(each.rule, moved(each.span.start)): len(each.related) for each in found}
    stays = {(each.rule, each.message, moved(each.span.start)) for each in mended}
    words = Counter((each.rule, each.message) for each in found)
    words -= Counter((each.rule, each.message) for each in mended)
    strict = all(map(_is_safe, mended))
    for each in after.findings:
        if (each.rule, each.message, each.span.start) in stays:
            return "what was found would still be there"
        # A finding that is told once per draft may now be told at its next place.
        told_before = words[each.rule, each.message] > 0
        words[each.rule, each.message] -= 1
        further = places.get((each.rule, each.span.start))
        known = told_before or further is not None
        if not known and (strict or each.severity is Severity.ERROR):
            return f"it would bring {_named(each)}"
        if strict and further is not None and len(each.related) > further:
            return f"it would add a place to {_named(each)}"
    return ""


def _named(finding: Finding) -> str:
    where = f" in {finding.address}" if finding.address else ""
    return f"the {finding.severity} {finding.rule}{where}: {finding.message}"


def _kind(result: FileResult) -> tuple[object, ...]:
    return result.is_draft, result.stage, result.date
