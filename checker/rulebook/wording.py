"""Putting values into the sentences of a rule page.

A placeholder is ``{name}``: no attribute, no format, and no way to write a brace.
"""

from collections.abc import Mapping
from functools import lru_cache

from checker.patterns import lazy

_PLACEHOLDER = lazy(r"\{([a-z][a-z_]*)\}")


class WordingError(Exception):
    """A sentence has a placeholder for which the check gave no value."""


def template_fault(template: str) -> str | None:
    """Return what is wrong with the braces of a sentence, or None."""
    if not template.strip():
        return "the text is empty"
    rest = _PLACEHOLDER.sub("", template)
    if "{" in rest or "}" in rest:
        return f'a placeholder is written {{name}}, in small letters: "{template}"'
    return None


def placeholders(template: str) -> list[str]:
    """Return the names in the braces of a sentence."""
    return list(_cut(template)[1::2])


def missing_values(template: str, values: Mapping[str, object]) -> list[str]:
    """Return the placeholders of a sentence that have no value."""
    return [name for name in _cut(template)[1::2] if name not in values]


def fill(template: str, values: Mapping[str, object]) -> str:
    """Return a sentence with its values.

    Raises:
        WordingError: a value is missing.
    """
    if missing := missing_values(template, values):
        message = f'no value for {{{missing[0]}}} in "{template}"'
        raise WordingError(message)
    words = list(_cut(template))
    words[1::2] = [str(values[name]) for name in words[1::2]]
    return "".join(words)


# A rule book has a few hundred sentences, and each is filled for every finding of its rule.
@lru_cache(maxsize=1024)
def _cut(template: str) -> tuple[str, ...]:
    """Return a sentence cut at its placeholders: words and names in turn, words first and last."""
    return tuple(_PLACEHOLDER.split(template))
