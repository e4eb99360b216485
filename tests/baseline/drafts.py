"""Drafts with paragraphs inserted and numbers shifted, as an editor does it."""

import re

from checker.draft import Kind, Node
from checker.index import Index, build_index
from checker.mentions import Whose
from checker.parsing import parse_source
from checker.source import Source

INSERTED = "Requests the parties to the Merrin accord to keep the crossing at Talva open;"
_NUMBER = re.compile(r"\d+")


def index_of(text: str) -> Index:
    return build_index(parse_source(Source(text)))


def numbered(index: Index) -> list[Node]:
    return [node for node in index.operative if node.kind is Kind.OPERATIVE and node.number]


def with_paragraph(text: str, place: int) -> str:
    """Insert an operative paragraph of this number; shift the later numbers and all references."""
    index = index_of(text)
    edits = [
        (index.span(*number.span()).start, number.group())
        for reference in index.draft.mentions.references
        if reference.whose is not Whose.OTHER and not reference.annex
        for number in _NUMBER.finditer(index.text, reference.start, reference.end)
        if int(number.group()) >= place
    ]
    start = len(text)
    for node in numbered(index):
        assert node.label_span is not None
        if int(node.number) >= place:
            label = node.label_span.start
            edits.append((text.index(node.number, label), node.number))
            start = min(start, node.parts[0].start)
    for offset, number in sorted(edits, reverse=True):
        text = text[:offset] + str(int(number) + 1) + text[offset + len(number) :]
    shifted = sum(
        len(str(int(number) + 1)) - len(number) for offset, number in edits if offset < start
    )
    start += shifted
    return f"{text[:start]}{place}. {INSERTED}\n\n{text[start:]}"
