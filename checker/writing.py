"""Writing a file as a whole or not at all.

The new text goes to a file of another name in the same folder, which then takes the place of the
old one: whoever reads meanwhile, and whoever comes back after a full disk or an interruption,
finds the one or the other.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Self


class UnwritableError(Exception):
    """A file that cannot be written; it is as it was.

    Attributes:
        path: the file as it was named.
        message: one sentence that says why.
    """

    def __init__(self, path: str, message: str) -> None:
        """Keep the path and the sentence apart, so that each report can write them its own way."""
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        """Write the path before the sentence."""
        return f"{self.path}: {self.message}"


def write_whole(path: str | os.PathLike[str], data: bytes, *, over: bytes | None = None) -> None:
    """Put bytes in the place of a file, or into a new one, as a whole or not at all.

    A link stays a link: what it leads to is replaced. Permissions, owner and extended attributes
    stay. A file with other names (hard links) is refused, because those would keep the old text.

    Args:
        path: the file.
        data: its new bytes.
        over: the bytes that the file must still have, None where it does not matter.

    Raises:
        UnwritableError: it cannot be written, or it has changed; it is as it was.
    """
    with WholeFile(path, over=over) as file:
        file.write(data)
        file.finish()


class WholeFile:
    """A file that is written piece by piece and put in its place as a whole.

    Left without :meth:`finish`, also by an interruption, it leaves an older file as it was. The
    rules are those of :func:`write_whole`.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, over: bytes | None = None, new: bool = False
    ) -> None:
        """Begin to write.

        Args:
            path: the file.
            over: the bytes that the file must still have, None where it does not matter.
            new: whether it must not be there.

        Raises:
            UnwritableError: it cannot be written; it is as it was.
        """
        self._path = path
        self._over = over
        self._new = new
        self._place = Path(os.path.realpath(path))
        # Its name is known before it is there, so that an interruption at any point removes it.
        self._written = self._place.with_name(f".mandatelint-{os.urandom(8).hex()}.tmp")
        self._file: BinaryIO | None = None
        with self._told():
            self._refuse_another()
            self._before = _status(self._place)
            opener = _open_new if self._before is None else _open_private
            self._file = open(self._written, "xb", opener=opener)  # noqa: SIM115 -- kept open

    def __enter__(self) -> Self:
        """Return the file."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what is unfinished."""
        self.abandon()

    def write(self, data: bytes) -> None:
        """Add bytes.

        Raises:
            UnwritableError: they cannot be written.
        """
        assert self._file is not None
        with self._told():
            self._file.write(data)

    def finish(self) -> None:
        """Put the file in its place.

        Raises:
            UnwritableError: it cannot be put there; an older file is as it was.
        """
        assert self._file is not None
        with self._told():
            self._file.flush()
            if self._before is not None:
                _keep_attributes(self._place, self._written, self._before)
            os.fsync(self._file.fileno())
            self._file.close()
            # Nothing can be held from changing in the moment that is left.
            self._refuse_another()
            if self._over is not None:
                _refuse_changed(self._place, self._over)
            self._written.replace(self._place)
        _sync_folder(self._place.parent)

    def abandon(self) -> None:
        """Remove what is unfinished; nothing is to be removed of a finished file."""
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
        with suppress(OSError):
            self._written.unlink(missing_ok=True)

    def _refuse_another(self) -> None:
        if self._new and os.path.lexists(self._path):
            message = "not written: it is there already"
            raise _RefusedError(message)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Remove what is unfinished when something fails, and say why in one sentence."""
        try:
            yield
        except BaseException as error:
            self.abandon()
            if isinstance(error, _RefusedError):
                raise UnwritableError(str(self._path), str(error)) from None
            if not isinstance(error, OSError):
                raise
            from checker.reasons import reason_of  # noqa: PLC0415 -- only mistakes need it

            message = f"not written, and left as it was: {reason_of(error, 'write')}"
            raise UnwritableError(str(self._path), message) from error


class _RefusedError(Exception):
    """Why a file is not replaced although it could be."""


def _status(path: Path) -> os.stat_result | None:
    """Return the status of a file that may be replaced, None where there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        message = "not written: it is no ordinary file"
        raise _RefusedError(message)
    if status.st_nlink > 1:
        message = (
            "not written: it has other names (hard links), which would keep the old text; "
            "replace them with copies or symbolic links"
        )
        raise _RefusedError(message)
    # To replace a file the system asks for permission to write to its folder only.
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return status


def _refuse_changed(path: Path, over: bytes) -> None:
    if path.read_bytes() != over:
        message = "not written: another program changed it meanwhile; run again"
        raise _RefusedError(message)


def _open_new(path: str, flags: int) -> int:
    return os.open(path, flags, 0o666)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _keep_attributes(old: Path, new: Path, before: os.stat_result) -> None:
    """Give a file the owner, permissions and attributes of another, and the time of now."""
    now = new.stat()
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.chown(new, before.st_uid, before.st_gid)
        except PermissionError:
            message = "not written: it belongs to another user or group, and would be yours then"
            raise _RefusedError(message) from None
    import shutil  # noqa: PLC0415 -- few runs write over a file

    shutil.copystat(old, new)
    os.utime(new)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power failure, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
