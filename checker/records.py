"""Records: values with named fields, cheap to define and cheap to make.

A draft has hundreds of nodes, spans and mentions, and a run begins by defining what they are. A
frozen dataclass takes a millisecond to define and six times as long to make as a record. To the
type checker a record is a frozen dataclass: no field is ever set again. At run time nothing
forbids it. As with a dataclass, what a record calls ``__post_init__`` looks at a value just made.
"""

import sys
from collections.abc import Callable
from functools import cache, cached_property
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, Self, TypeVar, dataclass_transform

_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True)
class _RecordType(type):
    """Gives each class slots for the fields that it declares, and an ``__init__`` for all."""

    record_fields: tuple[str, ...]
    record_defaults: dict[str, Any]

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> "_RecordType":
        fields = own = _declared(body)
        defaults = {field: body.pop(field) for field in own if field in body}
        for base in bases:
            if isinstance(base, _RecordType):
                fields = tuple(dict.fromkeys((*base.record_fields, *fields)))
                defaults = base.record_defaults | defaults
        # What is worked out at need is kept beside the fields.
        cached = any(isinstance(value, cached_property) for value in body.values())
        slots = (*own, "__dict__") if cached else own
        body |= {"__slots__": slots, "record_fields": fields, "record_defaults": defaults}
        kind = super().__new__(cls, name, bases, body)
        if fields:
            _initialize(kind)
        return kind


def _declared(body: dict[str, Any]) -> tuple[str, ...]:
    """Return the fields that the body of a class declares."""
    if sys.version_info >= (3, 14):
        import annotationlib  # noqa: PLC0415 -- annotations are worked out at need there

        annotate = annotationlib.get_annotate_from_class_namespace(body)
        if annotate is None:
            return ()
        return tuple(
            annotationlib.call_annotate_function(annotate, annotationlib.Format.FORWARDREF)
        )
    return tuple(body.get("__annotations__", ()))


def _initialize(kind: "_RecordType") -> None:
    """Give a class an ``__init__`` as one writes it by hand."""
    fields, defaults = kind.record_fields, kind.record_defaults
    optional = tuple([defaults[field] for field in fields if field in defaults])
    if any(field in defaults for field in fields[: len(fields) - len(optional)]):
        message = f"{kind.__name__}: a field without a default follows one that has a default"
        raise TypeError(message)
    looks = hasattr(kind, "__post_init__")
    code = _pattern(len(fields), looks).replace(
        co_varnames=("self", *fields),
        co_names=(*fields, "__post_init__") if looks else fields,
        co_qualname=f"{kind.__qualname__}.__init__",
    )
    kind.__init__ = FunctionType(code, {}, "__init__", optional)  # type: ignore[misc]


@cache
def _pattern(count: int, looks: bool) -> CodeType:  # noqa: FBT001 -- a fact, not a switch
    """Return the code of an ``__init__`` for so many fields; only their names are missing.

    To compile the code of every class would take a tenth of a short run.
    """
    fields = [f"field_{number}" for number in range(count)]
    lines = [f"def __init__(self, {', '.join(fields)}):"]
    lines += [f"    self.{field} = {field}" for field in fields]
    if looks:
        lines.append("    self.__post_init__()")
    scope: dict[str, FunctionType] = {}
    exec("\n".join(lines), {}, scope)  # noqa: S102 -- of names alone, as dataclasses do
    return scope["__init__"].__code__


class Record(metaclass=_RecordType):
    """A value with the fields that its class declares; equal to another with equal fields."""

    def __eq__(self, other: object) -> bool:
        """Compare with another record of the same class, field by field."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        """Hash all fields."""
        return hash(self._values())

    def __repr__(self) -> str:
        """Write it as the call that makes it."""
        pairs = zip(type(self).record_fields, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        """Travel to another process as its class and its fields."""
        return type(self), self._values()

    def _values(self) -> tuple[Any, ...]:
        return values_of(type(self))(self)

    def replaced(self, **changes: Any) -> Self:  # noqa: ANN401 -- each field has its own type
        """Return a copy in which some fields are others.

        Raises:
            TypeError: there is no such field.
        """
        return replaced(self, **changes)


@cache
def values_of(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the fields of the values of a record or dataclass, in their order."""
    fields = fields_of(kind) or ()
    if len(fields) > 1:
        return attrgetter(*fields)
    return lambda value: tuple([getattr(value, field) for field in fields])


def fields_of(kind: type[Any]) -> tuple[str, ...] | None:
    """Return the fields with which values of a record or dataclass are made; of others None."""
    if issubclass(kind, Record):
        return kind.record_fields
    # Ours are records; a plug-in may bring a dataclass.
    declared = getattr(kind, "__dataclass_fields__", None)
    if declared is None:
        return None
    from dataclasses import fields  # noqa: PLC0415 -- as above

    return tuple(field.name for field in fields(kind) if field.init)


def replaced(value: _Value, **changes: Any) -> _Value:  # noqa: ANN401 -- each field has its own type
    """Return a copy of a record or dataclass in which some fields are others.

    Raises:
        TypeError: there is no such field.
    """
    kind = type(value)
    return kind(**{field: getattr(value, field) for field in fields_of(kind) or ()} | changes)
