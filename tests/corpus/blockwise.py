"""Whether the mentions of a block can be found in its own words, without the rest of the draft."""

from functools import partial
from pathlib import Path

from checker.mentions import Mention
from checker.parsing import parse_source
from checker.parsing.finding import find_in_blocks
from checker.reader import read_draft
from checker.reading import Reading
from checker.source import Span
from tests.corpus.texts import corpus_files


def decided_elsewhere(shared: Path) -> list[str]:
    """List mentions of every fourth text that are others when each block is read by itself."""
    found: list[str] = []
    for path in corpus_files(shared)[::4]:
        draft = parse_source(read_draft(path))
        mentions = draft.mentions
        whole = (mentions.references, mentions.citations, mentions.symbols, mentions.dates)
        alone = _block_by_block(draft.reading)
        for kind in range(len(whole)):
            here = {_fact(mention) for mention in whole[kind]}
            there = {_fact(mention) for mention in alone[kind]}
            found += [f"{path.name}: {fact}" for fact in here ^ there]
    return found


def _block_by_block(reading: Reading) -> list[list[Mention]]:
    kinds: list[list[Mention]] = [[], [], [], []]
    start = 0
    for words in reading.text.split("\n")[:-1]:
        block = f"{words}\n"
        inside = find_in_blocks(block, partial(_span, reading, start))
        kinds[0] += inside.references
        kinds[1] += inside.citations
        kinds[2] += inside.symbols
        kinds[3] += inside.dates
        start += len(block)
    return kinds


def _span(reading: Reading, shift: int, start: int, end: int) -> Span:
    return reading.span(shift + start, shift + end)


def _fact(mention: Mention) -> str:
    """Write a mention without its offsets as read, which count from the start of the block."""
    target_offsets = {"start": 0, "end": 0}
    plain = mention.replaced(**target_offsets)
    targets = tuple(target.replaced(**target_offsets) for target in getattr(mention, "targets", ()))
    return repr(plain.replaced(targets=targets) if targets else plain)
