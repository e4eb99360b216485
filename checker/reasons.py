"""Why the system refused a file or a stream, in words that a person can act on."""

import errno

_REASONS = {
    errno.EACCES: "no permission to {doing} it",
    errno.EPERM: "no permission to {doing} it",
    errno.EROFS: "no permission to {doing} it: the file system is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "no more space is allowed to you on this disk",
    errno.EFBIG: "larger than a file may be here",
    errno.ENOENT: "no such file or folder",
    errno.EISDIR: "a folder, not a file",
}


class OutputError(Exception):
    """Standard output cannot be written, as on a full disk; the text is one sentence.

    It ends a run, of whatever draft was to be told.
    """


def reason_of(error: OSError, doing: str) -> str:
    """Return why a file could not be used, as the end of a sentence.

    Args:
        error: what the system says.
        doing: what was tried: "read", "write", "remove".
    """
    if reason := _REASONS.get(error.errno or 0):
        return reason.format(doing=doing)
    return (error.strerror or str(error)).lower()
