"""The run behind ``mandatelint tables``: read, parse, index, draw, and the exit status."""

from collections.abc import Collection, Sequence
from itertools import chain

from checker.cli.checking import complain
from checker.cli.inputs import draft_path, inputs, read_input, refuse_lonely_filename
from checker.cli.outcomes import outcomes
from checker.cli.program import Status, tell_crash
from checker.cli.terminal import style, warn, write
from checker.config import Asked, Configurations, Settings
from checker.findings import FileError
from checker.index import build_index
from checker.parsing import parse_source
from checker.report.tables.csv import CsvTables
from checker.report.tables.json import JsonTables
from checker.report.tables.kinds import Kind
from checker.report.tables.markdown import MarkdownTables
from checker.report.tables.renderer import Renderer
from checker.report.tables.text import TextTables
from checker.report.words import no_draft
from checker.runs.outcome import Crash
from checker.source import Source
from checker.tables import tables_of


def show_tables(
    paths: Sequence[str],
    only: Sequence[Kind],
    asked: Asked,
    *,
    output_format: str,
    stdin_filename: str | None,
) -> Status:
    """Write the tables of what was named, and return the exit status.

    Args:
        paths: files, folders, "-" for standard input.
        only: the tables to show.
        asked: what the command line asks for.
        output_format: "text", "markdown", "csv" or "json".
        stdin_filename: what to call standard input, or None.
    """
    refuse_lonely_filename(paths, stdin_filename)
    renderer = _renderer(output_format, frozenset(only))
    configurations = Configurations(asked)
    files, faults = inputs(paths, configurations)

    def understanding(path: str) -> Settings:
        return configurations.understanding(draft_path(path, stdin_filename))

    def drawn(path: str, settings: Settings) -> tuple[str]:
        return (_drawn(read_input(path, stdin_filename), settings, renderer),)

    unread = ((fault.path, fault) for fault in faults)
    errors: list[FileError] = []
    crashed = False
    for path, outcome in chain(unread, outcomes(files, understanding, drawn, "shown")):
        if isinstance(outcome, str):
            write(outcome)
        elif isinstance(outcome, Crash):
            tell_crash(outcome)
            crashed = True
            errors.append(FileError(path, f"not shown: {outcome.what}"))
        else:
            errors.append(complain(outcome))
    write(renderer.close(errors))
    if crashed:
        return Status.CRASH
    return Status.MISUSE if errors else Status.CLEAN


def _renderer(output_format: str, kinds: Collection[Kind]) -> Renderer:
    match output_format:
        case "markdown":
            return MarkdownTables(kinds)
        case "csv":
            return CsvTables(kinds)
        case "json":
            return JsonTables(kinds)
        case _:
            return TextTables(kinds, style())


def _drawn(source: Source, settings: Settings, renderer: Renderer) -> str:
    """Return the tables of a text; what is no draft is named on standard error instead."""
    draft = parse_source(source)
    index = build_index(draft, profile=settings.profile, stage=settings.stage, date=settings.date)
    if not index.is_draft:
        warn(f"{source.path}: info: {no_draft(index.draft)}")
        return ""
    return renderer.draft(tables_of(index), source)
