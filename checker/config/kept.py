"""Configurations in the store: one that was validated once is not parsed again."""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress

from checker.cache.identity import program
from checker.cache.plain import PlainError, from_plain, to_plain
from checker.cache.store import digest, in_use, text_digest
from checker.config.configuration import Configuration
from checker.rulebook import Rulebook, RulebookError


def kept_configuration(
    path: str, rulebook_for: Callable[[Sequence[str]], Rulebook]
) -> Configuration:
    """Read a configuration, from the store where neither it nor its rules have changed.

    Args:
        path: the file.
        rulebook_for: loads the rule book with its house pages.

    Raises:
        ConfigurationError: it cannot be read, or something in it is wrong.
    """
    store = in_use()
    name = f"configuration {os.path.abspath(path)}"
    key = _key(path)
    if store.folder is not None and key and (content := store.get(name, key)) is not None:
        with suppress(ValueError, PlainError, RulebookError, TypeError):
            rules, plain = json.loads(content)
            found = from_plain(Configuration, plain)
            # Names in it are those of rules in its house pages, which may have changed.
            if rulebook_for(found.page_folders()).identity.hex() == rules:
                return found
    # ruff: noqa: PLC0415 -- a parser and pydantic take long to load
    from checker.config.loading import load_configuration

    found = load_configuration(path, rulebook_for)
    # One that was changed while it was read is not kept.
    if store.folder is not None and key and _key(path) == key:
        with suppress(TypeError):
            rules = rulebook_for(found.page_folders()).identity.hex()
            store.put(name, key, json.dumps([rules, to_plain(found)]).encode())
    return found


def _key(path: str) -> bytes:
    """Return a digest of what a configuration is made of; b"" where it cannot be read."""
    try:
        with open(path, "rb") as file:
            # How the file is shown depends on the current folder.
            return digest(program(), text_digest(path, os.getcwd()), file.read())
    except OSError:
        return b""
