"""Validating the options of a check, which a rule page and a configuration may give."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter, ValidationError

from checker.checks import Check
from checker.nearest import did_you_mean
from checker.validation.words import Refusal, as_json, refusals


class OptionsError(Exception):
    """The options of a check are not as they must be.

    Attributes:
        refusals: what is wrong with them; the paths begin below the table of options.
    """

    def __init__(self, found: Sequence[Refusal]) -> None:
        """Keep what is wrong for whoever knows where it stands."""
        super().__init__(found)
        self.refusals = tuple(found)


def validate_options(check: Check, given: Mapping[str, Any]) -> object | None:
    """Return the options of a check, None for one that has none.

    Args:
        check: the check.
        given: its options as parsed from TOML.

    Raises:
        OptionsError: an option is unknown, missing, or of the wrong type.
    """
    if check.options is None:
        if given:
            raise OptionsError([Refusal((), f'the check "{check.name}" has no options')])
        return None
    known = [field.name for field in fields(check.options)]
    # A plug-in may forget to forbid what it does not know.
    unknown = [
        Refusal((key,), f'the check "{check.name}" has no option "{key}"{hint}', at_key=True)
        for key in given
        if key not in known
        for hint in [did_you_mean(key, known)]
    ]
    if unknown:
        raise OptionsError(unknown)
    try:
        options: object = TypeAdapter(check.options).validate_json(as_json(given), strict=True)
    except ValidationError as error:
        raise OptionsError(refusals(error, known=lambda _: known)) from None
    return options
