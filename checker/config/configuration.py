"""What a configuration says, as plain values: validated once, and fit to be kept.

:func:`checker.cache.plain.to_plain` turns a :class:`Configuration` into plain data and back, so
that a run that has it from a cache needs neither a TOML parser nor pydantic.
"""

import datetime
import os
from collections.abc import Mapping

from checker.permissions import SilenceEntry
from checker.reader import as_path
from checker.records import Record


class Layer(Record):
    """Settings from one place: the top of a configuration, one override, or the command line.

    Attributes:
        profile: the kind of text, or None where nothing is said of it; the others likewise.
        stage: "negotiation" or "final".
        date: the day of the drafts.
        pedantic: whether rules run that are off unless asked for.
        fail_on: the least severity that makes the exit status 1.
        select: the only rules and families to run.
        ignore: rules and families that do not run.
        accept: names that need no introduction and no comment.
        severity: "error", "warning", "info" or "off" by rule or family.
        options: by rule, what is changed of the options of its check: JSON of a table with the
            values in the form of :func:`checker.cache.plain.to_plain`.
        paths: patterns of the drafts that an override is for; empty elsewhere.
        lines: the line of each key, and of each entry of a table as "severity.acronyms".
    """

    profile: str | None = None
    stage: str | None = None
    date: datetime.date | None = None
    pedantic: bool | None = None
    fail_on: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    options: Mapping[str, str] = {}
    paths: tuple[str, ...] = ()
    lines: Mapping[str, int] = {}


class Configuration(Record):
    """One configuration, without fault.

    Attributes:
        path: the file, as it is shown to a person.
        folder: the folder in which it stands, absolute; its patterns and paths begin there.
        top: what holds for all drafts.
        overrides: what holds for some, in order; the later one wins.
        rule_pages: folders of house rule pages, as written.
        exclude: patterns of drafts that are left out.
        baseline: the file with recorded findings, as written, or None.
        silences: single findings that are silenced.
        lines: the lines of ``rule-pages``, ``exclude`` and ``baseline``.
    """

    path: str
    folder: str
    top: Layer = Layer()
    overrides: tuple[Layer, ...] = ()
    rule_pages: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    silences: tuple[SilenceEntry, ...] = ()
    lines: Mapping[str, int] = {}

    def place_of(self, written: str) -> str:
        """Return the path of a file or folder that it names."""
        return as_path(os.path.join(self.folder, written))

    def page_folders(self) -> list[str]:
        """Return the paths of its folders of house rule pages."""
        return [self.place_of(each) for each in self.rule_pages]


class Fault(Record):
    """One thing that is wrong with a configuration.

    Attributes:
        message: one sentence that says what is wrong and, where it can be told, what is meant.
        line: the line, from 1.
        text: that line.
        start: where the words to mark begin in it, in code points from 0.
        end: where they end.
    """

    message: str
    line: int = 0
    text: str = ""
    start: int = 0
    end: int = 0


class ConfigurationError(Exception):
    """A configuration cannot be used.

    Attributes:
        path: the file, as it is shown.
        faults: everything that is wrong with it, in order of line.
    """

    def __init__(self, path: str, faults: tuple[Fault, ...]) -> None:
        """Keep all of it for the report."""
        super().__init__(path, faults)
        self.path = path
        self.faults = faults

    def __str__(self) -> str:
        """Write the faults with their lines: "mandatelint.toml:3: there is no key ..."."""
        return "; ".join(
            f"{self.path}:{fault.line}: {fault.message}"
            if fault.line
            else f"{self.path}: {fault.message}"
            for fault in self.faults
        )
