"""Looking for phrases in the paragraphs of a draft; what the general checks share."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from checker.checks.phrases import Phrase, fold
from checker.draft import Kind, Node
from checker.index import Index

Part = Literal["preamble", "operative", "any"]
Stretch = tuple[int, int]

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


FOUND = ("phrase", "address")
"""The placeholders that :func:`values_of` fills in."""


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


def holding(
    index: Index, nodes: Sequence[Node], phrases: Sequence[Phrase], *, opening: bool
) -> Iterator[Node]:
    """Yield the paragraphs that have a phrase, in themselves or in anything under them; in order.

    Whoever asks only whether there is one need not wait for the others.
    """
    if not opening:
        phrases = [phrase for phrase in phrases if index.words.issuperset(phrase.words)]
    for node in nodes if phrases else ():
        if any(places_in(index, node, phrases, opening=opening)):
            yield node


def places_in(
    index: Index, node: Node, phrases: Sequence[Phrase], *, opening: bool
) -> Iterator[Stretch]:
    """Yield where phrases stand in a paragraph with all its items."""
    low, high = index.stretch(node)
    if not opening:
        for phrase in phrases:
            yield from phrase.find_all(index.text, low, high)
        return
    if (start := first_word(node)) is None:
        return
    for phrase in phrases:
        if (place := phrase.opens(index.text, start, high)) is not None:
            yield place


def find_in_nodes(
    index: Index, nodes: Sequence[Node], phrases: Sequence[Phrase]
) -> Iterator[tuple[Node, Stretch, Phrase]]:
    """Yield where phrases stand in the own texts of nodes, which are given in reading order."""
    stretches = [(node.start, node.end) for node in nodes]
    for phrase in phrases:
        for candidate in _candidates(index, phrase, stretches):
            node = nodes[candidate]
            for place in phrase.find_all(index.text, node.start, node.end):
                yield node, place, phrase


def _candidates(index: Index, phrase: Phrase, stretches: Sequence[Stretch]) -> Iterator[int]:
    """Yield the numbers of the stretches of the text in which a phrase may stand, in order."""
    if not phrase.words:
        yield from range(len(stretches))
        return
    if not stretches or not index.words.issuperset(phrase.words):
        return
    text, word = fold(index.text), phrase.words[0]
    starts = [start for start, _ in stretches]
    number = 0
    while number < len(starts) and (found := text.find(word, starts[number])) >= 0:
        number = bisect_right(starts, found) - 1
        if found < stretches[number][1]:
            yield number
        number += 1


def first_word(node: Node) -> int | None:
    """Return where the words of a paragraph begin, after opening brackets and quotes."""
    start = node.end - len(node.text.lstrip(_BEFORE_WORDS))
    return start if start < node.end else None
