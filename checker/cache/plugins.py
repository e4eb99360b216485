"""The plug-ins that are installed, without asking for them in every run.

Asking what packages offer takes longer than checking a draft. The answer is kept for as long as
the folders that Python imports from are the same: to install or remove a package changes one.
"""

import json
import os
import sys
from functools import cache
from typing import NamedTuple

from checker.cache.identity import files_below
from checker.cache.store import Store, digest, in_use, text_digest

ENTRY_POINTS = "mandatelint.checks"
"""The group of entry points by which a package offers checks."""


class Plugin(NamedTuple):
    """What an installed package offers.

    Attributes:
        name: the name of the entry point.
        value: the module, or the module and the object in it, whose import registers checks.
        version: the name and version of the package.
    """

    name: str
    value: str
    version: str

    @property
    def package(self) -> str:
        """The outermost package or module of it."""
        return self.value.partition(":")[0].partition(".")[0].strip()


def installed_plugins() -> tuple[Plugin, ...]:
    """Return the plug-ins that are installed, in the order of their names."""
    return _installed(in_use())


@cache
def _installed(store: Store) -> tuple[Plugin, ...]:
    name, key = f"plug-ins {sys.path}", _import_folders()
    if (content := store.get(name, key)) is not None:
        try:
            return tuple(Plugin(*map(str, each)) for each in json.loads(content))
        except (ValueError, TypeError):
            pass
    # ruff: noqa: PLC0415 -- the very import that is to be avoided
    from importlib.metadata import entry_points

    found = [
        Plugin(entry.name, entry.value, f"{entry.dist.name} {entry.dist.version}")
        if entry.dist is not None
        else Plugin(entry.name, entry.value, "")
        for entry in entry_points(group=ENTRY_POINTS)
    ]
    store.put(name, key, json.dumps(sorted(found)).encode())
    return tuple(sorted(found))


@cache
def plugins_identity(plugins: tuple[Plugin, ...]) -> bytes:
    """Return a digest of plug-ins: their names, versions, and the files of their packages.

    It stays the same in a process, which goes on with the plug-ins that it has imported.
    """
    parts: list[str] = []
    for plugin in plugins:
        parts += [*plugin, *_files_of(plugin.package)]
    return text_digest(*parts)


def _import_folders() -> bytes:
    """Return a digest of the folders on ``sys.path`` and of when each changed last."""
    lines = [sys.version]
    for folder in sys.path:
        try:
            changed = os.stat(folder or ".").st_mtime_ns
        except OSError:
            changed = 0
        lines.append(f"{folder or os.getcwd()} {changed}")
    return digest(b"plug-ins", text_digest(*lines))


def _files_of(package: str) -> list[str]:
    """Return a line for each file of a package that can be imported; of others, none.

    Where they cannot be looked at, the line is another one each time.
    """
    from importlib.util import find_spec

    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return []
    if spec is None:
        return []
    try:
        folders = list(spec.submodule_search_locations or ())
        return files_below(folders or [spec.origin or ""])
    except OSError:
        return [os.urandom(16).hex()]
