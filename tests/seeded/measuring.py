"""How many of the sown faults are noticed, and what else is said of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from checker import check_text
from checker.draft import Node
from checker.findings import FileResult, Finding, Severity
from checker.parsing import parse_source
from checker.reader import read_draft
from checker.source import Span
from tests.seeded.kinds import KINDS, KindOfFault, Sort
from tests.seeded.sowing import SeededFault, sow


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one fault.

    Attributes:
        fault: the fault.
        rules: the rules that noticed it, of those that may.
        others: the rules of the other new errors and warnings.
    """

    fault: SeededFault
    rules: frozenset[str]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Verdicts counted."""

    made: int = 0
    noticed: int = 0
    others: Counter[str] = field(default_factory=Counter)

    @property
    def recall(self) -> float:
        """The share of the faults that were noticed, 1 where there are none."""
        return self.noticed / self.made if self.made else 1.0


def measure(
    shared: Path,
    count: int,
    seed: int,
    *,
    texts: int | None = None,
    kinds: Sequence[KindOfFault] = KINDS,
    processes: int = 2,
) -> list[Verdict]:
    """Sow faults and check each text with and without them, pedantic rules included."""
    sown: dict[str, list[SeededFault]] = defaultdict(list)
    for fault in sow(shared, count, seed, texts, kinds):
        sown[fault.document].append(fault)
    if processes == 1:
        return [verdict for faults in sown.values() for verdict in judge(shared, faults)]
    with ProcessPoolExecutor(processes) as pool:
        judged = pool.map(partial(judge, shared), sown.values(), chunksize=4)
        return [verdict for verdicts in judged for verdict in verdicts]


def judge(shared: Path, faults: Sequence[SeededFault]) -> list[Verdict]:
    """Check the faults of one text."""
    source = read_draft(shared / "corpus" / faults[0].document)
    return judge_text(source.text, faults)


def judge_text(text: str, faults: Sequence[SeededFault]) -> list[Verdict]:
    """Check the faults of a text."""
    before = Counter(map(_key, check_text(text, pedantic=True).findings))
    return [_judged(text, before, fault) for fault in faults]


def _judged(text: str, before: Counter[tuple[str, str]], fault: SeededFault) -> Verdict:
    mutant, places = fault.accident.happen(text)
    result = check_text(mutant, pedantic=True)
    rules = kinds_by_name()[fault.kind].rules
    new = list(_new(result, before))
    paragraphs = [_paragraphs(result, place) for place in places]
    noticed = {
        finding.rule
        for finding in new
        if finding.rule in rules
        and any(
            span.overlaps(place) or any(node.hull.overlaps(span) for node in around)
            for span in (finding.span, *(related.span for related in finding.related))
            for place, around in zip(places, paragraphs, strict=True)
        )
    }
    others = tuple(
        finding.rule
        for finding in new
        if finding.rule not in rules and finding.severity is not Severity.INFO
    )
    return Verdict(fault, frozenset(noticed), others)


@cache
def kinds_by_name() -> Mapping[str, KindOfFault]:
    """Return the kinds of fault by name."""
    return {kind.name: kind for kind in KINDS}


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.quote


def _new(result: FileResult, before: Counter[tuple[str, str]]) -> Iterator[Finding]:
    """Yield the findings of a rule on words on which the correct text has fewer."""
    now = Counter(map(_key, result.findings))
    return (f for f in result.findings if now[_key(f)] > before[_key(f)])


def _paragraphs(result: FileResult, place: Span) -> list[Node]:
    """Return the paragraphs in which a place stands."""
    return [
        node
        for node in parse_source(result.source).body
        if node.address and node.hull.overlaps(place)
    ]


def by_kind(verdicts: Sequence[Verdict]) -> dict[str, Tally]:
    """Count verdicts by the kind of fault."""
    return {kind.name: _tally([v for v in verdicts if v.fault.kind == kind.name]) for kind in KINDS}


def by_sort(verdicts: Sequence[Verdict]) -> dict[Sort, Tally]:
    """Count verdicts by how far a machine can tell."""
    sorts = {kind.name: kind.sort for kind in KINDS}
    return {sort: _tally([v for v in verdicts if sorts[v.fault.kind] is sort]) for sort in Sort}


def by_rule(verdicts: Sequence[Verdict]) -> dict[str, Tally]:
    """Count for each rule the faults that it noticed and those that it owed and nothing noticed."""
    concerned: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        for rule in verdict.rules or {kinds_by_name()[verdict.fault.kind].owed}:
            concerned[rule].append(verdict)
    return {rule: _tally(concerned[rule]) for rule in sorted(concerned)}


def _tally(verdicts: Sequence[Verdict]) -> Tally:
    others = Counter(rule for verdict in verdicts for rule in verdict.others)
    return Tally(len(verdicts), sum(bool(verdict.rules) for verdict in verdicts), others)
