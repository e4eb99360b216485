"""The run behind ``mandatelint tables``: read, parse, index, draw, and the exit status."""

from collections.abc import Collection, Sequence

from checker.cli.configuring import warn_of_configuration
from checker.cli.drawing import style
from checker.cli.inputs import draft_path, inputs, read_input, refuse_lonely_filename
from checker.cli.program import warn_of_crash
from checker.cli.status import Status
from checker.cli.terminal import warn, write
from checker.config import Asked, ConfigurationError, Configurations, Settings
from checker.findings import FileError
from checker.index import build_index
from checker.parsing import parse_source
from checker.reader import UnreadableError
from checker.report.fault import fault_entry
from checker.report.tables.csv import CsvTables
from checker.report.tables.json import JsonTables
from checker.report.tables.kinds import Kind
from checker.report.tables.markdown import MarkdownTables
from checker.report.tables.renderer import Renderer
from checker.report.tables.text import TextTables
from checker.report.words import no_draft
from checker.source import Source
from checker.tables import tables_of


def show_tables(
    paths: Sequence[str],
    only: Sequence[str],
    asked: Asked,
    *,
    output_format: str,
    stdin_filename: str | None,
) -> Status:
    """Write the tables of what was named, and return the exit status.

    Args:
        paths: files, folders, "-" for standard input.
        only: the names of the tables to show.
        asked: what the command line asks for.
        output_format: "text", "markdown", "csv" or "json".
        stdin_filename: what to call standard input, or None.
    """
    refuse_lonely_filename(paths, stdin_filename)
    renderer = _renderer(output_format, frozenset(map(Kind, only)))
    configurations = Configurations(asked)
    files, faults = inputs(paths, configurations)
    broken: set[str] = set()
    errors = list(faults)
    crashed = False
    for error in faults:
        warn(f"{error.path}: {error.message}")
    for path in files:
        try:
            settings = configurations.understanding(draft_path(path, stdin_filename))
            write(_drawn(read_input(path, stdin_filename), settings, renderer))
        except ConfigurationError as error:
            if error.path not in broken:
                broken.add(error.path)
                errors.append(fault_entry(error))
                warn_of_configuration(error)
        except UnreadableError as error:
            errors.append(FileError(error.path, error.message))
            warn(f"{error.path}: {error.message}")
        except Exception as error:  # noqa: BLE001 -- the other files are still to be shown
            crashed = True
            warn_of_crash(f"{path} could not be shown", error)
            errors.append(FileError(path, f"not shown: {path} could not be shown"))
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
