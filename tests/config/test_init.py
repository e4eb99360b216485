"""``mandatelint init`` writes files to begin with, and never over another."""

import errno
import os
import re
from pathlib import Path

import pytest

from checker.cli.starting import CONFIGURATION, HOOK
from checker.config.models import ConfigurationTable, SilenceTable, keys_of
from tests.cli.conftest import Run
from tests.config.conftest import Load

_FAULTY = "The Security Council,\n\n1. Decides to act as set out in paragraph 9 below.\n"
_SETTING = re.compile(r"# (?=[\w-]+ = |\[)")


def test_every_key_that_is_commented_out_is_valid(load: Load, office: Path) -> None:
    assert office.name == "office-rules"
    text = "\n".join(_SETTING.sub("", line, count=1) for line in CONFIGURATION.split("\n"))
    found = load(text)
    assert found.top.profile == "security-council/mandate"
    assert (len(found.overrides), len(found.silences)) == (1, 1)
    told = {name for name in keys_of(ConfigurationTable) if f"\n{name} = " in text}
    told |= {"overrides", "silence", "severity", "rules"}
    assert told == set(keys_of(ConfigurationTable))
    silence = text.partition("[[silence]]\n")[2]
    assert {name for name in keys_of(SilenceTable) if f"{name} = " in silence} == set(
        keys_of(SilenceTable)
    )


def test_as_it_is_written_it_changes_nothing(run: Run) -> None:
    run("init")
    shown = run("config", "show", "--output-format", "json").stdout
    assert '"line"' not in shown


@pytest.mark.parametrize("repository", [True, False])
def test_what_was_written_is_said(run: Run, *, repository: bool) -> None:
    if repository:
        Path(".git").mkdir()
    result = run("init")
    assert result.exit_code == 0
    assert "mandatelint.toml written" in result.stdout
    assert Path("mandatelint.toml").read_text("utf-8") == CONFIGURATION
    hooks = Path(".pre-commit-config.yaml")
    assert hooks.exists() is repository
    assert ('"pre-commit install"' in result.stdout) is repository
    assert ("no git repository" in result.stdout) is not repository


def test_the_hook_belongs_to_the_root_of_the_repository(run: Run) -> None:
    Path(".git").mkdir()
    Path("drafts").mkdir()
    run("init", "drafts")
    assert Path("drafts/mandatelint.toml").exists()
    assert Path(".pre-commit-config.yaml").read_text("utf-8") == f"repos:\n{HOOK}"


def test_nothing_is_written_over(run: Run) -> None:
    Path(".git").mkdir()
    for name in (".mandatelint.toml", ".pre-commit-config.yaml"):
        Path(name).write_text("# ours\n", "utf-8")
    result = run("init")
    assert result.exit_code == 0
    assert ".mandatelint.toml is there already: left as it is" in result.stdout
    assert HOOK in result.stdout
    assert not Path("mandatelint.toml").exists()
    assert Path(".pre-commit-config.yaml").read_text("utf-8") == "# ours\n"


def test_a_second_time_changes_nothing(run: Run) -> None:
    Path(".git").mkdir()
    run("init")
    files = {path: path.read_bytes() for path in Path().iterdir() if path.is_file()}
    assert run("init").stdout.count("left as it is") == 2
    assert {path: path.read_bytes() for path in Path().iterdir() if path.is_file()} == files


def test_a_configuration_that_holds_no_longer_is_named(run: Run) -> None:
    Path("drafts").mkdir()
    Path("mandatelint.toml").write_text('select = ["dates"]\n', "utf-8")
    said = "mandatelint.toml holds for the drafts in drafts no longer"
    assert said in run("init", "drafts").stdout
    assert said not in run("init", "drafts").stdout


def test_hooks_that_cannot_be_read_are_one_sentence_and_the_rest_goes_on(run: Run) -> None:
    for name in (".git", ".pre-commit-config.yaml"):
        Path(name).mkdir()
    Path("a.md").write_text(_FAULTY, "utf-8")
    result = run("init")
    assert result.exit_code == 2
    assert result.stderr == (
        "mandatelint: .pre-commit-config.yaml: no hook written: a folder, not a file\n"
    )
    assert Path("mandatelint.toml").exists()
    assert Path("mandatelint-baseline.json").exists()


def test_on_a_full_disk_no_half_of_a_file_is_left(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fails)
    result = run("init")
    assert (result.exit_code, list(Path().iterdir())) == (2, [])
    assert "the disk is full" in result.stderr


def test_what_is_no_file_is_not_taken_for_a_missing_one(run: Run) -> None:
    Path("mandatelint.toml").mkdir()
    result = run("init")
    assert result.exit_code == 2
    assert "mandatelint.toml: not written: it is there already" in result.stderr


def test_a_folder_that_is_not_there_is_named(run: Run) -> None:
    result = run("init", "nowhere")
    assert (result.exit_code, "nowhere: no such folder" in result.stderr) == (2, True)


def test_a_first_run_on_an_old_repository_is_silent_about_old_sins(run: Run) -> None:
    Path("a.md").write_text(_FAULTY, "utf-8")
    assert run("check").exit_code == 1
    assert run("init").exit_code == 0
    assert Path("mandatelint-baseline.json").exists()
    assert run("check").exit_code == 0
    assert "mandatelint-baseline.json is there already" in run("init").stdout


def test_a_baseline_that_is_there_is_left_as_it_is_whatever_its_name(run: Run) -> None:
    for folder, name in ((Path(), "known.json"), (Path("old"), "sins.json")):
        folder.mkdir(exist_ok=True)
        (folder / "a.md").write_text(_FAULTY, "utf-8")
        (folder / "mandatelint.toml").write_text(f'baseline = "{name}"\n', "utf-8")
    Path("old/sins.json").touch()
    result = run("init")
    assert "old/sins.json is there already: left as it is" in result.stdout
    assert Path("old/sins.json").read_bytes() == b""
    known = Path("known.json").read_bytes()
    assert b'"a.md"' in known
    assert b"old" not in known
    assert "known.json is there already: left as it is" in run("init").stdout
    assert Path("known.json").read_bytes() == known


def test_what_is_recorded_is_said_with_the_way_to_see_it(run: Run) -> None:
    Path("a.md").write_text(_FAULTY, "utf-8")
    Path("mandatelint.toml").write_text('select = ["cross-references"]\n', "utf-8")
    assert run("init").stdout.splitlines()[-1] == (
        "1 finding of 1 draft recorded in mandatelint-baseline.json: "
        "it is not shown again; --no-baseline shows it"
    )


@pytest.mark.parametrize("drafts", [["a.md"], []])
def test_a_broken_configuration_stops_it(run: Run, drafts: list[str]) -> None:
    Path("mandatelint.toml").write_text("selct = []\n", "utf-8")
    for name in drafts:
        Path(name).write_text("The Security Council,\n\n1. Decides to act.\n", "utf-8")
    result = run("init")
    assert (result.exit_code, 'did you mean "select"?' in result.stderr) == (2, True)
    assert not Path("mandatelint-baseline.json").exists()


def test_a_draft_that_cannot_be_read_shows_in_the_status(run: Run) -> None:
    Path("a.md").write_bytes(b"\xff")
    assert run("init").exit_code == 2


def test_every_file_is_named_from_the_current_folder(run: Run) -> None:
    Path(".git").mkdir()
    Path("drafts").mkdir()
    Path("drafts/a.md").write_text("The Security Council,\n\n1. Decides to act.\n", "utf-8")
    said = run("init", "drafts").stdout
    assert str(Path.cwd()) not in said
    for name in ("drafts/mandatelint.toml", "drafts/mandatelint-baseline.json"):
        assert name in said
    assert ".pre-commit-config.yaml written" in said


def test_where_there_are_no_drafts_nothing_is_recorded(run: Run) -> None:
    assert run("init").exit_code == 0
    assert not Path("mandatelint-baseline.json").exists()
