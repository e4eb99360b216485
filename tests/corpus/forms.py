"""The same draft in two forms: as clean Markdown and as hard-wrapped text from its PDF."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from checker.draft import Kind
from checker.parsing import parse_source
from checker.reader import read_draft


@dataclass(frozen=True, slots=True)
class FormDifference:
    """What only one form of a draft has: document, what is compared, and the values."""

    document: str
    subject: str
    only_in_text: tuple[str, ...]
    only_in_markdown: tuple[str, ...]


def compare_forms(shared: Path) -> list[FormDifference]:
    """Compare addresses, references and citations of the drafts that exist in both forms."""
    drafts = shared / "corpus" / "drafts"
    differences: list[FormDifference] = []
    for path in sorted((drafts / "txt").glob("*.txt")):
        text = _facts(path)
        markdown = _facts(drafts / "md" / f"{path.stem}.md")
        for subject, values in text.items():
            wrapped, clean = Counter(values), Counter(markdown[subject])
            if wrapped != clean:
                only = (wrapped - clean).elements(), (clean - wrapped).elements()
                differences.append(
                    FormDifference(path.stem, subject, tuple(only[0]), tuple(only[1]))
                )
    return differences


def _facts(path: Path) -> dict[str, list[str]]:
    draft = parse_source(read_draft(path))
    quote = draft.reading.text
    mentions = draft.mentions
    return {
        "addresses": [n.address for n in draft.nodes if n.address and n.kind is not Kind.HEADER],
        "references": [f"{quote[r.start : r.end]} ({r.whose.value})" for r in mentions.references],
        "citations": [f"{cited.number} ({cited.year})" for cited in mentions.citations],
    }
