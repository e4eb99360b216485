"""The report for a browser: one page that needs nothing beside itself."""

from dataclasses import dataclass

from markupsafe import Markup

from checker.findings import FileResult, Severity
from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.report.html.anchors import Anchors
from checker.report.html.crossings import drawing_of
from checker.report.html.dates import calendar_of
from checker.report.html.marks import marks_of
from checker.report.html.notes import Note, notes_of
from checker.report.html.page import environment, policy, script, style
from checker.report.html.rows import rows_of
from checker.report.html.sheets import sheets_of
from checker.report.style import Style
from checker.report.summary import summary
from checker.report.words import looked_at, no_draft, nothing_shown, understood
from checker.rulebook import Rulebook
from checker.tables import tables_of
from checker.totals import Totals

_MOST = 20_000_000
"""Code points of a page: what goes beyond is named in the overview only."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A draft in the overview; its name on the page is "" where it has no section."""

    name: str
    path: str
    counts: tuple[tuple[str, int], ...]
    said: str


class HtmlReporter:
    """Makes a page of all drafts of a run, each as it reads with its findings in place."""

    def __init__(self, rulebook: Rulebook, *, alone: bool, most: int = _MOST) -> None:
        """Begin an empty page.

        Args:
            rulebook: the rules, whose summaries explain their names.
            alone: whether one input was named.
            most: how long the page may become, in code points.
        """
        self._rulebook = rulebook
        self._alone = alone
        self._room = most
        self._sections: list[Markup] = []
        self._lines: list[_Line] = []
        self._families: set[str] = set()
        self._rules: set[str] = set()

    def file(self, result: FileResult) -> str:
        """Take a draft; the page is written at the end."""
        name = f"draft-{len(self._lines) + 1}"
        section, said = self._section(result, name)
        if len(section) > self._room:
            section = Markup()
            said = f"{said}; the page has no room for it: make one of this draft alone"
        self._room -= len(section)
        if section:
            self._sections.append(section)
            self._families |= {finding.family for finding in result.findings}
            self._rules |= {finding.rule for finding in result.findings}
        counts = tuple((each.value, result.count(each)) for each in Severity)
        self._lines.append(_Line(name if section else "", result.path, counts, said))
        return ""

    def close(self, totals: Totals) -> str:
        """Return the page."""
        rules = (self._rulebook.get(name) for name in sorted(self._rules))
        page = environment().get_template("page.html")
        return page.render(
            policy=policy(),
            style=style(),
            script=script(),
            summary=summary(totals, Style()),
            severities=[each.value for each in Severity if totals.severities[each]],
            families=sorted(self._families),
            errors=totals.errors,
            lines=self._lines,
            sections=self._sections,
            rules=[rule for rule in rules if rule is not None],
        )

    def _section(self, result: FileResult, name: str) -> tuple[Markup, str]:
        """Return a draft as a part of the page, and what the overview says of it."""
        draft = parse_source(result.source)
        index = build_index(draft, profile=result.profile, stage=result.stage, date=result.date)
        if not result.is_draft:
            return Markup(), no_draft(result)
        looked = looked_at(result)
        said = looked if result.findings else f"{nothing_shown(result)}: {looked}"
        anchors = Anchors(name, draft)
        return self._drawn(result, index, anchors, notes_of(result, anchors)), said

    def _drawn(
        self, result: FileResult, index: Index, anchors: Anchors, notes: tuple[Note, ...]
    ) -> Markup:
        tables = tables_of(index)
        title = index.draft.header.title
        section = (
            environment()
            .get_template("draft.html")
            .render(
                name=anchors.prefix,
                first=not self._sections,
                folded=not self._alone,
                path=result.path,
                title=title.value if title else "",
                understood=understood(result),
                looked=looked_at(result),
                none=nothing_shown(result),
                notes=notes,
                counts=[
                    (each.value, result.count(each)) for each in Severity if result.count(each)
                ],
                rows=list(rows_of(index.draft, marks_of(result, index, notes, anchors), anchors)),
                map=drawing_of(index, anchors),
                calendar=calendar_of(index, tables, anchors),
                sheets=list(sheets_of(tables, result.source, anchors)),
            )
        )
        return Markup(section)  # noqa: S704 -- escaped by its template
