"""Texts that follow one another as they are edited, to be read again and again."""

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from checker.draft import Kind
from checker.index import Index, build_index
from checker.memory import Memory
from checker.parsing import parse_source
from checker.source import Source

_WORDS = [
    *("force", "Force", "forces", "Forces,", "task", "Task", "task-force", "taskforce", "the"),
    *("The", "of", "of/for", "(b)", "Secretary-General’s", "de", "Côte", "l'Est", "troop-", "a"),
    *("until", "period", "organise", "organize", "reports", "reporting;", "12", "UN", "un", ""),
]
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)

LISTS_OF_TEXTS = st.lists(
    st.lists(st.tuples(st.sampled_from([Kind.OPERATIVE, Kind.ITEM]), _TEXTS), max_size=4),
    min_size=1,
    max_size=6,
)
"""Several lists of texts with their kinds; from one to the next anything may change."""


@st.composite
def drafts(draw: st.DrawFn) -> list[str]:
    """Drafts of which each is the one before with a paragraph put in the place of another."""
    paragraphs = draw(st.lists(_TEXTS, min_size=2, max_size=5))
    found = [_draft(paragraphs)]
    for _ in range(draw(st.integers(1, 5))):
        paragraphs[draw(st.integers(0, len(paragraphs) - 1))] = draw(_TEXTS)
        found.append(_draft(paragraphs))
    return found


def indexes(texts: Sequence[str]) -> Iterator[tuple[Index, Index]]:
    """Yield an index of each text that remembers those before it, and one that does not."""
    memory = Memory()
    for text in texts:
        draft = parse_source(Source(text))
        yield build_index(draft, memory=memory), build_index(draft)


def _draft(paragraphs: Sequence[str]) -> str:
    numbered = [f"{number}. Notes {words};" for number, words in enumerate(paragraphs, start=1)]
    return "\n\n".join(["The Security Council,", *numbered]) + "\n"
