"""The fuzzer, for a minute, when it is asked for; and what it found, always."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.long
def test_a_minute_of_fuzzing_breaks_nothing(project: Path, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason='the extra "fuzz" is not installed')
    seeds = [str(project / "examples"), str(project / "rules")]
    command = [sys.executable, "-m", "tests.fuzz.harness", *seeds, "-max_total_time=60"]
    run = subprocess.run(  # noqa: S603 -- our own module
        [*command, f"-artifact_prefix={tmp_path}/"], cwd=project, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode(errors="replace")[-4000:]
