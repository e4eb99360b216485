"""Measure everything and write ``docs/speed.md``: ``python -m tests.benchmarks``.

With ``--quick`` it measures less of everything and prints the page instead.
"""

import datetime
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from checker.cache.store import FOLDER_VARIABLE
from tests.benchmarks import profiling, sections
from tests.benchmarks.drafts import of_acronyms
from tests.benchmarks.instructions import LOOP, Instructions, instructions
from tests.benchmarks.rivals import installed_wheel, proselint, textlint
from tests.benchmarks.sections import Program, Row

_ROOT = Path(__file__).resolve().parents[2]
_DEAREST = 12
_PAGE = _ROOT / "docs" / "speed.md"


def main() -> None:
    """Measure, and write the page."""
    quick = "--quick" in sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ[FOLDER_VARIABLE] = str(folder / "cache-here")
        text = _measured(folder, quick=quick)
    if quick:
        sys.stdout.write(text)
    else:
        _PAGE.write_text(text, "utf-8")


def _measured(folder: Path, *, quick: bool) -> str:
    say("installing a wheel, and what people would use instead")
    program = Program(installed_wheel(_ROOT, folder / "wheel"), folder)
    others = (textlint(folder / "textlint"), proselint(folder / "proselint"))
    rivals = [rival for rival in others if rival is not None]
    times = 5 if quick else 25
    command = "python -m tests.benchmarks" + " --quick" * quick
    today = datetime.date.today()  # noqa: DTZ011 -- the day of whoever measures
    parts = [_HEAD.format(date=today, machine=sections.machine(), command=command)]
    say("one draft")
    parts.append(_table("One draft, whole processes", _ONE, sections.one_draft(program, times)))
    say("stages")
    parts.append(_table("One draft, in a process", _STAGES, sections.stages(times)))
    say("edits")
    rows = sections.editing(1 if quick else 3)
    parts.append(_table("One draft, edited", _EDITS, rows))
    parts.append(_longest(sections.longest()))
    parts.append(_profile(profiling.profile()))
    say("instructions")
    if (counted := instructions()) is not None:
        parts.append(_instructions(counted))
    for count in (1, 20) if quick else (1, 100, 1000):
        say(f"{count} drafts")
        rows = sections.many(program, count, rivals, 1 if quick or count > 100 else 3)
        title = "1 draft beside other linters" if count == 1 else f"{count:,} distinct drafts"
        parts.append(_table(title, _MANY, rows))
    if rivals:
        parts.append(_owed(sections.owed(rows, count)))
    say("processes")
    few = (8, 32) if quick else (6, 12, 24, 48, 96)
    spread = sections.processes(program, few, 2 if quick else 5)
    parts.append(_table("One process or several", _PROCESSES, spread))
    say("memory")
    count = 60 if quick else 1000
    parts.append(f"## Memory\n\n{count:,} drafts: {sections.memory(program, count)}.\n")
    say("growth")
    sizes = (100_000, 200_000) if quick else (100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
    parts.append(_growth("Longer drafts", sections.growth_in_length(sizes)))
    many = sections.growth_in_length(sizes[:3], of_acronyms)
    parts.append(_growth("Longer drafts, an undefined acronym in each paragraph", many))
    counts = (30, 60) if quick else (100, 1000, 10_000)
    parts.append(_growth("More drafts", sections.growth_in_files(program, counts)))
    say("findings")
    parts.append(_table("Few findings and many", _FINDINGS, sections.findings(3 if quick else 9)))
    return "\n".join(parts)


_HEAD = """# Speed

Measured on {date} by `{command}`, which makes this page,
on {machine}.

What stands in one table was measured in turns, so that a busy moment met all of it. A ratio is the
median of those within a turn; in brackets stand the least and the greatest.
"""
_ONE = "A commit hook and an editor feel this. The ratio is that of time on the processors."
_STAGES = "The text is S/2020/600, 57.6 KB, or the longest example where that is not at hand."
_EDITS = (
    "A program holds the result before the edit: an editor or a language server. Each paragraph\n"
    "of the same text is edited in turn; the spread is that over the paragraphs."
)
_LONGEST = (
    "The least of five rounds, the same text. The target of 33 is for all rows together; what\n"
    "makes them up are many small steps, as the next two tables show."
)
_INSTRUCTIONS = (
    "Counted by instructions, a check takes {now:.0f} times `text.split()`. Were the first row\n"
    "nothing, the most that compiling Python could spare, it would take {left:.0f} times: texts,\n"
    "tables and objects are handled by compiled code already, and there are many. For the target\n"
    "parsing, the index and the dearest rules would have to be written in another language, over\n"
    "data of its own."
)
_MANY = "Rules are kept, results are not. The ratio is that of time on the clock."
_OWED = (
    "To be so much faster a draft may take so many times `text.split()`, all cores together and\n"
    "nothing else counted; it takes {now:.0f}. If each took 33 times, the target of one draft in\n"
    "a process, the others would take so many times as long."
)
_PROCESSES = (
    "All cores against one process; rules are kept, results are not. The ratio is that of time on\n"
    "the clock. Below 1.00 the cores save more than it takes to begin the processes."
)
_FINDINGS = "The same number of paragraphs, in a process."


def _table(title: str, words: str, rows: Iterable[Row]) -> str:
    lines = [f"## {title}", "", words, "", "| | ms | ratio | target |", "|---|---:|---:|---|"]
    for row in rows:
        least, most = row.spread
        ratio = f"{row.ratio:.2f} ({least:.2f} to {most:.2f})"
        lines.append(f"| {row.what} | {row.milliseconds:,.1f} | {ratio} | {row.target} |")
    return "\n".join([*lines, ""])


def _longest(found: Iterable[sections.Part]) -> str:
    lines = ["## What takes longest", "", _LONGEST, ""]
    lines += ["| stage or rule | ms | times `text.split()` |", "|---|---:|---:|"]
    lines += [f"| {part.name} | {part.milliseconds:.2f} | {part.splits:.1f} |" for part in found]
    return "\n".join([*lines, ""])


def _profile(found: profiling.Profile) -> str:
    dearest = found.shares[:_DEAREST]
    lines = ["## Where the time goes, function by function", ""]
    lines.append(
        f"A check makes {found.calls:,} calls. So many calls of an empty function take "
        f"{found.empty:.1f} times\n`text.split()`. The dearest {_DEAREST} functions, by their own "
        f"time, make {sum(each.part for each in dearest):.0%} of it:\n"
    )
    lines += ["| function | calls | part |", "|---|---:|---:|"]
    lines += [f"| `{each.name}` | {each.calls:,} | {each.part:.1%} |" for each in dearest]
    return "\n".join([*lines, ""])


def _instructions(counted: Instructions) -> str:
    left = counted.splits * (1 - counted.parts[LOOP])
    words = _INSTRUCTIONS.format(now=counted.splits, left=left)
    lines = ["## What the processor does in a check", "", words, ""]
    lines += ["| part of Python | of all instructions |", "|---|---:|"]
    lines += [f"| {name} | {part:.0%} |" for name, part in counted.parts.items()]
    return "\n".join([*lines, ""])


def _owed(found: sections.Owed) -> str:
    lines = [_OWED.format(now=found.now), ""]
    lines += ["| | to be so much faster | a draft may take | at 33 times |", "|---|---:|---:|---:|"]
    lines += [
        f"| {each.name} | {each.faster} | {each.splits:.1f} | {each.at_target:.1f} |"
        for each in found.rivals
    ]
    return "\n".join([*lines, ""])


def _growth(title: str, found: Iterable[tuple[str, float, float]]) -> str:
    lines = [f"## {title}", "", "At most 2.1 times the time for twice as much."]
    lines += ["", "| | seconds | per doubling |", "|---|---:|---:|"]
    for what, seconds, growth in found:
        say(f"{what}: {seconds:.2f} s")
        lines.append(f"| {what} | {seconds:.2f} | {f'{growth:.2f}' if growth else ''} |")
    return "\n".join([*lines, ""])


def say(words: str) -> None:
    """Tell whoever waits how far it is."""
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main()
