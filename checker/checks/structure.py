"""The family structure: the parts of a draft and the clauses on which a mandate rests.

What only asks for words at a place is a page over ``required-clause``; here is the rest.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from checker.checks.registry import check
from checker.checks.searching import parse_phrases, refuse_empty
from checker.draft import Kind, Node
from checker.evidence import Evidence, Related
from checker.index import Index
from checker.patterns import lazy
from checker.records import Record

_OPENING_WORDS = 3
_WORD = lazy(r"[\w’'-]+")
_LONGEST_OPENING = 200

_EXTENDING = lazy(
    r"\b(?:(?:[Dd]ecides|[Aa]uthori[sz]es|[Aa]grees)\b[^;:]{0,120}?\b(?:to|the) "
    r"(?:\w+ly |further )?"
    r"|[Dd]ecides[^;:]{0,120}? shall be (?:\w+ )?|^)"
    r"(?P<verb>extend|renew|prolong|[Ee]xtends|[Rr]enews|[Pp]rolongs|extension of|renewal of)\b"
    r"(?! its (?!(?:\w+ )?(?:mandate|authori[sz]ation|deployment)))"
)
# In every verb that extends is one of these.
_EXTENDING_SIGNS = ("xten", "enew", "rolong")
_HELD = lazy(
    r"\b(?:mandates?|authori[sz]ations?|deployment)\b|\bmeasures (?:\w+ ){0,6}(?:imposed|set out)\b"
    r"|\b(?:[Pp]anel|[Gg]roup|[Tt]eam) of (?:\w+ )?[Ee]xperts\b|\bMonitoring (?:Group|Team)\b"
)
_END = lazy(
    r"\b(?:until|through|end(?:s|ing)?|expir\w+|up to|to \d{1,2} [A-Z]\w+"
    r"|for as long as|indefinite\w*"
    r"|for (?:a|an|another|the|one)\b[^,;]{0,40}?\b(?:periods?|months?|years?|days|weeks)"
    r"|for (?:\w+ ){1,3}(?:months|years|days)|of (?:\w+ )?(?:months|years))\b"
)
# "Shall be lifted unless it decides to extend them" extends nothing yet.
_CONDITION = lazy(
    r"\b(?:if|unless|until|once|whether) (?:it|the (?:Security )?Council) (?:\w+ ){1,2}to "
    r"(?:\w+ly |further )?$"
)
_LONGEST_CONDITION = 80
_END_BELOW = lazy(r"\b(?:until \d|for (?:a|an) (?:\w+ )?period|ending (?:on )?\d)")
_NEXT_ACT = lazy(
    r"[;:]|, (?:and )?(?:also |further |in this regard,? )?"
    r"(?:authori[sz]es|calls|decides|encourages|expresses|invites|notes"
    r"|requests|stresses|takes note|underlines|urges|welcomes)\b"
)
_LONGEST_OBJECT = 200
_LONGEST_CLAUSE = 600
_LONGEST_SENTENCE = 3000

_AUTHORIZING = lazy(
    r"\b(?:authori[sz]es|decides [^;]{0,80}?to authori[sz]e"
    r"|decides [^;]{0,160}?\b(?:is|are|be) authori[sz]ed)\b",
    re.IGNORECASE,
)
_ANOTHER_VERB = lazy(
    r"\b(?:calls (?:up)?on|demands|encourages|expresses|invites|recalls|requests|stresses"
    r"|underlines|underscores|urges|welcomes)\b"
)

_VOWELS = "aeiou"
_NOT_READ = frozenset({Kind.FURNITURE, Kind.BLANK, Kind.COMMENT})


class RequiredPart(Record):
    """Options of ``required-part``.

    Attributes:
        part: what the draft must have: the line that names the organ, or a preamble.
    """

    part: Literal["organ", "preamble"]


@check("required-part")
def required_part(index: Index, options: RequiredPart) -> Iterator[Evidence]:
    """Say where a draft lacks the line that names its organ, or its preamble."""
    paragraphs = sorted((*index.preambular, *index.operative), key=lambda node: node.start)
    if not index.operative or not paragraphs:
        return
    if options.part == "organ":
        missing = not any(node.kind is Kind.ORGAN for node in index.draft.body)
        # A text of which nothing else is known need not be a resolution.
        missing = missing and (index.profile != "unknown" or bool(index.preambular))
    else:
        missing = not index.preambular and len(index.operative) > 1
    if missing:
        span = index.opening(paragraphs[0], _OPENING_WORDS)
        values = {"organ": _organ(index), "address": paragraphs[0].address}
        yield Evidence(span, values=values, absent=True)


def _organ(index: Index) -> str:
    """Return the name of the organ, as the header or else the profile has it."""
    if index.draft.header.organ is not None:
        return index.draft.header.organ.value
    organ = index.profile.partition("/")[0]
    if organ == "unknown":
        return "Security Council"
    return organ.replace("-", " ").title().replace(" And ", " and ")


@check("mandate-end")
def mandate_end(index: Index) -> Iterator[Evidence]:
    """Say where a mandate is extended without an end."""
    for paragraph in index.operative:
        for node in paragraph.walk():
            for start, end in _extensions(node):
                span = index.span(node.start + start, node.start + end)
                quote = index.draft.reading.quote(span)
                yield Evidence(span, values={"phrase": quote, "address": node.address})


def _extensions(node: Node) -> Iterator[tuple[int, int]]:
    """Yield where the text of a node extends a mandate and names no end, from verb to object."""
    if not any(map(node.text.__contains__, _EXTENDING_SIGNS)):
        return
    for act in _EXTENDING.finditer(node.text):
        after = act.end("verb")
        limit = min(len(node.text), after + _LONGEST_CLAUSE)
        following = _NEXT_ACT.search(node.text, after, limit)
        stop = limit if following is None else following.start()
        held = _HELD.search(node.text, after, min(stop, after + _LONGEST_OBJECT))
        if held is None or _END.search(node.text, act.start(), stop):
            continue
        verb = act.start("verb")
        if _CONDITION.search(node.text, max(0, verb - _LONGEST_CONDITION), verb):
            continue
        listed = following is not None and following.group() == ":"
        if not (listed and any(_END_BELOW.search(below.text) for below in node.walk())):
            yield verb, held.end()


class LegalBasis(Record):
    """Options of ``legal-basis``.

    Attributes:
        means: what nobody may use unless the draft authorizes it: "all necessary means".
        orders: what only binds where the draft has the legal basis.
        basis: the words that give it.
    """

    means: tuple[str, ...]
    basis: tuple[str, ...]
    orders: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse phrases that cannot be read."""
        parse_phrases(self.means + self.orders + self.basis)
        refuse_empty("means", self.means)
        refuse_empty("basis", self.basis)


@check("legal-basis")
def legal_basis(index: Index, options: LegalBasis) -> Iterator[Evidence]:
    """Say where a draft first authorizes what needs a legal basis that it does not name."""
    for phrase in parse_phrases(options.basis):
        if phrase.find(index.text) is not None:
            return
    means, orders = parse_phrases(options.means), parse_phrases(options.orders)
    for paragraph in index.operative:
        for node in paragraph.walk():
            places = [
                (*place, "means")
                for phrase in means
                for place in phrase.find_all(index.text, node.start, node.end)
                if _authorized(index, paragraph, node, place[0])
            ]
            places += [
                (*place, "orders")
                for phrase in orders
                if (place := phrase.find(index.text, node.start, node.end)) is not None
            ]
            if places:
                start, end, case = min(places)
                span = index.span(start, end)
                values = {"phrase": index.text[start:end], "address": node.address}
                # The Council may order measures and leave the line out on purpose.
                severity = "info" if case == "orders" else None
                yield Evidence(span, case, values, severity=severity, absent=True)
                return


def _authorized(index: Index, paragraph: Node, node: Node, offset: int) -> bool:
    """Whether the draft itself authorizes what stands at an offset, in the node or above it."""
    before = index.text[max(node.start, offset - _LONGEST_SENTENCE) : offset]
    if node is not paragraph and not _ANOTHER_VERB.search(before):
        before = f"{paragraph.text[-_LONGEST_SENTENCE:]} {before}"
    act = None
    for found in _AUTHORIZING.finditer(before):
        act = found
    return act is not None and not _ANOTHER_VERB.search(before, act.end())


class OpeningVerb(Record):
    """Options of ``opening-verb``.

    Attributes:
        verbs: the verbs with which operative paragraphs begin, in their plain form: "decide".
        introducing: those of them whose participle may open an introductory phrase, after which
            the verb in the present tense still comes: "Noting the report, requests ...".
        before: words that may stand before such a verb or participle: "further", "strongly".
    """

    verbs: tuple[str, ...]
    introducing: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a list without verbs."""
        refuse_empty("verbs", self.verbs)


class _Forms(Record):
    """The forms of the verbs with which paragraphs begin.

    Attributes:
        present: "decides", with which operative paragraphs begin.
        participles: "deciding" and "decided", with which preambular ones do.
        introducing: those of them that may open an introductory phrase.
        plain: every form with its verb.
        main_verb: finds a verb in the present tense.
    """

    present: frozenset[str]
    participles: frozenset[str]
    introducing: frozenset[str]
    plain: Mapping[str, str]
    main_verb: re.Pattern[str]


@lru_cache(maxsize=8)
def _forms(options: OpeningVerb) -> _Forms:
    plain: dict[str, str] = {}
    for verb in options.verbs:
        plain |= dict.fromkeys((verb, _present(verb), _past(verb), _participle(verb)), verb)
    present = frozenset(map(_present, options.verbs))
    participles, introducing = (
        frozenset(form(verb) for verb in verbs for form in (_participle, _past))
        for verbs in (options.verbs, options.introducing)
    )
    main_verb = lazy(rf"(?<!\bthe )(?<!\bits )\b(?:{'|'.join(sorted(present))})\b")
    return _Forms(present, participles, introducing, plain, main_verb)


@check("opening-verb")
def opening_verb(index: Index, options: OpeningVerb) -> Iterator[Evidence]:
    """Say which paragraphs begin with the form of a verb that belongs to the other part."""
    forms = _forms(options)
    for case, nodes in (("preambular", index.preambular), ("operative", index.operative)):
        right = forms.present if case == "operative" else forms.participles
        for node in nodes:
            word = _opening_word(node, options.before)
            if word is None or word.group().lower() in right:
                continue
            form = word.group().lower()
            plain = forms.plain.get(form)
            opens = form in forms.introducing
            introduces = opens and forms.main_verb.search(node.text, word.end())
            if plain is None or introduces:
                continue
            span = index.span(node.start + word.start(), node.start + word.end())
            suggestion = _present(plain) if case == "operative" else _participle(plain)
            if word.group()[0].isupper():
                suggestion = suggestion.capitalize()
            values = {"word": word.group(), "suggestion": suggestion, "address": node.address}
            yield Evidence(span, case, values)


def _opening_word(node: Node, before: tuple[str, ...]) -> re.Match[str] | None:
    """Return the first word of a paragraph that is none of those that may stand before it."""
    for word in _WORD.finditer(node.text, 0, _LONGEST_OPENING):
        if word.group().lower() not in before:
            return word
    return None


def _present(verb: str) -> str:
    """Return "decides" for "decide"."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"


def _participle(verb: str) -> str:
    """Return "deciding" for "decide"."""
    return f"{verb[:-1] if verb.endswith('e') else _doubled(verb)}ing"


def _past(verb: str) -> str:
    """Return "decided" for "decide"."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{_doubled(verb)}ed"


def _doubled(verb: str) -> str:
    """Return "regrett" for "regret", "commend" for "commend"."""
    return verb + verb[-1] if verb.endswith(("gret", "mit", "fer")) else verb


@check("empty-section")
def empty_section(index: Index) -> Iterator[Evidence]:
    """Say which headings of the main text have nothing under them.

    A heading under a higher one is the first section of a group. Where converters leave no levels,
    only a heading at the very end counts.
    """
    nodes = [node for node in index.parts[0].nodes if node.kind not in _NOT_READ]
    following: list[Node | None] = [*nodes[1:], None]
    names = {(use.start, use.end) for use in index.draft.mentions.acronyms}
    for node, after in zip(nodes, following, strict=True):
        if node.kind is not Kind.HEADING or (node.start, node.end) in names:
            continue
        span = index.span(node.start, node.end)
        values = {"heading": node.text}
        if after is None:
            yield Evidence(span, "last", values)
        elif after.kind is Kind.HEADING and 0 < _level(index, after) <= _level(index, node):
            related = (Related("next", index.span(after.start, after.end), {"next": after.text}),)
            yield Evidence(span, "followed", {**values, "next": after.text}, related)


def _level(index: Index, heading: Node) -> int:
    """Return how many number signs a heading has, 0 for one without."""
    words = index.draft.source.slice(heading.span).lstrip()
    return len(words) - len(words.lstrip("#"))
