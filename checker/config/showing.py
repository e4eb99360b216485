"""What holds for a draft, value by value, and where each value comes from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.config.configuration import Configuration, Layer
from checker.config.configurations import Asked
from checker.config.resolving import Fitting, ignored, severities

if TYPE_CHECKING:
    from checker.rulebook import Rulebook

DEFAULT = "default"
COMMAND_LINE = "command line"
FILE = "file"
OVERRIDE = "override"

_DEFAULTS: Mapping[str, Any] = {
    "profile": None,
    "stage": None,
    "date": None,
    "pedantic": False,
    "fail-on": "error",
    "select": None,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from.

    Attributes:
        kind: "default", "file", "override" or "command line".
        path: the configuration, or "".
        line: the line of the key in it, or 0.
        paths: the patterns of the override.
    """

    kind: str = DEFAULT
    path: str = ""
    line: int = 0
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One value that holds for a draft.

    Attributes:
        key: the key as it is written, of a table with its entries: "severity.acronyms".
        value: what JSON holds; None where it is detected from the text, or is not given.
        origins: where it comes from; lists add up from several places.
    """

    key: str
    value: Any
    origins: tuple[Origin, ...]


def values_for(fits: Fitting, asked: Asked, rulebook: "Rulebook") -> tuple[Value, ...]:
    """Return every value that holds for a draft.

    Args:
        fits: what of its configuration is for the draft.
        asked: what the command line asks for.
        rulebook: the rules that hold for the draft.
    """
    configured = fits.layers()
    layers = (*configured, asked.layer)
    origins = _Origins(fits.configuration, len(configured))
    return (
        *_single(layers, origins),
        *_lists(layers, origins),
        *_severities(layers, origins, rulebook),
        *_options(layers, origins),
        _rule_pages(fits, asked, origins),
        *_of_the_file(fits, origins),
    )


class _Origins:
    """Tells where a key of a layer stands."""

    def __init__(self, configuration: Configuration | None, command_line: int) -> None:
        self._path = "" if configuration is None else configuration.path
        self._command_line = command_line

    def of(self, layers: Sequence[Layer], at: int, key: str) -> Origin:
        if at == self._command_line:
            return Origin(COMMAND_LINE)
        layer = layers[at]
        kind = OVERRIDE if layer.paths else FILE
        return Origin(kind, self._path, layer.lines.get(key, 0), layer.paths)

    def in_file(self, lines: Mapping[str, int], key: str) -> Origin:
        return Origin(FILE, self._path, lines[key]) if key in lines else Origin()


def _single(layers: Sequence[Layer], origins: _Origins) -> Iterator[Value]:
    for key, default in _DEFAULTS.items():
        given = [
            (at, value)
            for at, layer in enumerate(layers)
            if (value := getattr(layer, key.replace("-", "_"))) is not None
        ]
        if given:
            at, value = given[-1]
            plain = value.isoformat() if key == "date" else value
            plain = list(plain) if isinstance(plain, tuple) else plain
            yield Value(key, plain, (origins.of(layers, at, key),))
        else:
            yield Value(key, default, (Origin(),))


def _lists(layers: Sequence[Layer], origins: _Origins) -> Iterator[Value]:
    accepted = {name: at for at, layer in enumerate(layers) for name in layer.accept}
    for key, names in (("ignore", ignored(layers)), ("accept", accepted)):
        places = sorted(set(names.values()))
        from_where = tuple(origins.of(layers, at, key) for at in places)
        yield Value(key, list(names), from_where or (Origin(),))


def _severities(
    layers: Sequence[Layer], origins: _Origins, rulebook: "Rulebook"
) -> Iterator[Value]:
    """Yield the entries that give any rule its severity."""
    entries = {(each.layer, each.name): each.word for each in severities(layers, rulebook).values()}
    for (at, name), word in sorted(entries.items()):
        key = f"severity.{name}"
        yield Value(key, word, (origins.of(layers, at, key),))


def _options(layers: Sequence[Layer], origins: _Origins) -> Iterator[Value]:
    """Yield the options that are changed, as they were written; tables join by entry."""
    found: dict[str, tuple[Any, tuple[Origin, ...]]] = {}
    for at, layer in enumerate(layers):
        for rule, changed in layer.options.items():
            for option, value in json.loads(changed).items():
                key = f"rules.{rule}.{option}"
                here = (origins.of(layers, at, key),)
                before, from_where = found.get(key, (None, ()))
                table = _as_table(value)
                if table is None:
                    found[key] = (value, here)
                else:
                    found[key] = ({**(before or {}), **table}, (*from_where, *here))
    for key, (value, from_where) in found.items():
        yield Value(key, value, from_where)


def _as_table(plain: Any) -> dict[str, Any] | None:  # noqa: ANN401 -- plain data
    """Return a table that is kept as a list of keys and values."""
    if not isinstance(plain, list) or not all(isinstance(each, list) for each in plain):
        return None
    return {str(key): value for key, value in plain}


def _rule_pages(fits: Fitting, asked: Asked, origins: _Origins) -> Value:
    configuration = fits.configuration
    key, folders, from_where = "rule-pages", [str(each) for each in asked.folders], []
    if configuration is not None and configuration.rule_pages:
        folders = [*configuration.rule_pages, *folders]
        from_where.append(origins.in_file(configuration.lines, key))
    if asked.folders:
        from_where.append(Origin(COMMAND_LINE))
    return Value(key, folders, tuple(from_where) or (Origin(),))


def _of_the_file(fits: Fitting, origins: _Origins) -> Iterator[Value]:
    configuration = fits.configuration
    if configuration is None:
        return
    lines = configuration.lines
    yield Value("exclude", list(configuration.exclude), (origins.in_file(lines, "exclude"),))
    yield Value("baseline", configuration.baseline, (origins.in_file(lines, "baseline"),))
    for entry in fits.silence_entries():
        value = {"rule": entry.rule, "quote": entry.quote, "reason": entry.reason}
        line = int(entry.place.rpartition(":")[2])
        yield Value("silence", value, (Origin(FILE, configuration.path, line),))
