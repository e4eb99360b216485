"""Checks of the uses of acronyms: introduced, after their introduction, and allowed at all."""

from collections.abc import Iterator, Sequence

from checker.checks.acronym_places import AcceptableAcronyms, other_uses
from checker.checks.registry import check
from checker.checks.searching import refuse_empty
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.index.longforms import find_long_forms, same_name
from checker.index.shortforms import ShortForm
from checker.mentions import AcronymUse, Mention
from checker.records import Record
from checker.source import Span

_IN_WORDS = ("acronym ", "abbreviation ", "abbreviated as ", "abbreviated to ")
_LONGEST_SHORT_NAME = 40
_JOINED = frozenset({" ", "/", "-"})


@check("undefined-acronym")
def undefined_acronym(index: Index, options: AcceptableAcronyms) -> Iterator[Evidence]:
    """Say which acronyms the main text uses and nothing introduces; each once."""
    layout = index.layout
    # '("the PSC Framework")' defines a term of which the acronym is a part.
    terms = {
        word
        for introduction in index.draft.mentions.introductions
        if introduction.quoted
        for word in introduction.short.split()
    }
    undefined = [
        (form, uses)
        for form in index.short_forms
        if not form.introductions
        and options.concern(form)
        and (uses := [use for use in form.uses if layout.is_running_text(use)])
        and not all(map(layout.long_forms.hold, uses))
        and form.name.partition(" ")[0] not in terms
        and not any(_is_explained(index.text, use) for use in uses)
        and not all(index.text[use.start - 1 : use.start] == "-" for use in uses)
    ]
    undefined = _without_second_halves(index.text, undefined)
    undefined = _without_broken(index, undefined)
    long_forms = find_long_forms(
        index.text, [form.name for form, _ in undefined], layout.running_text
    )
    for form, uses in undefined:
        values: dict[str, str | int] = {"acronym": form.name}
        related = other_uses(uses[1:])
        place = long_forms.get(form.name)
        if place is None:
            yield Evidence(uses[0].span, "undefined", values, related=related)
            continue
        span = index.span(*place)
        values |= {"long": " ".join(index.text[slice(*place)].split())}
        values |= {"address": index.address(span) or ""}
        introducible = place[1] <= uses[0].start and not layout.quoted.cover(place[0])
        fix = _introduced(index, span, form.name) if introducible else None
        long_form = Related("long", span)
        yield Evidence(uses[0].span, "unlabelled", values, (long_form, *related), fix)


@check("acronym-before-definition")
def acronym_before_definition(index: Index, options: AcceptableAcronyms) -> Iterator[Evidence]:
    """Say which acronyms the main text uses before it introduces them; each once."""
    layout = index.layout
    inside = layout.long_forms
    for form in index.short_forms:
        introductions = [one for one in form.introductions if layout.is_main(one)]
        if not introductions or not options.concern(form):
            continue
        first = introductions[0]
        early = [
            use
            for use in form.uses
            if use.end <= first.start and layout.is_running_text(use) and not inside.hold(use)
        ]
        if early:
            values = {"acronym": form.name, "address": index.address(first.span) or ""}
            related = (Related("introduction", first.span), *other_uses(early[1:]))
            yield Evidence(early[0].span, values=values, related=related)


class ForbiddenAbbreviation(Record):
    """Options of ``forbidden-abbreviation``.

    Attributes:
        abbreviations: each abbreviation with the name that is written instead.
        unless: official names in which they may stand.
        accepted: abbreviations that a configuration accepts.
    """

    abbreviations: dict[str, str]
    unless: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an empty table."""
        refuse_empty("abbreviations", self.abbreviations)


@check("forbidden-abbreviation")
def forbidden_abbreviation(index: Index, options: ForbiddenAbbreviation) -> Iterator[Evidence]:
    """Say which names are abbreviated that never are; each once."""
    layout = index.layout
    names = tuple(options.unless)
    for form in index.short_forms:
        short = form.name if form.introductions else form.name.split(" ", 1)[0]
        full = options.abbreviations.get(short)
        if full is None or short in options.accepted or not _means(form, full):
            continue
        uses = [
            use
            for use in form.uses
            if layout.is_main(use) and not index.text.startswith(names, use.start)
        ]
        places: list[Mention] = sorted(
            [*uses, *filter(layout.is_main, form.introductions)], key=lambda place: place.start
        )
        if places:
            edits = tuple(Edit(use.span, full) for use in uses)
            yield Evidence(
                places[0].span,
                values={"abbreviation": short, "name": full},
                related=other_uses(places[1:]),
                fix=None if form.introductions else Fix(edits, Safety.UNSAFE),
            )


def _is_explained(text: str, use: AcronymUse) -> bool:
    """Whether words say what it is: "the acronym X", or a name with it in parentheses behind one.

    "the 2050 Africa's Integrated Maritime Strategy (2050 AIM Strategy)" shortens a name that stands
    before it.
    """
    if text.endswith(_IN_WORDS, 0, use.start):
        return True
    start = text.rfind("(", max(0, use.start - _LONGEST_SHORT_NAME), use.start)
    if start < 2:
        return False
    end = text.find(")", use.end, use.end + _LONGEST_SHORT_NAME)
    inside = text[start + 1 : end].strip('“”"') if end > 0 else ""
    words = inside.removeprefix("the ").split()
    capitalized = all(not word[0].islower() and word[0].isalnum() for word in words)
    return len(words) > 1 and capitalized and text[start - 2].isalpha()


def _without_broken(
    index: Index, undefined: Sequence[tuple[ShortForm, list[AcronymUse]]]
) -> list[tuple[ShortForm, list[AcronymUse]]]:
    """Leave out parts of acronyms that broke in two: the "CA" of "CA R"."""
    if not undefined or not index.broken:
        return list(undefined)
    starts = {index.vocabulary.stretch(word, word)[0] for _, two in index.parted for word in two}
    whole = ((form, [use for use in uses if use.start not in starts]) for form, uses in undefined)
    return [(form, uses) for form, uses in whole if uses]


def _without_second_halves(
    text: str, undefined: Sequence[tuple[ShortForm, list[AcronymUse]]]
) -> list[tuple[ShortForm, list[AcronymUse]]]:
    """Leave out what stands only behind another undefined acronym: "RMA" of "EUFOR RMA"."""
    ends = {use.end for _, uses in undefined for use in uses}
    return [
        (form, uses)
        for form, uses in undefined
        if not all(text[use.start - 1] in _JOINED and use.start - 1 in ends for use in uses)
    ]


def _means(form: ShortForm, full: str) -> bool:
    """Whether an abbreviation stands for a name: the draft may introduce it for another."""
    return all(not one.long or same_name(one.long, full) for one in form.introductions)


def _introduced(index: Index, long: Span, acronym: str) -> Fix | None:
    """Return the edit that puts an acronym after its long form, behind closing emphasis."""
    text = index.draft.source.text
    end = long.end
    while text[end : end + 1] in {"*", "_"}:
        end += 1
    return Fix((Edit(Span(end, end), f" ({acronym})"),))
