"""Print what the safe fixes do to real texts: ``python -m tests.fixing.report [SAMPLE]``.

With a number, as many changed places are printed too, drawn at random, for an editor to read.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.corpus.texts import corpus_files
from tests.fixing.measuring import linter, measure

_SHARED = Path(__file__).resolve().parents[3] / "shared"
_SEED = 1


def report(sample: int) -> Iterator[str]:
    """Measure every text; yield what is not as it should be, the sums, and a sample of changes."""
    lint = linter()
    files = corpus_files(_SHARED)
    made: Counter[str] = Counter()
    changes: list[str] = []
    texts = 0
    for path in files:
        measured = measure(path, lint)
        made += measured.made
        texts += bool(measured.made)
        changes += [f"{path.name} {rule}: {words}" for rule, words in measured.changes]
        yield from (f"{path.name}: refused {sentence}" for sentence in measured.refused)
        yield from (f"{path.name}: brought {sentence}" for sentence in measured.brought)
        if not measured.steady:
            yield f"{path.name}: fixing once more changes it again"
    yield f"{made.total()} safe fixes in {texts} of {len(files)} texts:"
    yield from (f"{number:5} {rule}" for rule, number in made.most_common())
    yield from random.Random(_SEED).sample(changes, min(sample, len(changes)))  # noqa: S311


if __name__ == "__main__":
    for line in report(int(sys.argv[1]) if len(sys.argv) > 1 else 0):
        sys.stdout.write(f"{line}\n")
