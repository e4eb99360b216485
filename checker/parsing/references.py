"""References to paragraphs: what they point at, and whose paragraphs those are.

Whose a paragraph is may stand after it ("of resolution 2374 (2017)", "thereof"), before it
("resolution 1645 (2005) and in particular its paragraph 27", "the report (S/2006/997), including
paragraphs 21 and 22"), or with the next reference of the same list.
"""

from collections.abc import Callable, Sequence

from checker.mentions import Direction, Label, Reference, Target, Whose
from checker.parsing.driver import Tree
from checker.parsing.islands import Island, Word, all_words, read_island, words
from checker.parsing.labels import paragraph_name
from checker.parsing.scanning import places
from checker.patterns import lazy
from checker.source import Span

ToSpan = Callable[[int, int], Span]

_PARAGRAPH = lazy(r"ara(?:graphs?\b|s?\.|s\b|\b)(?= ?[\d(])")
_OPERATIVE = lazy(r"OPs?(?= ?\d)")
_BEFORE = lazy(r"(?:\b[Oo]perative )?\b(?:[Ss]ub-?)?[Pp]$")
_LOOK_BACK = 240
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
_CITED_BEFORE = lazy(
    r"(?:\b[Rr]esolutions? [0-9]{1,4}(?:/[0-9]{1,4})?(?: ?\([0-9IVXLC]+\))?"
    r"|\([ASE]/[A-Z0-9][^\s()]*(?: ?\([0-9]{4}\))?\)"
    r"|\b[ASE]/[A-Z0-9][^\s(),]*(?: ?\([0-9]{4}\))?)"
)
_LINK = lazy(
    r",? ?(?:(?:and|,|in|including|notably|especially|particularly|in particular|specifically"
    r"|as well as|namely|at|under|its|their|the|operative|relevant|of|by) ?,? ?)*"
)
# After "the Final" the name of an instrument goes on: "Document of the Tenth Special Session".
_CAPITALIZED = r"(?!Paragraph|Annex|Article|Operative|[Rr]esolution)[A-Z][\w’'-]*"
_REST_OF_NAME = lazy(
    rf"(?: {_CAPITALIZED})*"
    rf"(?: (?:of|on|for|between)(?: the)? {_CAPITALIZED}(?: {_CAPITALIZED})*"
    rf"(?: (?:and|in)(?! (?:[A-Z][\w’'-]* ){{1,4}}[Rr]esolution)"
    rf" {_CAPITALIZED}(?: {_CAPITALIZED})*){{0,2}}){{0,6}}"
    r"(?![\w’'-])(?! [Rr]esolution)"
)
_ITS = lazy(r"\b(?:its|their|operative)(?: operative)? ?$")
_NAMING = frozenset({"INSTRUMENT", "NAMED_INSTRUMENT"})
_OWNERS = ("its", "their", "operative")
_ANNEX_BEFORE = lazy(r"\b[Aa]nnex(?:es)?(?: ([IVXLC]+|[A-Z]|[0-9]{1,2}))?(?:,| \(|,? in)? ?$")
_ARTICLE_BEFORE = lazy(
    r"\b((?:[Aa]rticle|[Rr]ule|[Rr]egulation|[Ss]ection|[Cc]hapter|[Pp]rinciple|[Pp]art)s? "
    r"(?:[0-9]+|[IVXLC]+|[A-Z])(?: ?\([0-9a-z]+\))*)(?:,|, in)? ?$"
)
_REPORT_BEFORE = lazy(
    r"\(([ASE]/[A-Z0-9][^\s()]*)\)[^();]{0,100}, (?:including|in particular|notably|especially) $"
)
_SENTENCE = lazy(r"[.;\n]\s")
# In "sub-paragraph (a) of paragraph 2 and (b) of paragraph 7 of the Agreement", "and (b) of" links.
_LISTED = lazy(r",? ?(?:and|or|as well as|,|and in|and of)(?: in)? ?(?:\([a-z]{1,4}\) of )?| of ")


def find_references(text: str, span: ToSpan) -> list[Reference]:
    """Return the references of a text as read, in reading order."""
    found: list[Reference] = []
    end = 0
    for start in _starts(text):
        if start < end:
            continue
        island = read_island(text, start, "reference")
        if island is None:
            continue
        found.extend(_understood(text, island, span))
        end = island.end
    return _shared_owner(text, found)


def _starts(text: str) -> list[int]:
    """Return where references may begin."""
    starts: list[int] = []
    for place in places(text, "ara"):
        if _PARAGRAPH.match(text, place):
            before = _BEFORE.search(text, max(0, place - 16), place)
            if before:
                starts.append(before.start())
    for place in places(text, "OP"):
        before_word = text[place - 1 : place]
        if not before_word.isalnum() and before_word != "-" and _OPERATIVE.match(text, place):
            starts.append(place)
    return sorted(starts)


def _understood(text: str, island: Island, span: ToSpan) -> list[Reference]:
    """Return what an island says: two references where only some of its targets have an owner.

    In "paragraphs 2 above, 9 and 11 of resolution 1572 (2004)" the first is the draft's own; in
    "paragraph 1 above of any payment" no instrument is named at all.
    """
    targets_tree, *others = island.tree.branches()
    targets = _targets(targets_tree, span)
    while others and others[0].name == "enclosing":
        targets = _enclosed(others.pop(0), targets)
    owner = others[0] if others else None
    whose, instrument, annex = _whose(text, owner)
    if whose is Whose.OTHER and instrument:
        instrument += text[island.end : _end_of_name(text, owner, island.end)]
    directed = tuple(target for target in targets if target.direction)
    if whose is Whose.OTHER and directed:
        rest = tuple(target for target in targets if not target.direction)
        first = _reference(island.start, directed[-1].end, span, directed, Whose.THIS)
        if not rest:
            return [first]
        return [first, _reference(rest[0].start, island.end, span, rest, whose, instrument)]
    if whose is Whose.UNKNOWN:
        whose, instrument, annex = (
            (Whose.THIS, "", "") if directed else _named_before(text, island.start)
        )
    return [_reference(island.start, island.end, span, targets, whose, instrument, annex)]


def _reference(
    start: int,
    end: int,
    span: ToSpan,
    targets: tuple[Target, ...],
    whose: Whose,
    instrument: str = "",
    annex: str = "",
) -> Reference:
    directed = any(target.direction for target in targets)
    anchored = directed or (whose is Whose.THIS and not annex)
    place = span(start, end)
    return Reference(start, end, place, targets, whose, instrument, annex, anchored)


def _targets(tree: Tree[Word], span: ToSpan) -> tuple[Target, ...]:
    """Read the targets; a direction binds backwards, a number carries on to bare items."""
    found: list[tuple[int, int, Label, Label | None, Direction | None]] = []
    number = ""
    for branch in tree.branches():
        labels: list[Label] = []
        direction = None
        for part in branch.branches():
            if part.name == "direction":
                direction = _direction(part)
                continue
            label = _label(part)
            number = label.number or number
            labels.append(label if label.number == number else Label(number, label.items))
        written = all_words(branch)
        last = _range_end(labels[0], labels[1]) if len(labels) > 1 else None
        found.append((written[0].start, written[-1].end, labels[0], last, direction))
    targets: list[Target] = []
    bound = None
    for start, end, first, last, direction in reversed(found):
        bound = direction or bound
        targets.append(Target(start, end, span(start, end), first, last, bound))
    return tuple(reversed(targets))


def _label(tree: Tree[Word]) -> Label:
    numbers = words(tree, "PARAGRAPH_NUMBER")
    items: list[str] = []
    for branch in tree.named("item"):
        (word,) = all_words(branch)
        if word.kind == "BULLET_ITEM":
            ordinal = next(name for name in _ORDINALS if name in word.text)
            items.append(f"dash {_ORDINALS.index(ordinal) + 1}")
        else:
            items.append(word.text.strip("()"))
    return Label(paragraph_name(numbers[0].text) if numbers else "", tuple(items))


def _range_end(first: Label, last: Label) -> Label:
    """Complete the end of a range: in "29 (a) to (c)" it is 29 (c)."""
    if last.items and len(last.items) < len(first.items) and last.number == first.number:
        return Label(last.number, (*first.items[: -len(last.items)], *last.items))
    return last


def _direction(tree: Tree[Word]) -> Direction:
    (word,) = all_words(tree)
    return Direction(word.text)


def _enclosed(enclosing: Tree[Word], targets: Sequence[Target]) -> tuple[Target, ...]:
    """Put the paragraph of "sub-paragraph (c) of paragraph 28 above" before its items."""
    label = _label(enclosing.named("label")[0])
    direction = next((_direction(part) for part in enclosing.named("direction")), None)

    def inside(inner: Label) -> Label:
        return Label(label.number, (*label.items, *inner.items))

    return tuple(
        target.replaced(
            first=inside(target.first),
            last=inside(target.last) if target.last else None,
            direction=target.direction or direction,
        )
        for target in targets
    )


def _whose(text: str, owner: Tree[Word] | None) -> tuple[Whose, str, str]:
    """Return whose paragraphs they are, by the words that follow them."""
    if owner is None:
        return Whose.UNKNOWN, "", ""
    named = all_words(owner)
    name = text[named[0].start : named[-1].end]
    if owner.name == "this":
        return Whose.THIS, "", ""
    if owner.name == "annex":
        first = named[0].text
        if first.startswith(("this", "the present")):
            return Whose.THIS, name, "this"
        label = first.split()[-1]
        return Whose.THIS, name, "annex" if label.lower().startswith("annex") else label
    return Whose.OTHER, name, ""


def _end_of_name(text: str, owner: Tree[Word] | None, end: int) -> int:
    """Return where the capitalized name of an instrument ends whose first words are read."""
    last = all_words(owner)[-1] if owner is not None else None
    if last is None or last.kind not in _NAMING or not last.text.split()[-1][0].isupper():
        return end
    rest = _REST_OF_NAME.match(text, end)
    return rest.end() if rest else end


def _named_before(text: str, start: int) -> tuple[Whose, str, str]:
    """Return whose paragraphs they are, by the words of the same sentence before them."""
    low = max(0, start - _LOOK_BACK)
    breaks = [match.end() for match in _SENTENCE.finditer(text, low, start)]
    before = text[breaks[-1] if breaks else low : start]
    if "nnex" in before and (annex := _ANNEX_BEFORE.search(before)):
        return Whose.THIS, annex.group().strip(" ,("), annex[1] or "annex"
    last = before.rstrip(" ,in")[-1:]
    if (last == ")" or last.isalnum()) and (article := _ARTICLE_BEFORE.search(before)):
        return Whose.OTHER, article[1], ""
    if before.endswith(" ") and "/" in before and (report := _REPORT_BEFORE.search(before)):
        return Whose.OTHER, report[1], ""
    cited = list(_CITED_BEFORE.finditer(before)) if _may_cite(before) else []
    if cited:
        between = before[cited[-1].end() :]
        if _LINK.fullmatch(between) and (between.strip() or before.endswith(" ")):
            return Whose.OTHER, cited[-1].group().strip("()"), ""
    if before.rstrip(" ").endswith(_OWNERS) and _ITS.search(before):
        return Whose.OTHER, "", ""
    return Whose.UNKNOWN, "", ""


def _may_cite(words: str) -> bool:
    return "esolution" in words or "/" in words


def _shared_owner(text: str, references: list[Reference]) -> list[Reference]:
    """Let "paragraph 2 and paragraph 7 of resolution 2374 (2017)" share the instrument."""
    shared: list[Reference] = []
    following: Reference | None = None
    for reference in reversed(references):
        if (
            following is not None
            and reference.whose is Whose.UNKNOWN
            and following.whose is Whose.OTHER
            and _LISTED.fullmatch(text, reference.end, following.start)
        ):
            following = reference.replaced(whose=following.whose, instrument=following.instrument)
        else:
            following = reference
        shared.append(following)
    return shared[::-1]
