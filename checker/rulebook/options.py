"""Validating the options of a check, which a rule page and a configuration may give."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, get_type_hints

from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, core_schema

from checker.checks import Check
from checker.nearest import did_you_mean
from checker.records import Record, fields_of
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
    known = fields_of(check.options) or ()
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
        options: object = validator(check.options).validate_json(as_json(given), strict=True)
    except ValidationError as error:
        raise OptionsError(refusals(error, known=lambda _: known)) from None
    return options


def validator(kind: type[Any]) -> TypeAdapter[Any]:
    """Return what validates the options of a check, a record or, of a plug-in, a dataclass."""
    described: Any = Annotated[kind, _AsTable] if issubclass(kind, Record) else kind
    return TypeAdapter(described)


class _AsTable:
    """Tells pydantic how a record is made of a table: as a dataclass is that forbids more keys."""

    @staticmethod
    def __get_pydantic_core_schema__(
        kind: type[Record], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        types, defaults = get_type_hints(kind), kind.record_defaults
        fields = []
        for name in kind.record_fields:
            schema = handler.generate_schema(types[name])
            if name in defaults:
                schema = core_schema.with_default_schema(schema, default=defaults[name])
            fields.append(core_schema.dataclass_field(name, schema))
        return core_schema.dataclass_schema(
            kind,
            core_schema.dataclass_args_schema(kind.__name__, fields, extra_behavior="forbid"),
            list(kind.record_fields),
            post_init=hasattr(kind, "__post_init__"),
            slots=True,
        )
