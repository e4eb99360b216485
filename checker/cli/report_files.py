"""The reports that ``--output`` asks for: files, each written whole at the end or not at all."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Self

import click

from checker.cli.terminal import warn
from checker.findings import FileResult
from checker.report.reporter import Reporter
from checker.totals import Totals
from checker.writing import UnwritableError, WholeFile


class ReportFile:
    """One report on its way into a file.

    It takes the place of an older report when all is written. What is no ordinary file, such as a
    pipe, is written to directly.
    """

    def __init__(self, path: str, reporter: Reporter) -> None:
        """Open the file.

        Raises:
            UnwritableError: it cannot be written.
        """
        self.failed = False
        self._path = path
        self._reporter = reporter
        # A pipe has a name that leads to it only as it stands.
        ordinary = os.path.isfile(path) or os.path.isdir(path)
        self._direct = os.path.exists(path) and not ordinary
        self._file = open(path, "wb") if self._direct else WholeFile(path)  # noqa: SIM115 -- kept open

    def file(self, result: FileResult) -> None:
        """Add a draft."""
        self._write(self._reporter.file(result))

    def close(self, totals: Totals) -> None:
        """Add the end, and put the report in its place."""
        self._write(self._reporter.close(totals))
        if not self.failed:
            with self._warned():
                self._finish()

    def abandon(self) -> None:
        """Leave an old report as it is, if the new one is not in its place."""
        if isinstance(self._file, WholeFile):
            self._file.abandon()
            return
        with suppress(OSError):
            self._file.close()

    def _write(self, text: str) -> None:
        if text and not self.failed:
            with self._warned():
                self._file.write(text.encode("utf-8", "backslashreplace"))

    def _finish(self) -> None:
        if isinstance(self._file, WholeFile):
            self._file.finish()
        else:
            self._file.close()

    @contextmanager
    def _warned(self) -> Iterator[None]:
        """Say once that the report cannot be written, and go on without it."""
        try:
            yield
        except UnwritableError as error:
            self._fail(error.message)
        except OSError as error:
            self._fail(_not_written(error))

    def _fail(self, why: str) -> None:
        self.failed = True
        warn(f"{self._path}: {why}")
        self.abandon()


class ReportFiles:
    """All reports of a run that go to files."""

    def __init__(self, wanted: Sequence[tuple[str, Reporter]]) -> None:
        """Open every file.

        Raises:
            click.ClickException: one cannot be written.
        """
        self._files: list[ReportFile] = []
        for path, reporter in wanted:
            try:
                self._files.append(ReportFile(path, reporter))
            except (OSError, UnwritableError) as error:
                self.__exit__()
                raise click.ClickException(_cannot(path, error)) from error

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


def refuse_drafts(outputs: Sequence[tuple[str, str]], paths: Sequence[str]) -> None:
    """Refuse to write a report over a draft that was named, or two into one file.

    In a folder that was named a report may stand: it is not taken for a draft.

    Raises:
        click.UsageError: an output is such a file.
    """
    read = {os.path.realpath(path) for path in paths if not os.path.isdir(path)}
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


def _cannot(path: str, error: OSError | UnwritableError) -> str:
    """Return a sentence on a report that cannot even be begun."""
    if not os.path.isdir(os.path.dirname(path) or "."):
        return f"{path}: not written: there is no such folder"
    if os.path.isdir(path):
        return f"{path}: not written: it is a folder"
    return f"{path}: {_not_written(error)}" if isinstance(error, OSError) else str(error)


def _not_written(error: OSError) -> str:
    from checker.reasons import reason_of  # noqa: PLC0415 -- only mistakes need it

    return f"not written: {reason_of(error, 'write')}"
