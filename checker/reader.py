"""Reading a draft from a file: bytes to text and back, or one sentence that says why not.

A draft is UTF-8, with or without a byte-order mark, or UTF-16 with one. Line ends stay as they
are.
"""

import codecs
import os

from checker.source import Source

DOCUMENTS = {
    ".doc": "a Word document",
    ".docx": "a Word document",
    ".odt": "an OpenDocument text",
    ".pdf": "a PDF file",
    ".rtf": "an RTF document",
}
"""The endings of documents that are no text, and what each is."""
_SIGNATURES = (
    (b"PK\x03\x04", "a Word document or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "a Word document of the old kind"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF document"),
)
_UTF_8 = "utf-8"
_MARKS = (
    (codecs.BOM_UTF8, _UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE_AS_UTF_8 = 'save it again as plain text in the encoding "UTF-8"'
_BINARY = "not a text: it has NUL bytes; a draft is plain text or Markdown"


class UnreadableError(Exception):
    """An input that cannot be read as a draft.

    Attributes:
        path: the input as it was named.
        message: one sentence that says what is wrong and what to do.
    """

    def __init__(self, path: str, message: str) -> None:
        """Keep the path and the sentence apart, so that each report can write them its own way."""
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        """Write the path before the sentence."""
        return f"{self.path}: {self.message}"


def decode(data: bytes, path: str = "-") -> str:
    """Return the text of a draft without its byte-order mark, line ends kept.

    Args:
        data: the bytes of the draft.
        path: the name under which an error is reported.

    Raises:
        UnreadableError: the bytes are no text, or a text in another encoding.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(path, save_as_text(what))
    mark, codec = _encoding(data)
    if codec == _UTF_8 and 0 in data:
        raise UnreadableError(path, _BINARY)
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        place = error.start + len(mark)
        message = f"not UTF-8: byte 0x{data[place]:02x} at offset {place}; {_SAVE_AS_UTF_8}"
        if codec != _UTF_8:
            message = f"damaged UTF-16 at offset {place}"
        raise UnreadableError(path, message) from None
    if "\0" in text:
        raise UnreadableError(path, _BINARY)
    return text


def encode(text: str, like: bytes) -> bytes:
    """Return a text in the encoding, and with the byte-order mark, of the bytes of a draft.

    The way back from :func:`decode`.
    """
    mark, codec = _encoding(like)
    return mark + text.encode(codec)


def _encoding(data: bytes) -> tuple[bytes, str]:
    """Return the byte-order mark of a text and the name of its encoding."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return mark, codec
    return b"", _UTF_8


def read_draft(path: str | os.PathLike[str]) -> Source:
    """Read a file as a draft.

    Raises:
        UnreadableError: it is missing, a folder, no text, or must not be read.
    """
    name = os.fspath(path)
    return Source(decode(read_data(name), name), name)


def read_data(path: str) -> bytes:
    """Read the bytes of a draft.

    Raises:
        UnreadableError: it is missing, a folder, a document of another kind, or must not be read.
    """
    try:
        if os.path.isdir(path):
            raise UnreadableError(path, "a folder, not a draft")
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        from checker.reasons import reason_of  # noqa: PLC0415 -- only mistakes need it

        raise UnreadableError(path, reason_of(error, "read")) from None
    if what := DOCUMENTS.get(os.path.splitext(path)[1].lower()):
        raise UnreadableError(path, save_as_text(what))
    return data


def as_path(named: str) -> str:
    """Return a path as it is reported: without "./", double slashes and a slash at its end."""
    odd = not named or "//" in named or "./" in named or named.endswith(("/", "/."))
    if not odd and os.sep == "/":
        return named
    # Few are named so, and pathlib takes as long to load as a tenth of a run.
    from pathlib import Path  # noqa: PLC0415

    return str(Path(named))


def save_as_text(what: str, it: str = "it") -> str:
    """Return the sentence on a document that is no text, or on several: ``it`` is "them" then."""
    return f"{what} cannot be read: save {it} as plain text, which keeps the numbers"
