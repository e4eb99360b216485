"""What the processor does in a check, by what part of Python it is done in.

It takes valgrind, and a Python that was built with the names of its functions.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from checker.config import Settings
from checker.engine import check_source
from checker.rulebook import load_rulebook
from checker.source import Source
from tests.benchmarks.drafts import long_original

_ROOT = Path(__file__).resolve().parents[2]
# The first checks of a process read patterns and rules; the difference leaves that out.
_FEWER, _MORE = 3, 9
_CHECKS = "from tests.benchmarks.instructions import check_often; check_often({times})"
_SPLITS = "from tests.benchmarks.instructions import split_often; split_often({times})"
_SEVERAL = 100

LOOP = "the loop that runs the program, and its calls"
_REST = "all else"
# By the name of a source file of Python, or of a function that a compiler puts into others.
_PARTS = {
    LOOP: r"/(ceval|frame|call)\.c$|^(_PyEval|_PyFrame|initialize_locals)",
    "regular expressions": r"/_sre/",
    "texts": r"/(unicode\w*|stringlib/\w+|pyhash)\.[ch]$",
    "dictionaries and sets": r"/(dict|set)object\.c$",
    "lists, tuples, numbers and iterators": (
        r"/(list|tuple|long|iter|enum|range|slice)object\.c$|/(bltin|itertools)module\.c$"
    ),
    "attributes and types": r"/(type|descr|class|method|func|struct)\w*object\.c$|/object\.[ch]$",
    "memory": r"/(obmalloc|gcmodule|malloc)\.c$|^__?mem(set|cpy|move)",
}


class Instructions(NamedTuple):
    """What a check is made of.

    Attributes:
        parts: each part of Python, with its part of all instructions.
        splits: how often ``text.split()`` fits into a check, by instructions.
    """

    parts: Mapping[str, float]
    splits: float


def instructions() -> Instructions | None:
    """Count what the processor does in a check; None where that cannot be told."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        check = _between(valgrind, Path(name), _CHECKS, _MORE - _FEWER)
        split = _between(valgrind, Path(name), _SPLITS, _SEVERAL)
    whole = sum(check.values())
    if not check[LOOP] or not split:
        return None
    parts = {part: check[part] / whole for part in (*_PARTS, _REST)}
    return Instructions(parts, whole / sum(split.values()))


def check_often(times: int) -> None:
    """Check the draft for which the targets are set, so many times."""
    rulebook, settings, text = load_rulebook(), Settings(), long_original()
    for _ in range(times):
        check_source(Source(text), rulebook, settings)


def split_often(times: int) -> None:
    """Split its text into words, so many times."""
    text = long_original()
    for _ in range(times):
        text.split()


def _between(valgrind: str, folder: Path, program: str, times: int) -> Counter[str]:
    """Return what so many rounds more take, each part for one round."""
    fewer = _counted(valgrind, folder, program.format(times=_FEWER))
    more = _counted(valgrind, folder, program.format(times=_FEWER + times))
    return Counter({part: (more[part] - fewer[part]) // times for part in more})


def _counted(valgrind: str, folder: Path, program: str) -> Counter[str]:
    written = folder / "counted"
    tool = ("--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={written}")
    subprocess.run(  # noqa: S603 -- what is to be measured
        [valgrind, *tool, sys.executable, "-c", program],
        cwd=_ROOT,
        env={"PYTHONHASHSEED": "0"},
        capture_output=True,
        check=True,
    )
    return _parts_in(written.read_text("utf-8", errors="replace"))


def _parts_in(counted: str) -> Counter[str]:
    """Return the instructions of each part, as a file of cachegrind tells them line by line."""
    found: Counter[str] = Counter()
    file, part = "", _REST
    for line in counted.splitlines():
        if line.startswith("fl="):
            file = line.removeprefix("fl=")
        elif line.startswith("fn="):
            part = _part_of(file, line.removeprefix("fn="))
        elif line[:1].isdigit():
            found[part] += int(line.split()[1])
    return found


def _part_of(file: str, function: str) -> str:
    for part, pattern in _PARTS.items():
        if re.search(pattern, file) or re.search(pattern, function):
            return part
    return _REST
