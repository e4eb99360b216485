"""What a draft defines and what it uses, laid out so that checks can be short."""

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property

from checker.draft import NOT_READ, Draft, Kind, Node
from checker.index.characters import unusual_characters
from checker.index.deadlines import GovernedDate, govern
from checker.index.fences import fenced_blocks
from checker.index.layout import Layout
from checker.index.mandates import MandateEnd, Names, mandate_ends
from checker.index.notes import Argument, Find, Noted, Notes, Value, Words
from checker.index.parted import Parted, TwoWords, broken_words, divided_forms, parted_words
from checker.index.parts import Part, parts_of
from checker.index.pieces import READ
from checker.index.pointers import Pointer, look_up
from checker.index.profile import profile_of
from checker.index.shortforms import ShortForm, short_forms
from checker.index.silences import find_silences
from checker.index.stage import stage_of
from checker.index.stems import Stems
from checker.index.unnumbered import Unnumbered, without_numbers
from checker.index.vocabulary import Vocabulary
from checker.looked import Looked
from checker.memory import Memory
from checker.mentions import Mention
from checker.patterns import lazy
from checker.permissions import SilenceComment
from checker.records import Record
from checker.source import Span

SHARED = (
    *("parts", "vocabulary", "words", "unusual_characters"),
    *("layout", "pointers", "short_forms", "governed_dates", "mandate_ends"),
)
"""The analyses of a draft that several checks share, by the names of their attributes."""

_LETTERS = lazy(r"[a-z]+")


class Index(Record):
    """A draft with everything that checks ask about it.

    Attributes:
        draft: the parsed draft.
        profile: the kind of text, for example "security-council/mandate"; "unknown" if unclear.
        profile_reason: why it was taken for that.
        stage: "negotiation" or "final".
        stage_reason: why.
        date: the day of the draft, or None; rules that need it are then silent.
        memory: what pure functions said of words, in this check and perhaps in one before it.
    """

    draft: Draft
    profile: str
    profile_reason: str
    stage: str
    stage_reason: str
    date: datetime.date | None
    memory: Memory

    # places

    @property
    def text(self) -> str:
        """The text of the draft as read; mentions and nodes are offsets into it."""
        return self.draft.reading.text

    def span(self, start: int, end: int) -> Span:
        """Return the span in the source of a stretch of the text as read."""
        return self.draft.reading.span(start, end)

    def node_at(self, offset: int) -> Node:
        """Return the innermost node that holds an offset of the text as read."""
        place = bisect_right(self._read_starts, offset) - 1
        return self._read[max(place, 0)]

    def address(self, span: Span) -> str | None:
        """Return the address of the node in which a span begins, None outside every node."""
        node = self.draft.owner(span.start)
        return node.address or None if node is not None else None

    def path(self, node: Node) -> tuple[Node, ...]:
        """Return a node with all that it stands under, the outermost first."""
        path = [node]
        while (parent := self._parents.get(id(path[-1]))) is not None:
            path.append(parent)
        return tuple(reversed(path))

    def paragraph(self, node: Node) -> Node:
        """Return the paragraph, heading or header statement to which a node belongs."""
        path = self.path(node)
        return path[1] if path[0].kind is Kind.ANNEX and len(path) > 1 else path[0]

    def part_of(self, node: Node) -> Part:
        """Return the part, main text or annex, in which a node stands."""
        top = self.path(node)[0]
        if top.kind is Kind.ANNEX:
            return self._annexes[top.address]
        return self.parts[0]

    def stretch(self, node: Node) -> tuple[int, int]:
        """Return the stretch of the text as read of a node with everything under it."""
        found = self._stretches.get(id(node))
        if found is None:
            end = max([below.end for below in node.walk()])
            found = self._stretches[id(node)] = node.start, end
        return found

    def opening(self, node: Node, words: int = 1) -> Span:
        """Return the span of the first words of a node, or of its label where it has no words."""
        end = node.start
        for _ in range(words):
            following = self.text.find(" ", end + 1, node.end)
            end = following if following > 0 else node.end
        if end <= node.start:
            return node.label_span or node.parts[0]
        return self.span(node.start, end)

    @cached_property
    def _read(self) -> list[Node]:
        return [node for node in self.draft.nodes if node.kind not in NOT_READ]

    @cached_property
    def _read_starts(self) -> list[int]:
        return [node.start for node in self._read]

    @cached_property
    def _stretches(self) -> dict[int, tuple[int, int]]:
        return {}

    @cached_property
    def _annexes(self) -> dict[str, Part]:
        return {part.name: part for part in self.parts}

    @cached_property
    def _parents(self) -> dict[int, Node]:
        return {id(child): node for node in self.draft.nodes for child in node.children}

    @cached_property
    def layout(self) -> Layout:
        """Where the parts of the draft begin, and what in them is running text."""
        return Layout(self.draft)

    # paragraphs

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The main text, then the annexes."""
        return parts_of(self.draft)

    @property
    def preambular(self) -> tuple[Node, ...]:
        """The preambular paragraphs of the main text."""
        return self.parts[0].preambular

    @property
    def operative(self) -> tuple[Node, ...]:
        """The operative paragraphs of the main text."""
        return self.parts[0].operative

    @cached_property
    def is_draft(self) -> bool:
        """Whether the text is a draft at all: an organ line, numbered paragraphs or a symbol.

        What stands in a fenced block is an example in a text about drafts.
        """
        blocks = fenced_blocks(self.draft.source.text)

        def is_shown(span: Span) -> bool:
            return any(block.start <= span.start < block.end for block in blocks)

        symbol = self.draft.header.symbol
        if symbol is not None and not is_shown(symbol.span):
            return True
        if any(node.kind is Kind.ORGAN and not is_shown(node.span) for node in self.draft.body):
            return True
        verbs = (node for node in self.operative if _opens_with_verb(node))
        return any(not is_shown(node.span) for node in verbs) or "statement" in self.profile

    # mentions

    @cached_property
    def pointers(self) -> tuple[Pointer, ...]:
        """Every target of every reference, looked up; in reading order."""
        references = self.draft.mentions.references
        homes = []
        for reference in references:
            path = self.path(self.node_at(reference.start))
            homes.append((self.part_of(path[-1]), path))
        return look_up(references, homes, self.parts)

    @cached_property
    def short_forms(self) -> tuple[ShortForm, ...]:
        """Every acronym with its introductions and uses, in order of first appearance.

        Uses in the header are left out: there names stand in block capitals.
        """
        mentions = self.draft.mentions
        uses = [use for use in mentions.acronyms if self.kind_at(use) is not Kind.HEADER]
        return short_forms(self.text, mentions.introductions, uses)

    @cached_property
    def introduced(self) -> frozenset[str]:
        """The acronyms and terms that the draft introduces, as they are written there."""
        return frozenset(one.short for one in self.draft.mentions.introductions)

    @cached_property
    def governed_dates(self) -> tuple[GovernedDate, ...]:
        """Every date with the words and the verb that govern it; in reading order."""
        mentions = self.draft.mentions
        paths = [self.path(self.node_at(date.start)) for date in mentions.dates]
        return govern(self.text, mentions.dates, mentions.symbols, paths, self.memory)

    @cached_property
    def mandate_ends(self) -> tuple[MandateEnd, ...]:
        """What the operative paragraphs extend, and until when; in reading order."""
        mentions = self.draft.mentions
        names = Names(self.text, mentions.acronyms, mentions.introductions)
        return mandate_ends(self.text, self.operative_dates, names)

    @cached_property
    def operative_dates(self) -> tuple[GovernedDate, ...]:
        """The dates in the operative paragraphs of the main text."""
        operative = {id(node) for node in self.operative}
        return tuple(date for date in self.governed_dates if id(date.paragraph) in operative)

    @cached_property
    def misdated(self) -> tuple[GovernedDate, ...]:
        """The dates of documents whose symbol carries another year; in reading order."""
        return tuple(date for date in self.governed_dates if date.misdated)

    @cached_property
    def unnumbered(self) -> Unnumbered:
        """The text as read without the numbers of references to paragraphs of this draft."""
        return without_numbers(self.text, self.draft.mentions.references)

    @cached_property
    def silences(self) -> tuple[SilenceComment, ...]:
        """The comments that allow what a rule would find, in order."""
        return find_silences(self.draft)

    # words

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word and every run of ASCII letters in the draft, in lower case."""
        forms = self.vocabulary.forms
        texts = [*self.vocabulary.compounds, *(form for form in forms if not form.isascii())]
        for node in self.draft.body:
            if node.kind is Kind.ANNEX:
                texts += [below.text for below in node.walk()]
            elif node.kind not in READ:
                texts.append(node.text)
        # A long annex has few different words.
        others = " ".join(set("\n".join(texts).lower().split()))
        # A possessive ending is no part of a word.
        return forms.union(_LETTERS.findall(others), ["s"])

    @cached_property
    def unusual_characters(self) -> str:
        """The characters of the source that plain English does without, each once, sorted."""
        return unusual_characters(self.draft.source.text)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the main text, annexes and header left out."""
        nodes = (node for top in self.parts[0].nodes for node in top.walk())
        vocabulary = Vocabulary(nodes, self.memory)
        self.memory.kept(Notes).about(vocabulary)
        return vocabulary

    def stems(self, asked: Iterable[str]) -> Stems:
        """Return the stems of the words of the main text, those that are asked for among them."""
        stems = self.memory.kept(Stems)
        stems.hold(self.vocabulary, asked)
        return stems

    def of_words(self, function: Callable[[Vocabulary, Words], Value]) -> Noted[Words, Value]:
        """Return what a function says of words, kept while no text with all of them changes.

        It may look at the texts in which all of them stand, and at nothing else.
        """
        return self.memory.kept(Notes).of_words(function, self.vocabulary)

    def of_places(self, function: Callable[[Vocabulary, int], Value]) -> Noted[int, Value]:
        """Return what a function says of the places of pieces, kept while their text is the same.

        It may look at the text in which the place is, and at nothing else.
        """
        return self.memory.kept(Notes).of_places(function, self.vocabulary)

    def of_forms(self, find: Find[Argument], argument: Argument) -> AbstractSet[Words]:
        """Return the forms of the draft that have to do with each other.

        Args:
            find: returns those of which at least one is new, given the new forms, all forms, and
                the argument.
            argument: what else it needs.
        """
        return self.memory.kept(Notes).of_forms(find, argument, self.vocabulary.forms)

    @cached_property
    def parted(self) -> tuple[Parted, ...]:
        """The words that stand nowhere but one after the other, and elsewhere as one."""
        return parted_words(self.vocabulary, self.of_forms(divided_forms, ()))

    @cached_property
    def broken(self) -> tuple[TwoWords, ...]:
        """Those of them that a converter broke in two; in reading order."""
        return broken_words(self.parted)

    def kind_at(self, mention: Mention) -> Kind:
        """Return the kind of the node in which a mention stands."""
        return self.node_at(mention.start).kind

    @property
    def looked(self) -> Looked:
        """What there was to check, in figures."""
        mentions = self.draft.mentions
        internal = {id(p.reference) for p in self.pointers if p.nodes or p.missing}
        return Looked(
            preambular=len(self.preambular),
            operative=len(self.operative),
            references=len(internal),
            dates=len(mentions.dates),
            acronyms=sum(bool(form.introductions) for form in self.short_forms),
            citations=sum(citation.council for citation in mentions.citations),
        )


def _opens_with_verb(node: Node) -> bool:
    """Whether a numbered paragraph begins as operative ones do: "Decides", "Calls upon"."""
    word = node.text.lstrip('[(“"').split(" ", 1)[0].rstrip(",;:")
    further = word in {"Further", "Also", "Strongly", "While", "Upon", "In", "With", "For"}
    return further or (word[:1].isupper() and word.endswith("s") and not word.endswith("ss"))


def build_index(
    draft: Draft,
    *,
    profile: str | None = None,
    stage: str | None = None,
    date: datetime.date | None = None,
    memory: Memory | None = None,
) -> Index:
    """Analyse a draft.

    Args:
        draft: the parsed draft.
        profile: the kind of text, where it is known; otherwise it is detected.
        stage: "negotiation" or "final", where it is known; otherwise it is detected.
        date: the day of the draft, where it is known; otherwise the header's.
        memory: what is remembered of the words of a check before.
    """
    memory = memory or Memory()
    detected_profile, profile_reason = (
        (profile, "as given") if profile else profile_of(draft, memory)
    )
    detected_stage, stage_reason = (stage, "as given") if stage else stage_of(draft)
    day = date or draft.header.day
    return Index(draft, detected_profile, profile_reason, detected_stage, stage_reason, day, memory)
