"""Rules as bytes and back: what a run needs of them, without their pages."""

import json
from collections.abc import Iterable
from typing import Any

from checker.findings import Severity
from checker.rulebook.given import Given
from checker.rulebook.rule import Rule


def rules_as_data(rules: Iterable[Rule]) -> bytes:
    """Return rules as JSON.

    Raises:
        TypeError: options of a plug-in hold what JSON cannot.
    """
    rows = [
        [
            rule.name,
            rule.family,
            rule.path,
            rule.check,
            {stage: str(severity) for stage, severity in rule.severities.items()},
            rule.default,
            rule.profiles,
            rule.unless,
            dict(rule.messages),
            dict(rule.helps),
            dict(rule.related),
            dict(rule.fixes),
            rule.given.data,
            rule.summary,
        ]
        for rule in rules
    ]
    return json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass")


def rules_from_data(content: bytes) -> tuple[Rule, ...] | None:
    """Return the rules that :func:`rules_as_data` wrote; None where it did not write them."""
    try:
        return tuple(map(_rule, json.loads(content.decode("utf-8", "surrogatepass"))))
    except (ValueError, TypeError, AttributeError):
        return None


def _rule(row: list[Any]) -> Rule:
    name, family, path, check, severities, default, profiles, unless, *texts, given, summary = row
    messages, helps, related, fixes = texts
    return Rule(
        name=name,
        family=family,
        path=path,
        check=check,
        severities={stage: Severity(word) for stage, word in severities.items()},
        default=default,
        profiles=tuple(profiles),
        unless=tuple(unless),
        messages=messages,
        helps=helps,
        related=related,
        fixes=fixes,
        given=Given.from_data(check, given),
        summary=summary,
    )
