"""The profile of a draft: which organ speaks, and what kind of text it is."""

import re
from collections.abc import Iterable, Sequence

from checker.draft import Draft, Kind, Node

_ORGANS = {
    "general assembly": "general-assembly",
    "human rights council": "human-rights-council",
    "economic and social council": "economic-and-social-council",
    "security council": "security-council",
}
_SYMBOL_ORGANS = (
    ("A/HRC/", "human-rights-council"),
    ("A/", "general-assembly"),
    ("E/", "economic-and-social-council"),
    ("S/", "security-council"),
)
_STATEMENT = re.compile(
    r"Statement by the President of the Security Council|STATEMENT BY THE PRESIDENT"
    r"|President of the Security Council made the following statement|^[“\"]The Security Council "
)
_MISSION_WORDS = (
    r"\b[Mm]ission\b|\b[Oo]peration in\b|\bForce\b|\bUN[A-Z]{2,}|\bMIN[A-Z]{3,}|\bMON[A-Z]{3,}"
    r"|\bAMI[A-Z]+|\bATMIS|\bEUFOR|\bISAF|\bKFOR|\bBINUH|\bONU[A-Z]+|\bOffice\b|\bpeacekeeping\b"
)
_SANCTIONS_WORDS = (
    r"\b[Pp]anel of [Ee]xperts|\bGroup of Experts|\bMonitoring (?:Group|Team)|\bSanctions\b"
    r"|\bsanctions\b|\barms embargo|\basset(?:s)? freeze|\bfreez|\btravel ban|\bCommittee established"
    r"|\bthe Committee\b|\bexemption|\bembargo|\bOmbudsperson|\bdelist|\bmeasures imposed"
)
_ACCESS = re.compile(
    r"humanitarian (?:access|agencies|convoys|pauses|assistance (?:across|through))"
    r"|border[- ]crossing|\bcross-border\b|crossings? of Bab"
)
_APPOINTMENT = re.compile(
    r"\b(?:appoint(?:s|ed|ment)?|re-?appoint\w*|elect(?:ion)? of|judges?|Prosecutor"
    r"|Secretary-General of the United Nations for a)\b"
)
_THEMATIC = re.compile(
    r"women,? (?:and )?peace and security|[Cc]hildren and armed conflict|children in armed conflict"
    r"|protection of civilians|terroris[mt]|non-proliferation|weapons of mass destruction"
    r"|small arms|youth,? peace and security|peacebuilding|peacekeeping operations"
    r"|sexual violence|regional (?:and subregional )?organizations|rule of law|piracy|mine action"
    r"|conflict prevention|mediation|security sector reform|transnational organized crime|hostage"
    r"|COVID-19|natural resources|missing persons|starvation|cultural heritage|trafficking in persons"
)
_DECIDES_EXTEND = re.compile(
    r"\b(?:[Dd]ecides|[Dd]ecides also|[Dd]ecides further|[Aa]uthorizes|[Aa]grees|[Rr]enews|[Ee]xtends)\b"
    r"[^.;]{0,120}?\b(?:extend|extension|renew|renewal|continue|prolong|extends|renews)\b"
)
_MANDATE_THING = re.compile(
    rf"(?:mandate|deployment|authori[sz]ation|mission)[^.;]{{0,160}}?(?:{_MISSION_WORDS})"
    rf"|(?:{_MISSION_WORDS})[^.;]{{0,120}}?\bmandate\b"
)
_ESTABLISHES = re.compile(
    r"\b(?:Decides|Authorizes|decides|authorizes)\b[^.;]{0,120}?\b"
    r"(?:establish|deploy|establishment|deployment)\b[^.;]{0,160}?(?:" + _MISSION_WORDS + ")"
)
_SANCTIONS = re.compile(_SANCTIONS_WORDS)
_SHORT = 5


def profile_of(draft: Draft) -> tuple[str, str]:
    """Return the profile that a draft shows, and why; "unknown" where no organ can be told."""
    if _is_statement(draft):
        return "security-council/statement", "it is a statement by the President"
    organ, reason = _organ(draft)
    if not organ:
        return "unknown", "no organ is named"
    if organ != "security-council":
        return f"{organ}/resolution", reason
    operative = [
        node for node in draft.nodes if node.kind is Kind.OPERATIVE and "," not in node.address
    ]
    kind, because = _kind(draft, operative)
    return f"security-council/{kind}", f"{reason}; {because}" if because else reason


def _is_statement(draft: Draft) -> bool:
    symbol = draft.header.symbol
    if symbol is not None and symbol.value.startswith("S/PRST/"):
        return True
    if any(node.kind is Kind.ORGAN for node in draft.body):
        return False
    return any(_STATEMENT.search(node.text) for node in draft.body[:40])


def _organ(draft: Draft) -> tuple[str, str]:
    organ = draft.header.organ
    if organ is not None:
        return _ORGANS[organ.value.lower()], f"the organ is the {organ.value}"
    symbol = draft.header.symbol
    if symbol is not None:
        for prefix, name in _SYMBOL_ORGANS:
            if symbol.value.startswith(prefix):
                return name, f"the symbol is {symbol.value}"
    return "", ""


def _kind(draft: Draft, operative: Sequence[Node]) -> tuple[str, str]:
    """Return what kind of Security Council resolution it is, and why."""
    texts = [" ".join(node.text for node in paragraph.walk()) for paragraph in operative]
    extending = [text for text in texts if _DECIDES_EXTEND.search(text[:600])]
    sanctions = _share(_SANCTIONS, texts)
    mission = [text for text in extending if _MANDATE_THING.search(text) and not _panel(text)]
    if mission:
        if len(operative) <= _SHORT:
            return "rollover", "a short text that extends a mandate"
        return "mandate", "it extends the mandate of a mission"
    if any(_ESTABLISHES.search(text) and not _panel(text[:300]) for text in texts):
        return "mandate", "it establishes a mission"
    if sanctions >= 0.3 or any(_panel(text) for text in extending):
        if extending and len(operative) <= _SHORT - 1:
            return "rollover", "a short text that extends measures"
        return "sanctions", "it concerns measures or the panel that monitors them"
    if len(operative) <= 6 and _share(_APPOINTMENT, texts) >= 0.3:
        return "appointment", "it concerns an appointment or election"
    if _share(_ACCESS, texts) >= 0.3:
        return "access", "it concerns humanitarian access"
    if any(_THEMATIC.search(node.text) for node in _opening(draft)):
        return "thematic", "its opening paragraphs name a theme"
    return "resolution", ""


def _panel(text: str) -> bool:
    return (
        re.search(r"[Pp]anel of [Ee]xperts|Group of Experts|Monitoring (?:Group|Team)", text)
        is not None
    )


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    """Return which share of the paragraphs holds a pattern."""
    return sum(bool(pattern.search(text)) for text in texts) / len(texts) if texts else 0.0


def _opening(draft: Draft) -> Iterable[Node]:
    return [node for node in draft.nodes if node.kind is Kind.PREAMBULAR][:3]
