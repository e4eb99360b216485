"""Checks of the punctuation with which paragraphs end."""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

from checker.checks.places import place_of
from checker.checks.registry import Need, check
from checker.draft import Kind, Node
from checker.evidence import Edit, Evidence, Fix, Safety
from checker.index import Index
from checker.patterns import lazy
from checker.records import Record
from checker.source import Span

# A mark; brackets and quotes that close after it, a joining "and", the number of a footnote.
_END = lazy(
    r"(?P<mark>[,;.:…]{0,3})[)\]”\"'’» ]{0,4}"
    r"(?:(?<=[,;]) ?(?:and|or),?)?(?:(?<=[,;.:]) ?\d{1,3})?$"
)
# A mark after a letter or a figure is the end of most paragraphs.
_PLAIN = frozenset(",;.")
_JOINING = ("and,", "or,")
_TAIL = 24
_SHORTEST = 30
_NAMES = {",": "a comma", ";": "a semicolon", ".": "a full stop", "": "no punctuation mark"}


class ParagraphPunctuation(Record):
    """Options of ``paragraph-punctuation``.

    Attributes:
        regular: the share of the paragraphs that must end alike before another is reported.
        at_least: how many paragraphs must end alike.
    """

    regular: float = 0.9
    at_least: int = 4


class _Ending(Record):
    """How a paragraph ends: its mark, and where that stands in the text as read."""

    paragraph: Node
    mark: str
    start: int
    end: int


@check("paragraph-punctuation", needs=Need.NUMBERS)
def paragraph_punctuation(index: Index, options: ParagraphPunctuation) -> Iterator[Evidence]:
    """Say which paragraphs end otherwise than the other paragraphs of the draft."""
    if not index.operative or not index.draft.numbered:
        return
    yield from _irregular(index, _endings(index, index.preambular), options, {",", ";"})
    inside = _endings(index, index.operative[:-1])
    yield from _irregular(index, inside, options, {";"})
    yield from _last(index, index.operative[-1])


def _irregular(
    index: Index, endings: Sequence[_Ending], options: ParagraphPunctuation, usual_marks: set[str]
) -> Iterator[Evidence]:
    counted = Counter(ending.mark for ending in endings)
    # Not ``most_common``, which loads what sorts by heaps.
    usual, times = max(counted.items(), key=itemgetter(1), default=("", 0))
    others = len(endings) - times
    if usual not in usual_marks or times <= counted["."]:
        return
    regular = times >= options.at_least and others <= max(1, (1 - options.regular) * len(endings))
    for place, ending in enumerate(endings):
        inside = ending.mark == "." and ending.paragraph.kind is Kind.OPERATIVE
        if ending.mark != usual and (regular or inside):
            values = {"mark": _NAMES[ending.mark], "usual": _NAMES[usual]}
            near = endings[place - 1] if place else endings[place + 1]
            related = (place_of(index, near.paragraph),)
            case = "full-stop" if inside else "irregular"
            # Where the draft has no firm habit, others would stand out once this one is mended.
            fix = _fix(index, ending, usual, Safety.SAFE if regular else Safety.UNSAFE)
            yield Evidence(_span(index, ending), case, values, related, fix)


def _last(index: Index, paragraph: Node) -> Iterator[Evidence]:
    ending = _ending(index, paragraph)
    if ending is not None and ending.mark in {",", ";", ""}:
        values = {"mark": _NAMES[ending.mark]}
        # Another paragraph may be still to come.
        fix = _fix(index, ending, ".", Safety.UNSAFE)
        yield Evidence(_span(index, ending), "last", values, fix=fix)


def _endings(index: Index, paragraphs: Sequence[Node]) -> list[_Ending]:
    found = [_ending(index, paragraph) for paragraph in paragraphs]
    return [ending for ending in found if ending is not None]


def _ending(index: Index, paragraph: Node) -> _Ending | None:
    """Return how a paragraph ends, None where that cannot be told."""
    last = paragraph
    while last.children:
        last = last.children[-1]
    mark = last.text[-1:]
    if mark in _PLAIN and last.text[-2:-1].isalnum() and not last.text.endswith(_JOINING):
        damaged = _is_damaged(paragraph, last, mark)
        return None if damaged else _Ending(paragraph, mark, last.end - 1, last.end)
    match = _END.search(index.text, max(last.start, last.end - _TAIL), last.end)
    if match is None or match["mark"] not in _NAMES or _is_damaged(paragraph, last, match["mark"]):
        return None
    end = match.end("mark")
    return _Ending(paragraph, match["mark"], match.start(), end if match["mark"] else last.end)


def _is_damaged(paragraph: Node, last: Node, mark: str) -> bool:
    """Whether what stands last is no end of a paragraph: a heading, a footnote, a page foot."""
    if last.kind is Kind.HEADING or last.marker == "bullet":
        return True
    if mark:
        return False
    cut = last is not paragraph or len(last.text) < _SHORTEST
    return cut or not last.text[-1:].isalpha() or "[" in last.text


def _span(index: Index, ending: _Ending) -> Span:
    """Return the last word of a paragraph with its mark."""
    start = index.text.rfind(" ", ending.paragraph.start, ending.end - 1) + 1
    return index.span(max(start, ending.end - _TAIL), ending.end)


def _fix(index: Index, ending: _Ending, mark: str, safety: Safety) -> Fix:
    end = index.span(ending.end - 1, ending.end).end
    return Fix((Edit(Span(end - len(ending.mark), end), mark),), safety)
