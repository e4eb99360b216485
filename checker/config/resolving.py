"""What holds for a draft: the layers of settings that are for it, one over the other.

A layer is the top of a configuration, an override, or the command line. A value of a later layer
takes the place of an earlier one; ``ignore`` and ``accept`` add up, tables are joined by entry.
What a later layer selects by name is no longer ignored or off.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checker.config.configuration import Configuration, Layer
from checker.config.settings import Settings
from checker.permissions import SilenceEntry
from checker.records import Record, fields_of, replaced

if TYPE_CHECKING:
    from checker.rulebook import Rule, Rulebook

ACCEPTED = "accepted"
"""The option that takes the accepted names, in the checks that have it."""

OFF = "off"


class OptionClashError(Exception):
    """Options of a rule that are in order one by one do not go together."""


class Fitting(Record):
    """What of a configuration is for one draft, or for all drafts of the same kind.

    Attributes:
        configuration: the configuration, None where there is none.
        overrides: the places of the overrides that fit, in order.
        silences: the places of the silences that may fit.
    """

    configuration: Configuration | None
    overrides: tuple[int, ...] = ()
    silences: tuple[int, ...] = ()

    def layers(self) -> tuple[Layer, ...]:
        """Return the layers of the configuration that hold, the last one counting most."""
        if self.configuration is None:
            return ()
        overrides = (self.configuration.overrides[at] for at in self.overrides)
        return (self.configuration.top, *overrides)

    def silence_entries(self) -> tuple[SilenceEntry, ...]:
        """Return the silences that may fit."""
        if self.configuration is None:
            return ()
        return tuple(self.configuration.silences[at] for at in self.silences)


def fitting(configuration: Configuration | None, draft: str) -> Fitting:
    """Return what of a configuration is for a draft."""
    if configuration is None:
        return Fitting(None)
    from checker.config.patterns import matches  # noqa: PLC0415 -- where there is a configuration

    folder = configuration.folder
    return Fitting(
        configuration,
        tuple(
            at
            for at, layer in enumerate(configuration.overrides)
            if matches(layer.paths, folder, draft)
        ),
        tuple(
            at
            for at, entry in enumerate(configuration.silences)
            if not entry.path or matches((entry.path,), folder, draft)
        ),
    )


def settle(
    layers: Sequence[Layer], silences: Sequence[SilenceEntry], rulebook: "Rulebook"
) -> tuple[Settings, "Rulebook"]:
    """Put layers together.

    Names of the rule book's that a layer selects or ignores without their being there are left
    out; whether anybody knows them is asked elsewhere.

    Args:
        layers: the last one counts most.
        silences: the findings that are silenced.
        rulebook: the rules as their pages have them.

    Returns:
        The settings, and the rules with the severities and options that are set; the same rule
        book where none are.

    Raises:
        OptionClashError: options of several layers do not go together.
    """
    select = _last(layer.select for layer in layers)
    if select is not None:
        select = tuple(name for name in select if _is_known(name, rulebook))
    ignore = (*_ignored_names(layers, rulebook),)
    if select == ():
        # All that is selected are rules of other house pages.
        ignore = rulebook.families
    accept = tuple(name for layer in layers for name in layer.accept)
    words = {name: set_.word for name, set_ in severities(layers, rulebook).items()}
    options: dict[str, list[Mapping[str, Any]]] = {}
    for layer in layers:
        for name, changed in layer.options.items():
            import json  # noqa: PLC0415 -- few configurations give options

            options.setdefault(name, []).append(json.loads(changed))
    settings = understanding(layers).replaced(
        pedantic=bool(_last(layer.pedantic for layer in layers)),
        select=select or (),
        ignore=(*ignore, *(name for name, word in words.items() if word == OFF)),
        silences=tuple(silences),
    )
    rules = tuple(
        _changed(rule, words.get(rule.name), options.get(rule.name, ()), accept)
        for rule in rulebook.rules
    )
    if all(map(_is_same, rules, rulebook.rules)):
        return settings, rulebook
    from checker.rulebook import Rulebook  # noqa: PLC0415 -- this module stays light

    return settings, Rulebook(rules)


def _ignored_names(layers: Sequence[Layer], rulebook: "Rulebook") -> Iterator[str]:
    """Yield the names that are ignored, of a family also the rules that an earlier layer selects.

    In one place a rule's own name weighs more than its family's; a later place weighs more still.
    """
    selecting = max((at for at, layer in enumerate(layers) if layer.select is not None), default=0)
    selected = layers[selecting].select or () if layers else ()
    for name, at in ignored(layers).items():
        if _is_known(name, rulebook):
            yield name
        if at > selecting:
            rules = (rulebook.get(each) for each in selected)
            yield from (rule.name for rule in rules if rule is not None and rule.family == name)


def ignored(layers: Sequence[Layer]) -> dict[str, int]:
    """Return the names of rules and families that are ignored, each with the place of its layer."""
    found: dict[str, int] = {}
    for at, layer in enumerate(layers):
        for name in layer.select or ():
            found.pop(name, None)
        found |= dict.fromkeys(layer.ignore, at)
    return found


class SetSeverity(Record):
    """The severity that a rule is given.

    Attributes:
        word: "error", "warning", "info" or "off".
        name: the name by which it is given it: the rule's own, or its family's.
        layer: the place of the layer that gives it.
    """

    word: str
    name: str
    layer: int


def severities(layers: Sequence[Layer], rulebook: "Rulebook") -> dict[str, SetSeverity]:
    """Return the severities that rules are given, by rule.

    In a layer a rule's own name weighs more than its family's.
    """
    found: dict[str, SetSeverity] = {}
    for at, layer in enumerate(layers):
        select = layer.select or ()
        for rule in rulebook.rules:
            before = found.get(rule.name)
            off = (before.name, rule.name) if before is not None and before.word == OFF else ()
            if not set(select).isdisjoint(off):
                del found[rule.name]
            for name in (rule.family, rule.name):
                if word := layer.severity.get(name):
                    found[rule.name] = SetSeverity(word, name, at)
    return found


def understanding(layers: Sequence[Layer]) -> Settings:
    """Return how drafts are to be understood, by profile, stage and date; nothing of the rules."""
    return Settings(
        profile=_last(layer.profile for layer in layers),
        stage=_last(layer.stage for layer in layers),
        date=_last(layer.date for layer in layers),
    )


def fail_on(layers: Sequence[Layer]) -> str:
    """Return the least severity that makes the exit status 1."""
    return _last(layer.fail_on for layer in layers) or "error"


def _last(values: Iterator[Any]) -> Any:  # noqa: ANN401 -- the type of the values
    """Return the last value that is given, or None."""
    given = [value for value in values if value is not None]
    return given[-1] if given else None


def _is_known(name: str, rulebook: "Rulebook") -> bool:
    return rulebook.get(name) is not None or name in rulebook.families


def _is_same(rule: "Rule", before: "Rule") -> bool:
    return rule is before


def _changed(
    rule: "Rule", word: str | None, options: Sequence[Mapping[str, Any]], accept: tuple[str, ...]
) -> "Rule":
    if word is not None and word != OFF:
        from checker.findings import Severity  # noqa: PLC0415 -- only where it is set

        rule = rule.replaced(severities=dict.fromkeys(rule.severities, Severity(word)))
    if options:
        from checker.rulebook.given import Given  # noqa: PLC0415 -- as above

        rule = rule.replaced(given=Given(rule.check, _with_options(rule, options)))
    if accept and (accepted := getattr(rule.options, ACCEPTED, None)) is not None:
        from checker.rulebook.given import Given  # noqa: PLC0415 -- as above

        taken: Any = rule.options
        changed = replaced(taken, **{ACCEPTED: (*accepted, *accept)})
        rule = rule.replaced(given=Given(rule.check, changed))
    return rule


def _with_options(rule: "Rule", changes: Sequence[Mapping[str, Any]]) -> object:
    """Return the options of a rule with those of some layers, whose tables join its own."""
    from checker.cache.plain import (  # noqa: PLC0415 -- as above
        PlainError,
        from_plain,
        to_plain,
    )

    before: Any = rule.options
    kind: type[Any] = type(before)
    fields = fields_of(kind) or ()
    values = {name: to_plain(getattr(before, name)) for name in fields}
    for change in changes:
        for name, value in change.items():
            is_table = isinstance(getattr(before, name), Mapping)
            values[name] = _joined(values[name], value) if is_table else value
    try:
        return from_plain(kind, [values[name] for name in fields])
    except PlainError as error:
        message = f'the options of the rule "{rule.name}" do not go together: {error.__cause__}'
        raise OptionClashError(message) from error


def _joined(pairs: list[list[Any]], more: list[list[Any]]) -> list[list[Any]]:
    """Join two tables in their plain form, lists of key and value."""
    entries = {each[0]: each[1] for each in (*pairs, *more)}
    return [[key, value] for key, value in entries.items()]
