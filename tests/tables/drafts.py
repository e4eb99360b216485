"""Tables of invented drafts."""

from pathlib import Path

from checker.index import build_index
from checker.parsing import parse_source
from checker.reader import read_draft
from checker.source import Source
from checker.tables import Tables, tables_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def tables(text: str) -> Tables:
    """Return the tables of a text."""
    return tables_of(build_index(parse_source(Source(text))))


def example(name: str) -> tuple[Tables, Source]:
    """Return the tables of an example, and its text under the name it has from the root."""
    source = Source(read_draft(EXAMPLES / name).text, f"examples/{name}")
    return tables_of(build_index(parse_source(source))), source


def paragraphs(*texts: str) -> str:
    """Return a draft of numbered paragraphs."""
    numbered = [f"{number}. {text}" for number, text in enumerate(texts, 1)]
    return "\n\n".join(("The Security Council,", *numbered))
