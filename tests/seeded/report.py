"""Print how many seeded faults are noticed: ``python -m tests.seeded.report [FOLDER]``.

The folder is the one that holds ``corpus``; without it, ``../shared`` beside the project.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.seeded.kinds import FLOORS, KINDS
from tests.seeded.measuring import Tally, Verdict, by_kind, by_rule, by_sort, measure

COUNT = 2000
SEED = 1
_SHARED = Path(__file__).resolve().parents[3] / "shared"


def report(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the lines of the report."""
    yield f"{len(verdicts)} faults of {len(KINDS)} kinds"
    for title, tallies in (("kind of fault", by_kind(verdicts)), ("rule", by_rule(verdicts))):
        yield ""
        yield f"{title:42} made  noticed  recall  other new errors and warnings"
        yield from (_line(name, tally) for name, tally in tallies.items())
    yield ""
    for sort, tally in by_sort(verdicts).items():
        yield f"{_line(sort, tally)}  (owed: {FLOORS[sort]:.2f})"


def _line(name: str, tally: Tally) -> str:
    others = ", ".join(f"{rule} {times}" for rule, times in tally.others.most_common(3))
    return f"{name:42} {tally.made:4}  {tally.noticed:7}  {tally.recall:6.3f}  {others}"


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _SHARED
    for line in report(measure(folder, COUNT, SEED)):
        sys.stdout.write(line.rstrip() + "\n")
