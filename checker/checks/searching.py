"""Looking for phrases in the paragraphs of a draft; what the general checks share."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from checker.checks.phrases import Phrase
from checker.draft import Kind, Node
from checker.index import Index

Part = Literal["preamble", "operative", "any"]
Stretch = tuple[int, int]

STRICT: Mapping[str, object] = {"extra": "forbid", "strict": True}

_PARAGRAPHS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.TEXT, Kind.ITEM})
_BEFORE_WORDS = "[(“\"'‘ "


def refuse_empty(name: str, given: Sequence[str] | Mapping[str, object]) -> None:
    """Refuse an empty list: the page would hold nobody to anything."""
    if not given:
        message = f"{name}: at least one is needed"
        raise ValueError(message)


def parse_phrases(phrases: Sequence[str]) -> list[Phrase]:
    """Read the phrases of an option.

    Raises:
        PhraseError: one of them cannot be read.
    """
    return [Phrase.parse(phrase) for phrase in phrases]


def values_of(index: Index, phrase: str, offset: int) -> dict[str, str | int]:
    """Return the values that every message may use: the words found and where they stand."""
    node = index.draft.owner(offset)
    return {"phrase": " ".join(phrase.split()), "address": "" if node is None else node.address}


def paragraphs_of(index: Index, part: str) -> tuple[Node, ...]:
    """Return the paragraphs of a part of the main text, in order."""
    if part == "preamble":
        return index.preambular
    if part == "operative":
        return index.operative
    return tuple(node for node in index.parts[0].nodes if node.kind in _PARAGRAPHS)


def holds(index: Index, node: Node, phrases: Sequence[Phrase], *, opening: bool) -> bool:
    """Whether a phrase stands in a paragraph or anything under it."""
    return any(True for phrase in phrases for _ in places_in(index, node, phrase, opening=opening))


def places_in(index: Index, node: Node, phrase: Phrase, *, opening: bool) -> Iterator[Stretch]:
    """Yield where a phrase stands in a paragraph with all its items."""
    end = max(below.end for below in node.walk())
    if not opening:
        yield from phrase.find_all(index.text, node.start, end)
        return
    start = first_word(index, node)
    place = None if start is None else phrase.opens(index.text, start, end)
    if place is not None:
        yield place


def first_word(index: Index, node: Node) -> int | None:
    """Return where the words of a paragraph begin, after opening brackets and quotes."""
    words = index.text[node.start : node.end]
    start = node.start + len(words) - len(words.lstrip(_BEFORE_WORDS))
    return start if start < node.end else None
