"""Mistyped names, and the known ones that are perhaps meant."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is nearest to a mistyped one, or None."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only mistakes need it

    # Names are written in small letters; a capital is the smallest of slips.
    spelt = {each.lower(): each for each in known}
    found = get_close_matches(name.lower(), spelt, n=1)
    return spelt[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return ': did you mean "..."?' for a mistyped name, or what is said where none is near."""
    return question(nearest(name, known), otherwise)


def question(meant: str | None, otherwise: str = "") -> str:
    """Return ': did you mean "..."?' for a name that was found, or what is said without one."""
    return f': did you mean "{meant}"?' if meant else otherwise
