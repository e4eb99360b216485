"""The JSON Schema of a configuration, with which editors complete and check it."""

from typing import Any

from checker.checks import find_check
from checker.config.models import ConfigurationTable
from checker.rulebook import Rule, Rulebook
from checker.rulebook.options import validator
from checker.rulebook.profiles import PROFILES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SEVERITIES = ["error", "warning", "info", "off"]


def configuration_schema(rulebook: Rulebook) -> dict[str, Any]:
    """Return the JSON Schema, with the names and options of the rules of a rule book.

    House rules are allowed beside them: an editor does not know them.
    """
    tables = ConfigurationTable.model_json_schema(by_alias=True)
    schema: dict[str, Any] = _plain(tables)
    definitions: dict[str, Any] = schema.pop("$defs")
    names = [*rulebook.families, *(rule.name for rule in rulebook.rules)]
    definitions |= {
        "profile": {"anyOf": [{"enum": list(PROFILES)}, {"type": "string"}]},
        "name": {"anyOf": [{"enum": names}, {"type": "string"}]},
        "rule": {"anyOf": [{"enum": [rule.name for rule in rulebook.rules]}, {"type": "string"}]},
        "severity": {
            "type": "object",
            "properties": {name: {"enum": _SEVERITIES} for name in names},
            "additionalProperties": {"enum": _SEVERITIES},
        },
        "rules": {
            "type": "object",
            "properties": {rule.name: _options(rule) for rule in rulebook.rules},
            "additionalProperties": {"type": "object"},
        },
    }
    for table in (schema, definitions["OverrideTable"]):
        properties = table["properties"]
        _refer(properties["profile"], "profile")
        _refer(properties["select"]["items"], "name")
        _refer(properties["ignore"]["items"], "name")
        _refer(properties["severity"], "severity")
        _refer(properties["rules"], "rules")
    _refer(definitions["SilenceTable"]["properties"]["rule"], "rule")
    return {"$schema": _DIALECT, "title": "mandatelint", **schema, "$defs": definitions}


def _refer(schema: dict[str, Any], definition: str) -> None:
    """Put a definition in the place of what a schema says, its description aside."""
    for key in [key for key in schema if key != "description"]:
        del schema[key]
    schema["$ref"] = f"#/$defs/{definition}"


def _options(rule: Rule) -> dict[str, Any]:
    """Return what may be changed of a rule: no option need be given."""
    check = find_check(rule.check)
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False}
    if check is not None and check.options is not None:
        schema = {"additionalProperties": False, **_plain(validator(check.options).json_schema())}
        schema.pop("required", None)
    return {**schema, "description": rule.summary}


def _plain(schema: Any) -> Any:  # noqa: ANN401 -- a JSON Schema
    """Leave out titles and defaults, which say nothing, and null, which TOML does not have."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "properties" in schema:
        properties = {name: _plain(each) for name, each in schema["properties"].items()}
        schema = {**schema, "properties": properties}
        rest = {key: each for key, each in schema.items() if key != "properties"}
        return {**_plain(rest), "properties": properties}
    kept = {key: _plain(each) for key, each in schema.items() if key not in {"title", "default"}}
    choices = [each for each in kept.get("anyOf", ()) if each != {"type": "null"}]
    if "anyOf" in kept and len(choices) == 1:
        del kept["anyOf"]
        kept |= choices[0]
    return kept
