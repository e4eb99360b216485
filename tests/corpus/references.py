"""What was understood of a sample of references, judged one by one.

``references.tsv`` holds one row per reference of a sample drawn with a fixed seed: the document,
where the reference stands, its words, whose paragraphs were understood and which, and the verdict
of a reader who looked at the sentence. It keeps facts, not texts.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from checker.index import build_index
from checker.parsing import parse_source
from checker.reader import read_draft
from tests.corpus.texts import corpus_files

JUDGED = Path(__file__).with_name("references.tsv")


@dataclass(frozen=True, slots=True, order=True)
class Understood:
    """One reference as it was understood.

    Attributes:
        document: file name and folder.
        address: the paragraph in which it stands.
        occurrence: which of the references with the same words in that paragraph, from 1.
        quote: its words as read.
        whose: "this", "other" or "unknown".
        targets: the paragraphs, "5-9" for a range, "3 above" with a direction.
    """

    document: str
    address: str
    occurrence: str
    quote: str
    whose: str
    targets: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A reference with its verdict: "right" or "wrong", and why."""

    understood: Understood
    verdict: str
    reason: str


def understood_in(path: Path) -> Iterator[Understood]:
    """Yield every reference of a text."""
    draft = parse_source(read_draft(path))
    index = build_index(draft)
    seen: dict[tuple[str, str], int] = {}
    for reference in draft.mentions.references:
        address = index.address(reference.span) or ""
        quote = draft.reading.text[reference.start : reference.end]
        seen[address, quote] = seen.get((address, quote), 0) + 1
        targets = [
            str(target.first)
            + (f"-{target.last}" if target.last else "")
            + (f" {target.direction}" if target.direction else "")
            for target in reference.targets
        ]
        yield Understood(
            f"{path.parent.name}/{path.name}",
            address,
            str(seen[address, quote]),
            quote,
            reference.whose.value,
            ", ".join(targets),
        )


def draw(shared: Path, count: int, seed: int) -> list[Understood]:
    """Draw a sample of the references of the corpus, in order of documents."""
    every = [understood for path in corpus_files(shared) for understood in understood_in(path)]
    return sorted(random.Random(seed).sample(every, count))  # noqa: S311 -- repeatable


def read_judged() -> list[Judged]:
    """Read the judged sample."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    return [Judged(Understood(*row[:6]), row[6], row[7]) for row in rows[1:]]


def write_review(path: Path, sample: list[Understood]) -> None:
    """Write a sample to be judged: the verdicts are left open."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        names = [field.name for field in fields(Understood)]
        writer.writerow([*names, "verdict", "reason"])
        writer.writerows([*astuple(understood), "", ""] for understood in sample)
