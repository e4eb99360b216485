"""The reports that ``--output`` asks for: files, each written whole at the end or not at all."""

import os
import secrets
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Self

import click

from checker.cli.terminal import warn
from checker.findings import FileResult
from checker.report.reporter import Reporter
from checker.totals import Totals


class ReportFile:
    """One report on its way into a file.

    Draft by draft it goes into another file of the same folder, which takes the place of an old
    report when all is written. What is no ordinary file, such as a pipe, is written to directly.
    """

    def __init__(self, path: Path, reporter: Reporter) -> None:
        """Open the file.

        Raises:
            OSError: it cannot be written.
        """
        self.path = path
        self.failed = False
        self._reporter = reporter
        self._place = Path(os.path.realpath(path))
        self._aside: Path | None = None
        self._file = self._opened()

    def file(self, result: FileResult) -> None:
        """Add a draft."""
        self._write(self._reporter.file(result))

    def close(self, totals: Totals) -> None:
        """Add the end, and put the report in its place."""
        self._write(self._reporter.close(totals))
        if self.failed:
            return
        try:
            self._file.flush()
            if self._aside is not None:
                os.fsync(self._file.fileno())
            self._file.close()
            if self._aside is not None:
                self._aside.replace(self._place)
                self._aside = None
        except OSError as error:
            self._fail(error)

    def abandon(self) -> None:
        """Leave an old report as it is, if the new one is not in its place."""
        with suppress(OSError):
            self._file.close()
        if self._aside is not None:
            with suppress(OSError):
                self._aside.unlink(missing_ok=True)

    def _opened(self) -> BinaryIO:
        mode = None
        with suppress(FileNotFoundError):
            # A pipe has a name that leads to it only as it stands.
            status = self.path.stat()
            if not stat.S_ISREG(status.st_mode):
                return self.path.open("wb")
            # To replace a file the system asks for permission to write to its folder only.
            if not os.access(self._place, os.W_OK):
                raise PermissionError
            mode = stat.S_IMODE(status.st_mode)
        self._aside = self._place.with_name(f".mandatelint-{secrets.token_hex(8)}.tmp")
        file = self._aside.open("xb")
        if mode is not None:
            self._aside.chmod(mode)
        return file

    def _write(self, text: str) -> None:
        if self.failed or not text:
            return
        try:
            self._file.write(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            self._fail(error)

    def _fail(self, error: OSError) -> None:
        self.failed = True
        warn(f"{self.path}: the report was not written: {reason(error)}")
        self.abandon()


class ReportFiles:
    """All reports of a run that go to files."""

    def __init__(self, wanted: Sequence[tuple[Path, Reporter]]) -> None:
        """Open every file.

        Raises:
            click.ClickException: one cannot be written.
        """
        self._files: list[ReportFile] = []
        for path, reporter in wanted:
            try:
                self._files.append(ReportFile(path, reporter))
            except OSError as error:
                self.__exit__()
                message = f"{path}: a report cannot be written here: {reason(error)}"
                raise click.ClickException(message) from error

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no unfinished file behind, also after an interruption."""
        for file in self._files:
            file.abandon()

    def file(self, result: FileResult) -> None:
        """Add a draft to each report."""
        for file in self._files:
            file.file(result)

    def close(self, totals: Totals) -> bool:
        """Finish each report; return whether all could be written."""
        for file in self._files:
            file.close(totals)
        return not any(file.failed for file in self._files)


def refuse_drafts(outputs: Sequence[tuple[str, Path]], drafts: Sequence[str]) -> None:
    """Refuse to write a report over a draft that is checked, or two into one file.

    Raises:
        click.UsageError: an output is such a file.
    """
    if not outputs:
        return
    read = {os.path.realpath(draft) for draft in drafts}
    seen: set[str] = set()
    for _, path in outputs:
        real = os.path.realpath(path)
        if real in read:
            message = f'--output: "{path}" is one of the drafts: name another file for the report'
            raise click.UsageError(message)
        if real in seen:
            message = f'--output: "{path}" is named twice'
            raise click.UsageError(message)
        seen.add(real)


def reason(error: OSError) -> str:
    """Return why a file cannot be written, in a few words."""
    if isinstance(error, FileNotFoundError):
        return "there is no such folder"
    if isinstance(error, PermissionError):
        return "no permission"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    return (error.strerror or str(error)).lower()
