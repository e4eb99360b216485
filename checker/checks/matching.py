"""The check ``reference-subject``: does a reference still point at what it speaks of?

When paragraphs are put in or taken out, the references to all later ones are off by one amount. The
check weighs, for each amount, how much better the words that the references carry fit the
paragraphs that many places on, over all references from some paragraph onwards.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby

from checker.checks.places import place_of
from checker.checks.registry import Need, check
from checker.evidence import Edit, Evidence, Fix, Related, Safety
from checker.index import Index
from checker.index.carried import Carried, carried_words
from checker.index.parts import Part, find_item
from checker.index.pointers import Outcome, Pointer
from checker.index.words import Standings, Subjects
from checker.mentions import Direction, Whose
from checker.records import Record
from checker.source import Span

_AMOUNTS = (-1, 1, -2, 2, -3, 3)
_IN_WORDS = {1: "one paragraph", 2: "two paragraphs", 3: "three paragraphs"}
_LONGEST_RANGE = 20

# A gain is a difference of logarithms of likelihoods; one reference cannot decide for many.
_MOST, _LEAST = 6.0, -6.0
# One that cannot be off by an amount may have been mended since.
_NOT_THERE = -2.5
_FARTHER = 1.5
_UNSURE_OWNER = 0.7
# What makes a reference suspect, several of them together wrong, and those to one paragraph alone.
_SUSPECT = 1.0
_TOGETHER = 3.0
_ALONE = 6.0
# How sure it must be that a move begins before what a reference cites, for it to join.
_SURE = 0.9


@check("reference-subject", needs=Need.NUMBERS)
def reference_subject(index: Index) -> Iterator[Evidence]:
    """Say which references point at a paragraph that their words do not fit, beside one they do.

    Cases: "alone", and "inserted" or "removed" where references to several paragraphs are off
    by one amount.
    """
    paragraphs = index.operative
    regular = all(node.number == str(place) for place, node in enumerate(paragraphs, start=1))
    if not paragraphs or not regular or not index.draft.numbered:
        return
    carried = carried_words(index)
    aims = list(_aims(index, carried))
    cited = _weighed(index, carried, aims) if aims else []
    cited.sort(key=lambda one: one.first, reverse=True)
    moves = {
        id(one): move for move in (*_by_paragraph(cited), _together(cited)) for one in move.cited
    }
    for one in cited:
        if (move := moves.get(id(one))) is not None:
            yield _evidence(index, one, move)


class _Aim(Record):
    """References that share their words, and the paragraphs of this draft at which they point.

    ``home`` is the number of the paragraph in which they stand, 0 outside the main text; ``here``
    are the numbers of those at which they point; ``weights`` tells what each term counts.
    """

    carried: Carried
    pointers: tuple[Pointer, ...]
    home: int
    here: list[int]
    weights: Mapping[str, float]


class _Cited(Record):
    """An aim, and what is gained by moving it on by each amount that is possible.

    ``fits`` tells that the words that name the thing stand where the references point.
    """

    aim: _Aim
    first: int
    gains: Mapping[int, float]
    fits: bool

    def better(self, amount: int) -> bool:
        return not self.fits and self.gains.get(amount, 0) > 0

    def suspect(self, amount: int) -> bool:
        return not self.fits and self.gains.get(amount, 0) > _SUSPECT


class _Move(Record):
    """The amount by which references to paragraphs from ``first`` on are off, and the suspect."""

    amount: int
    first: int
    cited: tuple[_Cited, ...]


# at what references point, and what else they could mean


def _aims(index: Index, carried: Sequence[Carried]) -> Iterator[_Aim]:
    pointers: dict[int, list[Pointer]] = defaultdict(list)
    for pointer in index.pointers:
        pointers[id(pointer.reference)].append(pointer)
    for group in carried:
        found = [one for reference in group.references for one in pointers[id(reference)]]
        judged = [one for one in found if _judged(index, one)]
        if judged and (weights := group.terms(index.text)):
            home = _home(index, found[0])
            usable = tuple(one for one in judged if _moved(one, home, 0))
            if usable:
                yield _Aim(group, usable, home, _places(usable, home, 0), weights)


def _home(index: Index, pointer: Pointer) -> int:
    paragraph = pointer.paragraph
    return int(paragraph.number) if paragraph and not index.part_of(paragraph).name else 0


def _judged(index: Index, pointer: Pointer) -> bool:
    """Whether a reference is to this draft; a bare number in a preamble mostly is to another."""
    if pointer.outcome is not Outcome.FOUND or pointer.part is not index.parts[0]:
        return False
    return pointer.reference.whose is Whose.THIS or pointer.paragraph is not None


def _moved(pointer: Pointer, home: int, amount: int) -> range | None:
    """Return the numbers that a target would have, None where it could not mean them."""
    target = pointer.target
    if not target.first.number.isdigit():
        return None
    first = int(target.first.number) + amount
    last = first
    if target.last is not None and target.last.number.isdigit():
        last = int(target.last.number) + amount
    if first < 1 or last < first or last > len(pointer.part.operative) or first <= home <= last:
        return None
    wrong = {Direction.ABOVE: last > home, Direction.BELOW: first < home}
    if home and target.direction is not None and wrong[target.direction]:
        return None
    if amount and not _has_item(pointer.part, first, target.first.items):
        return None
    return range(first, min(last, first + _LONGEST_RANGE) + 1)


def _has_item(part: Part, number: int, items: Sequence[str]) -> bool:
    paragraph = part.operative[number - 1]
    return find_item(paragraph, items) is not None or part.inline_items(paragraph) >= set(items)


def _weighed(index: Index, carried: Sequence[Carried], aims: Sequence[_Aim]) -> list[_Cited]:
    """Weigh all references, none where the words of each stand at what it points at.

    The others speak only against moving on by an amount that a doubtful one suggests.
    """
    borrowed = [(one.said_from, one.start) for one in carried]
    stems = index.stems({stem for aim in aims for term in aim.weights for stem in term.split()})
    standings = index.memory.kept(Standings)
    subjects = Subjects(index.vocabulary, index.operative, borrowed, stems, standings)
    fitting = [_fits(subjects, aim) for aim in aims]
    gained = [
        {} if fits else _gains(subjects, aim, _AMOUNTS)
        for aim, fits in zip(aims, fitting, strict=True)
    ]
    suggested = {amount for gains in gained for amount in gains if gains[amount] > _SUSPECT}
    if not suggested:
        return []
    amounts = [amount for amount in _AMOUNTS if amount in suggested]
    return [
        _Cited(aim, aim.here[0], gains or _gains(subjects, aim, amounts), fits)
        for aim, gains, fits in zip(aims, gained, fitting, strict=True)
    ]


def _fits(subjects: Subjects, aim: _Aim) -> bool:
    """Whether the two words that name what is referred to stand there."""
    names = aim.carried.naming[:2]
    return len(names) > 1 and all(
        any(subjects.has(name, place) for place in aim.here) for name in names
    )


def _gains(subjects: Subjects, aim: _Aim, amounts: Sequence[int]) -> dict[int, float]:
    """Return how much better what stands a few paragraphs away fits, by how many it is away."""
    share = len(aim.pointers) ** -0.5
    if aim.carried.references[0].whose is Whose.UNKNOWN:
        share *= _UNSURE_OWNER
    places = {amount: _places(aim.pointers, aim.home, amount) for amount in amounts}
    near = {number for numbers in (aim.here, *places.values()) for number in numbers}
    # A term that stands neither here nor there tells nothing.
    terms = subjects.likely(aim.weights, near)
    counts, now = [aim.weights[term] for term in terms], subjects.fits(terms, aim.here)
    gains: dict[int, float] = {}
    for amount, there in places.items():
        if there:
            then = subjects.fits(terms, there)
            better = [count * (b - a) for count, a, b in zip(counts, now, then, strict=True)]
            gains[amount] = share * sum(better)
    return gains


def _places(pointers: Sequence[Pointer], home: int, amount: int) -> list[int]:
    """Return the paragraphs meant if references are off by an amount, none where that cannot be."""
    found = [_moved(pointer, home, amount) for pointer in pointers]
    return (
        [] if None in found else sorted({number for numbers in found for number in numbers or ()})
    )


# which references are off, and by how much


def _together(cited: Sequence[_Cited]) -> _Move:
    """Return the move that explains most: all references from one paragraph on, by one amount.

    Args:
        cited: the references, those to the last paragraphs first.
    """
    best, move = _TOGETHER, _Move(0, 0, ())
    for amount in _AMOUNTS:
        suspects = [one.first for one in cited if one.suspect(amount)]
        if not suspects:
            continue
        totals = _totals(cited, amount)
        most = max(totals[number] for number in totals if number <= suspects[0])
        total = most - _FARTHER * (abs(amount) - 1)
        if total > best:
            first = _begins(totals)
            off = tuple(one for one in cited if one.first >= first and one.better(amount))
            best, move = total, _Move(amount, first, off)
    return move


def _totals(cited: Sequence[_Cited], amount: int) -> dict[int, float]:
    """Return what is gained by moving all references from a paragraph on, by its number."""
    total, totals = 0.0, {}
    for one in cited:
        total += max(_LEAST, min(_MOST, one.gains.get(amount, _NOT_THERE)))
        totals[one.first] = total
    return totals


def _begins(totals: Mapping[int, float]) -> int:
    """Return the first number from which on references are off, where there is hardly a doubt.

    The move may begin at any paragraph. The odds of each are told by what it gains, and are the
    same for all up to the next one that is cited.
    """
    most = max(totals.values())
    odds, before = {}, 0
    for number in sorted(totals):
        odds[number] = (number - before) * math.exp(totals[number] - most)
        before = number
    sums = zip(odds, accumulate(odds.values()), strict=True)
    enough = _SURE * sum(odds.values())
    return next(number for number, reached in sums if reached >= enough)


def _by_paragraph(cited: Sequence[_Cited]) -> Iterator[_Move]:
    """Yield the moves of references to one paragraph that are beyond doubt by themselves."""
    for first, same in groupby(cited, key=lambda one: one.first):
        together = list(same)
        best, move = _ALONE, None
        for amount in _AMOUNTS:
            suspects = tuple(one for one in together if one.suspect(amount))
            strongest = max((one.gains[amount] for one in suspects), default=0)
            total = sum(one.gains.get(amount, _LEAST) for one in together)
            gain = min(strongest, total) - _FARTHER * (abs(amount) - 1)
            if gain > best:
                best, move = gain, _Move(amount, first, suspects)
        if move is not None:
            yield move


# what a finding says


def _evidence(index: Index, one: _Cited, move: _Move) -> Evidence:
    part = index.parts[0]
    here = [int(pointer.target.first.number) for pointer in one.aim.pointers]
    there = [number + move.amount for number in here]
    words = index.text[one.aim.carried.named : one.aim.carried.start]
    values: dict[str, str | int] = {
        "words": " ".join(words.split()),
        "target": _named(here),
        "better": _named(there),
        "amount": _IN_WORDS[abs(move.amount)],
        "count": len(move.cited),
        "place": move.first + move.amount,
    }
    others = (other for other in move.cited if other is not one)
    related = (
        *(place_of(index, part.operative[number - 1], "target") for number in here),
        *(place_of(index, part.operative[number - 1], "better") for number in there),
        *(Related("too", _span(other)) for other in others),
    )
    case = "alone"
    if len({other.first for other in move.cited}) > 1:
        case = "inserted" if move.amount > 0 else "removed"
    return Evidence(_span(one), case, values, related, _renumbered(index, one, move.amount))


def _span(one: _Cited) -> Span:
    references = one.aim.carried.references
    return Span(references[0].span.start, references[-1].span.end)


def _named(numbers: Sequence[int]) -> str:
    names = [str(number) for number in numbers]
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"paragraph {listed}" if len(names) == 1 else f"paragraphs {listed}"


def _renumbered(index: Index, one: _Cited, amount: int) -> Fix:
    edits: list[Edit] = []
    for pointer in one.aim.pointers:
        start = pointer.target.start
        for label in (pointer.target.first, pointer.target.last):
            if label is None or not label.number:
                continue
            start = index.text.index(label.number, start, pointer.target.end)
            span = index.span(start, start + len(label.number))
            edits.append(Edit(span, str(int(label.number) + amount)))
            start += len(label.number)
    return Fix(tuple(edits), Safety.UNSAFE)
