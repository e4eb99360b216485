"""In a well-formed draft nothing is found, and in one with an accident the accident is."""

import random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checker import check_text
from tests.property.drafts import drafts, layouts
from tests.property.many import accident, false_alarms
from tests.property.writing import Layout, Written
from tests.seeded.kinds import KINDS, Sort

# A mark at the end can be called wrong only where other paragraphs of the draft show the right one.
_BY_COMPARISON = "full stop inside"
_SURE = [
    kind
    for kind in KINDS
    if kind.sort in {Sort.DECIDABLE, Sort.CLAUSE} and kind.name != _BY_COMPARISON
]
_TWO_HUNDRED = settings(
    max_examples=200,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@given(drafts, layouts)
@_TWO_HUNDRED
def test_nothing_is_found_in_a_well_formed_draft(written: Written, layout: Layout) -> None:
    assert false_alarms(written, layout) == []


@given(drafts, layouts)
@settings(_TWO_HUNDRED, max_examples=50)
def test_the_profile_is_told(written: Written, layout: Layout) -> None:
    assert check_text(written.text(layout)).profile == written.profile


@given(drafts, layouts, st.integers(0, 2**32))
@_TWO_HUNDRED
def test_an_accident_is_noticed_by_the_rule_that_should(
    written: Written, layout: Layout, seed: int
) -> None:
    verdict = accident(written.text(layout), _SURE, random.Random(seed))  # noqa: S311 -- repeatable
    assert verdict is not None
    assert verdict.rules, verdict.fault
