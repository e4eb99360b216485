"""A folder that keeps bytes between runs, and believes nothing that it finds there.

An entry is kept under a name and holds the key of what it was made from; it counts only where the
key is the same and its own digest says that it is whole. What cannot be read counts as not there,
and what cannot be written is not kept: a store saves time and decides nothing.
"""

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

try:
    # The same function without OpenSSL, which takes as long to load as a tenth of a run.
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

FOLDER_VARIABLE = "MANDATELINT_CACHE_DIR"
"""The environment variable that names another folder for what is kept."""

LONGEST = 4 * 1024 * 1024
"""Of what is longer, in bytes, nothing is kept."""

_MAGIC = b"mandatelint 1\n"
_DIGEST = 20
_ENDING = ".kept"
_PART = ".part"
_PART_DIGITS = 32
_NAME_LENGTHS = {_ENDING: 2 * _DIGEST, _PART: _PART_DIGITS}
_HEXADECIMAL = frozenset("0123456789abcdef")
_TIDIED = "tidied"
_DAY = 24 * 60 * 60
_UNUSED = 30 * _DAY
_MOST = 256 * 1024 * 1024
# Tidied to this share of the most, so that it is not done at every entry.
_LEFT = 0.75
_WRITTEN = 16 * 1024 * 1024


def digest(*parts: bytes) -> bytes:
    """Return a digest of some bytes; how they are divided into parts counts."""
    state = blake2b(digest_size=_DIGEST)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.digest()


def text_digest(*parts: str) -> bytes:
    """Return a digest of some texts, such as paths."""
    return digest(*(part.encode("utf-8", "surrogatepass") for part in parts))


def user_folder() -> str | None:
    """Return the folder for what is kept for this user, None where there is no home.

    It is ``mandatelint`` in the folder that the system has for caches: ``XDG_CACHE_HOME`` or
    ``~/.cache``, ``~/Library/Caches`` on macOS, ``%LOCALAPPDATA%`` on Windows.
    """
    if named := os.environ.get(FOLDER_VARIABLE):
        return named
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        named = os.environ.get("XDG_CACHE_HOME", "")
        # A relative one counts as none: XDG Base Directory Specification, "Basics".
        base = named if os.path.isabs(named) else os.path.join(home, ".cache")
    # Where there is no home, "~" stays as it is.
    return os.path.join(base, "mandatelint") if os.path.isabs(base) else None


class Store:
    """The entries of a folder; without a folder it keeps nothing.

    Attributes:
        folder: where entries are kept, one file each; it and nothing above it is made at need.
    """

    def __init__(self, folder: str | os.PathLike[str] | None) -> None:
        """Begin; nothing is made until something is kept."""
        self.folder = None if folder is None else os.fspath(folder)
        self._written = 0
        self._at_close: list[Callable[[], None]] = []

    def __reduce__(self) -> tuple[type["Store"], tuple[str | None]]:
        """Be the store of the same folder in another process."""
        return Store, (self.folder,)

    def get(self, name: str, key: bytes) -> bytes | None:
        """Return what is kept under a name for a key; None where nothing is or it is damaged."""
        if self.folder is None or not _is_ours(self.folder):
            return None
        path = self._file(name)
        try:
            with open(path, "rb") as file:
                data = file.read()
                changed = os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        start = len(_MAGIC) + 2 * _DIGEST
        content = data[start:]
        if data[:start] != _MAGIC + key + digest(key, content):
            return None
        if time.time() - changed > _DAY:
            with suppress(OSError):
                os.utime(path)
        return content

    def put(self, name: str, key: bytes, content: bytes) -> None:
        """Keep bytes under a name, in place of what was kept there; too many are not kept.

        Another run may read or write the same entry meanwhile: each sees one whole entry.
        """
        if self.folder is None or len(content) > LONGEST:
            return
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
        except OSError:
            return
        if not _is_ours(self.folder):
            return
        written = self._path(f"{os.urandom(_PART_DIGITS // 2).hex()}{_PART}")
        try:
            with open(written, "xb", opener=_private) as file:
                file.write(_MAGIC + key + digest(key, content) + content)
            os.replace(written, self._file(name))
        except OSError:
            with suppress(OSError):
                os.unlink(written)
            return
        except BaseException:
            with suppress(OSError):
                os.unlink(written)
            raise
        self._written += len(content)
        self._tidy()

    def at_close(self, keep: Callable[[], None]) -> None:
        """Let something be kept at the end of the run, when nobody waits for it."""
        self._at_close.append(keep)

    def close(self) -> None:
        """Keep what was to be kept at the end of the run; the store can still be used."""
        while self._at_close:
            self._at_close.pop()()

    def clean(self) -> int:
        """Remove all entries and return how many there were.

        Raises:
            OSError: the folder or an entry cannot be removed.
        """
        if self.folder is None or not os.path.isdir(self.folder):
            return 0
        entries = list(self._files())
        for entry in (*entries, self._path(_TIDIED)):
            with suppress(FileNotFoundError):
                os.unlink(entry)
        with suppress(OSError):
            # It stays where something else is kept in it.
            os.rmdir(self.folder)
        return sum(entry.endswith(_ENDING) for entry in entries)

    def _tidy(self) -> None:
        """Once a day, and after much was kept, remove what is old, and the oldest of too much."""
        mark = self._path(_TIDIED)
        now = time.time()
        with suppress(OSError):
            if self._written < _WRITTEN and _changed(mark) > now - _DAY:
                return
            self._written = 0
            with open(mark, "ab"):
                os.utime(mark)
            statuses = {entry: os.stat(entry) for entry in self._files()}
            total = sum(status.st_size for status in statuses.values())
            most = _MOST * _LEFT if total > _MOST else total
            for entry, status in sorted(statuses.items(), key=lambda each: each[1].st_mtime):
                if now - status.st_mtime <= _UNUSED and total <= most:
                    break
                with suppress(FileNotFoundError):
                    os.unlink(entry)
                total -= status.st_size

    def _path(self, name: str) -> str:
        assert self.folder is not None
        return os.path.join(self.folder, name)

    def _file(self, name: str) -> str:
        return self._path(f"{text_digest(name).hex()}{_ENDING}")

    def _files(self) -> Iterator[str]:
        assert self.folder is not None
        for name in os.listdir(self.folder):
            stem, ending = os.path.splitext(name)
            # The folder may be one that others use: what has no name of ours is theirs.
            if _NAME_LENGTHS.get(ending) == len(stem) and _HEXADECIMAL.issuperset(stem):
                yield self._path(name)


def user_store() -> Store:
    """Return the store of this user."""
    return Store(user_folder())


_in_use = Store(None)


def in_use() -> Store:
    """Return the store in which this process keeps what it makes; at first one that keeps none."""
    return _in_use


def use(store: Store) -> None:
    """Let this process keep what it makes in a store."""
    global _in_use  # noqa: PLW0603 -- the one place where a process says where its cache is
    _in_use = store


def _private(path: str, flags: int) -> int:
    """Open a new file that nobody else may read."""
    return os.open(path, flags, 0o600)


def _changed(path: str) -> float:
    """Return when a file changed last, 0 where there is none."""
    try:
        return os.stat(path).st_mtime
    except OSError:
        return 0


def _is_ours(folder: str) -> bool:
    """Whether a folder is this user's and nobody else can write to it."""
    try:
        status = os.lstat(folder)
    except OSError:
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    if sys.platform == "win32":
        return True
    others = stat.S_IWGRP | stat.S_IWOTH
    return status.st_uid == os.geteuid() and not status.st_mode & others
