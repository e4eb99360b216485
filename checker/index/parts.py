"""Parts: the main text and the annexes, each with its own numbering."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from checker.draft import Draft, Kind, Node
from checker.mentions import Label
from checker.parsing.labels import letter_value, paragraph_number, roman_value
from checker.patterns import lazy
from checker.records import Record

# Not "paragraph (c)", which is a reference.
_INLINE = lazy(r"(?<!paragraph )\(([a-z]{1,6}|\d{1,2})\)")
_BETWEEN = frozenset({Kind.ORGAN, Kind.HEADING, Kind.PREAMBULAR, Kind.HEADER})


class Part(Record):
    """The main text or one annex.

    Attributes:
        name: "" for the main text, else the address of the annex: "Annex I".
        nodes: its top-level nodes in reading order.
    """

    name: str
    nodes: tuple[Node, ...]

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @cached_property
    def preambular(self) -> tuple[Node, ...]:
        """Its preambular paragraphs."""
        return tuple(node for node in self.nodes if node.kind is Kind.PREAMBULAR)

    @cached_property
    def operative(self) -> tuple[Node, ...]:
        """Its numbered paragraphs."""
        return tuple(node for node in self.nodes if node.kind is Kind.OPERATIVE)

    def paragraphs(self, number: str, near: Node | None = None) -> Sequence[Node]:
        """Return the paragraphs with a number, those of the numbering around ``near`` first of all.

        Several are a fault of numbering, or stand in an annex that numbers each of its articles.
        """
        run = self._runs.get(id(near))
        return self._by_number.get((number, run)) or self._by_number.get((number, None)) or ()

    def paragraph(self, number: str, near: Node | None = None) -> Node | None:
        """Return the numbered paragraph, "28" or "7 bis"; the first where a number repeats."""
        found = self.paragraphs(number, near)
        return found[0] if found else None

    def around(self, number: int) -> tuple[Node | None, Node | None]:
        """Return the paragraphs between which a number would stand, None at either end."""
        numbers = self._numbers
        place = bisect_right(numbers, number)
        below = self.paragraph(str(numbers[place - 1])) if place else None
        above = self.paragraph(str(numbers[place])) if place < len(numbers) else None
        return below, above

    def inline_items(self, paragraph: Node) -> frozenset[str]:
        """Return the items that stand inside the sentences of a paragraph: "shall: (a) observe"."""
        found = self._inline.get(id(paragraph))
        if found is None:
            marks = (_INLINE.finditer(node.text) for node in paragraph.walk())
            found = frozenset(match[1] for matches in marks for match in matches)
            self._inline[id(paragraph)] = found
        return found

    @cached_property
    def whole(self) -> bool:
        """Whether it begins at its beginning: with paragraph 1, or after an organ line."""
        if self.name or not self.operative or _plain(self.operative[0]) == 1:
            return True
        return any(node.kind is Kind.ORGAN for node in self.nodes)

    @cached_property
    def regular(self) -> bool:
        """Whether its numbers were all told: each time they begin with 1 and go up by one."""
        counted = [_plain(node) for node in self.operative]
        return counted[:1] in ([], [1]) and all(
            after in {1, before, before + 1} for before, after in pairwise(counted)
        )

    @cached_property
    def last_number(self) -> int:
        """The highest plain number of its paragraphs, 0 if it has none."""
        return max(map(_plain, self.operative), default=0)

    @cached_property
    def _inline(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def _numbers(self) -> list[int]:
        return sorted({_plain(node) for node in self.operative if node.number.isdigit()})

    @cached_property
    def _runs(self) -> dict[int, int]:
        runs = numbering_runs(self.nodes, annex=bool(self.name))
        return {id(node): place for place, run in enumerate(runs) for node in run}

    @cached_property
    def _by_number(self) -> dict[tuple[str, int | None], list[Node]]:
        """The paragraphs by number and by the run in which it stands, and by number alone."""
        by_number: dict[tuple[str, int | None], list[Node]] = {}
        for node in self.operative:
            for run in (self._runs[id(node)], None):
                by_number.setdefault((node.number, run), []).append(node)
        return by_number


def _plain(node: Node) -> int:
    return paragraph_number(node.number)


def annexes_by_label(parts: Sequence[Part]) -> dict[str, Part]:
    """Return the annexes by label; "II" and "2" are one, and "annex" is the only one there is."""
    annexes = parts[1:]
    found: dict[str, Part] = {"annex": annexes[0]} if len(annexes) == 1 else {}
    for part in annexes:
        found.setdefault(annex_key(part.name.split()[-1]), part)
    return found


def annex_key(label: str) -> str:
    """Return the label of an annex in one way of writing: "2" for "II"."""
    return str(roman_value(label.lower()) or label.lower())


def numbering_runs(nodes: Sequence[Node], *, annex: bool) -> list[list[Node]]:
    """Return the numbered paragraphs of a part, a list for each time the numbering begins.

    In an annex it may begin again at any paragraph 1, in the main text only after something that
    is no numbered paragraph, and only where paragraph 2 comes next.
    """
    runs: list[list[Node]] = []
    numbered = [node for node in nodes if node.kind in _BETWEEN or node.kind is Kind.OPERATIVE]
    interrupted = True
    for place, node in enumerate(numbered):
        if node.kind is not Kind.OPERATIVE:
            interrupted = True
            continue
        following = numbered[place + 1].number if place + 1 < len(numbered) else ""
        begins = node.number == "1" and (annex or (interrupted and following in {"", "2"}))
        if begins or not runs:
            runs.append([])
        runs[-1].append(node)
        interrupted = False
    return runs


def parts_of(draft: Draft) -> tuple[Part, ...]:
    """Return the main text and then the annexes."""
    main = tuple(node for node in draft.body if node.kind is not Kind.ANNEX)
    annexes = (node for node in draft.body if node.kind is Kind.ANNEX)
    return (Part("", main), *(Part(annex.address, annex.children) for annex in annexes))


def items_of(node: Node) -> Iterator[Node]:
    """Yield the items directly under a node; those under its unmarked texts count as its own."""
    for child in node.children:
        if child.kind is Kind.ITEM:
            yield child
        elif child.kind is Kind.TEXT:
            yield from items_of(child)


def find_item(node: Node, path: Sequence[str]) -> Node | None:
    """Follow item labels down from a paragraph: ("c", "ii") or ("dash 2",)."""
    for step in path:
        word, _, place = step.partition(" ")
        if word == "dash" and place.isdigit():
            unnumbered = [item for item in items_of(node) if not item.number]
            found = unnumbered[int(place) - 1] if int(place) <= len(unnumbered) else None
        else:
            found = next((item for item in items_of(node) if item.number == step), None)
        if found is None:
            return None
        node = found
    return node


def in_order(first: Label, last: Label) -> bool:
    """Whether the ends of a range are in order, as far as labels of the same kind tell."""
    before, after = paragraph_number(first.number), paragraph_number(last.number)
    if before != after or not first.items or not last.items:
        return before <= after and (first.number, first.items) != (last.number, last.items)
    pair = next(((a, b) for a, b in zip(first.items, last.items, strict=False) if a != b), None)
    if pair is None:
        return len(first.items) != len(last.items)
    return all(value(pair[0]) < value(pair[1]) for value in _readings(pair))


def _readings(pair: tuple[str, str]) -> list[Callable[[str], int]]:
    """Return what two items can be taken for: letters, or Roman numerals where one has several."""
    if all(item.isdigit() for item in pair):
        return [int]
    roman = all(roman_value(item) for item in pair) and max(map(len, pair)) > 1
    value = roman_value if roman else letter_value
    return [value] if all(value(item) for item in pair) else []
