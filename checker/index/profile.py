"""The profile of a draft: which organ speaks, and what kind of text it is."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from checker.draft import Draft, Kind, Node
from checker.memory import Memory
from checker.patterns import lazy

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
_STATEMENT = lazy(
    r"Statement by the President of the Security Council|STATEMENT BY THE PRESIDENT"
    r"|President of the Security Council made the following statement|^[“\"]The Security Council "
)
# Only the Council numbers its resolutions without a session: "its resolution 2423 (2018)".
_OWN_RESOLUTION = lazy(r"\bits (?:\w+ ){0,3}resolutions? \d{1,4} \(\d{4}\)")

_MISSION = (
    r"\bUN(?!ICEF|HCR|ESCO|DP\b|ODC|FPA|EP\b|IDO|AIDS|CTAD|ITAR|MAS\b|DSS|RWA|OPS\b|SC|GA\b)"
    r"[A-Z]{2,}|\b(?:ONU|MINU|MONU|BINU)[A-Z]+|\b(?:AMIS|ATMIS|MISCA|AFISMA|[A-Z]+FOR|ISAF)\w*"
    r"|\b(?:[A-Z]\w+|[Pp]olitical|[Pp]eacekeeping|[Oo]bservers?|[Vv]erification) [Mm]issions?\b"
    r"|\bMission (?:in|for|to)\b|\b[Oo]peration in\b|\b(?:Peacebuilding|Integrated) (?:Support )?"
    r"Office\b|\b(?:[Mm]ultinational|[Ss]tabilization|[Pp]rotection|Security|Intervention|Observer"
    r"|French) (?:\w+ )?[Ff]orces?\b|\bForce in\b|\bsecurity presences?\b"
)
_PANEL = (
    r"\b(?:[Pp]anel|[Gg]roup|[Tt]eam) of (?:\w+ )?[Ee]xperts\b|\bMonitoring (?:Group|Team)\b"
    r"|\bOmbudsperson\b"
)
_MEASURES = (
    r"\b[Ss]anctions\b|\bembargo|\b(?:asset|travel|arms)s? (?:freeze|ban)\b|\bfreez(?:e|ing)\b"
    r"|\bexemptions?\b|\bde-?list|\bprohibitions?\b"
    r"|\bmeasures (?:\w+ ){0,5}(?:imposed|in paragraph)"
)
_THING = lazy(
    rf"(?P<mission>{_MISSION})|(?P<panel>{_PANEL}|{_MEASURES}|\bmeasures\b)"
    r"|(?P<other>\b(?:Committee|Tribunal|Mechanism|Court)\b)"
)

_EXTENDING = lazy(
    r"\b(?:[Dd]ecides|[Aa]uthori[sz]es|[Aa]grees)\b[^.;]{0,200}?"
    r"\b(?:extend|renew|prolong|extension of|renewal of|maintain the deployment of"
    r"|maintain(?= [A-Z]))\b"
    r"|^(?:Extends|Renews|Prolongs)\b"
)
_EXTENDED = lazy(
    r"\bDecides\b[^.;]{0,300}?\b(?:shall|is|are|be) (?:\w+ ){0,2}?(?:extended|renewed|prolonged)\b"
)
_ESTABLISHING = lazy(
    r"(?:\b(?:[Dd]ecides|[Aa]uthori[sz]es|[Ee]ndorses)|^Requests)\b[^.;]{0,160}?"
    r"\b(?:establish|deploy|establishment|deployment|expansion of)\b"
)
_MANDATED = lazy(
    rf"\b[Dd]ecides (?:\w+ )?that (?:in addition to[^,;]{{0,300}}, )?(?:the mandate of )?"
    rf"(?:{_MISSION})[^.;]{{0,80}}?\bshall"
)
_SANCTIONS = lazy(rf"{_PANEL}|{_MEASURES}|\bthe Committee\b|\bCommittee established")
_STRONG = lazy(_MEASURES)
_IMPOSING = lazy(
    r"\bDecides (?:\w+ )?that (?:\w+ )?(?:Member )?States shall\b[^;]{0,200}?"
    r"\b(?:freeze|measures|prevent the (?:direct|entry|supply))"
)
_COMMITTEE = lazy(r"\b[Dd]ecides to establish\b[^.;]{0,160}?\ba Committee\b")
_ACCESS = lazy(
    r"humanitarian (?:access|agencies|convoys|pauses|assistance (?:across|through))"
    r"|border[- ]crossing|\bcross-border\b|crossings? of Bab"
)
_APPOINTMENT = lazy(
    r"\b(?:appoint|re-?appoint|elect)(?:s|ed|ment)?\b|\belection of\b|\bjudges?\b|\bProsecutor\b"
    r"|\bterms? of office\b"
)
_APPOINTING = lazy(
    r"(?:Decides|Recommends)\b[^.;]{0,80}?"
    r"\b(?:re-?)?(?:appoint(?:ed)?|elect|judges?|terms? of office)\b"
)
_NAME = lazy(r"[A-Z](?<=[a-z,] [A-Z])[a-zà-ÿ]{3,}")
_STEM = 5
# What the names of organs, offices and texts begin with, besides those of months.
_COMMON = frozenset(
    {
        "afric",
        "annex",
        "april",
        "artic",
        "assem",
        "augus",
        "chair",
        "chapt",
        "chart",
        "commi",
        "conve",
        "counc",
        "decem",
        "depar",
        "earth",
        "envoy",
        "execu",
        "febru",
        "gener",
        "genev",
        "group",
        "inter",
        "janua",
        "march",
        "membe",
        "meeti",
        "natio",
        "novem",
        "octob",
        "offic",
        "organ",
        "panel",
        "presi",
        "proto",
        "repre",
        "resol",
        "secre",
        "secur",
        "septe",
        "speci",
        "state",
        "summi",
        "susta",
        "team",
        "treat",
        "union",
        "unite",
    }
)
# In whatever a pattern finds stands one of its signs; looking for them first is much the quickest.
_ACTS = ("xten", "enew", "rolong", "maintain")
_SETS_UP = ("stablish", "deploy", "expansion of")
_RESTRICTS = ("anctions", "embargo", "freez", " ban", "xemption", "list", "rohibition", "easures")
_MONITORS = ("anel of", "roup of", "eam of", "Monitoring ", "Ombudsperson")
_SANCTIONS_SIGNS = (*_RESTRICTS, *_MONITORS, "Committee")
_ACCESS_SIGNS = ("umanitarian", "border", "rossing")
_APPOINTMENT_SIGNS = ("ppoint", "lect", "udge", "Prosecutor", "of office")
_ABOUT = 0.25
_SOME, _MUCH, _MOST, _NEARLY_ALL = 0.1, 0.3, 0.5, 0.6
_FEW = 4
_SHORT = 2500
_CLAUSE = 250


def profile_of(draft: Draft, memory: Memory) -> tuple[str, str]:
    """Return the profile that a draft shows, and why; "unknown" where no organ can be told."""
    if _is_statement(draft):
        return "security-council/statement", "it is a statement by the President"
    organ, reason = _organ(draft)
    if not organ:
        return "unknown", "no organ is named"
    if organ != "security-council":
        return f"{organ}/resolution", reason
    kind, because = _kind(draft, memory)
    return f"security-council/{kind}", f"{reason}; {because}"


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
    for node in draft.body:
        if "its " in node.text and (found := _OWN_RESOLUTION.search(node.text)):
            return "security-council", f'the text says "{found.group()}"'
    return "", ""


def _kind(draft: Draft, memory: Memory) -> tuple[str, str]:
    """Return what kind of Security Council resolution it is, and why."""
    operative = [_whole(node) for node in draft.body if node.kind is Kind.OPERATIVE]
    extended = memory.of(_extended)
    sanctions = memory.of(_is_of_sanctions)
    technical = len(operative) <= _FEW and sum(map(len, operative)) <= _SHORT
    if operative and _APPOINTING.match(operative[0]):
        return "appointment", "it concerns an appointment or election"
    extends_mission = any("mission" in extended[text] for text in operative)
    if extends_mission and not _reaches(_MOST, sanctions, operative):
        if technical:
            return "rollover", "a short text that extends a mandate"
        return "mandate", "it extends the mandate of a mission"
    establishes = memory.of(_establishes)
    if any(establishes[text] for text in operative) and not _reaches(_MOST, sanctions, operative):
        return "mandate", "it sets up a mission or gives it tasks"
    extends_panel = any("panel" in extended[text] for text in operative)
    if extends_panel and technical:
        return "rollover", "a short text that extends measures"
    imposing = any(map(_imposes, operative))
    preambular = [node.text for node in draft.body if node.kind is Kind.PREAMBULAR]
    somewhere = _about_one_place(preambular + operative, memory)
    mostly = _reaches(_MUCH if somewhere else _NEARLY_ALL, sanctions, operative)
    strong = _reaches(_SOME, memory.of(_is_strong), operative)
    if extends_panel or (strong and (imposing or mostly)):
        return "sanctions", "it concerns measures or the panel that monitors them"
    of_appointment = memory.of(_is_of_appointment)
    if len(operative) <= _FEW + 2 and _reaches(_MUCH, of_appointment, operative):
        return "appointment", "it concerns an appointment or election"
    if _reaches(_MUCH, memory.of(_is_of_access), operative):
        return "access", "it concerns humanitarian access"
    if somewhere:
        return "resolution", "it is about one country or situation"
    return "thematic", "it is about a theme, not about one country"


def _whole(node: Node) -> str:
    return " ".join(below.text for below in node.walk())


def _extended(text: str) -> set[str]:
    """Return what a paragraph extends: "mission", "panel" (or measures), both, or nothing."""
    if not _has(text, _ACTS):
        return set()
    things = [
        _thing(text, act.end()) or _thing_before(text, act) for act in _EXTENDING.finditer(text)
    ]
    things += [_THING.search(text, act.start(), act.end()) for act in _EXTENDED.finditer(text)]
    return {str(thing.lastgroup) for thing in things if thing is not None}


def _establishes(text: str) -> bool:
    """Whether a paragraph sets up a mission, or says what its tasks shall be."""
    acts = _ESTABLISHING.finditer(text) if _has(text, _SETS_UP) else ()
    things = (_thing(text, act.end()) for act in acts)
    return _MANDATED.match(text) is not None or any(
        thing is not None and thing.lastgroup == "mission" for thing in things
    )


def _thing(text: str, start: int) -> re.Match[str] | None:
    """Return the mission, panel or measures first named in the clause after a verb."""
    end = text.find(";", start, start + _CLAUSE)
    return _THING.search(text, start, end if end > 0 else start + _CLAUSE)


def _thing_before(text: str, act: re.Match[str]) -> re.Match[str] | None:
    """Return what "its" stands for in "Expresses support for UNSMTA and decides to extend its"."""
    if not text.startswith(" its ", act.end()):
        return None
    return _THING.search(text, 0, act.start())


def _about_one_place(texts: Sequence[str], memory: Memory) -> bool:
    """Whether one name stands in a good part of the paragraphs.

    A text writes "Peace" and "Police" with a small letter too, the name of a country never.
    """
    counts: Counter[str] = Counter()
    for stems in map(memory.of(_stems).__getitem__, texts):
        counts.update(stems)
    few = _ABOUT * len(texts)
    often = [name for name, times in counts.items() if times >= few and name not in _COMMON]
    return any(not _is_small_word(name, texts) for name in often)


def _stems(text: str) -> frozenset[str]:
    """Return how the names in a paragraph begin, in small letters."""
    return frozenset([name[:_STEM].lower() for name in _NAME.findall(text)])


def _is_small_word(stem: str, texts: Sequence[str]) -> bool:
    """Whether a word with a small letter begins with a stem, or is one that is shorter."""
    if not stem.isascii():
        return False
    word = re.compile(rf"\b{stem}" if len(stem) == _STEM else rf"\b{stem}(?![a-z])")
    return any(stem in text and word.search(text) for text in texts)


def _imposes(text: str) -> bool:
    """Whether a paragraph imposes measures, or sets up a committee that watches over them."""
    if "States shall" in text and _IMPOSING.search(text):
        return True
    return "to establish" in text and _COMMITTEE.search(text) is not None


def _is_of_sanctions(text: str) -> bool:
    return _has(text, _SANCTIONS_SIGNS) and _SANCTIONS.search(text) is not None


def _is_strong(text: str) -> bool:
    return _has(text, _RESTRICTS) and _STRONG.search(text) is not None


def _is_of_access(text: str) -> bool:
    return _has(text, _ACCESS_SIGNS) and _ACCESS.search(text) is not None


def _is_of_appointment(text: str) -> bool:
    return _has(text, _APPOINTMENT_SIGNS) and _APPOINTMENT.search(text) is not None


def _reaches(share: float, told: Mapping[str, bool], texts: Sequence[str]) -> bool:
    """Whether something is told of at least such a share of the paragraphs; of none it is not.

    As soon as the answer is known no other paragraph is asked about.
    """
    missing = math.ceil(share * len(texts))
    for left, text in zip(range(len(texts), 0, -1), texts, strict=True):
        if not 0 < missing <= left:
            break
        missing -= told[text]
    return bool(texts) and missing <= 0


def _has(text: str, signs: Sequence[str]) -> bool:
    return any(map(text.__contains__, signs))
