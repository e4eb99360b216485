"""The fuzzer, for a minute, when it is asked for; and what it found, always."""

import subprocess
import sys
from pathlib import Path

import pytest

from checker import check_text
from tests.property.holding import hold


@pytest.mark.long
def test_a_minute_of_fuzzing_breaks_nothing(project: Path, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason='the extra "fuzz" is not installed')
    seeds = [str(project / "examples"), str(project / "rules")]
    command = [sys.executable, "-m", "tests.fuzz.harness", *seeds, "-max_total_time=60"]
    run = subprocess.run(  # noqa: S603 -- our own module
        [*command, f"-artifact_prefix={tmp_path}/"], cwd=project, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stdout.decode(errors="replace")[-4000:]


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council,\n\n0. Decides to act;\n\n0. Decides to wait.\n",
        "The Security Council,\n\n1. Decides:\n\n(lxxxix) to act;\n\n(lxxxix) to wait.\n",
        "The Security Council,\n\n1. Decides:\n\n(0) to act;\n\n(0) to wait.\n",
        "The Security Council,\n\n1. Decides to act under paragraph 1 above.\n",
    ],
)
def test_what_the_fuzzer_broke_is_whole(text: str) -> None:
    hold(check_text(text, pedantic=True))


def test_a_paragraph_0_is_misnumbered() -> None:
    text = "The Security Council,\n\nRecalling it,\n\n0. Decides to act;\n\n1. Decides to wait.\n"
    findings = check_text(text, select=["broken-numbering"]).findings
    assert [finding.message for finding in findings] == [
        "paragraph 0 stands where paragraph 1 should"
    ]
