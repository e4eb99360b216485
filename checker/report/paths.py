"""Paths as other programs name files: from the folder of the run on, with slashes."""

from pathlib import Path, PurePath
from urllib.parse import quote


def from_here(path: str) -> str:
    """Return a path relative to the current folder, where it lies below; with slashes."""
    pure = PurePath(path)
    if pure.is_absolute() and pure.is_relative_to(here := Path.cwd()):
        pure = pure.relative_to(here)
    return pure.as_posix()


def location_of(path: str) -> dict[str, str]:
    """Return the artifact location of SARIF for a path, its URI percent-encoded."""
    name = from_here(path)
    if PurePath(name).is_absolute():
        return {"uri": "file://" + quote(name if name.startswith("/") else f"/{name}", safe="/:")}
    # A colon would make its first part a scheme.
    return {"uri": quote(name, safe="/", errors="backslashreplace"), "uriBaseId": "%SRCROOT%"}
