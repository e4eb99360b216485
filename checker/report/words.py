"""How a draft was understood, in words."""

from typing import TYPE_CHECKING

from checker.findings import FileResult, Finding, RelatedPlace
from checker.report.columns import visible
from checker.source import Source

if TYPE_CHECKING:
    from checker.draft import Draft
    from checker.index import Index

_PROFILES = {
    "security-council/mandate": "mission mandate",
    "security-council/sanctions": "sanctions",
    "security-council/rollover": "technical rollover",
    "security-council/thematic": "thematic resolution",
    "security-council/appointment": "appointment",
    "security-council/access": "humanitarian access",
    "security-council/resolution": "Security Council resolution",
    "security-council/statement": "presidential statement",
    "general-assembly/resolution": "General Assembly resolution",
    "human-rights-council/resolution": "Human Rights Council resolution",
    "economic-and-social-council/resolution": "Economic and Social Council resolution",
    "unknown": "kind of text unknown",
}
_IN_NEGOTIATION = {"negotiation": "in negotiation"}
_NO_DATE = "no date: past deadlines, future events and future citations not looked for"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 file", "2 files"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def address_of(place: Finding | RelatedPlace, source: Source) -> str:
    """Return where a person finds a place: "OP 41"; outside every paragraph, "line 3"."""
    if place.address:
        return visible(place.address)
    return f"line {source.position(place.span.start).line}"


def profile_in_words(profile: str) -> str:
    """Return what a profile is called by drafters."""
    return _PROFILES.get(profile, profile)


def stage_in_words(stage: str) -> str:
    """Return what a stage is called by drafters."""
    return _IN_NEGOTIATION.get(stage, stage)


def understood(result: "FileResult | Index") -> str:
    """Return how a draft was taken, and why: kind of text, stage, date."""
    profile = f"{profile_in_words(result.profile)} ({result.profile_reason})"
    stage = f"{stage_in_words(result.stage)} ({result.stage_reason})"
    return f"{profile}; {stage}; {_date(result)}"


def _date(result: "FileResult | Index") -> str:
    if result.date is None:
        return _NO_DATE
    return f"dated {result.date.day} {result.date:%B %Y}"


def none_found(*, silenced: int, baselined: int) -> str:
    """Return how it is said that nothing is shown, which may be because it is known or allowed."""
    if baselined:
        return "no new findings"
    return "no further findings" if silenced else "no findings"


def nothing_shown(result: FileResult) -> str:
    """Return that nothing is shown of a draft, and what is kept back of it."""
    silenced, baselined = len(result.silenced), len(result.baselined)
    kept = [f"{baselined} in the baseline"] if baselined else []
    kept += [f"{silenced} silenced"] if silenced else []
    said = none_found(silenced=silenced, baselined=baselined)
    return f"{said} ({', '.join(kept)})" if kept else said


def looked_at(result: FileResult) -> str:
    """Return what was checked in a draft, which earns trust and shows where parsing failed."""
    looked = result.looked
    things = [
        counted(looked.operative, "operative paragraph"),
        counted(looked.references, "internal reference"),
        counted(looked.dates, "date"),
    ]
    checked = f"{', '.join(things)} and {counted(looked.acronyms, 'acronym')} checked"
    if not result.ran:
        checked = "nothing checked, as no rule runs on this text"
    taken = f"{profile_in_words(result.profile)}, {stage_in_words(result.stage)}"
    return "; ".join([checked, taken, *([] if result.date else [_NO_DATE])])


def no_draft(result: "FileResult | Draft") -> str:
    """Return why a text was passed over."""
    if not result.source.text.strip():
        return "no draft: the text is empty"
    return "no draft: it has no organ line, no numbered paragraphs and no document symbol"
