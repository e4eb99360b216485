"""Compiled grammars in the store: with them, a run imports no parser generator."""

import json
from typing import Any

from checker.cache.identity import program
from checker.cache.store import digest, in_use


class KeptGrammars:
    """Keeps what the grammars were compiled to; see :class:`checker.parsing.grammars.GrammarStore`.

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
