"""Records: values with named fields, cheap to define and cheap to make.

A draft has hundreds of nodes, spans and mentions, and a run begins by defining what they are. A
frozen dataclass takes a millisecond to define and six times as long to make as a record. To the
type checker a record is a frozen dataclass: no field is ever set again. At run time nothing
forbids it.
"""

import sys
from typing import Any, Self, dataclass_transform


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
                fields = (*base.record_fields, *fields)
                defaults = base.record_defaults | defaults
        body |= {"__slots__": own, "record_fields": fields, "record_defaults": defaults}
        if fields:
            body["__init__"] = _initializer(fields, defaults)
        return super().__new__(cls, name, bases, body)


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


def _initializer(fields: tuple[str, ...], defaults: dict[str, Any]) -> Any:  # noqa: ANN401
    """Return an ``__init__`` as one writes it by hand."""
    names = [f"{field}=_default_{field}" if field in defaults else field for field in fields]
    lines = [f"def __init__(self, {', '.join(names)}):"]
    lines += [f"    self.{field} = {field}" for field in fields]
    scope = {f"_default_{field}": value for field, value in defaults.items()}
    exec("\n".join(lines), scope)  # noqa: S102 -- of names alone, as dataclasses do
    return scope["__init__"]


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

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, field) for field in type(self).record_fields])

    def replaced(self, **changes: Any) -> Self:  # noqa: ANN401 -- each field has its own type
        """Return a copy in which some fields are others.

        Raises:
            TypeError: there is no such field.
        """
        fields = type(self).record_fields
        return type(self)(**{field: getattr(self, field) for field in fields} | changes)
