"""The figures of a rule are told in sentences that hold for one and for many."""

import pytest

from checker.rulebook.figures import Figures


@pytest.mark.parametrize(
    ("true", "judged", "noticed", "seeded", "told"),
    [
        (
            3,
            4,
            8,
            9,
            "Of 4 judged by a reader, 3 are true. Of 9 faults put in on purpose, 8 are",
        ),
        (1, 1, 1, 1, "Of 1 judged by a reader, 1 is true. Of 1 fault put in on purpose, 1 is"),
        (0, 0, 0, 2, "Of 2 faults put in on purpose, 0 are"),
        (0, 0, 0, 0, ""),
    ],
)
def test_numbers_agree_with_their_verbs(
    true: int, judged: int, noticed: int, seeded: int, told: str
) -> None:
    figures = Figures(per_hundred=0.5, judged=judged, true=true, seeded=seeded, noticed=noticed)
    begin = "Findings per 100 real texts: 0.5."
    assert str(figures).removesuffix(" noticed.") == f"{begin} {told}".rstrip()
