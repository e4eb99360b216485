"""The check ``foreign-mission``: a mission that came with a paragraph of another text."""

import re
from collections.abc import Iterator, Sequence

from checker.checks.acronym_places import other_uses
from checker.checks.registry import check
from checker.checks.searching import refuse_empty
from checker.draft import Node
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.index.layout import Layout
from checker.index.shortforms import ShortForm
from checker.mentions import AcronymUse
from checker.patterns import lazy
from checker.records import Record

_MISSION = lazy(r"\b(?:Force|Mission|Operation|(?:Integrated|Peacebuilding) Office)\b")
# "Cooperation between the missions in the region" names others by right.
_TOGETHER = lazy(r"\b(?:[Ii]nter-mission|missions|operations|neighbouring|regional?)\b")


class ForeignMission(Record):
    """Options of ``foreign-mission``.

    Attributes:
        missions: each mission's acronym with names of where it works; the first of them is shown.
        accepted: names that a configuration accepts.
    """

    missions: dict[str, tuple[str, ...]]
    accepted: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an empty table, and a mission without a place."""
        refuse_empty("missions", self.missions)
        for places in self.missions.values():
            refuse_empty("the places of a mission", places)


@check("foreign-mission")
def foreign_mission(index: Index, options: ForeignMission) -> Iterator[Evidence]:
    """Say which missions one paragraph names, that nothing else in the draft has to do with."""
    layout = index.layout
    known = [form for form in index.short_forms if form.name in options.missions]
    unexplained = [
        form for form in known if not form.introductions and form.name not in options.accepted
    ]
    own = _own_missions(index, layout) if unexplained else []
    for form in unexplained:
        uses = [use for use in form.uses if layout.is_running_text(use)]
        if not uses:
            continue
        paragraph = index.paragraph(index.node_at(uses[0].start))
        if not all(_stands_in(index, paragraph, use) for use in form.uses):
            continue
        places = options.missions[form.name]
        if _names_others(index, paragraph, form, [*known, *own]) or _is_about(
            index, paragraph, places
        ):
            continue
        mission = [Related("own", one.introductions[0].span, {"own": one.name}) for one in own[:1]]
        yield Evidence(
            uses[0].span,
            values={"acronym": form.name, "place": places[0]},
            related=(*mission, *other_uses(uses[1:])),
        )


def _own_missions(index: Index, layout: Layout) -> list[ShortForm]:
    """Return the missions that the main text introduces."""
    return [
        form
        for form in index.short_forms
        if any(layout.is_main(one) and _MISSION.search(one.long) for one in form.introductions)
    ]


def _stands_in(index: Index, paragraph: Node, use: AcronymUse) -> bool:
    return index.paragraph(index.node_at(use.start)) is paragraph


def _names_others(
    index: Index, paragraph: Node, form: ShortForm, missions: Sequence[ShortForm]
) -> bool:
    """Whether a paragraph speaks of several missions: "coordination with UNSMTA"."""
    if any(_TOGETHER.search(node.text) for node in paragraph.walk()):
        return True
    return any(
        _stands_in(index, paragraph, use)
        for mission in missions
        if mission.name != form.name
        for use in mission.uses
    )


def _is_about(index: Index, paragraph: Node, places: Sequence[str]) -> bool:
    """Whether the draft names one of some places outside of a paragraph."""
    text = index.text
    named = [place for place in places if place in text]
    if not named:
        return False
    patterns = re.compile("|".join(rf"\b{re.escape(place)}" for place in named))
    low, high = index.draft.reading.stretch(paragraph.hull)
    return patterns.search(text, 0, low) is not None or patterns.search(text, high) is not None
