"""Checks of the style of acronyms: letters that fit, none in headings, none in the possessive."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.checks.acronym_places import AcceptableAcronyms, Acronyms, other_uses
from checker.checks.registry import check
from checker.draft import Kind, Node
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.index.shortforms import ShortForm
from checker.mentions import AcronymUse, Introduction
from checker.parsing.acronyms import singular
from checker.patterns import lazy

_POSSESSIVE = lazy(r"['’]s\b")
_BARE_POSSESSIVE = lazy(r"['’] ")
_WORD = lazy(r"[^\W_]+")
# "Goma" of "RCD-Goma" is written out.
_WORD_PART = lazy(r"[- /][A-Z][a-z]{2,}|[ -][IVX]+$")
_STOP = lazy(r"[;:.()“”\"\n]")
_CAPITAL = lazy(r"(?<!\w)[^\W\d_a-z]")
_SMALL_WORD = lazy(r"\b(?:and|as|at|by|for|from|in|its|of|on|or|that|their|to|with)\b|,")
_ARTICLE = lazy(r"\b(?:the|a|an) ")
# In "Demobilization, Reintegration (DDR) and Repatriation (DDRR)" the name begins further back.
_ACRONYM_BEFORE = lazy(r"\(([A-Z]{3,})\)(?=[^()]*\Z)")
_OPENING = lazy(r"\b\w++ (?:\w++ )?(?:the|an?|its) ")
_FEWEST_LETTERS = 3
_REACH = 220


@check("unfit-acronym")
def unfit_acronym(index: Index, options: AcceptableAcronyms) -> Iterator[Evidence]:
    """Say which acronyms cannot be made of the letters of the words before them; each once."""
    layout = index.layout
    for form in index.short_forms:
        if not options.concern(form):
            continue
        for introduction in form.introductions:
            place = _long_form(index, introduction)
            if place is None or _may_be_spelt(index.text, introduction):
                continue
            if layout.is_running_text(introduction):
                long = Related("long", index.span(*place))
                yield Evidence(introduction.span, values={"acronym": form.name}, related=(long,))
                break


@check("acronym-in-heading")
def acronym_in_heading(index: Index, options: AcceptableAcronyms) -> Iterator[Evidence]:
    """Say which headings of the main text have acronyms; each heading once."""
    layout = index.layout
    headings: dict[str, list[tuple[AcronymUse, ShortForm]]] = defaultdict(list)
    for form in index.short_forms:
        if options.concern(form):
            for use in form.uses:
                if layout.is_main(use) and index.kind_at(use) is Kind.HEADING:
                    headings[index.node_at(use.start).address].append((use, form))
    for found in headings.values():
        evidence = _first_of(found)
        introductions = found[0][1].introductions[:1]
        introduced = [Related("introduction", one.span) for one in introductions]
        yield evidence.replaced(related=(*introduced, *evidence.related))


@check("possessive-acronym")
def possessive_acronym(index: Index, options: Acronyms) -> Iterator[Evidence]:
    """Say that acronyms stand in the possessive; once for a draft."""
    layout = index.layout
    found = [
        (use, form)
        for form in index.short_forms
        if options.concern(form)
        for use in form.uses
        if _is_possessive(index.text, use) and layout.is_running_text(use)
    ]
    if found:
        yield _first_of(found)


def _first_of(found: list[tuple[AcronymUse, ShortForm]]) -> Evidence:
    """Put uses in reading order and speak of the first, with the others beside it."""
    found.sort(key=lambda pair: pair[0].start)
    (first, form), *others = found
    related = other_uses([use for use, _ in others])
    return Evidence(first.span, values={"acronym": form.name}, related=related)


def _is_possessive(text: str, use: AcronymUse) -> bool:
    if _POSSESSIVE.match(text, use.end):
        return True
    return text[use.end - 1] in "sS" and _BARE_POSSESSIVE.match(text, use.end) is not None


def _long_form(index: Index, introduction: Introduction) -> tuple[int, int] | None:
    """Return where the name before an acronym stands, or None where it cannot be told.

    A name that begins its paragraph may have begun on the line before; "Welcomes the" begins none.
    """
    node = index.node_at(introduction.start)
    if introduction.long_span is not None:
        start, end = index.draft.reading.stretch(introduction.long_span)
        if start > node.start:
            return start, end
        opening = _OPENING.match(index.text, start, end)
        return None if opening is None else (opening.end(), end)
    return _noun_phrase(index.text, node, introduction)


def _noun_phrase(text: str, node: Node, introduction: Introduction) -> tuple[int, int] | None:
    """Return where "G5 Sahel joint force" stands: from the article on, without small words."""
    end = text.rfind("(", node.start, introduction.start)
    start = max(node.start, end - _REACH)
    articles = [match.end() for match in _ARTICLE.finditer(text, start, max(start, end))]
    if not articles:
        return None
    words = text[articles[-1] : end]
    phrase = words.rstrip()
    gloss = _SMALL_WORD.search(phrase) or _STOP.search(phrase) or not _CAPITAL.search(phrase)
    return None if gloss or not phrase else (articles[-1], articles[-1] + len(phrase))


def _may_be_spelt(text: str, introduction: Introduction) -> bool:
    """Whether an acronym may be made of the words before it, as far as its letters tell."""
    short = _WORD_PART.sub("", singular(introduction.short))
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    if len(letters) < _FEWEST_LETTERS or _in_order(letters, introduction.long.casefold()):
        return True
    end = text.rfind("(", 0, introduction.start)
    reach = max(0, end - _REACH)
    before = _ACRONYM_BEFORE.search(text, reach, end)
    if before is not None and before[1] != short and short.startswith(before[1]):
        return True
    start = max([reach, *(stop.end() for stop in _STOP.finditer(text, reach, end))])
    words = _WORD.findall(text[start:end].casefold())
    return _begin_words(letters, words[-2 * len(letters) - 2 :])


def _begin_words(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether letters can be taken from the beginnings of words, in any order of these.

    Names are translated and their acronyms are not: "ADR" of "Republican Army of Merrin Delta" is
    no fault.
    """
    unused = defaultdict(list)
    for word in words:
        unused[word[0]].append(word)
    begun = [""]
    for letter in letters:
        if not begun[-1].startswith(letter) and unused[letter]:
            begun.append(unused[letter].pop())
        goes_on = next((rest for rest in reversed(begun) if rest.startswith(letter)), None)
        if goes_on is None:
            return False
        begun[begun.index(goes_on)] = goes_on[1:]
    return True


def _in_order(letters: Sequence[str], words: str) -> bool:
    rest = iter(words)
    return all(letter in rest for letter in letters)
