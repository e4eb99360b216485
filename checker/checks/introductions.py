"""Checks of the introductions of acronyms: one for each, for one name, and for a use."""

from collections.abc import Iterator

from checker.checks.acronym_places import AcceptableAcronyms, Acronyms, taken_out
from checker.checks.registry import check
from checker.draft import Kind
from checker.evidence import Evidence, Fix, Related
from checker.index import Index
from checker.index.longforms import begins_words, same_name
from checker.mentions import Introduction
from checker.parsing.acronyms import singular


@check("repeated-introduction")
def repeated_introduction(index: Index, options: Acronyms) -> Iterator[Evidence]:
    """Say which acronyms are introduced again, for the same name.

    Parts are the preamble, the operative part and each annex. What another part introduces again
    is for those who ask: many drafters introduce a name once in each.
    """
    layout = index.layout
    for form in index.short_forms:
        if len(form.introductions) < 2 or not options.concern(form):
            continue
        earliest: Introduction | None = None
        first_in_part: dict[int, Introduction] = {}
        for introduction in form.introductions:
            # A heading names things in full and may say how the text below calls them.
            if not introduction.long or _is_in_title(index, introduction):
                continue
            part = layout.part(introduction)
            repeated = first_in_part.get(part)
            first = repeated or earliest
            earliest = earliest or introduction
            first_in_part.setdefault(part, introduction)
            if first is None or not same_name(first.long, introduction.long):
                continue
            # An annex is often a text that others agreed.
            lowered = repeated is None or not layout.is_main(introduction)
            yield Evidence(
                introduction.span,
                values={"acronym": form.name, "address": index.address(first.span) or ""},
                related=(Related("introduction", first.span),),
                fix=_dropped(index, introduction),
                severity="info" if lowered else None,
                pedantic=repeated is None,
            )


def _is_in_title(index: Index, introduction: Introduction) -> bool:
    """Whether an introduction stands in a heading, or in an item that is only a title of others."""
    node = index.node_at(introduction.start)
    ended = node.text.endswith((".", ";", ":", ","))
    return node.kind is Kind.HEADING or (
        node.kind is Kind.ITEM and bool(node.children) and not ended
    )


@check("conflicting-acronym")
def conflicting_acronym(index: Index, options: Acronyms) -> Iterator[Evidence]:
    """Say which acronyms are introduced for two different names."""
    for form in index.short_forms:
        told = [one for one in form.introductions if one.long]
        if len(told) < 2 or not options.concern(form):
            continue
        first = told[0]
        for introduction in told[1:]:
            if introduction.long_span is not None and _conflict(first, introduction):
                values = {
                    "acronym": form.name,
                    "long": introduction.long,
                    "other": first.long,
                    "address": index.address(first.span) or "",
                }
                related = (Related("introduction", first.long_span or first.span),)
                yield Evidence(introduction.long_span, values=values, related=related)


@check("unused-acronym")
def unused_acronym(index: Index, options: AcceptableAcronyms) -> Iterator[Evidence]:
    """Say which acronyms the main text introduces and nothing uses."""
    layout = index.layout
    # "(AU PSC)" stands for both of its acronyms; a use of either is enough.
    done = {id(one) for form in index.short_forms if form.uses for one in form.introductions}
    for form in index.short_forms:
        if len(form.introductions) != 1 or not options.concern(form):
            continue
        [introduction] = form.introductions
        if id(introduction) not in done and layout.is_main(introduction):
            done.add(id(introduction))
            yield Evidence(
                introduction.span,
                values={"acronym": form.name},
                fix=_dropped(index, introduction),
            )


def _conflict(one: Introduction, other: Introduction) -> bool:
    """Whether two introductions of an acronym give it different names, each spelt by it."""
    if not one.long or not other.long or same_name(one.long, other.long):
        return False
    return all(begins_words(singular(told.short), told.long) for told in (one, other))


def _dropped(index: Index, introduction: Introduction) -> Fix | None:
    """Return the edit that takes out an acronym that stands alone in its parenthesis."""
    start, end = introduction.start - 1, introduction.end + 1
    if index.text[start] != "(" or index.text[end - 1 : end] != ")":
        return None
    if start and index.text[start - 1] == " ":
        start -= 1
    return taken_out(index, start, end)
