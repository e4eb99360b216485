"""Accidents are noticed; ``python -m tests.seeded.report`` measures all of them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from checker.source import Span
from tests.seeded.accident import Accident, Change
from tests.seeded.kinds import FLOORS, KINDS, Sort
from tests.seeded.measuring import Verdict, by_sort, measure
from tests.seeded.sowing import sow


@pytest.fixture(scope="module")
def verdicts(shared: Path) -> list[Verdict]:
    return measure(shared, 200, seed=7, texts=60)


@pytest.mark.parametrize("sort", [Sort.DECIDABLE, Sort.CLAUSE])
def test_faults_of_a_sort_are_noticed_as_often_as_is_owed(
    sort: Sort, verdicts: Sequence[Verdict]
) -> None:
    missed = [(v.fault.kind, v.fault.document) for v in verdicts if not v.rules]
    assert by_sort(verdicts)[sort].recall >= FLOORS[sort], missed


def test_references_that_renumbering_left_behind_are_noticed(shared: Path) -> None:
    kinds = [kind for kind in KINDS if kind.sort is Sort.RENUMBERED]
    verdicts = measure(shared, 60, seed=1, kinds=kinds)
    assert by_sort(verdicts)[Sort.RENUMBERED].recall >= FLOORS[Sort.RENUMBERED]


def test_an_accident_brings_no_crowd_of_other_findings(verdicts: Sequence[Verdict]) -> None:
    others = sum(len(verdict.others) for verdict in verdicts)
    assert others <= 0.05 * len(verdicts)


def test_the_same_seed_sows_the_same_faults(shared: Path) -> None:
    assert sow(shared, 100, seed=3, texts=12) == sow(shared, 100, seed=3, texts=12)


def test_a_place_moves_with_the_changes_before_it() -> None:
    text = "1. Decides to stay;\n2. Requests a report.\n"
    gone, number, word = Span(0, 20), Span(20, 21), Span(32, 40)
    accident = Accident((Change(gone, ""), Change(number, "1", marked=True)), (word,))
    mutant, (label, near) = accident.happen(text)
    assert mutant == "1. Requests a report.\n"
    assert (mutant[label.start : label.end], mutant[near.start : near.end]) == ("1", text[32:40])
