"""A folder that keeps bytes between runs, and believes nothing that it finds there.

An entry is kept under a name and holds the key of what it was made from; it counts only where the
key is the same and its own digest says that it is whole. What cannot be read counts as not there,
and what cannot be written is not kept: a store saves time and decides nothing.
"""

import hashlib
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FOLDER_VARIABLE = "MANDATELINT_CACHE_DIR"
"""The environment variable that names another folder for what is kept."""

_MAGIC = b"mandatelint 1\n"
_DIGEST = 20
_ENDING = ".kept"
_TIDIED = "tidied"
_DAY = 24 * 60 * 60
_UNUSED = 30 * _DAY


def digest(*parts: bytes) -> bytes:
    """Return a digest of some bytes; how they are divided into parts counts."""
    state = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.digest()


def user_folder() -> Path | None:
    """Return the folder for what is kept for this user, None where there is no home.

    It is ``mandatelint`` in the folder that the system has for caches: ``XDG_CACHE_HOME`` or
    ``~/.cache``, ``~/Library/Caches`` on macOS, ``%LOCALAPPDATA%`` on Windows.
    """
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or home / ".cache"
    folder = Path(base) / "mandatelint"
    return folder if folder.is_absolute() else None


@dataclass(frozen=True, slots=True)
class Store:
    """The entries of a folder; without a folder it keeps nothing.

    Attributes:
        folder: where entries are kept, one file each; it and nothing above it is made at need.
    """

    folder: Path | None

    def get(self, name: str, key: bytes) -> bytes | None:
        """Return what is kept under a name for a key; None where nothing is or it is damaged."""
        if self.folder is None or not _is_ours(self.folder):
            return None
        try:
            data = self._file(name).read_bytes()
        except OSError:
            return None
        start = len(_MAGIC) + 2 * _DIGEST
        content = data[start:]
        whole = _MAGIC + key + digest(key, content)
        return content if data[:start] == whole else None

    def put(self, name: str, key: bytes, content: bytes) -> None:
        """Keep bytes under a name, in place of what was kept there.

        Another run may read or write the same entry meanwhile: each sees one whole entry.
        """
        if self.folder is None:
            return
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return
        if not _is_ours(self.folder):
            return
        written = ""
        try:
            with tempfile.NamedTemporaryFile(dir=self.folder, suffix=".part", delete=False) as file:
                written = file.name
                file.write(_MAGIC + key + digest(key, content) + content)
            Path(written).replace(self._file(name))
        except OSError:
            pass
        else:
            written = ""
            self._tidy()
        finally:
            if written:
                with suppress(OSError):
                    Path(written).unlink()

    def clean(self) -> int:
        """Remove all entries and return how many there were.

        Raises:
            OSError: the folder or an entry cannot be removed.
        """
        if self.folder is None or not self.folder.is_dir():
            return 0
        entries = list(self._files())
        for entry in entries:
            entry.unlink(missing_ok=True)
        (self.folder / _TIDIED).unlink(missing_ok=True)
        with suppress(OSError):
            # It stays where something else is kept in it.
            self.folder.rmdir()
        return sum(entry.suffix == _ENDING for entry in entries)

    def _tidy(self) -> None:
        """Once a day, remove the entries that were not written for a month."""
        assert self.folder is not None
        mark = self.folder / _TIDIED
        now = time.time()
        with suppress(OSError):
            if mark.exists() and now - mark.stat().st_mtime < _DAY:
                return
            mark.touch()
            for entry in self._files():
                if now - entry.stat().st_mtime > _UNUSED:
                    entry.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        assert self.folder is not None
        return self.folder / f"{digest(name.encode('utf-8', 'surrogateescape')).hex()}{_ENDING}"

    def _files(self) -> Iterator[Path]:
        assert self.folder is not None
        for entry in self.folder.iterdir():
            if entry.suffix in {_ENDING, ".part"} and entry.is_file():
                yield entry


def user_store() -> Store:
    """Return the store of this user."""
    return Store(user_folder())


def _is_ours(folder: Path) -> bool:
    """Whether a folder is this user's and nobody else can write to it."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    if sys.platform == "win32":
        return True
    others = stat.S_IWGRP | stat.S_IWOTH
    return status.st_uid == os.geteuid() and not status.st_mode & others
