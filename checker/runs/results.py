"""Results of drafts that were checked before: the same draft and the same rules, the same result.

The key of a result covers all that it depends on: the bytes and the path of the draft, every
setting, every rule with its options, the plug-ins, and the files of the program itself. What is
silenced or recorded in a baseline is not part of it; that is looked at in every run.
"""

import json
import os

from checker.cache.identity import program
from checker.cache.plain import PlainError, from_plain_with, to_plain, to_plain_without
from checker.cache.plugins import installed_plugins, plugins_identity
from checker.cache.store import Store, digest
from checker.config import Settings
from checker.findings import FileResult
from checker.rulebook import Rulebook
from checker.source import Source

# Plain data holds no list that holds itself.
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class Results:
    """The results of one set of rules and settings in a store."""

    def __init__(self, store: Store, rulebook: Rulebook, settings: Settings) -> None:
        """Take what results depend on besides the draft.

        Raises:
            TypeError: options of a plug-in's rule cannot be told apart, so no result is kept.
        """
        asked = to_plain(settings.replaced(silences=()))
        self._store = store
        self._asked = digest(
            program(),
            plugins_identity(installed_plugins()),
            rulebook.identity,
            json.dumps(asked).encode(),
        )

    def get(self, data: bytes, source: Source) -> FileResult | None:
        """Return the result of a draft that was checked before, or None.

        Args:
            data: the bytes of its file.
            source: its text and path.
        """
        content = self._store.get(_name(source), self._key(data, source))
        if content is None:
            return None
        try:
            plain = json.loads(content.decode("utf-8", "surrogatepass"))
            return from_plain_with(FileResult, plain, "source", source)
        except (ValueError, PlainError):
            return None

    def put(self, data: bytes, result: FileResult) -> None:
        """Keep the result of a draft."""
        plain = to_plain_without(result, "source")
        content = _JSON.encode(plain).encode("utf-8", "surrogatepass")
        source = result.source
        self._store.put(_name(source), self._key(data, source), content)

    def _key(self, data: bytes, source: Source) -> bytes:
        return digest(self._asked, source.path.encode("utf-8", "surrogatepass"), data)


def _name(source: Source) -> str:
    """Return the name of the entry: a draft that changes takes the place of its old result."""
    try:
        return f"result {os.path.abspath(source.path)}"
    except FileNotFoundError:
        # The current folder was removed, and standard input needs none.
        return f"result {source.path}"
