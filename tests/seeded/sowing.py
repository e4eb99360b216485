"""Faults sown in the texts of the corpus, as many of each kind as the texts allow."""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.index import build_index
from checker.parsing import parse_source
from checker.reader import read_draft
from tests.seeded.accident import Accident, Base
from tests.seeded.kinds import KINDS, KindOfFault

_FOLDERS = ("drafts/md", "drafts/txt", "resolutions", "statements")
_MOST_OF_A_KIND = 60


@dataclass(frozen=True, slots=True)
class SeededFault:
    """One accident in one text.

    Attributes:
        kind: the name of its kind.
        document: the text, relative to the corpus.
        accident: what happens to it.
    """

    kind: str
    document: str
    accident: Accident


def documents(shared: Path) -> list[str]:
    """List the texts that are taken for correct, relative to the corpus."""
    corpus = shared / "corpus"
    paths = (path for folder in _FOLDERS for path in (corpus / folder).iterdir())
    return sorted(str(path.relative_to(corpus)) for path in paths)


def read_base(shared: Path, document: str, neighbour: Base | None = None) -> Base:
    """Read and parse a text."""
    source = read_draft(shared / "corpus" / document)
    return Base(document, build_index(parse_source(source)), neighbour)


def sow(
    shared: Path,
    count: int,
    seed: int,
    texts: int | None = None,
    kinds: Sequence[KindOfFault] = KINDS,
) -> list[SeededFault]:
    """Return at least ``count`` faults where the texts allow them, of every kind alike.

    Args:
        shared: the folder that holds the corpus.
        count: how many faults.
        seed: what the choice of texts and places depends on.
        texts: how many texts are used; all where None.
        kinds: the kinds of fault.
    """
    chance = random.Random(seed)  # noqa: S311 -- repeatable, not secret
    names = documents(shared)
    chance.shuffle(names)
    possible: dict[str, list[list[Accident]]] = defaultdict(list)
    place: dict[int, str] = {}
    neighbour: Base | None = None
    for name in names[:texts]:
        base = read_base(shared, name, neighbour)
        neighbour = Base(name, base.index)
        for kind in kinds:
            accidents = list(kind.accidents(base))
            if accidents:
                chance.shuffle(accidents)
                possible[kind.name].append(accidents)
                place[id(accidents)] = name
    faults: list[SeededFault] = []
    turns = [_in_turn(kind.name, possible[kind.name], place) for kind in kinds]
    for _ in range(_MOST_OF_A_KIND):
        if len(faults) >= count:
            break
        faults += [fault for turn in turns if (fault := next(turn, None)) is not None]
    return faults


def _in_turn(
    kind: str, possible: Sequence[Sequence[Accident]], place: Mapping[int, str]
) -> Iterator[SeededFault]:
    """Yield one accident of each text, then a second one, until there are no more."""
    rank = 0
    while any(rank < len(accidents) for accidents in possible):
        for accidents in possible:
            if rank < len(accidents):
                yield SeededFault(kind, place[id(accidents)], accidents[rank])
        rank += 1
