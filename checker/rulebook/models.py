"""Validating the front matter of rule pages; the only module that imports pydantic."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from fnmatch import fnmatchcase
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from checker.checks import CheckError, find_check, registered
from checker.findings import Severity
from checker.rulebook.errors import RulebookError, did_you_mean
from checker.rulebook.page import read_page
from checker.rulebook.profiles import PROFILES, STAGES
from checker.rulebook.rule import Rule
from checker.rulebook.wording import template_fault

SeverityWord = Literal["error", "warning", "info"]

_FRONT_START = 2
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TOML_PLACE = re.compile(r" \(at line (\d+), column \d+\)")
_TABLE = re.compile(r"\s*\[\s*([\w.\"'\- ]+?)\s*\]\s*(?:#.*)?")
_KEY = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[\w-]+)\s*[=.]")
_TEXT = "a text"
_TEXTS = "a text, or a table of texts by case"
_EXPECTED = {
    "severity": "error, warning or info, or a table of these by stage",
    "default": '"on" or "pedantic"',
    "profiles": "a list of texts",
    "unless": "a list of texts",
    "check": _TEXT,
    "message": _TEXTS,
    "help": _TEXTS,
    "related": "a table of texts by role",
    "fix": _TEXTS,
    "options": "a table",
}
_TYPES = {
    "string_type": _TEXT,
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a table",
    "date_type": "a date",
}


class SeverityByStage(BaseModel):
    """A severity for each stage; that of a final text holds where the other is not given."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    final: SeverityWord
    negotiation: SeverityWord | None = None


class FrontMatter(BaseModel):
    """What the front matter of a rule page may say."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    severity: SeverityWord | SeverityByStage
    check: str
    message: str | dict[str, str]
    default: Literal["on", "pedantic"] = "on"
    profiles: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    help: str | dict[str, str] = {}
    related: dict[str, str] = {}
    fix: str | dict[str, str] = {}
    options: dict[str, Any] = {}


def validate_page(text: str, path: str, family: str, name: str) -> Rule:
    """Make a rule of a page.

    Raises:
        RulebookError: the page is not as it must be; the error names the line and what is meant.
    """
    if not _NAME.fullmatch(name):
        message = f'"{name}" is no name for a rule: small letters and hyphens, like "past-deadline"'
        raise RulebookError(path, None, message)
    page = read_page(text, path, name)
    data = _toml(page.front, path)
    lines = _key_lines(page.front)
    front = _front_matter(data, path, lines)
    _check_wording(front, path, lines)
    _check_profiles(front.profiles, path, lines)
    return Rule(
        name=name,
        family=family,
        path=path,
        check=front.check,
        severities=_severities(front.severity),
        default=front.default,
        profiles=front.profiles,
        unless=front.unless,
        messages=_by_case(front.message),
        helps=_by_case(front.help),
        related=front.related,
        fixes=_by_case(front.fix),
        options=_options(front, path, lines),
        summary=page.summary,
        page=text,
    )


def _toml(front: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(front)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        # An error at the very end of the front matter is not given a line.
        line = int(place.group(1)) if place else max(1, front.count("\n"))
        reason = _TOML_PLACE.sub("", str(error)).removesuffix(" (at end of document)")
        raise RulebookError(path, line + 1, f"not valid TOML: {reason}") from None


def _key_lines(front: str) -> dict[tuple[str, ...], int]:
    """Return the line of the page for every key and table of the front matter."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(front.split("\n"), start=_FRONT_START):
        if heading := _TABLE.fullmatch(line):
            table = tuple(part.strip(" \"'") for part in heading.group(1).split("."))
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key.group(1).strip("\"'")), number)
    return lines


def _line(lines: Mapping[tuple[str, ...], int], place: Sequence[object]) -> int:
    """Return the line of a key or, where it has none, of the table that holds it."""
    names = tuple(str(part) for part in place)
    for length in range(len(names), 0, -1):
        if (line := lines.get(names[:length])) is not None:
            return line
    return 1


def _front_matter(
    data: dict[str, Any], path: str, lines: Mapping[tuple[str, ...], int]
) -> FrontMatter:
    try:
        # Strict JSON takes a list for a tuple, but no text for a number.
        return FrontMatter.model_validate_json(json.dumps(data, default=str))
    except ValidationError as error:
        fault = _first(error, lines, ())
        raise _page_error(fault, path, lines, FrontMatter.model_fields, "") from None


def _options(front: FrontMatter, path: str, lines: Mapping[tuple[str, ...], int]) -> object | None:
    try:
        check = find_check(front.check)
    except CheckError as error:
        raise RulebookError(path, _line(lines, ("check",)), str(error)) from None
    if check is None:
        message = f'there is no check "{front.check}"{did_you_mean(front.check, registered())}'
        raise RulebookError(path, _line(lines, ("check",)), message)
    if check.options is None:
        if front.options:
            message = f'the check "{check.name}" has no options'
            raise RulebookError(path, _line(lines, ("options",)), message)
        return None
    known = [field.name for field in fields(check.options)]
    # A plug-in may forget to forbid what it does not know.
    for key in front.options:
        if key not in known:
            message = f'the check "{check.name}" has no option "{key}"{did_you_mean(key, known)}'
            raise RulebookError(path, _line(lines, ("options", key)), message)
    try:
        data = json.dumps(front.options, default=str)
        options: object = TypeAdapter(check.options).validate_json(data, strict=True)
    except ValidationError as error:
        fault = _first(error, lines, ("options",))
        place = (
            lines if ("options",) in lines else {**lines, ("options",): _line(lines, ("check",))}
        )
        raise _page_error(fault, path, place, known, "options") from None
    return options


def _first(
    error: ValidationError, lines: Mapping[tuple[str, ...], int], table: tuple[str, ...]
) -> ErrorDetails:
    """Return the fault that comes first in the page; a missing key may only be a mistyped one."""
    return min(
        error.errors(),
        key=lambda fault: (
            fault["type"].startswith("missing"),
            _line(lines, (*table, *fault["loc"])),
        ),
    )


def _page_error(
    fault: ErrorDetails,
    path: str,
    lines: Mapping[tuple[str, ...], int],
    known: Sequence[str] | Mapping[str, object],
    table: str,
) -> RulebookError:
    """Put a fault that pydantic found into a sentence about the page."""
    place = (table, *fault["loc"]) if table else fault["loc"]
    key = next((str(part) for part in reversed(fault["loc"]) if isinstance(part, str)), table)
    line = _line(lines, place)
    kind = fault["type"]
    if kind in {"extra_forbidden", "unexpected_keyword_argument"} and len(fault["loc"]) == 1:
        return RulebookError(path, line, f'there is no key "{key}"{did_you_mean(key, known)}')
    if kind.startswith("missing"):
        return RulebookError(path, line, f'the key "{key}" is missing')
    if kind == "value_error":
        return RulebookError(path, line, str(fault["ctx"]["error"]))
    if not table:
        top = str(fault["loc"][0])
        return RulebookError(path, line, f"{top} must be {_EXPECTED[top]}")
    expected = _TYPES.get(kind) or fault.get("ctx", {}).get("expected") or fault["msg"]
    inside = " (in the list)" if isinstance(fault["loc"][-1], int) else ""
    return RulebookError(path, line, f"{key}{inside} must be {expected}".replace("'", '"'))


def _severities(severity: SeverityWord | SeverityByStage) -> dict[str, Severity]:
    if isinstance(severity, str):
        return {stage: Severity(severity) for stage in STAGES}
    final = Severity(severity.final)
    negotiation = Severity(severity.negotiation) if severity.negotiation else final
    return {"negotiation": negotiation, "final": final}


def _by_case(texts: str | dict[str, str]) -> dict[str, str]:
    return {"": texts} if isinstance(texts, str) else texts


def _check_wording(front: FrontMatter, path: str, lines: Mapping[tuple[str, ...], int]) -> None:
    """Refuse sentences whose placeholders cannot be read."""
    if not front.message:
        raise RulebookError(path, _line(lines, ("message",)), "message must be " + _TEXTS)
    texts = {
        "message": _by_case(front.message),
        "help": _by_case(front.help),
        "related": front.related,
        "fix": _by_case(front.fix),
    }
    for key, by_case in texts.items():
        for case, text in by_case.items():
            if fault := template_fault(text):
                raise RulebookError(path, _line(lines, (key, case)), f"{key}: {fault}")


def _check_profiles(globs: Sequence[str], path: str, lines: Mapping[tuple[str, ...], int]) -> None:
    """Refuse a pattern that no profile fits: the rule would never run."""
    for glob in globs:
        if not any(fnmatchcase(profile, glob) for profile in PROFILES):
            message = f'no profile fits "{glob}"{did_you_mean(glob, PROFILES)}'
            raise RulebookError(path, _line(lines, ("profiles",)), message)
