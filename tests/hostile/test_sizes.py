"""A huge text costs what its length explains, in time and in memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

# A quarter of the text is the measure; the whole may cost three times what that promises.
_QUARTERS = 4
_BEARABLE = 3
# What an interpreter takes for itself between two measurements, in megabytes, and what a text is
# worth that fits into what the interpreter had already, in bytes for each character.
_SLACK = 40
_TEXT = 24
_BRIEF = 0.05

_SMALL = {
    "one-line": 1_000_000,
    "parentheses": 40_000,
    "paragraphs": 2_000,
    "references": 2_000,
    "items": 2_000,
    "one-marker": 1_500,
    "headings": 3_000,
    "quotation-marks": 40_000,
    "line-ends": 6_000,
    "page-heads": 3_000,
    "converted": 2_000,
    "capitals": 3_000,
}
_HUGE = {
    "one-line": 50_000_000,
    "parentheses": 1_000_000,
    "paragraphs": 100_000,
    "references": 100_000,
    "items": 100_000,
    "one-marker": 50_000,
    "headings": 100_000,
    "quotation-marks": 1_000_000,
    "line-ends": 300_000,
    "page-heads": 100_000,
    "converted": 50_000,
    "capitals": 14_000,
}
_QUIET = ("one-line", "parentheses", "paragraphs", "quotation-marks", "line-ends", "page-heads")


def _costs_what_it_should(project: Path, name: str, size: int) -> None:
    command = [sys.executable, "-m", "tests.hostile.measure", name, str(size)]
    run = subprocess.run(command, cwd=project, capture_output=True, check=False)  # noqa: S603 -- our own module
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    told = json.loads(run.stdout)
    (part, whole), (small, large) = told["seconds"], told["megabytes"]
    assert whole < _BEARABLE * _QUARTERS * max(part, _BRIEF)
    fitted = told["characters"] / _QUARTERS * _TEXT / 1_000_000
    assert large < _BEARABLE * _QUARTERS * max(small, fitted) + _SLACK
    assert (told["findings"] == 0) == (name in _QUIET)


@pytest.mark.parametrize("name", _SMALL)
def test_a_large_text(project: Path, name: str) -> None:
    _costs_what_it_should(project, name, _SMALL[name])


@pytest.mark.long
@pytest.mark.parametrize("name", _HUGE)
def test_a_huge_text(project: Path, name: str) -> None:
    _costs_what_it_should(project, name, _HUGE[name])
