"""With which characters a text may begin that fits a regular expression.

The "first set" of compilers, taken from the parsed form of the expression. A parser that knows it
tries only the few words that can stand at a place.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

_ASCII = frozenset(map(chr, range(128)))
_Found = tuple[frozenset[str], bool, bool]
# Nothing is taken; what follows decides.
_EMPTY: _Found = (frozenset(), False, True)
_ANY: _Found = (_ASCII, True, False)


class _UnknownError(Exception):
    """A construct whose beginnings are not worked out."""


def beginnings(pattern: str) -> tuple[str, bool] | None:
    """Return the ASCII characters with which a fitting text may begin, and if others may.

    Returns:
        The characters in order and whether one beyond ASCII may begin it; None where that is not
        known. Nothing that fits is ever left out; what cannot fit may be in it.
    """
    try:
        from re import _parser  # noqa: PLC0415 -- its names are private
    except ImportError:
        return None
    parsed = _parser.parse(pattern)
    try:
        first, wide, empty = _sequence(parsed)
    except _UnknownError:
        return None
    return None if empty or parsed.state.flags & 2 else ("".join(sorted(first)), wide)


def _sequence(parts: Iterable[tuple[Any, Any]]) -> _Found:
    first: frozenset[str] = frozenset()
    wide = False
    for part in parts:
        more, more_wide, empty = _part(str(part[0]), part[1])
        first |= more
        wide = wide or more_wide
        if not empty:
            return first, wide, False
    return first, wide, True


def _part(name: str, value: Any) -> _Found:  # noqa: ANN401 -- what the library parsed
    match name:
        case "LITERAL":
            return _literal(value)
        case "NOT_LITERAL":
            return _ASCII - {chr(value)}, True, False
        case "ANY":
            return _ANY
        case "IN":
            return _members(value)
        case "BRANCH":
            branches = [_sequence(branch) for branch in value[1]]
            return (
                frozenset().union(*(first for first, _, _ in branches)),
                any(wide for _, wide, _ in branches),
                any(empty for _, _, empty in branches),
            )
        case "SUBPATTERN":
            if value[1]:
                raise _UnknownError
            return _sequence(value[3])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            first, wide, empty = _sequence(value[2])
            return first, wide, empty or value[0] == 0
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _EMPTY
    raise _UnknownError


def _literal(code: int) -> _Found:
    return (frozenset(chr(code)), False, False) if code < 128 else (frozenset(), True, False)


def _members(items: Iterable[tuple[Any, Any]]) -> _Found:
    inside: set[str] = set()
    wide = negated = False
    for operation, value in items:
        match str(operation):
            case "NEGATE":
                negated = True
            case "LITERAL":
                first, beyond, _ = _literal(value)
                inside |= first
                wide = wide or beyond
            case "RANGE":
                inside |= {chr(code) for code in range(value[0], min(value[1], 127) + 1)}
                wide = wide or value[1] > 127
            case "CATEGORY":
                inside |= _category(str(value))
                wide = True
            case _:
                raise _UnknownError
    return (_ASCII - inside, True, False) if negated else (frozenset(inside), wide, False)


@cache
def _category(name: str) -> frozenset[str]:
    tests = {
        "CATEGORY_DIGIT": str.isdigit,
        "CATEGORY_SPACE": str.isspace,
        "CATEGORY_WORD": lambda character: character.isalnum() or character == "_",
    }
    positive = name.replace("_NOT_", "_")
    if positive not in tests:
        raise _UnknownError
    found = frozenset(filter(tests[positive], _ASCII))
    return found if positive == name else _ASCII - found
