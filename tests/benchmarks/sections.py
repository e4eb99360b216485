"""The comparisons: each returns rows for the page."""

import itertools
import os
import platform
import shutil
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import log2
from pathlib import Path
from typing import NamedTuple

from checker.cache.store import in_use, use, user_store
from checker.config import Settings
from checker.engine import check_source, time_source
from checker.index import build_index
from checker.parsing import parse_source
from checker.rechecking import Rechecking
from checker.rulebook import load_rulebook
from checker.source import Source
from tests.benchmarks.drafts import edits, long_original, of_length, originals, write_distinct
from tests.benchmarks.measuring import (
    Times,
    in_process,
    interleaved,
    peak_memory,
    ratios,
    run,
)
from tests.benchmarks.rivals import Rival

_CORES = os.cpu_count() or 1
_DRAFT = "S_2020_600.md"
# How many times as fast as others a run on many drafts should be, and what one draft may take.
_FASTER = {"textlint, one rule, Markdown": 15, "proselint": 25}
_SPLITS = 33


class Row(NamedTuple):
    """A line of a table.

    Attributes:
        what: what was timed.
        milliseconds: the median on the clock.
        ratio: the median ratio to what it is measured by.
        spread: the least and the greatest ratio.
        target: what it should be, in words, or "".
    """

    what: str
    milliseconds: float
    ratio: float
    spread: tuple[float, float]
    target: str = ""


def _rows(times: dict[str, Times], base: str, targets: dict[str, str]) -> list[Row]:
    return [
        Row(
            name,
            statistics.median(each.wall) * 1000,
            *_ratio(each, times[base]),
            targets.get(name, ""),
        )
        for name, each in times.items()
    ]


def _ratio(times: Times, base: Times) -> tuple[float, tuple[float, float]]:
    # Time on the processors: the clock also counts what others do on the machine.
    middle, least, most = ratios(times.cpu, base.cpu)
    return middle, (least, most)


class Program:
    """The installed program, with a cache of its own."""

    def __init__(self, python: Path, folder: Path) -> None:
        """Use the interpreter that has it, and a folder for drafts and the cache."""
        self.python = str(python)
        self.check = (str(python.with_name("mandatelint")), "check", "--isolated")
        self.folder = folder
        self.env = {"MANDATELINT_CACHE_DIR": str(folder / "cache")}


def one_draft(program: Program, times: int) -> list[Row]:
    """Time one draft, whole processes, against a bare import of click."""
    draft = program.folder / _DRAFT
    text = long_original()
    draft.write_text(text, "utf-8")
    count = 0

    def warm() -> tuple[float, float]:
        nonlocal count
        count += 1
        draft.write_text(f"{text}\n<!-- {count} -->\n", "utf-8")
        return run((*program.check, str(draft)), program.env)

    def kept() -> tuple[float, float]:
        return run((*program.check, str(draft)), program.env)

    warm()
    found = interleaved(
        {
            'python -c "import click"': lambda: run((program.python, "-c", "import click")),
            "mandatelint, nothing kept": lambda: run(
                (*program.check, "--no-cache", str(draft)), program.env
            ),
            "mandatelint, rules kept": warm,
            "mandatelint, result kept": kept,
        },
        times,
    )
    base = 'python -c "import click"'
    targets = {
        "mandatelint, rules kept": "at most 3.0",
        "mandatelint, result kept": "at most 1.6",
    }
    return _rows(found, base, targets)


def stages(times: int) -> list[Row]:
    """Time the stages of one draft in a process against splitting its text into words."""
    text = long_original()
    _keep()
    rulebook, settings = load_rulebook(), Settings()
    check_source(Source(text), rulebook, settings)
    draft = parse_source(Source(text))
    found = interleaved(
        {
            "text.split()": in_process(text.split),
            "parse": in_process(lambda: parse_source(Source(text))),
            "index": in_process(lambda: build_index(draft)),
            "parse, index and all default rules": in_process(
                lambda: check_source(Source(text), rulebook, settings)
            ),
        },
        times,
    )
    targets = {"parse, index and all default rules": f"at most {_SPLITS}, aim 20"}
    return _rows(found, "text.split()", targets)


def editing(times: int) -> list[Row]:
    """Time a check of a draft after the edit of a paragraph, for each paragraph in turn."""
    text = long_original()
    _keep()
    rulebook, settings = load_rulebook(), Settings()
    session = Rechecking(rulebook, settings)
    wholes: list[tuple[float, float]] = []
    again: list[tuple[float, float]] = []
    for edited in edits(text):
        whole = in_process(partial(check_source, Source(edited), rulebook, settings))
        edit = in_process(partial(session.check, Source(edited)))
        rounds: list[tuple[tuple[float, float], tuple[float, float]]] = []
        for _ in range(times):
            session.check(Source(text))
            # What the second of two keeps of the first is then no merit of the session.
            rounds.append((edit(), whole()))
        # The least of a few: what came between is no part of either.
        again.append(min(each for each, _ in rounds))
        wholes.append(min(each for _, each in rounds))
    found = {
        "the whole draft": _as_times(wholes),
        "in a session, one paragraph edited": _as_times(again),
    }
    targets = {"in a session, one paragraph edited": "at most 0.5"}
    return _rows(found, "the whole draft", targets)


def _as_times(each: Sequence[tuple[float, float]]) -> Times:
    return Times(tuple(wall for wall, _ in each), tuple(cpu for _, cpu in each))


class Part(NamedTuple):
    """A stage or a rule: its name, its milliseconds, and how often ``text.split()`` fits in."""

    name: str
    milliseconds: float
    splits: float


def longest(most: int = 12) -> list[Part]:
    """Return the stages and rules that take longest on one draft, and all others as the last."""
    _keep()
    rulebook, settings = load_rulebook(), Settings()
    source = Source(long_original())
    list(time_source(source, rulebook, settings))
    runs = [dict(time_source(source, rulebook, settings)) for _ in range(5)]
    best = {name: min(each[name] for each in runs) for name in runs[0]}
    split = _split(source.text)
    ordered = sorted(best.items(), key=lambda each: -each[1])
    others = sum(seconds for _, seconds in ordered[most:])
    ordered = [*ordered[:most], (f"{len(ordered) - most} others together", others)]
    return [Part(name, seconds * 1000, seconds / split) for name, seconds in ordered]


def many(program: Program, count: int, rivals: list[Rival], times: int) -> list[Row]:
    """Time so many distinct drafts, each linter in one process of its own making."""
    folder = program.folder / f"drafts-{count}"
    paths = [str(path) for path in write_distinct(folder, count)]
    turn = 0

    def ours() -> tuple[float, float]:
        nonlocal turn
        turn += 1
        # Others than in the turn before: the rules are kept, no result is.
        write_distinct(folder, count, turn=turn)
        return run((*program.check, str(folder)), program.env)

    things: dict[str, Callable[[], tuple[float, float]]] = {"mandatelint": ours}
    for rival in rivals:
        things[rival.name] = lambda rival=rival: run((*rival.command, *paths))  # type: ignore[misc]
    found = interleaved(things, times)
    rows = []
    for name, each in found.items():
        # Here the clock counts: to share work among cores is what is compared.
        middle, least, greatest = ratios(each.wall, found["mandatelint"].wall)
        target = f"at least {_FASTER[name]}" if count >= 1000 and name in _FASTER else ""
        rows.append(
            Row(name, statistics.median(each.wall) * 1000, middle, (least, greatest), target)
        )
    shutil.rmtree(folder)
    return rows


class OwedTo(NamedTuple):
    """What it would take to be so much faster than another linter on many drafts.

    Attributes:
        name: the other linter.
        faster: how many times as fast one should be.
        splits: how many times ``text.split()`` a draft may take then, on all cores together.
        at_target: how many times as fast one is where each draft takes what one alone should.
    """

    name: str
    faster: int
    splits: float
    at_target: float


class Owed(NamedTuple):
    """How many times ``text.split()`` a draft takes among many, and what each rival leaves it."""

    now: float
    rivals: Sequence[OwedTo]


def owed(rows: Sequence[Row], count: int) -> Owed:
    """Return what it would take on so many drafts, given what each linter took, this one first."""
    texts = originals()
    split = sum(map(_split, texts)) / len(texts)
    ours, *others = [row.milliseconds / 1000 * _CORES / count / split for row in rows]
    found: list[OwedTo] = []
    for row, splits in zip(rows[1:], others, strict=True):
        faster = _FASTER[row.what]
        found.append(OwedTo(row.what, faster, splits / faster, splits / _SPLITS))
    return Owed(ours, found)


def processes(program: Program, counts: tuple[int, ...], times: int) -> Iterator[Row]:
    """Yield how long all cores take for so many drafts, against one process, on the clock."""
    cores = str(_CORES)
    for count in counts:
        folder = program.folder / f"processes-{count}"
        turns = itertools.count()

        def timed(jobs: str) -> tuple[float, float]:
            write_distinct(folder, count, turn=next(turns))  # noqa: B023 -- called at once
            return run((*program.check, "--jobs", jobs, str(folder)), program.env)  # noqa: B023 -- as above

        found = interleaved({jobs: partial(timed, jobs) for jobs in ("1", cores)}, times)
        shutil.rmtree(folder)
        middle, least, greatest = ratios(found[cores].wall, found["1"].wall)
        milliseconds = statistics.median(found[cores].wall) * 1000
        yield Row(f"{count} drafts", milliseconds, middle, (least, greatest))


def memory(program: Program, count: int) -> str:
    """Return the greatest memory of all processes on so many drafts, above bare interpreters."""
    folder = program.folder / "memory"
    write_distinct(folder, count)
    used, processes = peak_memory((*program.check, "--no-cache", str(folder)), program.env)
    bare, _ = peak_memory((program.python, "-c", "import time; time.sleep(0.5)"))
    shutil.rmtree(folder)
    above = (used - processes * bare) / 1e6
    return f"{above:.0f} MB in {processes} processes above bare interpreters (at most 150 MB)"


def growth_in_length(
    sizes: tuple[int, ...], draft_of: Callable[[int], str] = of_length
) -> Iterator[tuple[str, float, float]]:
    """Yield, for drafts of growing length, their seconds and the growth per doubling."""
    _keep()
    rulebook, settings = load_rulebook(), Settings()
    before: tuple[int, float] | None = None
    for size in sizes:
        source = Source(draft_of(size))
        seconds = min(_seconds(lambda: check_source(source, rulebook, settings)) for _ in range(2))  # noqa: B023 -- called at once
        yield f"{size // 1000:,} KB", seconds, _doubling(before, (size, seconds))
        before = size, seconds


def growth_in_files(
    program: Program, counts: tuple[int, ...]
) -> Iterator[tuple[str, float, float]]:
    """Yield, for growing numbers of drafts, their seconds and the growth per doubling."""
    before: tuple[int, float] | None = None
    for count in counts:
        folder = program.folder / "growth"
        write_distinct(folder, count)
        _, seconds = run((*program.check, "--no-cache", str(folder)), program.env)
        shutil.rmtree(folder)
        yield f"{count:,} files", seconds, _doubling(before, (count, seconds))
        before = count, seconds


def findings(times: int) -> list[Row]:
    """Time a draft with few findings against the same length with very many."""
    paragraph = "{n}. Requests the Secretary-General to report on paragraph {to} above{end}\n\n"
    few = "".join(paragraph.format(n=n, to=1, end=";") for n in range(2, 1500))
    much = "".join(paragraph.format(n=n, to=9999, end=";") for n in range(2, 1500))
    _keep()
    rulebook, settings = load_rulebook(), Settings()
    found = interleaved(
        {
            name: in_process(partial(check_source, Source(text), rulebook, settings))
            for name, text in (("few findings", few), ("a finding per paragraph", much))
        },
        times,
    )
    return _rows(found, "few findings", {})


def _split(text: str) -> float:
    """Return the least seconds that it takes to split a text into words."""
    return min(in_process(text.split)()[0] for _ in range(25))


def _doubling(before: tuple[int, float] | None, after: tuple[int, float]) -> float:
    if before is None:
        return 0.0
    return float((after[1] / before[1]) ** (1 / log2(after[0] / before[0])))


def _seconds(thing: Callable[[], object]) -> float:
    begin = time.process_time()
    thing()
    return time.process_time() - begin


def _keep() -> None:
    if in_use().folder is None:
        use(user_store())


def machine() -> str:
    """Return what the figures were measured on."""
    name = ""
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text("utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                name = line.partition(":")[2].strip()
                break
    processor = f" ({name})" if name else ""
    return f"{_CORES} cores{processor}, Python {platform.python_version()}"
