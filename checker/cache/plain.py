"""Values as plain data and back: records and dataclasses as lists, so that JSON can hold them.

A value is rebuilt from the types of its fields and from nothing in the data, so data can name no
class and call no function: what does not fit is refused.
"""

import datetime
import enum
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from inspect import get_annotations
from typing import Any, Literal, TypeVar, Union

from checker.records import fields_of, values_of

_Value = TypeVar("_Value")

_AS_THEY_ARE = frozenset({str, int, bool, float, types.NoneType})

Plain = Any
"""What JSON holds: None, a truth value, a number, a text, a list, or a table."""


class PlainError(ValueError):
    """Plain data does not fit the type that it is to be a value of."""


def to_plain(value: object) -> Plain:
    """Return a value as plain data.

    Raises:
        TypeError: it holds something that is no record, dataclass, collection, date or plain value.
    """
    write: Callable[[Any], Plain] = _writer(typing.cast("Any", type(value)))
    return write(value)


def from_plain(kind: type[_Value], data: Plain) -> _Value:
    """Return the value of a type that plain data stands for.

    Raises:
        PlainError: the data does not fit the type.
    """
    try:
        value: _Value = _reader(typing.cast("Any", kind))(data)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        message = f"this is no {kind.__name__}"
        raise PlainError(message) from error
    return value


def to_plain_without(value: object, without: str) -> Plain:
    """Return a record or dataclass as plain data, one field left out.

    Raises:
        TypeError: it holds what has no plain form.
    """
    fields = _fields(typing.cast("Any", type(value))) or ()
    return _listed([getattr(value, name) for name in fields if name != without])


def from_plain_with(kind: type[_Value], data: Plain, name: str, given: object) -> _Value:
    """Return the value that :func:`to_plain_without` was given, with the field that it left out.

    Raises:
        PlainError: the data does not fit the type.
    """
    try:
        readers = _readers(typing.cast("Any", kind), name)
        values = {field: read(each) for (field, read), each in zip(readers, data, strict=True)}
        return kind(**{name: given}, **values)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        message = f"this is no {kind.__name__}"
        raise PlainError(message) from error


@cache
def _fields(kind: Any) -> tuple[str, ...] | None:  # noqa: ANN401 -- any class
    """Return the fields of a record or dataclass, of a named tuple too; of other classes None."""
    found = fields_of(kind) if isinstance(kind, type) else None
    return getattr(kind, "_fields", None) if found is None else found


@cache
def _writer(kind: Any) -> Callable[[Any], Plain]:  # noqa: ANN401 -- any class
    """Return what makes plain data of the values of a class."""
    if kind is str or issubclass(kind, types.NoneType | int | float):
        return _same
    if issubclass(kind, str):
        return str
    if fields_of(kind) is not None:
        values = values_of(kind)
        return lambda value: _listed(values(value))
    if issubclass(kind, tuple | list | frozenset):
        return _listed
    if issubclass(kind, Mapping):
        return lambda value: [[to_plain(key), to_plain(each)] for key, each in value.items()]
    if issubclass(kind, datetime.date):
        return datetime.date.isoformat
    message = f"{kind.__name__} has no plain form"
    raise TypeError(message)


def _same(value: Plain) -> Plain:
    return value


def _listed(values: Iterable[Any]) -> Plain:
    # Most values are plain as they are.
    return [
        value if value.__class__ in _AS_THEY_ARE else _writer(value.__class__)(value)
        for value in values
    ]


@cache
def _reader(kind: Any) -> Callable[[Plain], Any]:  # noqa: ANN401 -- any annotation of a field
    if _fields(kind) is not None:
        return _fields_reader(kind)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return kind
    if kind is datetime.date:
        return datetime.date.fromisoformat
    if kind in {str, int, bool, float}:
        return _checked(kind)
    return _generic_reader(kind, typing.get_origin(kind), typing.get_args(kind))


def _generic_reader(
    kind: Any,  # noqa: ANN401 -- as above
    origin: Any,  # noqa: ANN401 -- as above
    arguments: tuple[Any, ...],
) -> Callable[[Plain], Any]:
    if origin in {Union, types.UnionType}:
        return _optional_reader(arguments)
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return _collection_reader(tuple, arguments[0])
    if origin is tuple:
        return _tuple_reader(arguments)
    if origin is frozenset:
        return _collection_reader(frozenset, arguments[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _table_reader(*arguments)
    if origin is Literal:
        return _checked(type(arguments[0]))
    message = f"{kind} has no plain form"
    raise TypeError(message)


def _checked(kind: type[Any]) -> Callable[[Plain], Any]:
    def read(data: Plain) -> Plain:
        if type(data) is kind or (kind is float and type(data) is int):
            return data
        message = f"this is no {kind.__name__}"
        raise TypeError(message)

    return read


@cache
def _readers(kind: Any, without: str = "") -> tuple[tuple[str, Callable[[Plain], Any]], ...]:  # noqa: ANN401 -- as above
    """Return the fields of a class, one left out, and how each is read."""
    hints: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        hints |= get_annotations(base)
    fields = [name for name in _fields(kind) or () if name != without]
    # Ours are written out; a plug-in may postpone its annotations, which takes longer to read.
    if any(isinstance(hints[name], str) for name in fields):
        hints = typing.get_type_hints(kind)
    return tuple((name, _reader(hints[name])) for name in fields)


def _fields_reader(kind: Any) -> Callable[[Plain], Any]:  # noqa: ANN401 -- as above
    readers = [read for _, read in _readers(kind)]

    def read(data: Plain) -> Any:  # noqa: ANN401 -- a value of the class
        return kind(*(each(value) for each, value in zip(readers, data, strict=True)))

    return read


def _optional_reader(arguments: tuple[Any, ...]) -> Callable[[Plain], Any]:
    (some,) = (each for each in arguments if each is not types.NoneType)
    reader = _reader(some)
    return lambda data: None if data is None else reader(data)


def _collection_reader(
    collection: Callable[[Any], Any],
    element: Any,  # noqa: ANN401 -- as above
) -> Callable[[Plain], Any]:
    reader = _reader(element)
    listed = _checked(list)
    return lambda data: collection(map(reader, listed(data)))


def _tuple_reader(arguments: tuple[Any, ...]) -> Callable[[Plain], Any]:
    readers = [_reader(each) for each in arguments]
    return lambda data: tuple(each(value) for each, value in zip(readers, data, strict=True))


def _table_reader(key: Any, value: Any) -> Callable[[Plain], Any]:  # noqa: ANN401 -- as above
    key_reader, value_reader = _reader(key), _reader(value)
    return lambda data: {key_reader(name): value_reader(each) for name, each in data}
