"""The run behind ``mandatelint config show``: the values that hold for a draft."""

import json
import os
from collections.abc import Sequence
from typing import Any

from checker.cli.baselines import Baselines
from checker.cli.configuring import BrokenConfiguration, load_pages
from checker.cli.terminal import say
from checker.config import Asked, ConfigurationError, Configurations, Resolved
from checker.config.showing import OVERRIDE, Origin, Value, values_for
from checker.report.columns import visible
from checker.report.paths import from_here

_BASELINE = "baseline"
_DETECTED = {
    "profile": "detected",
    "stage": "detected",
    "date": "from the header",
    "select": "all rules",
    _BASELINE: "none",
}
_WIDEST = 60


def show_values(path: str, asked: Asked, *, output_format: str) -> None:
    """Write what holds for a draft or for the drafts of a folder, as "text" or "json".

    Raises:
        click.ClickException: a rule page cannot be used, or the configuration is broken.
    """
    configurations = Configurations(asked)
    load_pages(configurations)
    draft = os.path.join(path, "-") if os.path.isdir(path) else path
    try:
        resolved = configurations.resolve(draft)
        fits = configurations.fitting(draft)
    except ConfigurationError as error:
        raise BrokenConfiguration(error) from error
    found = resolved.configuration
    file = None if found is None else found.path
    values = _with_baseline(values_for(fits, asked, resolved.rulebook), resolved)
    is_page = os.path.isfile(path) and configurations.is_rule_page(path)
    excluded = is_page or configurations.excludes(path, is_folder=os.path.isdir(path))
    if output_format == "json":
        say(json.dumps(_as_json(path, file, values, excluded=excluded), indent=2))
        return
    say(visible(f"{path}: {'no configuration' if file is None else file}"))
    if excluded:
        by = "as a page of rules" if is_page else 'by "exclude"'
        say(f"left out {by}, unless it is named by itself")
    for line in _table(values):
        say(line)


def _with_baseline(values: Sequence[Value], resolved: Resolved) -> Sequence[Value]:
    """Return the values with the baseline that is used where none is named, if it is there."""
    used = Baselines().file(resolved)
    if resolved.baseline is not None or not os.path.exists(used):
        return values
    others = [each for each in values if each.key != _BASELINE]
    at = next((at for at, each in enumerate(values) if each.key == _BASELINE), len(values))
    return [*others[:at], Value(_BASELINE, from_here(used), (Origin(),)), *others[at:]]


def _as_json(
    path: str, file: str | None, values: Sequence[Value], *, excluded: bool
) -> dict[str, Any]:
    return {
        "version": 1,
        "path": path,
        "configuration": file,
        "excluded": excluded,
        "values": [
            {
                "key": each.key,
                "value": each.value,
                "origins": [_origin_as_json(origin) for origin in each.origins],
            }
            for each in values
        ],
    }


def _origin_as_json(origin: Origin) -> dict[str, Any]:
    if not origin.path:
        return {"kind": origin.kind}
    found = {"kind": origin.kind, "path": origin.path, "line": origin.line}
    return {**found, "paths": list(origin.paths)} if origin.kind == OVERRIDE else found


def _table(values: Sequence[Value]) -> list[str]:
    rows = [(each.key, _written(each), ", ".join(map(_where, each.origins))) for each in values]
    first = max(len(key) for key, _, _ in rows)
    second = min(max(len(value) for _, value, _ in rows), _WIDEST)
    return [f"{key:{first}}  {visible(value):{second}}  {where}" for key, value, where in rows]


def _written(value: Value) -> str:
    """Return a value as it would be written, or what happens where it is not set."""
    if value.value is None:
        return _DETECTED[value.key]
    if value.key == "date":
        return str(value.value)
    return _toml(value.value)


def _toml(value: Any) -> str:  # noqa: ANN401 -- what JSON holds
    if isinstance(value, dict):
        entries = (f"{_toml_key(key)} = {_toml(each)}" for key, each in value.items())
        return f"{{ {', '.join(entries)} }}"
    return json.dumps(value, ensure_ascii=False)


def _toml_key(key: str) -> str:
    """Return a key as TOML has it: letters, digits, "-" and "_" need no quotation marks."""
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else _toml(key)


def _where(origin: Origin) -> str:
    if not origin.path:
        return origin.kind
    place = f"{origin.path}:{origin.line}"
    return f"{place} (for {', '.join(origin.paths)})" if origin.kind == OVERRIDE else place
