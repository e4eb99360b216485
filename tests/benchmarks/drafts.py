"""Drafts to be timed: distinct ones in any number, and long ones in any length."""

import re
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_FEWEST_WORDS = 3
_PARAGRAPH = re.compile(r"(?m)^(?:- )?\d+\. ")
_NUMBER = re.compile(r"\b(\d{3,4})\b(?! ?\()")


def originals() -> list[str]:
    """Return the texts that others are made of: the examples and, where they are, real drafts."""
    folders = [_ROOT / "examples", _ROOT.parent / "shared" / "corpus" / "drafts" / "md"]
    paths = [path for folder in folders for path in sorted(folder.rglob("*.md"))]
    return [path.read_text("utf-8") for path in paths if path.name != "README.md"]


def long_original() -> str:
    """Return the draft for which the targets are set, or else the longest there is."""
    path = _ROOT.parent / "shared" / "corpus" / "drafts" / "md" / "S_2020_600.md"
    return path.read_text("utf-8") if path.is_file() else max(originals(), key=len)


def distinct(text: str, number: int) -> str:
    """Return a draft like another, in which every paragraph is a different one.

    Numbers of three or four digits move, and each paragraph ends in a word of its own.
    """
    moved = _NUMBER.sub(lambda match: str(1000 + (int(match[1]) * 7 + number) % 9000), text)
    paragraphs = moved.split("\n\n")
    return "\n\n".join(
        f"{each[:-1]} in district {number}-{place}{each[-1]}" if each.endswith((";", ",")) else each
        for place, each in enumerate(paragraphs)
    )


def write_distinct(folder: Path, count: int, turn: int = 0) -> list[Path]:
    """Write so many distinct drafts, others in each turn, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = originals()
    paths = [folder / f"{number:05}.md" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(distinct(texts[number % len(texts)], number + turn * count), "utf-8")
    return paths


def edits(text: str) -> Iterator[str]:
    """Yield a draft with each of its paragraphs edited in turn: a word that it did not have."""
    paragraphs = text.split("\n\n")
    for place, words in enumerate(paragraphs):
        if len(words.split()) > _FEWEST_WORDS:
            edited = words.replace(" ", " afresh ", 1)
            yield "\n\n".join([*paragraphs[:place], edited, *paragraphs[place + 1 :]])


def of_length(size: int) -> str:
    """Return one draft of about so many characters: paragraphs repeated and numbered anew."""
    header, *paragraphs = _PARAGRAPH.split(long_original())
    parts, length = [header], len(header)
    for number, words in enumerate(cycle(paragraphs), start=1):
        if length >= size:
            break
        parts.append(f"{number}. {distinct(words, number)}")
        length += len(parts[-1])
    return "".join(parts)


def of_acronyms(size: int) -> str:
    """Return one draft of about so many characters that introduces none of its many acronyms."""
    parts, length = ["The Security Council,"], 0
    for number, letters in enumerate(product("BDEGLMNOPRST", repeat=5), start=1):
        acronym = "".join(letters)
        parts.append(
            f"{number}. Requests {acronym} and the Merrin Office for Relief and Training to report "
            f"on district {number} as set out in paragraph {max(1, number - 3)} above;"
        )
        length += len(parts[-1]) + 2
        if length >= size:
            break
    return "\n\n".join(parts)
