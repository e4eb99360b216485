"""The figures of every rule: what it finds on real texts, what is true of it, what it misses."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from checker.findings import Severity
from checker.rulebook import load_rulebook
from checker.rulebook.figures import Figures
from tests.seeded.measuring import Tally
from tests.trust.verdicts import Found, Verdict

FIGURES = Path(__file__).resolve().parents[2] / "rules" / "trust.toml"


def figures_of(
    found: Sequence[tuple[Found, Severity]],
    texts: int,
    verdicts: Iterable[Verdict],
    seeded: Mapping[str, Tally],
) -> dict[str, Figures]:
    """Return the figures of every rule, in order of families and names."""
    findings = Counter(finding.rule for finding, _ in found)
    judged: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for verdict in verdicts:
        judged[verdict.found.rule] += 1
        true[verdict.found.rule] += verdict.true
    none = Tally()
    return {
        rule.name: Figures(
            per_hundred=round(100 * findings[rule.name] / texts, 1),
            judged=judged[rule.name],
            true=true[rule.name],
            seeded=seeded.get(rule.name, none).made,
            noticed=seeded.get(rule.name, none).noticed,
        )
        for rule in load_rulebook().rules
    }


def write_figures(figures: Mapping[str, Figures], path: Path = FIGURES) -> None:
    """Write the figures for ``mandatelint explain``."""
    lines = ['# Measured and written by "python -m tests.trust.report"; see docs/trust.md.']
    for name, one in figures.items():
        lines += [
            "",
            f"[{name}]",
            f"per_hundred = {one.per_hundred}",
            f"judged = {one.judged}",
            f"true = {one.true}",
            f"seeded = {one.seeded}",
            f"noticed = {one.noticed}",
        ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
