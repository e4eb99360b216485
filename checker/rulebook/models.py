"""Validating the front matter of rule pages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from checker.checks import CheckError, find_check, registered
from checker.findings import Severity
from checker.nearest import did_you_mean
from checker.rulebook.given import Given
from checker.rulebook.options import OptionsError, validate_options
from checker.rulebook.page import read_page
from checker.rulebook.profiles import PROFILES, STAGES
from checker.rulebook.rule import Rule, RulebookError
from checker.rulebook.wording import placeholders, template_fault
from checker.validation.places import Places
from checker.validation.toml import TomlError, read_toml
from checker.validation.words import Refusal, as_json, refusals

SeverityWord = Literal["error", "warning", "info"]

_FRONT_START = 2
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
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
    try:
        data, places = read_toml(page.front, first_line=_FRONT_START)
    except TomlError as error:
        raise RulebookError(path, error.place.line, error.message) from None
    front = _front_matter(data, path, places)
    _check_wording(front, path, places)
    options = _options(front, data, path, places)
    _check_sayable(front, path, places)
    _check_profiles(front.profiles, path, places)
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
        given=Given(front.check, options),
        summary=page.summary,
        page_text=text,
    )


def _front_matter(data: dict[str, Any], path: str, places: Places) -> FrontMatter:
    try:
        return FrontMatter.model_validate_json(as_json(data))
    except ValidationError as error:
        found = refusals(error, known=lambda _: FrontMatter.model_fields, expected=_EXPECTED)
        raise _first(found, path, places) from None


def _options(
    front: FrontMatter, data: Mapping[str, Any], path: str, places: Places
) -> object | None:
    try:
        check = find_check(front.check)
    except CheckError as error:
        raise RulebookError(path, places.line(("check",)), str(error)) from None
    if check is None:
        message = f'there is no check "{front.check}"{did_you_mean(front.check, registered())}'
        raise RulebookError(path, places.line(("check",)), message)
    try:
        return validate_options(check, front.options)
    except OptionsError as error:
        # Without a table of options, what is missing is missing at the check that asks for it.
        table = ("options",) if "options" in data else ("check",)
        found = [replace(each, path=(*table, *each.path)) for each in error.refusals]
        raise _first(found, path, places) from None


def _first(found: Sequence[Refusal], path: str, places: Places) -> RulebookError:
    """Return the fault that comes first in the page; a missing key may only be a mistyped one."""
    first = min(found, key=lambda each: (each.missing, places.line(each.path)))
    return RulebookError(path, places.line(first.path), first.message)


def _severities(severity: SeverityWord | SeverityByStage) -> dict[str, Severity]:
    if isinstance(severity, str):
        return {stage: Severity(severity) for stage in STAGES}
    final = Severity(severity.final)
    negotiation = Severity(severity.negotiation) if severity.negotiation else final
    return {"negotiation": negotiation, "final": final}


def _by_case(texts: str | dict[str, str]) -> dict[str, str]:
    return {"": texts} if isinstance(texts, str) else texts


def _check_wording(front: FrontMatter, path: str, places: Places) -> None:
    """Refuse sentences whose placeholders cannot be read."""
    if not front.message:
        raise RulebookError(path, places.line(("message",)), "message must be " + _TEXTS)
    for key, by_case in _sentences(front).items():
        for case, text in by_case.items():
            if fault := template_fault(text):
                raise RulebookError(path, places.line((key, case)), f"{key}: {fault}")


def _sentences(front: FrontMatter) -> dict[str, dict[str, str]]:
    """Return the sentences of a page by key, and those of a key by case or role."""
    return {
        "message": _by_case(front.message),
        "help": _by_case(front.help),
        "related": front.related,
        "fix": _by_case(front.fix),
    }


def _check_sayable(front: FrontMatter, path: str, places: Places) -> None:
    """Refuse sentences for what the check does not tell, where it declares what it tells."""
    check = find_check(front.check)
    if check is None or check.says is None:
        return
    values, roles = check.says.values, check.says.roles
    every = list(dict.fromkeys(name for names in values.values() for name in names))
    for key, by_case in _sentences(front).items():
        kind, known = ("role", roles) if key == "related" else ("case", tuple(values))
        for case, text in by_case.items():
            line = places.line((key, case))
            if case and case not in known:
                message = f'the check "{check.name}" has no {kind} "{case}"'
                hint = did_you_mean(case, filter(None, known))
                raise RulebookError(path, line, f"{key}: {message}{hint}")
            given = values.get(case, every)
            for name in placeholders(text):
                if name not in given:
                    message = f'the check "{check.name}" gives no value "{name}"'
                    hint = did_you_mean(name, given) or f": it gives {', '.join(given)}"
                    raise RulebookError(path, line, f"{key}: {message}{hint}")


def _check_profiles(globs: Sequence[str], path: str, places: Places) -> None:
    """Refuse a pattern that no profile fits: the rule would never run."""
    for glob in globs:
        if not any(fnmatchcase(profile, glob) for profile in PROFILES):
            message = f'no profile fits "{glob}"{did_you_mean(glob, PROFILES)}'
            raise RulebookError(path, places.line(("profiles",)), message)
