"""What blocks are by the whole of the text: parts, annexes without a title, lost numbers.

A resolution ends with its last numbered paragraph, nearly always the one by which the organ remains
seized of the matter. Where a heading and a paragraph 1 come after it, that heading begins an annex.
Where no paragraph has a number, those that open with a verb in the present tense are operative.
"""

from collections.abc import Sequence

from checker.parsing.blocks import SET_ASIDE, Block, BlockKind
from checker.parsing.grammars import line_pattern
from checker.parsing.labels import paragraph_number
from checker.patterns import lazy

_LAST_PARAGRAPH = lazy(r"\bseized of\b")


def mark_annexes(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with the headings that begin an unannounced annex made annexes."""
    marked = list(blocks)
    heading: int | None = None
    ended = False
    for index, block in enumerate(blocks):
        if block.kind == BlockKind.ANNEX:
            heading, ended = None, False
        elif block.kind == BlockKind.NUMBER:
            if heading is not None and paragraph_number(block.label) == 1:
                marked[heading] = blocks[heading].as_kind(BlockKind.ANNEX)
            heading = None
            ended = _ends(block)
        elif block.kind == BlockKind.HEADING and ended and heading is None:
            heading = index
    return marked


def mark_parts(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, the letters of several operative parts told apart: "A", "Part B".

    Each stands over an organ line of its own, with at most a title between the two.
    """
    marked = list(blocks)
    if sum(block.kind == BlockKind.ORGAN for block in blocks) < 2:
        return marked
    read = [index for index, block in enumerate(blocks) if block.kind not in SET_ASIDE]
    organs = [place for place, index in enumerate(read) if blocks[index].kind == BlockKind.ORGAN]
    letters = [
        letter for place in organs if (letter := _letter_over(blocks, read, place)) is not None
    ]
    if len(letters) > 1:
        for letter in letters:
            marked[letter] = blocks[letter].as_kind(BlockKind.PART)
    return marked


def _letter_over(blocks: Sequence[Block], read: Sequence[int], organ: int) -> int | None:
    for place in range(organ - 1, max(-1, organ - 3), -1):
        if line_pattern("PART").match(blocks[read[place]].words):
            return read[place]
    return None


def mark_unnumbered(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, the operative paragraphs of a text without numbers told apart."""
    marked = list(blocks)
    operative = organ = False
    for index, block in enumerate(blocks):
        if block.kind == BlockKind.NUMBER:
            return list(blocks)
        if block.kind == BlockKind.ANNEX:
            break
        organ = organ or block.kind == BlockKind.ORGAN
        if block.kind == BlockKind.PREAMBULAR and organ:
            verb = _opens_with_verb(block)
            operative = operative or verb
            if operative:
                kind = BlockKind.UNNUMBERED if verb else BlockKind.TEXT
                marked[index] = block.as_kind(kind)
    return marked


def _opens_with_verb(block: Block) -> bool:
    opening = block.lines[0].text if block.lines else ""
    return line_pattern("UNNUMBERED").match(opening) is not None


def _ends(block: Block) -> bool:
    if not block.last.endswith("."):
        return False
    words = block.words
    return words.endswith(".") and _LAST_PARAGRAPH.search(words) is not None
