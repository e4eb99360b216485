"""Drafts in which nothing is wrong, of the kinds that the Council adopts, as many as are wanted."""

import calendar
import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.property import wording
from tests.property.writing import Clause, Item, Layout, Written

_T = TypeVar("_T")

layouts: SearchStrategy[Layout] = st.builds(
    Layout,
    emphasis=st.booleans(),
    wrapped=st.booleans(),
    page=st.sampled_from([0, 0, 23, 41]),
    line_end=st.sampled_from(["\n", "\n", "\r\n"]),
    hard_spaces=st.booleans(),
)


@dataclass(slots=True)
class _Scene:
    """What one draft is about, and what has been said in it so far."""

    draw: DrawFn
    country: str
    region: str
    day: datetime.date
    preamble: list[str] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    named: list[tuple[str, str]] = field(default_factory=list)

    def one(self, options: Sequence[_T]) -> _T:
        """Choose one."""
        return self.draw(st.sampled_from(options))

    def several(self, options: Sequence[_T], least: int, most: int) -> list[_T]:
        """Choose some, in any order."""
        chosen = self.draw(st.permutations(options))
        return list(chosen[: self.draw(st.integers(least, most))])

    def filled(self, words: str) -> str:
        """Put in the names."""
        return words.replace("{country}", self.country).replace("{region}", self.region)

    def earlier(self, most: int = 300) -> datetime.date:
        """Return a day before that of the draft, in the same year."""
        passed = (self.day - datetime.date(self.day.year, 1, 1)).days
        return self.day - datetime.timedelta(days=self.draw(st.integers(1, min(most, passed))))

    def later(self, least: int, most: int) -> datetime.date:
        """Return the last day of a month some months after that of the draft."""
        months = self.day.month - 1 + self.draw(st.integers(least, most))
        year, month = self.day.year + months // 12, months % 12 + 1
        return datetime.date(year, month, calendar.monthrange(year, month)[1])

    def document(self) -> str:
        """Return the symbol of a document of the year."""
        return f"S/{self.day.year}/{self.draw(st.integers(10, 400))}"


def _written_day(day: datetime.date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _scene(draw: DrawFn) -> _Scene:
    day = draw(st.dates(datetime.date(2019, 3, 1), datetime.date(2026, 6, 20)))
    if (day.month, day.day) == (1, 1):
        day = day.replace(day=2)
    return _Scene(
        draw,
        draw(st.sampled_from(wording.COUNTRIES)),
        draw(st.sampled_from(wording.REGIONS)),
        day,
    )


# the preamble


def _general(scene: _Scene, least: int, most: int) -> None:
    """Say what preambles say, and cite resolutions that exist."""
    scene.preamble += map(scene.filled, scene.several(wording.PREAMBLE, least, most))
    cited = scene.several(wording.RESOLUTIONS, 1, 3)
    first, *others = [f"{number} ({year}) on {about}" for number, year, about in cited]
    if not others:
        scene.preamble.append(f"Recalling| its resolution {first}")
    else:
        *middle, last = others
        scene.preamble.append(
            f"Recalling| its resolutions {', '.join([first, *middle])}, and {last}"
            if middle
            else f"Recalling| its resolutions {first} and {last}"
        )


def _report_noted(scene: _Scene) -> None:
    day = _written_day(scene.earlier(60))
    document = f"the report of the Secretary-General of {day} ({scene.document()})"
    scene.preamble.append(f"Taking note| of {document}")


def _chapter_vii(scene: _Scene) -> None:
    scene.preamble.append(
        scene.filled(
            "Determining| that the situation in {country} continues to constitute a threat to"
            " international peace and security"
        )
    )
    scene.preamble.append("Acting| under Chapter VII of the Charter of the United Nations")


def _partners(scene: _Scene, actor: str) -> list[Clause]:
    """Introduce organizations in the preamble, and return paragraphs that speak of them."""
    clauses = []
    for long, short in scene.several(tuple(wording.PARTNERS.items()), 0, 3):
        scene.preamble.append(f"Welcoming| the contribution of the {long} ({short})")
        clauses.append(
            Clause(f"with{short}", f"Requests| {actor} to share its findings with the {short}")
        )
    return clauses


# the operative part


def _subjects(scene: _Scene, least: int, most: int) -> list[Clause]:
    """Return paragraphs that set something out, and paragraphs that refer to them."""
    chosen = scene.several(tuple(wording.SUBJECTS.items()), least, most)
    clauses = [Clause(key, scene.filled(subject.words)) for key, subject in chosen]
    for key, subject in scene.several(chosen, 0, len(chosen)):
        words = scene.one(wording.REFERRING).replace("{name}", subject.name)
        clauses.append(Clause(f"on{key}", words.replace("{key}", key)))
    if len(chosen) > 1 and scene.draw(st.booleans()):
        (first, one), (second, other) = chosen[:2]
        clauses.append(
            Clause(
                "both",
                f"Requests| the Secretary-General to assess the {one.name} and the {other.name}"
                f" referred to in «{first}&{second}»",
            )
        )
    return clauses


def _agreement(scene: _Scene) -> list[Clause]:
    """Introduce an agreement by a term, and return a paragraph that speaks of it."""
    if scene.draw(st.booleans()):
        return []
    quotes = scene.one(("“”", '""'))
    scene.preamble.append(
        f"Welcoming| the signing, on {_written_day(scene.earlier())}, of the Agreement on Peace in"
        f" {scene.country} ({quotes[0]}the Agreement{quotes[1]})"
    )
    return [Clause("agreement", "Urges| the signatories of the Agreement to honour it in full")]


def _tasks(scene: _Scene, lead: str) -> list[Clause]:
    """Return a paragraph with items, and paragraphs that refer to the items."""
    chosen = scene.several(tuple(wording.TASKS.items()), 2, 5)
    items = []
    for key, (_, words) in chosen:
        steps = scene.several(wording.STEPS, 2, 4) if scene.draw(st.booleans()) else []
        inner = tuple(Item(f"{key}{place}", step) for place, step in enumerate(steps))
        items.append(Item(key, words, inner))
    clauses = [Clause("tasks", lead, tuple(items))]
    for key, (name, _) in scene.several(chosen, 0, 2):
        words = f"Stresses| that the {name} under «{key}» requires mobile units"
        clauses.append(Clause(f"on{key}", words))
    return clauses


def _report(scene: _Scene, subject: str, most: int) -> Clause:
    """Return the request for a report, once or at intervals, before the mandate ends."""
    day = _written_day(scene.later(2, most))
    asked = scene.one(
        (
            f"to report to the Security Council on {subject} by {day}",
            f"to report to the Security Council on {subject} every three months",
            f"to submit to the Security Council, no later than {day}, a report on {subject}",
        )
    )
    return Clause("report", f"Requests| the Secretary-General {asked}")


def _finished(scene: _Scene, profile: str, *, shuffled: bool = True) -> Written:
    clauses = scene.draw(st.permutations(scene.clauses)) if shuffled else scene.clauses
    if shuffled and scene.draw(st.booleans()):
        heads = iter(("General matters", "Further steps"))
        clauses = [
            Clause(one.name, one.words, one.items, next(heads, "") if place in {0, 3} else "")
            for place, one in enumerate(clauses)
        ]
    seized = scene.one(("", "actively "))
    last = Clause("seized", f"Decides| to remain {seized}seized of the matter")
    sponsors = " and ".join(sorted(scene.several(wording.SPONSORS, 1, 2)))
    return Written(
        symbol=f"S/{scene.day.year}/{scene.draw(st.integers(401, 999))}",
        date=_written_day(scene.day),
        sponsors=f"{sponsors}: draft resolution",
        preamble=tuple(scene.preamble),
        clauses=(*clauses, last),
        profile=profile,
    )


def _mission(scene: _Scene) -> str:
    """Introduce a mission in the preamble and return its acronym."""
    kind, letters = scene.one(tuple(wording.MISSIONS.items()))
    short = f"UN{letters}{scene.country[:2].upper()}"
    number, year = scene.one(wording.ESTABLISHING)
    scene.preamble.append(
        f"Recalling| its previous resolutions on the situation in {scene.country}, in particular"
        f" resolution {number} ({year}), by which it established the United Nations {kind} in"
        f" {scene.country} ({short})"
    )
    return short


@st.composite
def mandates(draw: DrawFn) -> Written:
    """Renewals of a mission, with its tasks."""
    scene = _scene(draw)
    mission = _mission(scene)
    _general(scene, 1, 5)
    scene.clauses += _agreement(scene) + _partners(scene, mission)
    _report_noted(scene)
    armed = draw(st.booleans())
    if armed:
        _chapter_vii(scene)
        words = f"Authorizes| {mission} to use all necessary means to carry out its mandate"
        scene.clauses.append(Clause("means", words))
    until = _written_day(scene.later(6, 12))
    words = f"Decides| to extend the mandate of {mission} until {until}"
    scene.clauses.append(Clause("extension", words))
    scene.clauses += _tasks(
        scene, f"Decides| that the mandate of {mission} shall include the following tasks"
    )
    scene.clauses += _subjects(scene, 2, 8)
    scene.clauses.append(_report(scene, f"the activities of {mission}", 5))
    return _finished(scene, "security-council/mandate")


@st.composite
def rollovers(draw: DrawFn) -> Written:
    """Short technical extensions."""
    scene = _scene(draw)
    mission = _mission(scene)
    if draw(st.booleans()):
        _report_noted(scene)
    if draw(st.booleans()):
        _chapter_vii(scene)
    until = _written_day(scene.later(2, 6))
    words = scene.one(
        (
            f"Decides| to extend the mandate of {mission} until {until}",
            f"Decides| to extend until {until} the mandate of {mission}",
        )
    )
    scene.clauses.append(Clause("extension", words))
    return _finished(scene, "security-council/rollover", shuffled=False)


@st.composite
def sanctions(draw: DrawFn) -> Written:
    """Measures on a country, and the panel that watches them."""
    scene = _scene(draw)
    number, year = scene.one(wording.ESTABLISHING)
    scene.preamble.append(
        f"Recalling| its previous resolutions on the situation in {scene.country}, in particular"
        f" resolution {number} ({year})"
    )
    _general(scene, 1, 4)
    scene.clauses += _partners(scene, "the Panel of Experts")
    _chapter_vii(scene)
    until = scene.later(8, 12)
    panel = until + datetime.timedelta(days=31)
    scene.clauses += [
        Clause(
            "measures",
            f"Decides| to renew until {_written_day(until)} the measures on arms imposed by"
            f" paragraph 9 of resolution {number} ({year})",
        ),
        Clause(
            "panel",
            f"Decides| to extend until {_written_day(panel)} the mandate of the Panel of Experts",
        ),
        Clause(
            "freeze",
            "Decides| that all Member States shall freeze without delay the funds of those who"
            " plan attacks against civilians",
        ),
        Clause(
            "exemptions",
            "Decides| that the asset freeze imposed by «freeze» shall not apply to funds for food"
            " and medicines",
        ),
        Clause(
            "measured",
            "Requests| the Panel of Experts to submit to the Security Council a report on the"
            f" measures by {_written_day(scene.later(3, 6))}",
        ),
    ]
    scene.clauses += _subjects(scene, 0, 2)
    return _finished(scene, "security-council/sanctions")


@st.composite
def thematic(draw: DrawFn) -> Written:
    """Texts about a theme, not about one country."""
    scene = _scene(draw)
    scene.preamble.append("Reaffirming| its responsibility for international peace and security")
    _general(scene, 0, 0)
    scene.clauses += [
        Clause(f"theme{place}", words)
        for place, words in enumerate(scene.several(wording.THEMES, 3, len(wording.THEMES)))
    ]
    scene.clauses.append(_report(scene, "the implementation of this resolution", 12))
    return _finished(scene, "security-council/thematic")


@st.composite
def access(draw: DrawFn) -> Written:
    """Texts about humanitarian access to one country."""
    scene = _scene(draw)
    _general(scene, 1, 4)
    _report_noted(scene)
    until = _written_day(scene.later(5, 12))
    scene.clauses += [
        Clause(
            "crossings",
            "Decides| that humanitarian agencies and their partners may use the border crossings"
            f" of {scene.country} until {until}",
        ),
        Clause("convoys", "Demands| that all parties let humanitarian convoys pass unhindered"),
        Clause(
            "access",
            scene.filled("Calls upon| all parties to allow humanitarian access to {region}"),
        ),
        _report(scene, "humanitarian access", 5),
    ]
    return _finished(scene, "security-council/access")


@st.composite
def appointments(draw: DrawFn) -> Written:
    """Texts that extend the term of a judge."""
    scene = _scene(draw)
    number, year = scene.one(wording.ESTABLISHING)
    scene.preamble.append(f"Recalling| its resolution {number} ({year})")
    sent = f"{_written_day(scene.earlier(60))} ({scene.document()})"
    scene.preamble.append(f"Having considered| the letter of the Secretary-General of {sent}")
    until = _written_day(scene.later(6, 12))
    words = f"Decides| to appoint Ms. Anneke Ruud as Prosecutor of the Tribunal until {until}"
    scene.clauses.append(Clause("appointment", words))
    return _finished(scene, "security-council/appointment", shuffled=False)


drafts: SearchStrategy[Written] = st.one_of(
    mandates(), mandates(), rollovers(), sanctions(), thematic(), access(), appointments()
)
