"""Accidents of the parts and clauses of a draft, and of the words with which paragraphs open."""

import re
from collections.abc import Iterator

from checker.draft import Kind, Node
from checker.source import Span
from tests.seeded.accident import Accident, Base, Change
from tests.seeded.renumbering import moved

_ACTING = "Acting under Chapter VII"
_THREAT = re.compile(r"\b(?:threats?|breach)\b[^.;]*\bpeace\b")
_MEANS = re.compile(r"\ball necessary (?:means|measures)\b")
_ASKING = re.compile(r"\b(?:report|inform|brief|updat)", re.IGNORECASE)
_FORMS = {
    "Calls upon": "Calling upon",
    "Commends": "Commending",
    "Condemns": "Condemning",
    "Decides": "Deciding",
    "Demands": "Demanding",
    "Emphasizes": "Emphasizing",
    "Encourages": "Encouraging",
    "Expresses": "Expressing",
    "Notes": "Noting",
    "Reaffirms": "Reaffirming",
    "Recalls": "Recalling",
    "Recognizes": "Recognizing",
    "Reiterates": "Reiterating",
    "Requests": "Requesting",
    "Stresses": "Stressing",
    "Underlines": "Underlining",
    "Urges": "Urging",
    "Welcomes": "Welcoming",
}


def _acting(base: Base) -> Node | None:
    """Return the paragraph that acts under Chapter VII, where it is the only one."""
    found = [node for node in base.index.preambular if node.text.startswith(_ACTING)]
    return found[0] if len(found) == 1 and base.read.count("cting under") == 1 else None


def chapter_vii_lost(base: Base) -> Iterator[Accident]:
    """The line on Chapter VII is lost from a text that authorizes all necessary means."""
    acting = _acting(base)
    means = [
        node
        for node in base.index.operative
        if node.text.startswith(("Authorizes", "Decides")) and _MEANS.search(node.text)
    ]
    if acting is not None and means:
        yield Accident((Change(acting.hull, ""),), tuple(node.hull for node in means))


def determination_lost(base: Base) -> Iterator[Accident]:
    """The only determination of a threat is lost from a text under Chapter VII."""
    acting = _acting(base)
    found = [node for node in base.main if _THREAT.search(node.text)]
    if acting is not None and len(found) == 1 and found[0].kind is Kind.PREAMBULAR:
        yield Accident((Change(found[0].hull, ""),), (acting.hull,))


def chapter_vii_moved(base: Base) -> Iterator[Accident]:
    """The line on Chapter VII stands before other preambular paragraphs."""
    acting = _acting(base)
    if acting is None or acting is not base.index.preambular[-1]:
        return
    for following in base.index.preambular[-4:-1]:
        start = following.hull.start
        words = base.source[acting.hull.start : acting.hull.end].rstrip()
        dropped = Change(Span(start, start), f"{words}\n\n", marked=True)
        yield Accident((Change(acting.hull, ""), dropped))


def _seized(base: Base) -> Node | None:
    """Return the last paragraph, where it only says that the Council remains seized."""
    if len(base.numbered) < 3:
        return None
    holding = [node for node in base.numbered if "seized" in base.words(node)]
    last = base.numbered[-1]
    mark = base.last_mark(base.numbered[-2])
    if holding != [last] or len(last.text) > 120 or mark is None or mark[0] != ";":
        return None
    return last


def seized_clause_lost(base: Base) -> Iterator[Accident]:
    """The last clause is lost."""
    last = _seized(base)
    if last is not None and (mark := base.last_mark(base.numbered[-2])):
        changes = (Change(mark[1], "."), Change(last.hull, ""))
        yield Accident(changes, (base.numbered[-2].hull,))


def seized_clause_moved(base: Base) -> Iterator[Accident]:
    """A paragraph is put behind the last clause."""
    last = _seized(base)
    own = base.last_mark(last) if last is not None else None
    mark = base.last_mark(base.numbered[-2]) if base.numbered else None
    if last is None or own is None or own[0] != "." or mark is None:
        return
    for place in range(max(1, len(base.numbered) - 4), len(base.numbered) - 1):
        order = [*base.numbered[:place], last, *base.numbered[place:-1]]
        changes = [
            Change(c.span, c.text.replace(".\n\n", ";\n\n"), marked=True)
            if c.text[-1:] == "\n"
            else c
            for c in moved(base, order, last).accident.changes
        ]
        yield Accident((*changes, Change(mark[1], ".")))


def reporting_request_lost(base: Base) -> Iterator[Accident]:
    """The only request for a report is lost from a mandate."""
    if base.index.profile != "security-council/mandate":
        return
    asking = [node for node in base.numbered if _ASKING.search(base.words(node))]
    if len(asking) == 1 and asking[0] is not base.numbered[-1]:
        order = [node for node in base.numbered if node is not asking[0]]
        changes = [
            base.relabelled(node, str(number))
            for number, node in enumerate(order, 1)
            if node.number != str(number)
        ]
        near = tuple(node.hull for node in order)
        yield Accident((Change(asking[0].hull, ""), *changes), near)


def organ_lost(base: Base) -> Iterator[Accident]:
    """The line that names the organ is lost."""
    organs = [node for node in base.index.draft.body if node.kind is Kind.ORGAN]
    if len(organs) == 1 and base.index.preambular and base.numbered:
        yield Accident((Change(organs[0].hull, ""),), (base.index.preambular[0].hull,))


def preamble_lost(base: Base) -> Iterator[Accident]:
    """The whole preamble is lost."""
    nodes = base.index.preambular
    if 0 < len(nodes) < 8 and len(base.numbered) > 1:
        changes = tuple(Change(node.hull, "") for node in nodes)
        yield Accident(changes, (base.numbered[0].hull,))


def operative_participle(base: Base) -> Iterator[Accident]:
    """An operative paragraph opens as a preambular one: "Deciding"."""
    for node in base.numbered:
        for present, participle in _FORMS.items():
            if node.text.startswith(present + " "):
                yield _opened(base, node, present, participle)


def preambular_present(base: Base) -> Iterator[Accident]:
    """A preambular paragraph opens as an operative one: "Recalls"."""
    for node in base.index.preambular:
        for present, participle in _FORMS.items():
            if node.text.startswith(participle + " "):
                yield _opened(base, node, participle, present)


def opening_cut(base: Base) -> Iterator[Accident]:
    """A verb loses its ending: "Request the Secretary-General"."""
    for node in base.numbered:
        for present in _FORMS:
            if node.text.startswith(present + " ") and present != "Calls upon":
                plain = present[:-2] if present.endswith("sses") else present[:-1]
                yield _opened(base, node, present, plain)


def _opened(base: Base, node: Node, old: str, new: str) -> Accident:
    return Accident((Change(base.span(node.start, node.start + len(old)), new, marked=True),))
