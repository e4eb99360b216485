"""The tables in words, a cell for each: what the formats for reading share."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.index.pointers import Outcome
from checker.report.columns import shorten, visible
from checker.report.tables.kinds import Kind
from checker.source import Source
from checker.tables import Tables
from checker.tables.rows import (
    AcronymRow,
    DateRow,
    DocumentRow,
    PeriodRow,
    Place,
    ReferenceRow,
    ResolutionRow,
    TargetRow,
)

_OPENING = 80

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table in words.

    Attributes:
        title: its name: "References".
        count: how many things it lists.
        columns: the heads of its columns.
        rows: its cells; a row that goes on with the thing above begins with empty ones.
        wrong: the numbers of the rows whose target is not there.
    """

    title: str
    count: int
    columns: Cells
    rows: tuple[Cells, ...]
    wrong: frozenset[int] = frozenset()


def sheets(tables: Tables, source: Source, kinds: Collection[Kind]) -> Iterator[Sheet]:
    """Yield the chosen tables of a draft in words."""
    if Kind.REFERENCES in kinds:
        yield _references(tables, source)
    if Kind.DATES in kinds:
        rows = [_date(row, source) for row in tables.dates]
        yield _sheet("Dates", ("Where", "Word", "Date", "Verb", "Concerns"), rows)
    if Kind.ACRONYMS in kinds:
        rows = [_acronym(row, source) for row in tables.acronyms]
        heads = "Short form", "Long form", "Introduced", "Uses", "Used in"
        yield _sheet("Acronyms and terms", heads, rows)
    if Kind.CITATIONS in kinds:
        rows = [_resolution(row, source) for row in tables.resolutions]
        rows += [_document(row, source) for row in tables.documents]
        yield _sheet("Citations", ("Citation", "Year or date", "Times", "Cited in"), rows)


def _sheet(title: str, columns: Cells, rows: Sequence[Cells]) -> Sheet:
    return Sheet(title, len(rows), columns, tuple(rows))


def address_of(place: Place, source: Source) -> str:
    """Return the address of a place, or its line where it stands in no paragraph."""
    return place.address or f"line {source.position(place.span.start).line}"


def addresses(places: Iterable[Place], source: Source) -> str:
    """Return the addresses of places, each once, with how often where that is more than once."""
    counted = Counter(address_of(place, source) for place in places)
    return "; ".join(
        f"{address} ×{times}" if times > 1 else address for address, times in counted.items()
    )


def target_address(target: TargetRow) -> str:
    """Return the addresses to which a target leads: "OP 11", "OP 11 to OP 13"; or ""."""
    return " to ".join(place.address or "" for place in target.found)


def outcome(target: TargetRow) -> str:
    """Return what became of looking a target up, in words."""
    match target.outcome:
        case Outcome.FOUND:
            return "found"
        case Outcome.NO_PARAGRAPH:
            return f"no paragraph {target.missing}"
        case Outcome.NO_ITEM:
            return f"no item {target.missing}"
        case Outcome.NO_ANNEX:
            return "no such annex"
        case Outcome.ELSEWHERE:
            return "another text"
        case Outcome.UNKNOWN:
            return "cannot be told"


def without_word(row: DateRow | PeriodRow) -> str:
    """Return a date without the governing word that a column of its own holds."""
    words = row.place.words
    if row.word and words.lower().startswith(f"{row.word} "):
        return words[len(row.word) + 1 :]
    return words


def concerns(row: DateRow | PeriodRow) -> str:
    """Return what a date concerns: a thing by its name, the nearest words in quotation marks."""
    words = row.concerns if row.thing or not row.concerns else f'"{row.concerns}"'
    document = row.document if isinstance(row, DateRow) else ""
    return " ".join(filter(None, (words, f"({document})" if document else "")))


def short_form(row: AcronymRow) -> str:
    """Return a short form, a term in quotation marks."""
    return f'"{row.name}"' if row.quoted else row.name


def long_forms(row: AcronymRow) -> str:
    """Return the long forms with which a short form is introduced, each once."""
    return "; ".join(dict.fromkeys(one.long for one in row.introductions if one.long))


def years(row: ResolutionRow) -> str:
    """Return the years that a resolution is given, and how often it stands without one."""
    given = ", ".join(map(str, row.years))
    if not row.undated:
        return given
    return f"{given}; {row.undated} without a year" if given else "no year"


def _references(tables: Tables, source: Source) -> Sheet:
    rows: list[Cells] = []
    wrong: set[int] = set()
    for reference in tables.references:
        first = address_of(reference.place, source), reference.place.words
        for place, cells in enumerate(_targets(reference)):
            if place < len(reference.targets) and reference.targets[place].resolves is False:
                wrong.add(len(rows))
            rows.append(_harmless((*(first if place == 0 else ("", "")), *cells)))
    columns = "Where", "Reference", "Direction", "Points at", "Which opens"
    return Sheet("References", len(tables.references), columns, tuple(rows), frozenset(wrong))


def _targets(reference: ReferenceRow) -> Iterator[Cells]:
    """Yield the cells of each target; another instrument's paragraphs are told in one row."""
    if all(target.outcome is Outcome.ELSEWHERE for target in reference.targets):
        direction = reference.targets[0].direction or ""
        points_at = ": ".join(filter(None, (outcome(reference.targets[0]), reference.instrument)))
        yield direction, points_at, ""
        return
    for target in reference.targets:
        where = target_address(target) if target.resolves else outcome(target)
        opening = shorten(visible(target.found[0].words), _OPENING) if target.found else ""
        yield target.direction or "", where, opening


def _date(row: DateRow | PeriodRow, source: Source) -> Cells:
    where = address_of(row.place, source)
    return _harmless((where, row.word, without_word(row), row.verb, concerns(row)))


def _acronym(row: AcronymRow, source: Source) -> Cells:
    introduced = addresses((one.place for one in row.introductions), source)
    return _harmless(
        (
            short_form(row),
            long_forms(row),
            introduced or "nowhere",
            str(len(row.uses)),
            addresses(row.uses, source),
        )
    )


def _resolution(row: ResolutionRow, source: Source) -> Cells:
    times, places = str(len(row.places)), addresses(row.places, source)
    return _harmless((f"resolution {row.number}", years(row), times, places))


def _document(row: DocumentRow, source: Source) -> Cells:
    times, places = str(len(row.places)), addresses(row.places, source)
    return _harmless((row.symbol, ", ".join(row.dates), times, places))


def _harmless(cells: Cells) -> Cells:
    return tuple(map(visible, cells))
