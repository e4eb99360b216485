"""Writing a file as a whole or not at all.

The new text goes to a file of another name in the same folder, which then takes the place of the
old one: whoever reads meanwhile, and whoever comes back after a full disk or an interruption,
finds the one or the other.
"""

import errno
import os
import secrets
import shutil
import stat
from contextlib import suppress
from pathlib import Path

_REASONS = {
    errno.EACCES: "no permission to write it",
    errno.EPERM: "no permission to write it",
    errno.EROFS: "no permission to write it: the file system is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "no more space is allowed to you on this disk",
    errno.EFBIG: "larger than a file may be here",
    errno.ENOENT: "no such file or folder",
}


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


def write_whole(path: Path, data: bytes, *, over: bytes | None = None) -> None:
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
    try:
        _replace(Path(os.path.realpath(path)), data, over)
    except _RefusedError as refused:
        raise UnwritableError(str(path), str(refused)) from None
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()
        raise UnwritableError(str(path), f"not written, and left as it was: {reason}") from error


class _RefusedError(Exception):
    """Why a file is not replaced although it could be."""


def _replace(path: Path, data: bytes, over: bytes | None) -> None:
    before = _status(path)
    # Its name is known before it is there, so that an interruption at any point removes it.
    written = path.with_name(f".mandatelint-{secrets.token_hex(8)}.tmp")
    try:
        with open(written, "xb", opener=_open_new if before is None else _open_private) as file:
            file.write(data)
            file.flush()
            if before is not None:
                _keep_attributes(path, written, before)
            os.fsync(file.fileno())
        # Nothing can be held from changing in the moment that is left.
        if over is not None:
            _refuse_changed(path, over)
        written.replace(path)
    except BaseException:
        with suppress(OSError):
            written.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


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
