"""The drafts that are timed are drafts, however long."""

import pytest

from checker import parse
from checker.draft import Draft, Kind
from tests.benchmarks.drafts import long_original, of_length


@pytest.mark.parametrize("times", [2, 8])
def test_a_long_draft_has_as_many_paragraphs_and_mentions_as_it_is_long(times: int) -> None:
    original = long_original()
    one, long = (_counts(parse(text)) for text in (original, of_length(times * len(original))))
    for few, many in zip(one, long, strict=True):
        assert times / 2 < many / few < times * 2


def _counts(draft: Draft) -> tuple[int, ...]:
    numbered = sum(node.kind is Kind.OPERATIVE for node in draft.body)
    return numbered, len(draft.mentions.references), len(draft.mentions.acronyms)
