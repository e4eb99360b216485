"""Reading a configuration: TOML, validated, as plain values; or all that is wrong with it."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.cache.plain import to_plain
from checker.config.configuration import Configuration, ConfigurationError, Fault, Layer
from checker.config.files import FILES, TABLE
from checker.permissions import SilenceEntry
from checker.reader import as_path
from checker.reasons import reason_of
from checker.records import fields_of
from checker.rulebook import Rulebook, RulebookError
from checker.validation.places import Place, Places
from checker.validation.toml import TomlError, read_toml

RulebookFor = Callable[[Sequence[str]], Rulebook]
"""Loads the rule book with the pages of some folders; raises a RulebookError."""

_OF_THE_FILE = ("rule-pages", "exclude", "baseline")

_Step = tuple[str | int, ...]


def shown_path(path: str) -> str:
    """Return how a file is named to a person: from the current folder where it stands below it."""
    absolute = os.path.abspath(path)
    below = os.path.relpath(absolute) if _same_drive(absolute) else absolute
    return absolute if below.startswith("..") else below


def _same_drive(path: str) -> bool:
    return os.path.splitdrive(path)[0] == os.path.splitdrive(os.path.abspath("."))[0]


def load_configuration(path: str, rulebook_for: RulebookFor) -> Configuration:
    """Read a configuration.

    Args:
        path: the file.
        rulebook_for: loads the rule book with its house pages; its rules must know every name.

    Raises:
        ConfigurationError: it cannot be read, or something in it is wrong; all of it is named.
    """
    shown = shown_path(path)
    text = _read(path, shown)
    try:
        data, places = read_toml(text)
    except TomlError as error:
        raise ConfigurationError(shown, (_fault(error.message, error.place),)) from None
    root: _Step = ()
    if os.path.basename(path) == FILES[-1]:
        root = TABLE
        tool = data.get(TABLE[0])
        table = tool.get(TABLE[1]) if isinstance(tool, dict) else None
        if not isinstance(table, dict):
            fault = Fault(f"there is no table [{'.'.join(TABLE)}]")
            raise ConfigurationError(shown, (fault,))
        data = table
    return _Loader(shown, str(Path(path).absolute().parent), data, places, root).load(rulebook_for)


def _read(path: str, shown: str) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f'not UTF-8 at offset {error.start}: save it again in the encoding "UTF-8"'
    except FileNotFoundError:
        message = "no such file"
    except OSError as error:
        message = f"cannot be read: {reason_of(error, 'read')}"
    raise ConfigurationError(shown, (Fault(message),)) from None


def _fault(message: str, place: Place) -> Fault:
    return Fault(message, place.line, place.text, place.start, place.end)


class _Loader:
    """One configuration on its way from parsed TOML to plain values."""

    def __init__(
        self, shown: str, folder: str, data: dict[str, Any], places: Places, root: _Step
    ) -> None:
        self._shown = shown
        self._folder = folder
        self._data = data
        self._places = places
        self._root = root
        self._faults: list[Fault] = []

    def load(self, rulebook_for: RulebookFor) -> Configuration:
        # ruff: noqa: PLC0415 -- pydantic takes long to import
        from checker.config.models import validated

        rulebook = self._rulebook(rulebook_for)
        tables = validated(self._data, rulebook)
        options = dict(self._options(rulebook))
        if isinstance(tables, list):
            for refusal in tables:
                self._refuse(refusal.path, refusal.message, at_key=refusal.at_key)
        if self._faults or isinstance(tables, list):
            faults = sorted(set(self._faults), key=lambda each: (each.line, each.start))
            raise ConfigurationError(self._shown, tuple(faults))
        return Configuration(
            path=self._shown,
            folder=self._folder,
            top=self._layer(tables, (), options),
            overrides=tuple(
                self._layer(each, ("overrides", at), options).replaced(paths=each.paths)
                for at, each in enumerate(tables.overrides)
            ),
            rule_pages=tables.rule_pages,
            exclude=tables.exclude,
            baseline=tables.baseline,
            silences=tuple(
                SilenceEntry(
                    rule=each.rule,
                    quote=each.quote,
                    reason=each.reason,
                    address=each.address,
                    path=each.path or "",
                    place=f"{self._shown}:{self._line(('silence', at))}",
                )
                for at, each in enumerate(tables.silence)
            ),
            lines=self._lines((), [key for key in _OF_THE_FILE if key in self._data]),
        )

    def _rulebook(self, rulebook_for: RulebookFor) -> Rulebook:
        """Load the rules with the house pages.

        Raises:
            ConfigurationError: a page or folder cannot be used. Nothing else is told then, as it
                is not known which rules there are.
        """
        written = self._data.get("rule-pages")
        listed = written if isinstance(written, list) else []
        folders = {
            at: as_path(os.path.join(self._folder, each))
            for at, each in enumerate(listed)
            if isinstance(each, str)
        }
        try:
            return rulebook_for([*folders.values()])
        except RulebookError as error:
            page = Path(error.path)
            place = next((at for at, each in folders.items() if page.is_relative_to(each)), 0)
            self._refuse(("rule-pages", place), str(error), at_key=False)
            raise ConfigurationError(self._shown, tuple(self._faults)) from error

    def _options(self, rulebook: Rulebook) -> Iterator[tuple[tuple[_Step, str], str]]:
        """Yield what is changed of the options of rules, by the table that says it and the rule.

        Options are tried as they will be: over those of the page.
        """
        for table in self._tables():
            rules = _at(self._data, (*table, "rules"))
            for name, given in rules.items() if isinstance(rules, dict) else ():
                if isinstance(given, dict) and rulebook.get(name) is not None:
                    changed = self._changed(rulebook, (*table, "rules", name), name, given)
                    yield (table, name), changed

    def _tables(self) -> Iterator[_Step]:
        yield ()
        overrides = self._data.get("overrides")
        for at in range(len(overrides) if isinstance(overrides, list) else 0):
            yield ("overrides", at)

    def _changed(
        self, rulebook: Rulebook, table: _Step, name: str, given: Mapping[str, Any]
    ) -> str:
        from checker.checks import find_check
        from checker.rulebook.options import OptionsError, validate_options

        rule = rulebook.get(name)
        assert rule is not None
        check = find_check(rule.check)
        assert check is not None
        of_page = {} if rule.options is None else _as_parsed(rule.options)
        merged = dict(of_page)
        for key, value in given.items():
            before = of_page.get(key)
            if isinstance(before, Mapping) and isinstance(value, Mapping):
                merged[key] = {**before, **value}
            else:
                merged[key] = value
        try:
            options = validate_options(check, merged)
        except OptionsError as error:
            for refusal in error.refusals:
                message = refusal.message.replace(f'check "{check.name}"', f'rule "{name}"')
                # Of options that do not go together, the first that is given is to blame.
                path = refusal.path or tuple(given)[:1]
                at_key = refusal.at_key or not refusal.path
                self._refuse((*table, *path), message, at_key=at_key)
            return "{}"
        changed: dict[str, object] = {}
        for key, value in given.items():
            valid = getattr(options, key)
            if isinstance(valid, Mapping):
                valid = {each: one for each, one in valid.items() if str(each) in value}
            changed[key] = to_plain(valid)
        return json.dumps(changed, ensure_ascii=False)

    def _layer(self, tables: Any, table: _Step, options: Mapping[tuple[_Step, str], str]) -> Layer:  # noqa: ANN401 -- importing its type would import pydantic
        keys = tuple(_at(self._data, table))
        return Layer(
            profile=tables.profile,
            stage=tables.stage,
            date=tables.date,
            pedantic=tables.pedantic,
            fail_on=tables.fail_on,
            select=tables.select,
            ignore=tables.ignore,
            accept=tables.accept,
            severity=tables.severity,
            options={name: options[table, name] for name in tables.rules},
            lines=self._lines(table, keys),
        )

    def _lines(self, table: _Step, keys: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for key in keys:
            value = _at(self._data, (*table, key))
            if key not in {"severity", "rules"}:
                found[key] = self._line((*table, key))
                continue
            for name, each in value.items():
                found[f"{key}.{name}"] = self._line((*table, key, name))
                if key == "rules":
                    for option in each:
                        found[f"{key}.{name}.{option}"] = self._line((*table, key, name, option))
        return found

    def _line(self, path: _Step) -> int:
        return self._places.line((*self._root, *path))

    def _refuse(self, path: _Step, message: str, *, at_key: bool = True) -> None:
        where = (*self._root, *path)
        place = self._places.key(where) if at_key else self._places.value(where)
        self._faults.append(_fault(message, place))


def _at(data: Any, path: _Step) -> Any:  # noqa: ANN401 -- parsed TOML
    for step in path:
        if isinstance(data, dict):
            data = data.get(step, {})
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return {}
    return data


def _as_parsed(options: object) -> dict[str, Any]:
    """Return the options of a page as a table of them would be parsed: its keys are texts."""
    values = {name: getattr(options, name) for name in fields_of(type(options)) or ()}
    return {
        name: {str(key): each for key, each in value.items()}
        if isinstance(value, Mapping)
        else value
        for name, value in values.items()
    }
