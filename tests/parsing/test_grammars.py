"""Compiled grammars say what Lark says, and need Lark only to be compiled."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark, Token
from lark import Tree as LarkTree
from lark.exceptions import UnexpectedInput

from checker.memory import Memory
from checker.parsing import grammars, parse_source
from checker.parsing.assembling import assemble
from checker.parsing.beginnings import beginnings
from checker.parsing.blocks import Shape
from checker.parsing.compiling import compile_grammar
from checker.parsing.driver import Parse, Tree
from checker.parsing.grammars import draft_tables, grammar_text, mention_tables
from checker.parsing.islands import Word, read_island
from checker.parsing.lines import read_lines
from checker.parsing.nesting import nest
from checker.parsing.tables import Tables
from checker.reader import read_draft
from checker.source import Source
from tests.corpus.texts import corpus_files

_STARTS = ["reference", "citation", "date", "introduction", "acronym"]
_LARK = Lark(grammar_text("mention"), parser="lalr", start=_STARTS, maybe_placeholders=False)
_DRAFT = Lark(grammar_text("draft"), parser="lalr", start="draft", maybe_placeholders=False)
_WORDS = st.sampled_from(
    [
        *("paragraph", "paragraphs", "Operative paragraph", "sub-paragraph", "para.", "OP", "4"),
        *("28", "7 bis", "(a)", "(c)", "(ii)", "b)", "first bullet", "and", "or", ",", "to", "–"),
        *("above", "below", "of", "in", "this resolution", "the present resolution", "thereof"),
        *("hereof", "resolution", "resolutions", "2374", "2436 (2018)", "(2017)", "(XXV)", "60/1"),
        *("the annex", "annex II", "Annex A", "the Agreement", "its report", "this annex"),
        *("Monday,", "30", "1", "3rd", "June", "March", "2020", "2021,", "(", ")", "UNSMTA"),
        *("(UNSMTA)", "(SLM/A)", "“the Panel”", "hereinafter", "also", ";", "."),
    ]
)
# Where each kind of mention may begin, as the scans of the parser would find it.
_BEGIN = {"reference": "paragraph 4", "citation": "resolution 2374", "date": "30 June"}


def _by_lark(text: str, start: int, kind: str) -> LarkTree[Token] | None:
    """Read the longest mention with Lark itself: feed it ever fewer words until they are whole."""
    reading = _LARK.parse_interactive(text[start : start + 4000], start=kind)
    state = reading.parser_state
    taken: list[Token] = []
    complete = 0
    try:
        for token in reading.lexer_thread.lex(state):  # type: ignore[no-untyped-call]
            state.feed_token(token)
            taken.append(token)
            if "$END" in state.parse_conf.parse_table.states[state.position]:
                complete = len(taken)
    except UnexpectedInput:
        pass
    if not complete:
        return None
    again = _LARK.parse_interactive(start=kind)
    for token in taken[:complete]:
        again.feed_token(token)
    tree = again.feed_eof(taken[complete - 1])  # type: ignore[no-untyped-call]
    assert isinstance(tree, LarkTree)
    return tree


def _plain(tree: Any, start: int = 0) -> Any:  # noqa: ANN401 -- a tree of Lark's or of ours
    """Write a tree of either kind as lists of names, words and offsets."""
    if isinstance(tree, LarkTree):
        return [str(tree.data), *(_plain(child, start) for child in tree.children)]
    if isinstance(tree, Token):
        return tree.type, str(tree), start + (tree.start_pos or 0)
    if isinstance(tree, Tree):
        return [tree.name, *(_plain(child) for child in tree.children)]
    if isinstance(tree, Word):
        return tree.kind, tree.text, tree.start
    return tree


def _agree(text: str, start: int, kind: str) -> bool:
    island = read_island(text, start, kind)
    theirs = _by_lark(text, start, kind)
    return bool(_plain(island and island.tree) == _plain(theirs, start))


@settings(deadline=None)  # the first example compiles the grammar
@given(st.sampled_from(_STARTS), st.lists(_WORDS, max_size=14))
def test_words_are_read_as_lark_reads_them(kind: str, words: list[str]) -> None:
    begin = _BEGIN.get(kind, "")
    assert _agree(f"In {begin} {' '.join(words)}", 3, kind)


def test_the_mentions_of_real_texts_are_read_as_lark_reads_them(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int, str]] = []

    def listen(text: str, start: int, kind: str) -> object:
        asked.append((text, start, kind))
        return read_island(text, start, kind)

    for module in ("references", "citations", "dates", "introductions"):
        monkeypatch.setattr(f"checker.parsing.{module}.read_island", listen)
    for path in corpus_files(shared):
        parse_source(read_draft(path))
    assert len(asked) > 5000
    assert [call[1:] for call in asked if not _agree(*call)] == []


_LINES = st.sampled_from(
    [
        *("The Security Council,", "Recalling its resolution 2500 (2019),", "# Heading", ""),
        *("1. Decides:", "2. Decides to act;", "(a) one;", "(b) two;", "(i) one;", "- a dash;"),
        *("Annex I", "A", "more text", "S/2026/412", "26-08606 3/17"),
    ]
)


@settings(deadline=None)
@given(st.lists(_LINES, max_size=40))
def test_blocks_are_nested_as_lark_nests_them(lines: list[str]) -> None:
    source = Source("\n".join(lines))
    blocks = assemble(read_lines(source, source.lines(), Memory()), source.lines())
    tokens, _ = nest([Shape(block.kind, block.label) for block in blocks if block.lines])
    theirs = _DRAFT.parse_interactive()
    ours: Parse[int] = Parse(draft_tables(), "draft")
    for kind, index in tokens:
        theirs.feed_token(Token(kind, str(index)))
        assert ours.feed(kind, index)
    tree = theirs.feed_eof()  # type: ignore[no-untyped-call]
    assert _numbered(_plain(ours.finish())) == _numbered(_plain(tree))


def _numbered(tree: Any) -> Any:  # noqa: ANN401 -- nested lists
    """Write the leaves of a tree as the numbers of blocks."""
    if isinstance(tree, list):
        return [tree[0], *(_numbered(child) for child in tree[1:])]
    return int(tree[1]) if isinstance(tree, tuple) else tree


def test_an_unfinished_parse_has_no_tree() -> None:
    parse: Parse[str] = Parse(mention_tables(), "citation")
    assert parse.feed("RESOLUTION_WORD", "resolution")
    with pytest.raises(ValueError, match="do not make a whole"):
        parse.finish()


def test_a_word_that_hides_another_is_refused() -> None:
    with pytest.raises(ValueError, match="THIS fits WORD"):
        compile_grammar('start: THIS | WORD\nTHIS: "this"\nWORD: /[a-z]+/', ["start"])


# ---- beginnings ----


@pytest.mark.parametrize(
    ("pattern", "first", "wide"),
    [
        ("abc", "a", False),
        ("a?b", "ab", False),
        ("(?:a|b*)c", "abc", False),
        ("[x-z0]+", "0xyz", False),
        (r"(?<=\))(?=A)é|e", "e", True),
        (r"\d", "0123456789", True),
    ],
)
def test_beginnings(pattern: str, first: str, wide: bool) -> None:  # noqa: FBT001 -- a fact
    assert beginnings(pattern) == (first, wide)


@pytest.mark.parametrize("pattern", ["a*", "(?i:a)", r"(a)\1?|\1"])
def test_beginnings_that_are_not_known(pattern: str) -> None:
    assert beginnings(pattern) is None


def test_no_word_begins_with_a_character_that_its_beginnings_lack(project: Path) -> None:
    texts = [path.read_text("utf-8") for path in (project / "examples").rglob("*.md")]
    found = 0
    for tables in (draft_tables(), mention_tables()):
        for name, word in tables.terminals.items():
            for text in texts:
                for match in word.compiled.finditer(text):
                    found += 1
                    assert word.may_begin(match.group()[0]), name
    assert found > 1000


# ---- stored grammars ----

_RUN = """
import json, pathlib, sys
from checker.parsing import parse_source
from checker.parsing.grammars import keep_grammars
from checker.source import Source

class Folder:
    def load(self, name, text):
        file = pathlib.Path(sys.argv[1], name)
        return json.loads(file.read_text()) if file.exists() else None

    def save(self, name, text, data):
        pathlib.Path(sys.argv[1], name).write_text(json.dumps(data))

keep_grammars(Folder())
draft = parse_source(Source("1. Recalls paragraph 3 of resolution 2374 (2017) of 5 May 2017;"))
print(draft.mentions)
print("lark" in sys.modules, file=sys.stderr)
"""


def test_a_run_with_stored_grammars_does_without_lark(tmp_path: Path) -> None:
    runs = [
        subprocess.run(  # noqa: S603 -- our own script
            [sys.executable, "-c", _RUN, str(tmp_path)], capture_output=True, text=True, check=True
        )
        for _ in range(2)
    ]
    assert [run.stderr.strip() for run in runs] == ["True", "False"]
    assert runs[0].stdout == runs[1].stdout
    assert "Reference" in runs[0].stdout


def test_tables_are_the_same_after_json() -> None:
    tables = mention_tables()
    data = tables.to_data()
    assert Tables.from_data(json.loads(json.dumps(data))).to_data() == data


class _Rubbish:
    """A store that holds what is no grammar."""

    def __init__(self) -> None:
        self.saved: dict[str, dict[str, Any]] = {}

    def load(self, name: str, text: str) -> dict[str, Any] | None:
        return {"terminals": 3, "of": name, "for": len(text)}

    def save(self, name: str, text: str, data: dict[str, Any]) -> None:
        assert text
        self.saved[name] = data


def test_unusable_stored_grammars_are_compiled_again() -> None:
    store = _Rubbish()
    grammars.grammar_tables.cache_clear()
    draft_tables.cache_clear()
    grammars.keep_grammars(store)
    try:
        assert "draft" in draft_tables().starts
    finally:
        grammars.keep_grammars(None)
    assert set(store.saved) == {"draft"}


def test_threads_at_once_have_one_table() -> None:
    code = """
from threading import Barrier, Thread
from checker.parsing import grammars

grammars.keep_grammars(None)
begin, found = Barrier(4), []

def ask():
    begin.wait()
    found.append(grammars.mention_tables())

threads = [Thread(target=ask) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(found), len(set(map(id, found))))
"""
    run = subprocess.run(  # noqa: S603 -- our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["4", "1"]
