"""No rule falls under its recorded figures; skipped where the real texts are missing."""

from collections import Counter
from pathlib import Path

import pytest

from checker.findings import Severity
from checker.rulebook import load_rulebook
from checker.rulebook.figures import read_figures
from tests.corpus.texts import corpus_files
from tests.seeded.measuring import by_rule, measure
from tests.seeded.report import COUNT, SEED
from tests.trust.verdicts import Found, findings_on, read_verdicts, to_judge

_PRECISION = 0.95
_TOO_FEW = 5


@pytest.fixture(scope="module")
def found(shared: Path) -> list[tuple[Found, Severity]]:
    return list(findings_on(corpus_files(shared)))


def test_every_rule_has_figures() -> None:
    assert set(read_figures()) == {rule.name for rule in load_rulebook().rules}


def test_a_rule_that_is_on_as_error_or_warning_is_right_nineteen_times_in_twenty() -> None:
    figures = read_figures()
    poor = {
        rule.name: figures[rule.name].precision
        for rule in load_rulebook().rules
        if not rule.pedantic
        and rule.severity.reaches(Severity.WARNING)
        and figures[rule.name].judged >= _TOO_FEW
        and (figures[rule.name].precision or 0) < _PRECISION
    }
    assert poor == {}


def test_no_rule_notices_fewer_seeded_faults_than_recorded(shared: Path) -> None:
    noticed = by_rule(measure(shared, COUNT, SEED))
    fewer = {
        name: (noticed[name].noticed, figures.noticed)
        for name, figures in read_figures().items()
        if figures.seeded and noticed[name].noticed < figures.noticed
    }
    assert fewer == {}


def test_what_was_judged_false_is_not_found_more_often(
    found: list[tuple[Found, Severity]],
) -> None:
    recorded = read_figures()
    spoken = {finding for finding, severity in found if severity.reaches(Severity.WARNING)}
    false = Counter(v.found.rule for v in read_verdicts() if not v.true and v.found in spoken)
    assert all(
        times <= recorded[rule].judged - recorded[rule].true for rule, times in false.items()
    )


def test_what_was_judged_true_is_still_found(found: list[tuple[Found, Severity]]) -> None:
    spoken = {finding for finding, _ in found}
    lost = [
        verdict.found for verdict in read_verdicts() if verdict.true and verdict.found not in spoken
    ]
    assert lost == []


def test_every_error_and_warning_on_real_texts_is_judged(
    found: list[tuple[Found, Severity]],
) -> None:
    judged = {verdict.found for verdict in read_verdicts()}
    sampled = Counter(found.rule for found in judged)
    open_ = [f for f in to_judge(found) if f not in judged and sampled[f.rule] < 60]
    assert open_ == []
