"""The GitHub action and the job for GitLab do what the page about them says."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

Job = Callable[..., subprocess.CompletedProcess[str]]

_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")


@pytest.fixture(scope="module")
def action(project: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((project / "action.yml").read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def page(project: Path) -> str:
    return (project / "docs" / "hooks-and-jobs.md").read_text("utf-8")


@pytest.fixture
def drafts(project: Path, tmp_path: Path) -> Path:
    """A repository with a clean draft in ``drafts`` and a faulty one in ``faulty drafts``."""
    shutil.copytree(project / "examples" / "clean", tmp_path / "work" / "drafts")
    shutil.copytree(project / "examples" / "faulty", tmp_path / "work" / "faulty drafts")
    return tmp_path / "work"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What a runner gives, with mandatelint where the action installs it."""
    installed = tmp_path / "runner" / "mandatelint"
    installed.mkdir(parents=True)
    (installed / "bin").symlink_to(Path(sys.executable).parent)
    return {
        "HOME": str(tmp_path),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }


def _bash(script: str, folder: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 -- the project's own scripts
        [*_BASH, script], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture
def job(action: dict[str, Any], drafts: Path, environment: dict[str, str]) -> Job:
    """Run the step of the action that checks, with what a workflow gives."""

    def run(**given: str) -> subprocess.CompletedProcess[str]:
        values = {name: each["default"] for name, each in action["inputs"].items()}
        values |= {name.replace("_", "-"): value for name, value in given.items()}
        step = action["runs"]["steps"][-1]
        env = {key: _INPUT.sub(lambda m: values[m[1]], each) for key, each in step["env"].items()}
        return _bash(step["run"], drafts, environment | env)

    return run


def test_nothing_that_is_given_becomes_part_of_a_script(action: dict[str, Any]) -> None:
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


def test_the_job_passes_where_no_draft_is_at_fault(job: Job) -> None:
    done = job(paths="drafts\n")
    assert done.returncode == 0, done.stderr


def test_findings_are_annotations_a_summary_and_a_failed_job(job: Job, drafts: Path) -> None:
    done = job(paths="drafts\nfaulty drafts\n", sarif="report.sarif", arguments="--select\ndates\n")
    assert done.returncode == 1, done.stderr
    assert "::error file=faulty drafts/renewal.md" in done.stdout
    assert "impossible-date" in (drafts.parent / "summary.md").read_text("utf-8")
    assert (drafts / "report.sarif").is_file()


def test_annotations_can_be_left_out_and_the_level_be_chosen(job: Job) -> None:
    warned = "--select\nundefined-acronym"
    assert job(paths="faulty drafts", arguments=warned).returncode == 0
    done = job(paths="faulty drafts", arguments=warned, annotations="false", fail_on="warning")
    assert done.returncode == 1
    assert "::" not in done.stdout


def test_a_path_is_never_run(job: Job, drafts: Path) -> None:
    done = job(paths='$(touch hacked)"; touch hacked; "\n--fix\n')
    assert done.returncode == 2
    assert not (drafts / "hacked").exists()


def test_the_page_names_every_input_of_the_action(action: dict[str, Any], page: str) -> None:
    assert all(f"| `{name}` |" in page for name in action["inputs"])
    uses = [
        step["with"]
        for block in _YAML.findall(page)
        for step in _steps(yaml.safe_load(block))
        if step["uses"].startswith("example/mandatelint")
    ]
    assert uses
    assert all(name in action["inputs"] for given in uses for name in given)


def _steps(value: object) -> list[Any]:
    if isinstance(value, list):
        return [step for each in value for step in _steps(each)]
    if not isinstance(value, dict):
        return []
    below = [step for each in value.values() for step in _steps(each)]
    return [value, *below] if "uses" in value else below


def test_the_installing_step_installs_what_stands_beside_the_action(
    action: dict[str, Any], project: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "action"
    for folder in ("checker", "grammar", "rules"):
        shutil.copytree(project / folder, copy / folder)
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(project / file, copy)
    step = action["runs"]["steps"][1]
    env = {**os.environ, "PYTHON": sys.executable, "ACTION": str(copy)}
    env["RUNNER_TEMP"] = str(tmp_path)
    done = _bash(step["run"], tmp_path, env)
    if done.returncode and "Could not find a version" in done.stderr:
        pytest.skip("the package index cannot be reached, so nothing can be installed")
    assert done.returncode == 0, done.stderr
    shown = _bash('"$RUNNER_TEMP/mandatelint/bin/mandatelint" --version', tmp_path, env)
    assert shown.stdout.startswith("mandatelint ")


def test_the_job_for_gitlab_writes_the_reports_that_it_hands_on(
    page: str, drafts: Path, environment: dict[str, str]
) -> None:
    jobs = [yaml.safe_load(block) for block in _YAML.findall(page)]
    (job,) = [each["mandatelint"] for each in jobs if "mandatelint" in each]
    (drafts / ".mandatelint").symlink_to(Path(sys.executable).parents[1])
    assert _bash("\n".join(job["script"]), drafts, environment).returncode == 0
    shutil.copy(drafts / "faulty drafts" / "renewal.md", drafts / "drafts")
    assert _bash("\n".join(job["script"]), drafts, environment).returncode == 1
    for report in job["artifacts"]["reports"].values():
        assert (drafts / report).stat().st_size > 2
    assert job["artifacts"]["when"] == "always"


def test_the_hook_of_the_page_is_the_one_that_is_offered(page: str, project: Path) -> None:
    blocks = [yaml.safe_load(block) for block in _YAML.findall(page)]
    (repository,) = next(each["repos"] for each in blocks if "repos" in each)
    offered = yaml.safe_load((project / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in offered}
    assert "require_serial" in page
    assert offered[0]["require_serial"] is True
