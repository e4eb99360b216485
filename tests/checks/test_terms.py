"""What the page of unused-term cannot show."""

import time

import pytest

from checker.api import check_text
from checker.edits import apply_edits
from checker.findings import Finding

_SECONDS = ("river", "border", "harbour", "valley")
END = "Decides to remain actively seized of the matter.\n"


def found(words: str) -> list[Finding]:
    return list(check_text(f"1. Notes {words};\n\n2. {END}", select=("unused-term",)).findings)


def test_a_term_that_is_introduced_twice_is_reported_once() -> None:
    (finding,) = found('the review ("the yearly review") and that review (the "yearly review")')
    assert [related.address for related in finding.related] == ["OP 1"]
    assert finding.fix is None


@pytest.mark.parametrize("use", ["Border Parties", "border party", "border parties’ words"])
def test_another_form_of_a_term_is_a_use(use: str) -> None:
    assert not found(f'the two sides ("the border parties") and the {use}')


@pytest.mark.parametrize("use", ["border", "parties of the border", "cross-border party"])
def test_other_words_are_no_use(use: str) -> None:
    assert (len(found(f'the two sides ("the border parties") and the {use}')) == 1) is (
        use != "cross-border party"
    )


def test_a_longer_term_uses_the_shorter() -> None:
    (finding,) = found('the body ("the Panel") and its office ("the Panel Office")')
    assert finding.quote == "Panel Office"


def test_of_many_terms_only_the_unused_are_reported() -> None:
    names = [f"{first} {second}" for first in ("north", "south", "east") for second in _SECONDS]
    introduced = ", ".join(f'one body ("the {name} panel")' for name in names)
    used = " and ".join(f"the {name} panels" for name in names[1:])
    (finding,) = found(f"{introduced}{' and many others, ' * 30}{used}")
    assert finding.quote == "north river panel"


def test_a_term_is_taken_out_with_its_words_of_introduction() -> None:
    text = "1. Notes the review (hereinafter referred to as “the Review of Nine”) of them;\n\n"
    (finding,) = check_text(text + f"2. {END}", select=("unused-term",)).findings
    assert finding.fix is not None
    assert apply_edits(text, finding.fix.edits) == "1. Notes the review of them;\n\n"


def test_many_terms_take_linear_time() -> None:
    def seconds(count: int) -> float:
        words = ", ".join(f'a body ("the Merrin Panel {n}")' for n in range(count))
        start = time.process_time()
        assert len(found(words)) == count
        return time.process_time() - start

    seconds(100)
    assert seconds(2000) < 12 * seconds(500)
