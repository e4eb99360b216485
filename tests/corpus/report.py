"""Print how the parser fares on real texts: ``python -m tests.corpus.report [FOLDER]``.

The folder is the one that holds ``corpus``; without it, ``../shared`` beside the project.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from checker.reader import read_draft
from tests.corpus.forms import compare_forms
from tests.corpus.linear import growth
from tests.corpus.profiles import misjudged, organs_and_dates, read_profiles
from tests.corpus.references import read_judged
from tests.corpus.structure import compare_with_key, f_measure
from tests.corpus.test_corpus import known_differences
from tests.corpus.texts import corpus_files, gapless, losses, mutilations

_SHARED = Path(__file__).resolve().parents[3] / "shared"


def report(shared: Path) -> Iterator[str]:
    """Yield the lines of the report."""
    comparisons = compare_with_key(shared)
    known = known_differences()
    numbers = sum(comparison.numbers for comparison in comparisons)
    yield f"operative numbers exactly those of the key: {numbers} of {len(comparisons)}"
    yield f"rows (part, level, label): F1 {f_measure(comparisons):.4f}"
    rest = [c for c in comparisons if known.get(c.document) != "tree"]
    wrong_keys = len(comparisons) - len(rest)
    yield f"  without {wrong_keys} documents in which the key is wrong: {f_measure(rest):.4f}"
    forms = compare_forms(shared)
    yield f"differences between two forms of one draft: {len(forms)}"
    yield from (f"  {difference}" for difference in forms)
    faulty = gapless(shared)
    raw = len(list((shared / "corpus" / "raw-pdf-text").iterdir()))
    yield f"raw text of PDF files with numbers 1 to n: {raw - len(faulty)} of {raw}"
    files = corpus_files(shared)
    lost = sum(bool(losses(read_draft(path).text)) for path in files)
    yield f"files whose tree loses or doubles a character: {lost} of {len(files)}"
    lost = sum(bool(losses(text)) for text in mutilations(shared, 1000, seed=1))
    yield f"the same of random mutilations: {lost} of 1000"
    judged = read_judged()
    right = sum(j.verdict == "right" for j in judged)
    yield f"references judged right: {right} of {len(judged)}"
    draft = read_draft(shared / "corpus" / "drafts" / "md" / "S_2020_600.md").text
    ratio = growth(draft, 100_000, 10_000_000)
    yield f"time per character at 10 MB over that at 100 KB: {ratio:.2f}"
    for folder, (agree, count) in organs_and_dates(shared).items():
        yield f"organ and form of {folder} as their symbols say: {agree} of {count}"
    wrong = misjudged(shared)
    sample = len(read_profiles())
    yield f"Council profiles as a reader judged: {sample - len(wrong)} of {sample}"
    yield from (f"  {line}" for line in wrong)


if __name__ == "__main__":
    for line in report(Path(sys.argv[1]) if len(sys.argv) > 1 else _SHARED):
        sys.stdout.write(line + "\n")
