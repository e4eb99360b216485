"""Texts that make a pattern work as hard as it can, read off the pattern itself.

What makes a search slow is something that repeats: a run that is scanned from each of its places,
or a repeated stretch that almost matches. So each repetition of a pattern is pumped up, alone and
with the words that lead to it, and each form of the whole pattern is repeated, whole and with its
end cut off.
"""

import importlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

# The parse tree of a pattern has no public name; the module is the same from Python 3.11 on.
_parser: Any = importlib.import_module("re._parser")
_constants: Any = importlib.import_module("re._constants")

_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_CATEGORIES = {"DIGIT": "1", "SPACE": " ", "WORD": "a"}
_OTHERS = {"DIGIT": "a", "SPACE": "a", "WORD": " "}
_TRIED = "a1A ,.;:(/-\n'"
_MANY = 8
_MOST_FORMS = 12
_ALWAYS = (" ", "a", "A", "1", "(", ".", "-", "a ", "Aa ", "1 ", "A, ")

Tree = Sequence[tuple[Any, Any]]


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return what a slow text begins with, and what is repeated after it."""
    tree: Tree = list(_parser.parse(pattern.pattern, pattern.flags))
    found = [("", text) for text in _ALWAYS]
    for form in _forms(tree):
        found += [("", form), ("", form[:-1]), ("", f"{form} ")]
    for before, pump in _pumps(tree, ""):
        found += [("", pump), (before, pump), ("", before + pump)]
    return [attack for attack in dict.fromkeys(found) if attack[1]]


def _forms(tree: Tree) -> list[str]:
    """Return texts for a tree, one for each of its alternatives, the others held still."""
    found = [""]
    for operation in tree:
        options = _options(operation)
        first = found[0]
        found = [
            first + options[0],
            *(first + option for option in options[1:]),
            *(form + options[0] for form in found[1:]),
        ][:_MOST_FORMS]
    return found


def _options(operation: tuple[Any, Any]) -> list[str]:
    name, value = str(operation[0]), operation[1]
    if name == "BRANCH":
        return [form for branch in value[1] for form in _forms(branch)][:_MOST_FORMS]
    if name == "SUBPATTERN":
        return _forms(value[3])
    if name == "ATOMIC_GROUP":
        return _forms(value)
    if name in _REPEATS:
        least, most, body = value
        times = least if least or most > 1 else 1
        return [form * times for form in _forms(body)]
    return [_character(name, value)]


def _character(name: str, value: Any) -> str:  # noqa: ANN401 -- as the parser has it
    if name == "LITERAL":
        return chr(value)
    if name == "NOT_LITERAL":
        return "b" if value == ord("a") else "a"
    if name == "ANY":
        return "a"
    return next(_members(value), "a") if name == "IN" else ""


def _members(members: Tree) -> Iterator[str]:
    """Yield characters of a set, one for each of its parts."""
    first, *rest = members
    if str(first[0]) == "NEGATE":
        yield from (one for one in _TRIED if not any(_holds(member, one) for member in rest))
        return
    for name, value in members:
        if str(name) == "LITERAL":
            yield chr(value)
        elif str(name) == "RANGE":
            yield chr(value[0])
        else:
            category = str(value).removeprefix("CATEGORY_")
            negated = category.startswith("NOT_")
            yield (_OTHERS if negated else _CATEGORIES)[category.removeprefix("NOT_")]


def _holds(member: tuple[Any, Any], character: str) -> bool:
    name, value = str(member[0]), member[1]
    if name == "LITERAL":
        return chr(value) == character
    if name == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    category = str(value).removeprefix("CATEGORY_")
    holds = {
        "DIGIT": character.isdigit(),
        "SPACE": character.isspace(),
        "WORD": character.isalnum() or character == "_",
    }
    return not holds[category[4:]] if category.startswith("NOT_") else holds[category]


def _pumps(tree: Tree, before: str) -> Iterator[tuple[str, str]]:
    """Yield each text that a pattern lets repeat, after the text that leads to it."""
    for place, (operation, value) in enumerate(tree):
        name = str(operation)
        lead = before + _forms(tree[:place])[0]
        if name in _REPEATS:
            _, most, body = value
            if most is _constants.MAXREPEAT or most >= _MANY:
                yield from ((lead, form) for form in _forms(body))
                if len(body) == 1 and str(body[0][0]) == "IN":
                    yield from ((lead, character) for character in _members(body[0][1]))
            yield from _pumps(body, lead)
        elif name == "SUBPATTERN":
            yield from _pumps(value[3], lead)
        elif name == "ATOMIC_GROUP":
            yield from _pumps(value, lead)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _pumps(branch, lead)
        elif name in {"ASSERT", "ASSERT_NOT"}:
            yield from _pumps(value[1], lead)
