"""What a reader thought of the findings on real texts.

``verdicts.tsv`` holds one row per judged finding: the rule, the document, the paragraph, the words,
whether the finding is true, and why. A finding is false when an experienced editor would leave the
text as it is, custom included. Every error and warning on the corpus is judged; of a rule with more
than 60, at least a random 60.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker import check_text
from checker.findings import Severity
from checker.reader import read_draft
from tests.corpus.texts import corpus_files

TABLE = Path(__file__).with_name("verdicts.tsv")
MOST = 60
_SEED = 2020
_COLUMNS = ("rule", "document", "address", "quote", "verdict", "why")


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """An error or warning on a real text.

    Attributes:
        rule: the rule.
        document: folder and name of the file.
        address: the paragraph.
        quote: the words, at most 80 characters of them.
    """

    rule: str
    document: str
    address: str
    quote: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judged finding: whether it is true, and why."""

    found: Found
    true: bool
    why: str


def findings_on(files: Iterable[Path]) -> Iterator[tuple[Found, Severity]]:
    """Yield what the rules find in real texts, the pedantic ones, which only remark, included."""
    for path in files:
        source = read_draft(path)
        for finding in check_text(source.text, path=str(path), pedantic=True).findings:
            document = f"{path.parent.name}/{path.name}"
            quote = " ".join(finding.quote.split())[:80]
            found = Found(finding.rule, document, finding.address or "", quote)
            yield found, finding.severity


def to_judge(found: Iterable[tuple[Found, Severity]]) -> list[Found]:
    """Return the errors and warnings to judge: all of a rule, or a random 60."""
    by_rule: dict[str, set[Found]] = defaultdict(set)
    for finding, severity in found:
        if severity.reaches(Severity.WARNING):
            by_rule[finding.rule].add(finding)
    chosen: list[Found] = []
    for rule in sorted(by_rule):
        every = sorted(by_rule[rule])
        chance = random.Random(f"{_SEED} {rule}")  # noqa: S311 -- repeatable, not secret
        chosen += every if len(every) <= MOST else sorted(chance.sample(every, MOST))
    return chosen


def read_verdicts() -> list[Verdict]:
    """Read the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Verdict(
                Found(row["rule"], row["document"], row["address"], row["quote"]),
                row["verdict"] == "true",
                row["why"],
            )
            for row in rows
        ]


def write_verdicts(rows: Iterable[tuple[Found, str, str]], path: Path = TABLE) -> None:
    """Write a table; the verdict of what is not judged yet is empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(
            file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
        )
        writer.writerow(_COLUMNS)
        writer.writerows(
            (found.rule, found.document, found.address, found.quote, verdict, why)
            for found, verdict, why in rows
        )


def unjudged(shared: Path) -> list[Found]:
    """Return what is to be judged and is not yet."""
    judged = {verdict.found for verdict in read_verdicts()} if TABLE.exists() else set()
    wanted = to_judge(findings_on(corpus_files(shared)))
    enough = {
        rule
        for rule in {found.rule for found in wanted}
        if sum(found.rule == rule for found in judged) >= MOST
    }
    return [found for found in wanted if found not in judged and found.rule not in enough]
