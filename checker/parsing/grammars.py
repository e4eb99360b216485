"""The grammars, loaded once: their tables and the patterns of their words.

Compiling a grammar takes Lark and a tenth of a second. The outcome is kept in the store of this
process, if it has one; then Lark is not even imported. :func:`keep_grammars` takes another keeper.
"""

import json
import os
import re
from _thread import allocate_lock
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from checker.cache.identity import program
from checker.cache.store import digest, in_use
from checker.parsing.tables import Tables

# Two tables of one grammar number their states differently, so all threads need the same.
_making = allocate_lock()
_STARTS = {
    "draft": ("draft",),
    "mention": ("reference", "citation", "date", "introduction", "acronym"),
}


class GrammarStore(Protocol):
    """Keeps compiled grammars from one run to the next, under the name and text of each.

    It must give back only what the same versions of Lark and of this program compiled. Unusable
    data is as good as none: the grammar is compiled again.
    """

    def load(self, name: str, text: str) -> dict[str, Any] | None:
        """Return what was kept for a grammar, None if there is nothing."""

    def save(self, name: str, text: str, data: dict[str, Any]) -> None:
        """Keep a compiled grammar; never fail."""


class KeptGrammars:
    """Keeps what the grammars were compiled to.

    Which Lark compiled them makes no difference to what they are: tables of the language that the
    grammar gives.
    """

    def load(self, name: str, text: str) -> dict[str, Any] | None:
        """Return what was kept for a grammar, None if there is nothing."""
        content = in_use().get(f"grammar {name}", _key(text))
        if content is None:
            return None
        try:
            data = json.loads(content)
        except ValueError:
            return None
        return data if isinstance(data, dict) else None

    def save(self, name: str, text: str, data: dict[str, Any]) -> None:
        """Keep a compiled grammar; never fail."""
        in_use().put(f"grammar {name}", _key(text), json.dumps(data).encode())


def _key(text: str) -> bytes:
    return digest(program(), text.encode())


_store: GrammarStore | None = KeptGrammars()


def keep_grammars(store: GrammarStore | None) -> None:
    """Let compiled grammars come from a store; it counts for those not loaded yet."""
    global _store  # noqa: PLW0603 -- the one place where a program says where its cache is
    _store = store


def grammar_text(name: str) -> str:
    """Return a grammar, "draft" or "mention", as it is written."""
    # As ``pkgutil.get_data`` does, also from an archive; that takes long to load.
    package = import_module("checker.grammar")
    loader: Any = package.__loader__
    data: bytes = loader.get_data(os.path.join(package.__path__[0], f"{name}.lark"))
    return data.decode()


@cache
def draft_tables() -> Tables:
    """Return the grammar of nested blocks, which is fed with tokens made elsewhere."""
    with _making:
        return grammar_tables("draft")


@cache
def mention_tables() -> Tables:
    """Return the grammar of mentions; its starts are the kinds of mention."""
    with _making:
        return grammar_tables("mention")


@cache
def grammar_tables(name: str) -> Tables:
    """Return the tables of a grammar; threads that ask for them at once would each make some."""
    text = grammar_text(name)
    if _store is not None and (data := _store.load(name, text)) is not None:
        with suppress(ValueError):
            return Tables.from_data(data)
    from checker.parsing.compiling import compile_grammar  # noqa: PLC0415 -- it imports Lark

    tables = compile_grammar(text, _STARTS[name], fed=name == "draft")
    if _store is not None:
        _store.save(name, text, tables.to_data())
    return tables


@cache
def mention_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern that ``mention.lark`` gives for a word or a name."""
    return mention_tables().terminals[name].compiled


@cache
def line_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern that ``draft.lark`` gives for a kind of line."""
    return draft_tables().terminals[name].compiled


def line_kinds(character: str) -> frozenset[str]:
    """Return the kinds of line that ``draft.lark`` lets begin with a character."""
    return draft_tables().beginning_with(character)
