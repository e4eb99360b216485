"""What pydantic finds wrong with a table, in the words of the person who wrote it."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from checker.nearest import did_you_mean

Known = Callable[[Sequence[str | int]], Iterable[str]]

_TYPES = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "dataclass_type": "a table",
    "date_type": "a date",
}
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_KEY = "[key]"
_QUOTED = re.compile("'([^']*)'")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that is wrong with a table.

    Attributes:
        path: the key or value, from the top of the text.
        message: one sentence.
        at_key: whether the key is to blame, or is missing; else its value.
        missing: whether it is not there.
    """

    path: tuple[str | int, ...]
    message: str
    at_key: bool = False
    missing: bool = False


def as_json(data: object) -> str:
    """Return parsed TOML as JSON, in which strict validation takes a list for a tuple."""
    return json.dumps(data, default=str)


def refusals(
    error: ValidationError,
    *,
    known: Known,
    table: Sequence[str | int] = (),
    expected: Mapping[str, str] | None = None,
) -> list[Refusal]:
    """Return what is wrong, in the order in which it was found.

    Args:
        error: what pydantic says.
        known: returns the keys that a table may have, by its path below ``table``.
        table: the path of the table that was validated.
        expected: what a key must be, where the types do not say it well.
    """
    return [_refusal(fault, known, table, expected or {}) for fault in error.errors()]


def _refusal(
    fault: ErrorDetails, known: Known, table: Sequence[str | int], expected: Mapping[str, str]
) -> Refusal:
    place = tuple(part for part in fault["loc"] if part != _KEY)
    path = (*table, *place)
    named = [part for part in path if isinstance(part, str)]
    key = named[-1] if named else ""
    kind = fault["type"]
    if kind in _UNKNOWN:
        message = f'there is no key "{key}"{did_you_mean(key, known(place[:-1]))}'
        return Refusal(path, message, at_key=True)
    if kind.startswith("missing"):
        return Refusal(path, f'the key "{key}" is missing', at_key=True, missing=True)
    if kind == "value_error":
        return Refusal(path, str(fault["ctx"]["error"]), at_key=_KEY in fault["loc"])
    top = str(place[0]) if place else key
    for name in (top, key):
        if name in expected:
            return Refusal(path, f"{name} must be {expected[name]}")
    inside = " (in the list)" if isinstance(path[-1], int) else ""
    return Refusal(path, f"{key}{inside} must be {_expected(fault)}")


def _expected(fault: Mapping[str, Any]) -> str:
    """Return what a value must be and, of words that are given, the one that is perhaps meant."""
    if simple := _TYPES.get(fault["type"]):
        return simple
    words = str(fault.get("ctx", {}).get("expected") or fault["msg"])
    given = fault["input"]
    hint = did_you_mean(given, _QUOTED.findall(words)) if isinstance(given, str) else ""
    return words.replace("'", '"') + hint
