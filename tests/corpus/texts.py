"""The texts of the corpus, and what must hold of the tree of any of them."""

import random
from collections.abc import Iterator
from pathlib import Path

from checker.index import build_index
from checker.parsing import parse_source
from checker.reader import read_draft
from checker.source import Source

_FOLDERS = (
    "drafts/md",
    "drafts/txt",
    "resolutions",
    "raw-pdf-text",
    "statements",
    "general-assembly",
)


def corpus_files(shared: Path) -> list[Path]:
    """List every text of the corpus."""
    corpus = shared / "corpus"
    return sorted(path for folder in _FOLDERS for path in (corpus / folder).iterdir())


def losses(text: str) -> str:
    """Say what is wrong with the tree of a text, "" if nothing: every character exactly once."""
    draft = parse_source(Source(text))
    position = 0
    for part in sorted(part for node in draft.nodes for part in node.parts):
        if part.start != position or part.end <= part.start:
            return f"parts meet badly at offset {position}"
        position = part.end
    if position != len(text):
        return f"the last part ends at {position} of {len(text)}"
    addresses = [node.address for node in draft.nodes if node.address]
    if len(addresses) != len(set(addresses)):
        return "an address stands twice"
    index = build_index(draft)
    assert index.pointers is not None
    assert index.short_forms is not None
    return ""


def mutilations(shared: Path, count: int, seed: int) -> Iterator[str]:
    """Yield texts of the corpus cut, shuffled by lines or robbed of characters."""
    chance = random.Random(seed)  # noqa: S311 -- repeatable, not secret
    texts = [read_draft(path).text for path in corpus_files(shared)]
    for _ in range(count):
        text = chance.choice(texts)
        place = chance.randrange(len(text))
        lines = text.splitlines(keepends=True)
        chance.shuffle(lines)
        lost = set(chance.sample(range(len(text)), min(len(text), chance.randrange(1, 300))))
        robbed = "".join(character for at, character in enumerate(text) if at not in lost)
        yield chance.choice([text[place:], text[:place], "".join(lines), robbed])


def gapless(shared: Path) -> list[str]:
    """List the raw texts whose operative numbers are not 1 to n."""
    faulty: list[str] = []
    for path in sorted((shared / "corpus" / "raw-pdf-text").glob("*.txt")):
        numbers = [node.number for node in build_index(parse_source(read_draft(path))).operative]
        if numbers != [str(number) for number in range(1, len(numbers) + 1)]:
            faulty.append(path.stem)
    return faulty
