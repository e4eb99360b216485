"""Checks of what negotiation leaves behind: square brackets and placeholders."""

from collections.abc import Iterator

from checker.checks.registry import check
from checker.draft import Kind, Node
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.patterns import lazy
from checker.records import Record
from checker.source import Span

_UNREAD = frozenset({Kind.FURNITURE, Kind.BLANK, Kind.COMMENT})
_SIGN = lazy(r"[\[\]“”\"]")
_LINKED = lazy(r"[(\[]")
_FOOTNOTE = lazy(r"\^.{1,20}|\d{1,3}")
_OFFICIAL = lazy(r"(?:[A-Za-z]{1,20}/)(?=[^\s]{0,30}[A-Z0-9])[\w./-]{1,40}(?: ?\(\w{1,8}\))?")
_EDITORIAL = frozenset({"sic", "x", "…", "..."})
_LONGEST = 200
_SHOWN = 60

_BLANKS = (
    "amount|country|date|day|insert[^\\]\\[]{0,60}|month|name|number|organ|place|symbol|title|year"
    "|to be (?:added|agreed|completed|confirmed|decided|determined|inserted)"
)
_PLACEHOLDER = lazy(
    rf"\[ ?(?:(?i:{_BLANKS})|[.…]{{1,4}}|[-–—_]{{1,4}}|\?+|) ?\]"
    r"|\b[A-Z]+(?:/[A-Za-z0-9.]{1,12}){0,4}/(?:X{2,}|x{2,}|\?{2,})"
    r"|\bX{2,}\b|\bx{3,}\b|_{3,}|\?{2,}"
    r"|\b(?:TBC|TBD|TBA|TODO|FIXME)\b|\b(?:tbc|tbd)\b"
    r"|(?<=resolution )(?:\.{2,}|…)"
    r"|Error! [A-Z][a-z]+ (?:source )?not (?:found|defined)"
    r"|\b(?:Commented|Comment) \[[A-Za-z]{1,4}\d{1,4}\]:|\b(?:Deleted|Formatted): "
    r"|\{(?:\+\+|--|~~|>>|==)|</?(?:ins|del)>|(?<!\{)~~(?=[^\s~])[^~\n]{1,300}~~"
)
# One of these stands in every placeholder; looking for them first is much the quickest.
_SIGNS = ("XX", "xx", "resolution ..")
_WORDS = {
    "tbc": ("TBC", "tbc"),
    "tbd": ("TBD", "tbd"),
    "tba": ("TBA",),
    "todo": ("TODO",),
    "fixme": ("FIXME",),
    "deleted": ("Deleted:",),
    "formatted": ("Formatted:",),
}
# The others have characters that most texts do without.
_UNUSUAL_SIGNS = {
    "[": ("[",),
    "_": ("___",),
    "?": ("??",),
    "!": ("Error!",),
    "~": ("~~",),
    "{": ("{+", "{-", "{~", "{>", "{="),
    "<": ("<ins", "<del", "</ins", "</del"),
    "…": ("resolution …",),
}
_ROMAN = lazy(r"X{2,3}")
_COUNTED_BEFORE = lazy(
    r"(?:\b(?:[Aa]nnex|[Aa]ppendix|[Aa]rticle|[Cc]hapter|[Pp]art|[Pp]rotocol|[Ss]ection|[Tt]itle"
    r"|[Vv]olume)(?:es|s)? |\d(?: ?[A-Z])? ?\(|[–-])$"
)
_COUNTED_AFTER = lazy(r"(?:-| )(?i:century|conference|congress|games|olympi|session|summit)")
_WORD_BEFORE = 16


class _Pair(Record):
    """Square brackets in the text as read; one end is None where it has no partner."""

    start: int | None
    end: int | None


@check("square-brackets")
def square_brackets(index: Index) -> Iterator[Evidence]:
    """Say where square brackets are left, or stand without their partner."""
    for node in index.draft.nodes:
        if node.label_span is not None and node.kind is Kind.OPERATIVE and "[" in node.label:
            yield Evidence(node.label_span, "pair", {"text": node.label})
    pairs = list(_pairs(index))
    blanks = _blanks(index) if pairs else frozenset()
    for pair in pairs:
        if pair.start is None and pair.end is not None:
            yield Evidence(_word(index, pair.end), "unopened")
        elif pair.start is not None and pair.end is None:
            yield Evidence(_word(index, pair.start), "unclosed")
        elif pair.start is not None and pair.end is not None and pair.start not in blanks:
            yield _left(index, pair.start, pair.end)


@check("placeholder")
def placeholder(index: Index) -> Iterator[Evidence]:
    """Say where a word stands that waits for the real one, or the residue of an editor's tool."""
    for start, end in _placeholders(index):
        text = index.text[start:end]
        residue = text.startswith(("Error!", "Comment", "Deleted", "Formatted", "{", "<", "~~"))
        yield Evidence(index.span(start, end), "residue" if residue else "blank", {"text": text})


def _blanks(index: Index) -> frozenset[int]:
    """Return the places of what waits for another word, which is no bracket of negotiation."""
    return frozenset(place for stretch in _placeholders(index) for place in range(*stretch))


def _left(index: Index, start: int, end: int) -> Evidence:
    if index.node_at(start) is index.node_at(end):
        words = index.text[start : end + 1]
        if len(words) > _SHOWN:
            words = words[:_SHOWN].rpartition(" ")[0] + " ...]"
        return Evidence(index.span(start, end + 1), "pair", {"text": words})
    related = (Related("close", index.span(end, end + 1)),)
    return Evidence(_word(index, start), "across", related=related)


def _word(index: Index, place: int) -> Span:
    """Return a bracket with the word it touches."""
    node = index.node_at(place)
    if index.text[place] == "]":
        start = max(node.start, place - _SHOWN)
        return index.span(max(index.text.rfind(" ", start, place) + 1, start), place + 1)
    end = index.text.find(" ", place + 2, node.end)
    words = index.text[place : min(end if end > 0 else node.end, place + _SHOWN)]
    return index.span(place, place + len(words.rstrip(",;.:")))


def _pairs(index: Index) -> Iterator[_Pair]:
    """Yield the brackets of the draft; those of links, footnotes, symbols and quotations not."""
    if "[" not in index.unusual_characters and "]" not in index.unusual_characters:
        return
    open_at: list[int] = []
    for node in index.draft.nodes:
        if node.kind in _UNREAD or node.kind is Kind.HEADER:
            continue
        yield from _pairs_of(index.text, node, open_at)
    yield from (_Pair(start, None) for start in open_at)


def _pairs_of(text: str, node: Node, open_at: list[int]) -> Iterator[_Pair]:
    """Yield the brackets that close in a node; those still open are kept for the next one."""
    quoted = False
    for sign in _SIGN.finditer(text, node.start, node.end):
        if sign.group() in '“”"':
            quoted = sign.group() == "“" or (sign.group() == '"' and not quoted)
        elif sign.group() == "[":
            open_at.append(sign.start())
        elif not open_at:
            if not quoted:
                yield _Pair(None, sign.start())
        else:
            start = open_at.pop()
            if not quoted and not _belongs(text, start, sign.start()):
                yield _Pair(start, sign.start())


def _belongs(text: str, start: int, end: int) -> bool:
    """Whether brackets stand there by right."""
    inside = text[start + 1 : min(end, start + _LONGEST)]
    if _LINKED.match(text, end + 1) or inside in _EDITORIAL or _OFFICIAL.fullmatch(inside):
        return True
    attached = start > 0 and not text[start - 1].isspace()
    return attached and _FOOTNOTE.fullmatch(inside) is not None


def _placeholders(index: Index) -> Iterator[tuple[int, int]]:
    signs = [sign for sign in _likely_signs(index) if sign in index.text]
    if not signs:
        return
    for node in index.draft.nodes:
        if node.kind in _UNREAD or not any(sign in node.text for sign in signs):
            continue
        for match in _PLACEHOLDER.finditer(index.text, node.start, node.end):
            start, end = match.span()
            if _is_numeral(index.text, start, end):
                continue
            if index.text[start - 1 : start] == "[" and index.text[end : end + 1] == "]":
                start, end = start - 1, end + 1
            yield start, end


def _likely_signs(index: Index) -> Iterator[str]:
    """Yield the signs of which the draft has the word or the character."""
    yield from _SIGNS
    for word in _WORDS.keys() & index.words:
        yield from _WORDS[word]
    for character in _UNUSUAL_SIGNS.keys() & set(index.unusual_characters):
        yield from _UNUSUAL_SIGNS[character]


def _is_numeral(text: str, start: int, end: int) -> bool:
    """Whether "XX" counts something: "Chapter XX", "resolution 2106 (XX)", "the XXX session"."""
    if not _ROMAN.fullmatch(text, start, end):
        return False
    before = text[max(0, start - _WORD_BEFORE) : start]
    after = _COUNTED_AFTER.match(text, end)
    return _COUNTED_BEFORE.search(before) is not None or after is not None
