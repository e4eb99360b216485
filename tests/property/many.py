"""Linting invented drafts by the thousand, each as it is and with one accident.

    python -m tests.property.many 10000

prints what was found where nothing is wrong, and of every kind of accident how many were noticed.
"""

import random
import sys
from collections import Counter
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, given, settings

from checker import check_text
from checker.findings import Finding
from checker.index import build_index
from checker.parsing import parse_source
from checker.source import Source
from tests.property.drafts import drafts, layouts
from tests.property.writing import Layout, Written
from tests.seeded.accident import Base
from tests.seeded.kinds import KINDS, KindOfFault
from tests.seeded.measuring import Verdict, judge_text
from tests.seeded.sowing import SeededFault


def false_alarms(written: Written, layout: Layout) -> list[Finding]:
    """Return what is found in a draft in which nothing is wrong."""
    return list(check_text(written.text(layout)).findings)


def accident(text: str, kinds: Sequence[KindOfFault], chance: random.Random) -> Verdict | None:
    """Let an accident happen in a text, and return whether it was noticed; None if none can."""
    base = Base("", build_index(parse_source(Source(text))))
    for kind in chance.sample(kinds, len(kinds)):
        possible = list(kind.accidents(base))
        if possible:
            (verdict,) = judge_text(text, [SeededFault(kind.name, "", chance.choice(possible))])
            return verdict
    return None


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def main(count: int) -> int:
    """Lint so many drafts, print what was seen, and return 1 if anything was seen wrongly."""
    read = alarms = 0
    made: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    chance = random.Random(count)  # noqa: S311 -- repeatable, not secret

    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(drafts, layouts)
    def lint(written: Written, layout: Layout) -> None:
        nonlocal read, alarms
        read += 1
        text = written.text(layout)
        for finding in false_alarms(written, layout):
            alarms += 1
            _say(f"{finding.rule} at {finding.address}: {finding.message}\n{text}")
        verdict = accident(text, KINDS, chance)
        if verdict is not None:
            made[verdict.fault.kind] += 1
            if not verdict.rules:
                missed[verdict.fault.kind] += 1

    lint()
    _say(f"{read} drafts, {alarms} findings in them")
    for kind in sorted(made):
        _say(f"{kind}: {made[kind] - missed[kind]} of {made[kind]} noticed")
    return int(alarms > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
