"""The register of checks: which function does the work of which rule pages."""

import importlib
from collections.abc import Callable, Iterable, Mapping
from enum import Enum, auto
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from checker.cache.plugins import installed_plugins
from checker.checks.builtin import MODULES
from checker.evidence import Evidence
from checker.index import Index
from checker.records import Record, fields_of

if TYPE_CHECKING:
    from checker.silencing import Silencing

_Function = TypeVar("_Function", bound=Callable[..., Iterable[Evidence]])
_INDEX_ONLY = 1


class Need(Enum):
    """What a draft may lack, so that a check cannot tell anything."""

    DATE = auto()
    NUMBERS = auto()


class CheckError(Exception):
    """A check cannot be registered, or a plug-in cannot be loaded; the text is one sentence."""


class Says(Record):
    """What a check has to tell, so that the sentences of a page can be held against it.

    Attributes:
        values: the placeholders of each case; of one that tells no cases apart, the case is "".
        roles: the other places that it names, which ``related`` speaks of.
    """

    values: Mapping[str, tuple[str, ...]]
    roles: tuple[str, ...] = ()


class Check(Record):
    """A function that finds one sort of fault.

    Attributes:
        name: what rule pages call it: ``check = "required-clause"``.
        function: takes the index and, where there are any, the options; yields evidence.
        options: the record, or frozen dataclass, of its options, or None.
        of_silences: whether it looks at what came of the silences in a draft, after all others.
        need: what a draft must have, or the check is silent; None for nothing.
        says: what it has to tell; None where that is not declared.
    """

    name: str
    function: Callable[..., Iterable[Evidence]]
    options: type[Any] | None
    of_silences: bool = False
    need: Need | None = None
    says: Says | None = None

    def can_tell(self, index: Index) -> bool:
        """Whether a draft has what the check needs; where not, its silence means nothing."""
        if self.need is Need.DATE:
            return index.date is not None
        return self.need is None or index.draft.numbered

    def run(self, subject: "Index | Silencing", options: object | None) -> Iterable[Evidence]:
        """Look through a draft, or its silences, with the options of one rule page."""
        return self.function(subject) if self.options is None else self.function(subject, options)


_CHECKS: dict[str, Check] = {}


def check(
    name: str, *, needs: Need | None = None, says: Says | None = None
) -> Callable[[_Function], _Function]:
    """Register a function as the check of this name.

    Args:
        name: what rule pages call it.
        needs: what a draft must have, or the function finds nothing in it.
        says: what it has to tell. The sentences of a page that asks for anything else are then
            refused when the page is read, and not only once something is found.

    Raises:
        CheckError: the name is taken, or the second parameter is not annotated with a record or
            dataclass.
    """
    return _register(name, of_silences=False, need=needs, says=says)


def silence_check(name: str) -> Callable[[_Function], _Function]:
    """Register a function that takes a :class:`checker.silencing.Silencing` in place of the index.

    Raises:
        CheckError: as for :func:`check`.
    """
    return _register(name, of_silences=True)


def _register(
    name: str, *, of_silences: bool, need: Need | None = None, says: Says | None = None
) -> Callable[[_Function], _Function]:
    def register(function: _Function) -> _Function:
        if name in _CHECKS or MODULES.get(name, _module(function)) != _module(function):
            message = f'there are two checks of the name "{name}"'
            raise CheckError(message)
        options = _options_type(name, function)
        _CHECKS[name] = Check(name, function, options, of_silences, need, says)
        return function

    return register


def _module(function: Callable[..., object]) -> str:
    return function.__module__.removeprefix(f"{__package__}.")


def _options_type(name: str, function: Callable[..., object]) -> type[Any] | None:
    parameters = function.__code__.co_varnames[: function.__code__.co_argcount]
    if len(parameters) == _INDEX_ONLY:
        return None
    annotation = function.__annotations__.get(parameters[1])
    if isinstance(annotation, str):
        # Of a plug-in that postpones its annotations; ours need nothing so slow.
        from inspect import get_annotations  # noqa: PLC0415

        annotation = get_annotations(function, eval_str=True)[parameters[1]]
    if isinstance(annotation, type) and fields_of(annotation) is not None:
        return annotation
    message = f'the options of the check "{name}" are not annotated with a record or dataclass'
    raise CheckError(message)


def registered() -> Mapping[str, Check]:
    """Return the checks by name, those of plug-ins only once they have been loaded."""
    for name in MODULES:
        _load_builtin(name)
    return MappingProxyType(_CHECKS)


def find_check(name: str) -> Check | None:
    """Return the check of a name, or None; plug-ins are loaded only for a name not built in.

    Raises:
        CheckError: a plug-in cannot be loaded.
    """
    if name in MODULES:
        _load_builtin(name)
    elif name not in _CHECKS:
        load_plugins()
    return _CHECKS.get(name)


def _load_builtin(name: str) -> None:
    if name not in _CHECKS:
        importlib.import_module(f"checker.checks.{MODULES[name]}")


@cache
def load_plugins() -> None:
    """Import what installed packages offer as checks, once.

    Raises:
        CheckError: a plug-in cannot be loaded.
    """
    for plugin in installed_plugins():
        try:
            module, _, names = plugin.value.partition(":")
            offered: object = importlib.import_module(module.strip())
            for name in filter(None, names.strip().split(".")):
                offered = getattr(offered, name)
        except Exception as error:  # other people's code may raise anything
            message = f'the plug-in "{plugin.name}" ({plugin.value}) cannot be loaded: {error}'
            raise CheckError(message) from error
