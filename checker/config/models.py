"""What a configuration may say: the models that validate it and that its JSON Schema is made of."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo

from checker.config.patterns import pattern_fault
from checker.nearest import nearest, question
from checker.rulebook import Rulebook
from checker.rulebook.profiles import known_profile, unknown_profile
from checker.validation.words import Refusal, as_json, refusals

_EXPECTED = {"date": "a day, like 2026-06-18"}


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _profile(value: str) -> str:
    known = known_profile(value)
    if known is None:
        raise ValueError(unknown_profile(value))
    return known


def _rule_or_family(value: str, info: ValidationInfo) -> str:
    rulebook = _rulebook(info)
    if rulebook.get(value) is None and value not in rulebook.families:
        raise ValueError(_unknown("rule or family", value, rulebook.nearest(value)))
    return value


def _rule(value: str, info: ValidationInfo) -> str:
    rulebook = _rulebook(info)
    if rulebook.get(value) is None:
        if value in rulebook.families:
            message = f'"{value}" is a family: name one of its rules'
            raise ValueError(message)
        names = [rule.name for rule in rulebook.rules]
        raise ValueError(_unknown("rule", value, nearest(value, names)))
    return value


def _rulebook(info: ValidationInfo) -> Rulebook:
    assert isinstance(info.context, Rulebook)
    return info.context


def _unknown(what: str, name: str, meant: str | None) -> str:
    return f'there is no {what} "{name}"{question(meant)}'


def _not_blank(value: str) -> str:
    if not value.strip():
        message = "the text is empty"
        raise ValueError(message)
    return value


def _some_name(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        message = "no rule would run: name at least one, or leave select out to run all"
        raise ValueError(message)
    return values


def _not_empty(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        message = "at least one pattern is needed"
        raise ValueError(message)
    return values


def _pattern(value: str) -> str:
    if (fault := pattern_fault(value)) is not None:
        raise ValueError(fault)
    return value


Profile = Annotated[str, AfterValidator(_profile)]
RuleOrFamily = Annotated[str, AfterValidator(_rule_or_family)]
RuleName = Annotated[str, AfterValidator(_rule)]
Words = Annotated[str, AfterValidator(_not_blank)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Patterns = tuple[Pattern, ...]


class Table(BaseModel):
    """A table that takes no key that it does not know."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        alias_generator=_kebab,
        use_attribute_docstrings=True,
    )


class SettingsTable(Table):
    """What may be said of all drafts, and of some of them."""

    profile: Profile | None = None
    """The kind of text, such as "security-council/mandate"; detected if not given."""

    stage: Literal["negotiation", "final"] | None = None
    """In negotiation, gaps and what is still open are only info; detected if not given."""

    date: datetime.date | None = None
    """The day of the drafts, instead of the one in their headers."""

    pedantic: bool | None = None
    """Whether rules run that matter to some drafters only."""

    select: (
        Annotated[
            tuple[RuleOrFamily, ...],
            AfterValidator(_some_name),
            Field(json_schema_extra={"minItems": 1}),
        ]
        | None
    ) = None
    """The only rules and families to run."""

    ignore: tuple[RuleOrFamily, ...] = ()
    """Rules and families that do not run."""

    fail_on: Literal["error", "warning", "info"] | None = None
    """The least severity that makes the exit status 1; "error" if not given."""

    accept: tuple[Words, ...] = ()
    """Acronyms and names that need no introduction and no comment."""

    severity: dict[RuleOrFamily, Literal["error", "warning", "info", "off"]] = {}
    """How grave the findings of a rule or a family are; "off": it does not run."""

    rules: dict[RuleName, dict[str, Any]] = {}
    """The options of single rules, which their pages explain under "Settings"."""


class OverrideTable(SettingsTable):
    """Settings for some drafts; where several overrides fit a draft, the later one wins."""

    paths: Annotated[Patterns, AfterValidator(_not_empty), Field(json_schema_extra={"minItems": 1})]
    """Which drafts: patterns as in .gitignore, from the folder of the configuration."""


class SilenceTable(Table):
    """One finding that is not shown."""

    rule: RuleName
    """The rule that is silenced."""

    quote: Words
    """Words that the finding is about, or that stand in its sentence."""

    reason: str = ""
    """Why the text is right as it is."""

    address: str = ""
    """Where the words stood, such as "OP 41": a hint for people, as numbers move."""

    path: Pattern | None = None
    """Which drafts: a pattern as in .gitignore, from the folder of the configuration."""


class ConfigurationTable(SettingsTable):
    """The configuration of mandatelint."""

    rule_pages: tuple[Words, ...] = ()
    """Folders of house rule pages, from the folder of the configuration."""

    exclude: Patterns = ()
    """Drafts and folders to leave out: patterns as in .gitignore."""

    baseline: Words | None = None
    """The file in which "mandatelint baseline write" records what is there today."""

    overrides: tuple[OverrideTable, ...] = ()
    """Settings for some of the drafts."""

    silence: tuple[SilenceTable, ...] = ()
    """Single findings that are not shown, each with its reason."""


_TABLES: Mapping[str, type[Table]] = {"overrides": OverrideTable, "silence": SilenceTable}


def keys_of(table: type[Table]) -> tuple[str, ...]:
    """Return the keys of a table, as they are written."""
    return tuple(_kebab(name) for name in table.model_fields)


def validated(data: Mapping[str, Any], rulebook: Rulebook) -> ConfigurationTable | list[Refusal]:
    """Return the tables of a configuration, or what is wrong with them.

    The options of rules are left as they are: each check has its own.
    """
    try:
        return ConfigurationTable.model_validate_json(as_json(data), context=rulebook)
    except ValidationError as error:
        return refusals(error, known=_known, expected=_EXPECTED)


def _known(path: Sequence[str | int]) -> Iterable[str]:
    return keys_of(_TABLES.get(str(path[0]), ConfigurationTable) if path else ConfigurationTable)
