"""Finding the configuration of a draft: the nearest file, upwards from its folder."""

import os
from collections.abc import Iterator

FILES = ("mandatelint.toml", ".mandatelint.toml", "pyproject.toml")
"""The names of configurations, the first in a folder counts."""

TABLE = ("tool", "mandatelint")
"""The table of a ``pyproject.toml`` that is a configuration."""


class Nearest:
    """Finds the nearest configuration of many folders; each folder is looked into once."""

    def __init__(self) -> None:
        """Begin with no folder known."""
        self._found: dict[str, str | None] = {}

    def above(self, folder: str) -> str | None:
        """Return the configuration in a folder or in the nearest one above it, or None."""
        asked: list[str] = []
        found: str | None = None
        for each in _upwards(folder):
            if each in self._found:
                found = self._found[each]
                break
            asked.append(each)
            if (found := configuration_in(each)) is not None:
                break
        self._found.update(dict.fromkeys(asked, found))
        return found


def _upwards(folder: str) -> Iterator[str]:
    # The path as it was named counts, not where a link leads.
    path = os.path.abspath(folder)
    while True:
        yield path
        parent = os.path.dirname(path)
        if parent == path:
            return
        path = parent


def configuration_in(folder: str) -> str | None:
    """Return the configuration that stands in a folder itself, or None."""
    for name in FILES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != FILES[-1] or _has_table(path)):
            return path
    return None


def _has_table(project: str) -> bool:
    """Whether a ``pyproject.toml`` configures mandatelint; one that is damaged does if it says so.

    Most say nothing of mandatelint at all, and need no parser to tell.
    """
    try:
        with open(project, "rb") as file:
            data = file.read()
    except OSError:
        return False
    if b"mandatelint" not in data:
        return False
    import tomllib  # noqa: PLC0415 -- as above

    try:
        tool = tomllib.loads(data.decode("utf-8-sig")).get(TABLE[0])
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return ".".join(TABLE).encode() in data
    return isinstance(tool, dict) and TABLE[1] in tool
