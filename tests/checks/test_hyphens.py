"""What forms have to do with each other is found for the new ones, as for all at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.variants import _respelled
from checker.index.notes import Notes
from checker.index.parted import divided_forms

_FORMS = st.frozensets(
    st.sampled_from(["road", "map", "roads", "roadmap", "the", "them", "organise", "organize"])
)
_PATTERNS = (("is", "iz"), ("map", "road"))


@pytest.mark.parametrize(("find", "argument"), [(divided_forms, ()), (_respelled, _PATTERNS)])
@given(lists=st.lists(_FORMS, min_size=1, max_size=5))
def test_new_forms_are_found_as_all_at_once(
    find: object, argument: object, lists: list[frozenset[str]]
) -> None:
    notes = Notes()
    for forms in lists:
        assert notes.of_forms(find, argument, forms) == set(find(forms, forms, argument))  # type: ignore[operator, arg-type]
