"""Real texts: what is safe brings nothing new, and is done when it is done."""

from pathlib import Path

from tests.corpus.texts import corpus_files
from tests.fixing.measuring import linter, measure

# All of them are measured by ``python -m tests.fixing.report``.
_EVERY = 25


def test_safe_fixes_of_real_texts_bring_nothing_and_come_to_an_end(shared: Path) -> None:
    lint = linter()
    made = 0
    for path in corpus_files(shared)[::_EVERY]:
        measured = measure(path, lint)
        assert measured.brought == (), path.name
        assert measured.steady, path.name
        made += measured.made.total()
    assert made
