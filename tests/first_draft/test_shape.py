"""The tree of the first draft is the one that a careful reader wrote down."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from checker import parse
from checker.draft import Draft, Kind, Node
from checker.mentions import Reference, Whose


@pytest.fixture(scope="module")
def shape(shared: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (shared / "labels" / "S_2020_600.shape.json").read_text("utf-8")
    )
    return loaded


@pytest.fixture(scope="module")
def draft(text: str) -> Draft:
    return parse(text)


def line_of(draft: Draft, offset: int) -> int:
    return draft.source.position(offset).line


def nodes(draft: Draft, kind: Kind) -> list[Node]:
    return [node for node in draft.body if node.kind is kind]


def paths(node: Node, above: str = "") -> list[str]:
    found: list[str] = []
    for child in node.children:
        if child.kind is Kind.ITEM:
            found += [above + child.label, *paths(child, above + child.label)]
    return found


def references(draft: Draft, *whose: Whose) -> list[Reference]:
    return [reference for reference in draft.mentions.references if reference.whose in whose]


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Kind.PREAMBULAR, "preambular"),
        (Kind.OPERATIVE, "operative"),
        (Kind.HEADING, "headings"),
    ],
)
def test_paragraphs_and_headings(draft: Draft, shape: dict[str, Any], kind: Kind, key: str) -> None:
    assert len(nodes(draft, kind)) == shape[key]


def test_items(draft: Draft, shape: dict[str, Any]) -> None:
    found = {node.number: paths(node) for node in nodes(draft, Kind.OPERATIVE)}
    assert {number: items for number, items in found.items() if items} == shape["items"]


def test_furniture(draft: Draft, shape: dict[str, Any]) -> None:
    lines = [line_of(draft, node.span.start) for node in nodes(draft, Kind.FURNITURE)]
    assert lines == shape["furniture_lines"]


def test_paragraphs_that_pages_cut(draft: Draft, shape: dict[str, Any]) -> None:
    cut = [
        [line_of(draft, part.start) for part in node.parts]
        for node in draft.body
        if len(node.parts) > 1
    ]
    assert cut == shape["paragraphs_broken_by_a_page"]


def test_header(draft: Draft, shape: dict[str, Any]) -> None:
    header = draft.header
    assert header.symbol is not None
    assert header.symbol.value == shape["symbol"]
    assert str(header.day) == shape["date"]


def test_introductions_of_acronyms(draft: Draft, shape: dict[str, Any]) -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for introduction in draft.mentions.introductions:
        if not introduction.quoted:
            found[str(line_of(draft, introduction.span.start))].append(introduction.short)
    assert found == shape["acronym_definitions"]


def test_internal_references(draft: Draft, shape: dict[str, Any]) -> None:
    found = [
        [
            line_of(draft, reference.span.start),
            draft.reading.text[reference.start : reference.end],
            ", ".join(f"OP {target.first}" for target in reference.targets),
        ]
        for reference in references(draft, Whose.THIS, Whose.UNKNOWN)
    ]
    assert found == shape["internal_references"]


def test_external_references(draft: Draft, shape: dict[str, Any]) -> None:
    found = [
        [
            line_of(draft, reference.span.start),
            draft.reading.text[reference.start : reference.end],
        ]
        for reference in references(draft, Whose.OTHER)
    ]
    assert found == shape["external_references"]
