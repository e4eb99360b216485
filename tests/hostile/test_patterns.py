"""No pattern takes more than linear time, whatever the text in which it is looked for."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from checker.checks.phrases import Phrase
from tests.hostile.attacks import attacks
from tests.hostile.growing import explodes, garbage_collector_off
from tests.hostile.patterns import terminals

_ENOUGH = 0.004
_LONGEST = 8000

# What no pattern knows, and something of every kind, so that whatever goes on must fail.
_ENDS = ("\x01", "\x01aZ0;:,.()[]\"'\n\x01")

_PHRASES = [
    "all",
    "all necessary means",
    "{all|any|every} {necessary|needed} {means|measures}",
    "{all|} {necessary|} {or any other|} means",
    "all ... means",
    "decides ... shall ... all ... means",
    "{decides|authorizes} ... {to use|} force ... {means|measures}",
    "paragraph #",
    "# # #",
    "{#|no} paragraphs ... #",
    "a-a-a",
    "“the Mission”",
    "a",
]


@pytest.fixture(scope="module", autouse=True)
def _steady() -> Iterator[None]:
    with garbage_collector_off():
        yield


def _grows(pattern: re.Pattern[str]) -> str | None:
    """Return what to repeat so that searching for a pattern takes more than linear time."""
    slow = (
        f"{before!r}, then {pump!r} again and again, then {end!r}"
        for before, pump in attacks(pattern)
        for end in _ENDS
        if explodes(
            partial(_search, pattern),
            _repeated(before, pump, end),
            enough=_ENOUGH,
            longest=_LONGEST,
        )
    )
    return next(slow, None)


def _search(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def _repeated(before: str, pump: str, end: str) -> Callable[[int], str]:
    """Make texts of a length that repeat something, and then end."""
    return lambda length: before + (pump * (length // len(pump) + 1))[:length] + end


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a+)+b",
        r"\s+$",
        r"\w+:",
        r"[^;]*x",
        r"(?:a|b)*c.*d",
        r"\[ *[\w ]* *\]",
        r"x[A-Z]*[^a-z]*$",
    ],
)
def test_a_slow_pattern_is_noticed(pattern: str) -> None:
    assert _grows(re.compile(pattern))


@pytest.mark.parametrize("pattern", [r"(?<!\s)\s++$", r"\b\w++:", r"[^;]{0,40}x", r"a(?:b|c)d+"])
def test_a_fast_pattern_is_not(pattern: str) -> None:
    assert not _grows(re.compile(pattern))


@pytest.mark.parametrize("name", sorted(terminals()))
def test_the_grammars_are_linear(name: str) -> None:
    assert not _grows(terminals()[name])


def test_every_compiled_pattern_is_linear(project: Path) -> None:
    command = [sys.executable, "-m", "tests.hostile.patterns"]
    listed = subprocess.run(command, cwd=project, capture_output=True, check=True)  # noqa: S603 -- our own module
    patterns = json.loads(listed.stdout)
    assert len(patterns) > 100
    slow = {
        f"{module}: {pattern}": grows
        for pattern, flags, module in patterns
        if (grows := _grows(re.compile(pattern, flags)))
    }
    assert not slow


@pytest.mark.parametrize("phrase", _PHRASES)
def test_every_construct_of_the_phrase_language_is_linear(phrase: str) -> None:
    found = Phrase.parse(phrase)
    words = re.sub(r"[{}|]|\.\.\.", " ", phrase).replace("#", "1").split()
    joined = " ".join(words)
    pumps = {
        *words,
        *(word + " " for word in words),
        *(f"{word}. A" for word in words),
        *(joined[:cut] for cut in range(1, len(joined))),
        f"{joined} ",
        f"{joined[:-1]}. A",
        " ",
        "\n",
        "- ",
        ". ",
        ".) ",
        "1",
    }
    slow = [
        pump
        for pump in sorted(pumps)
        if explodes(
            lambda text: list(found.find_all(text)),
            _repeated("", pump, _ENDS[0]),
            enough=_ENOUGH,
            longest=2 * _LONGEST,
        )
    ]
    assert not slow
