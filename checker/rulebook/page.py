"""Reading the form of a rule page: front matter, heading, sections, examples."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.nearest import did_you_mean
from checker.rulebook.carets import CaretError, read_carets
from checker.rulebook.profiles import PROFILES, STAGES
from checker.rulebook.rule import RulebookError
from checker.source import Span

SECTIONS = ("Why", "Flagged", "Accepted", "Fixed", "Settings")
_FENCE_SETTINGS = ("profile", "date", "stage")
_LIMIT = "+++"
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*([^`\s]*)[ \t]*([^`]*)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*")


@dataclass(frozen=True, slots=True)
class Example:
    """A draft in a rule page.

    Attributes:
        text: the draft without its caret lines; every line has its line end.
        marks: what the rule must find in it.
        line: the line of the page on which its fence opens.
        lines: for each line of the text, its line of the page.
        profile: the kind of text that the fence gives, or None.
        date: the day that the fence gives, or None.
        stage: the stage that the fence gives, or None.
    """

    text: str
    marks: tuple[Span, ...]
    line: int
    lines: tuple[int, ...]
    profile: str | None = None
    date: datetime.date | None = None
    stage: str | None = None

    def page_line(self, line: int) -> int:
        """Return the line of the page on which a line of the draft, from 1, stands."""
        return self.lines[line - 1] if line <= len(self.lines) else self.line


@dataclass(frozen=True, slots=True)
class Page:
    """The form of a rule page.

    Attributes:
        front: the front matter, TOML; its first line is line 2 of the page.
        summary: the first paragraph below the heading, on one line.
        sections: the headings of its sections, in order.
        flagged: the drafts in which the rule finds something.
        accepted: the drafts in which it finds nothing.
        fixed: what its fix makes of the flagged drafts, in their order.
    """

    front: str
    summary: str
    sections: tuple[str, ...]
    flagged: tuple[Example, ...]
    accepted: tuple[Example, ...]
    fixed: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of Markdown: prose, or a fenced block as a whole."""

    number: int
    text: str
    fence: tuple[str, str] | None = None
    inside: tuple[str, ...] = ()


def read_page(text: str, path: str, name: str) -> Page:
    """Read the form of a rule page.

    Raises:
        RulebookError: there is no front matter, the heading is not the rule's name, a section or
            a setting of a fence is unknown, or the carets of an example cannot be read.
    """
    lines = text.splitlines()
    if not lines or lines[0] != _LIMIT:
        raise RulebookError(path, 1, f"a rule page begins with a line {_LIMIT}")
    try:
        close = lines.index(_LIMIT, 1)
    except ValueError:
        raise RulebookError(path, 1, f"the front matter has no second line {_LIMIT}") from None
    section = ""
    sections: list[str] = []
    examples: dict[str, list[Example]] = {title: [] for title in SECTIONS}
    summary: list[str] = []
    headings: list[str] = []
    ended = False
    for line in _markdown(lines, close + 1, path):
        heading = _HEADING.fullmatch(line.text) if line.fence is None else None
        if heading is not None and len(heading.group(1)) == 1:
            _check_heading(heading.group(2), name, path, line.number, first=not headings)
            headings.append(name)
        elif heading is not None and heading.group(1) == "##":
            section = heading.group(2)
            _check_section(section, sections, path, line.number)
            sections.append(section)
        elif line.fence is not None:
            if line.fence[0] == "draft" and section:
                examples[section].append(_example(line, path, marks=section != "Fixed"))
        elif headings and not section and not ended:
            summary += line.text.split()
            ended = bool(summary) and not line.text.strip()
    if not headings:
        raise RulebookError(path, close + 1, f'the heading "# {name}" is missing')
    return Page(
        "\n".join(lines[1:close]) + "\n",
        " ".join(summary),
        tuple(sections),
        tuple(examples["Flagged"]),
        tuple(examples["Accepted"]),
        tuple(examples["Fixed"]),
    )


def _check_heading(title: str, name: str, path: str, line: int, *, first: bool) -> None:
    if not first:
        raise RulebookError(path, line, "a rule page has one heading of the first level")
    if title != name:
        raise RulebookError(path, line, f'the heading is "{title}", but the page is "{name}"')


def _check_section(title: str, before: Sequence[str], path: str, line: int) -> None:
    if title not in SECTIONS:
        message = f'there is no section "{title}"{did_you_mean(title, SECTIONS)}'
        raise RulebookError(path, line, message)
    if title in before:
        raise RulebookError(path, line, f'there is a section "{title}" already')


def _markdown(lines: Sequence[str], start: int, path: str) -> Iterator[_Line]:
    """Yield the lines below the front matter, each fenced block as one."""
    number = start
    while number < len(lines):
        opening = _FENCE.fullmatch(lines[number])
        if opening is None:
            yield _Line(number + 1, lines[number])
            number += 1
            continue
        ticks = opening.group(1)
        end = number + 1
        while end < len(lines) and not _closes(lines[end], ticks):
            end += 1
        if end == len(lines):
            raise RulebookError(path, number + 1, "this block is never closed")
        fence = (opening.group(2), opening.group(3))
        yield _Line(number + 1, "", fence, tuple(lines[number + 1 : end]))
        number = end + 1


def _closes(line: str, ticks: str) -> bool:
    line = line.rstrip()
    return len(line) >= len(ticks) and not line.strip(ticks[0])


def _example(block: _Line, path: str, *, marks: bool) -> Example:
    assert block.fence is not None
    settings: dict[str, str] = {}
    for word in block.fence[1].split():
        key, equals, value = word.partition("=")
        if key not in _FENCE_SETTINGS:
            message = f'a draft has no setting "{key}"{did_you_mean(key, _FENCE_SETTINGS)}'
            raise RulebookError(path, block.number, message)
        if not equals or not value:
            raise RulebookError(path, block.number, f'"{key}" is written {key}=...')
        settings[key] = value
    for key, known in (("profile", PROFILES), ("stage", STAGES)):
        value = settings.get(key, known[0])
        if value not in known:
            message = f'there is no {key} "{value}"{did_you_mean(value, known)}'
            raise RulebookError(path, block.number, message)
    try:
        day = datetime.date.fromisoformat(settings["date"]) if "date" in settings else None
    except ValueError:
        message = f'"{settings["date"]}" is no day in the form 2020-06-29'
        raise RulebookError(path, block.number, message) from None
    try:
        marked = read_carets(block.inside)
    except CaretError as error:
        raise RulebookError(path, block.number + 1 + error.line, error.message) from None
    if marked.marks and not marks:
        raise RulebookError(path, block.number, "a draft under Fixed has no carets")
    lines = tuple(block.number + 1 + line for line in marked.lines)
    return Example(
        marked.text,
        marked.marks,
        block.number,
        lines,
        settings.get("profile"),
        day,
        settings.get("stage"),
    )
