"""Recording known findings and checking against them, on the command line."""

import json
import os
from pathlib import Path

import pytest

from tests.baseline.conftest import Run

FILE = "mandatelint-baseline.json"
OLD = "1. Urges UNSMTA to report under paragraph 19 below.\n"
NEW = f"{OLD}\n2. Urges UNDERA to report under paragraph 18 below.\n"
CLEAN = "1. Urges the Mission to report to the Council.\n"
SELECT = ("--select", "cross-references,acronyms")


def _write(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, "utf-8")


def _recorded() -> dict[str, list[str]]:
    drafts = json.loads(Path(FILE).read_text("utf-8"))["drafts"]
    return {path: [each["words"] for each in recorded] for path, recorded in drafts.items()}


def test_what_is_recorded_is_quiet_and_what_is_new_is_shown(run: Run) -> None:
    _write("a.md", OLD)
    written = run("baseline", "write", *SELECT)
    assert (written.exit_code, written.stdout) == (
        0,
        f"{FILE}: 2 findings of 1 draft recorded; 2 new, 0 gone\n",
    )
    quiet = run("check", *SELECT, "a.md")
    assert quiet.exit_code == 0
    assert quiet.stdout.endswith("1 file: no new findings; 2 in the baseline\n")
    _write("a.md", NEW)
    shown = run("check", *SELECT, "--output-format", "concise", "a.md")
    assert shown.exit_code == 1
    assert [line.split(":")[3] for line in shown.stdout.splitlines()[:-1]] == [" OP 2", " OP 2"]
    everything = run("check", *SELECT, "--no-baseline", "a.md")
    assert everything.stdout.count("error[dangling-reference]") == 2


def test_what_is_gone_is_counted(run: Run) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    _write("a.md", CLEAN)
    assert run("check", *SELECT, "a.md").stdout.endswith("2 in the baseline no more\n")


def test_pruning_takes_out_what_is_gone_and_adds_nothing(run: Run) -> None:
    _write("a.md", NEW)
    run("baseline", "write", *SELECT)
    _write("a.md", OLD.replace("UNSMTA", "UNFERA") + OLD.replace("1.", "2.").replace("19", "18"))
    before = set(_recorded()["a.md"])
    pruned = run("baseline", "prune", *SELECT)
    assert pruned.exit_code == 0
    assert set(_recorded()["a.md"]) < before
    assert "UNFERA" not in _recorded()["a.md"]


def test_pruning_needs_a_baseline(run: Run) -> None:
    _write("a.md", OLD)
    pruned = run("baseline", "prune")
    assert (pruned.exit_code, Path(FILE).exists()) == (2, False)
    assert "there is no such baseline" in pruned.stderr


def test_writing_again_changes_no_byte(run: Run) -> None:
    _write("a.md", NEW)
    run("baseline", "write")
    before = Path(FILE).stat()
    run("baseline", "write")
    after = Path(FILE).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_drafts_that_are_not_named_keep_what_is_recorded(run: Run) -> None:
    _write("a.md", OLD)
    _write("b.md", NEW)
    run("baseline", "write", *SELECT)
    _write("a.md", CLEAN)
    _write("b.md", CLEAN)
    run("baseline", "write", *SELECT, "a.md")
    assert list(_recorded()) == ["b.md"]


def test_drafts_that_cannot_be_read_keep_what_is_recorded(run: Run) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    Path("a.md").write_bytes(b"\xff")
    result = run("baseline", "write", *SELECT, "a.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("mandatelint: a.md: not UTF-8")
    assert list(_recorded()) == ["a.md"]


def test_a_draft_that_moved_is_known(run: Run) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    Path("2026").mkdir()
    Path("a.md").rename("2026/b.md")
    assert "no new findings; 2 in the baseline" in run("check", *SELECT).stdout
    assert run("baseline", "prune", *SELECT).exit_code == 0
    assert list(_recorded()) == ["2026/b.md"]


def test_a_copy_of_a_draft_is_not_known(run: Run) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    _write("b.md", OLD)
    assert run("check", *SELECT).exit_code == 1


def test_what_is_new_is_counted_for_each_draft(run: Run) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    _write("b.md", OLD)
    written = run("baseline", "write", *SELECT).stdout
    assert written == f"{FILE}: 4 findings of 2 drafts recorded; 2 new, 0 gone\n"


def test_what_moves_with_a_draft_is_neither_new_nor_gone(run: Run) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    Path("a.md").rename("b.md")
    written = run("baseline", "write", *SELECT).stdout
    assert written == f"{FILE}: 2 findings of 1 draft recorded; 0 new, 0 gone\n"


def test_the_baseline_beside_a_configuration_is_named_from_the_current_folder(run: Run) -> None:
    _write("a.md", CLEAN)
    _write("mandatelint.toml", "")
    assert run("baseline", "write", *SELECT).stdout.startswith(f"{FILE}: 0 findings")


def test_a_draft_of_which_all_is_recorded_is_not_said_to_have_no_findings(run: Run) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    shown = run("check", *SELECT, "a.md").stdout
    assert "no new findings (2 in the baseline): " in shown
    assert "no findings" not in shown


def test_paths_are_those_beside_the_baseline(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _write("drafts/a.md", OLD)
    run("baseline", "write", *SELECT, "--baseline", "drafts/known.json", "drafts")
    assert '"a.md": [' in Path("drafts/known.json").read_text("utf-8")
    monkeypatch.chdir("drafts")
    assert run("check", *SELECT, "--baseline", "known.json", "a.md").exit_code == 0
    assert run("check", *SELECT, "--baseline", "known.json", Path("a.md").resolve()).exit_code == 0


def test_standard_input_is_known_under_its_name(run: Run) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    assert run("check", *SELECT, "--stdin-filename", "a.md", "-", text=OLD).exit_code == 0
    assert run("baseline", "write", "-", text=OLD).exit_code == 2


@pytest.mark.parametrize("command", [("check",), ("baseline", "write"), ("baseline", "prune")])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"version": 1,\n<<<<<<< HEAD\n', "not valid JSON in line 2"),
        (b"\xff", "not UTF-8"),
        (b"{}", 'no baseline: it has no "version" and "drafts"'),
    ],
)
def test_a_damaged_baseline_is_one_sentence_and_is_not_lost(
    run: Run, command: tuple[str, ...], data: bytes, sentence: str
) -> None:
    _write("a.md", OLD)
    Path(FILE).write_bytes(data)
    result = run(*command, "a.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"mandatelint: {FILE}: the baseline cannot be used: {sentence}")
    assert result.stderr.count("\n") == 1
    assert Path(FILE).read_bytes() == data


def test_a_baseline_that_is_named_must_be_there(run: Run) -> None:
    _write("a.md", OLD)
    result = run("check", "--baseline", "known.json", "a.md")
    assert result.exit_code == 2
    assert result.stderr == (
        "mandatelint: known.json: there is no such baseline; "
        '"mandatelint baseline write" makes one\n'
    )


def test_a_baseline_that_cannot_be_written_is_as_it_was(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    before = Path(FILE).read_bytes()
    _write("a.md", NEW)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("baseline", "write", *SELECT)
    assert result.exit_code == 2
    assert "json: not written, and left as it was: the disk is full" in result.stderr
    assert Path(FILE).read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["a.md", FILE]


def test_what_is_silenced_is_not_recorded(run: Run) -> None:
    _write("a.md", f"<!-- mandatelint: allow undefined-acronym: known -->\n{OLD}")
    run("baseline", "write", *SELECT)
    assert _recorded() == {"a.md": ["paragraph 19 below"]}


def test_what_is_known_stays_known_where_a_fix_changes_its_sentence(run: Run) -> None:
    rules = ("--select", "dangling-reference,missing-resolution-year")
    opening = "The Security Council,\n\nRecalling its resolution 2391 (2017),\n\n"
    text = f"{opening}1. Recalls resolution 2391 and paragraph 19 below.\n"
    _write("a.md", text)
    run("baseline", "write", "--select", "dangling-reference")
    fixed = run("check", *rules, "--fix", "a.md")
    assert Path("a.md").read_text("utf-8") == text.replace("2391 and", "2391 (2017) and")
    assert fixed.exit_code == 0
    assert "no new findings; 1 in the baseline\n" in fixed.stdout
    assert "no more" not in fixed.stdout
    assert "a fix changed the sentence of 1 finding in the baseline" in fixed.stderr
    assert run("check", *rules, "a.md").exit_code == 1
    run("baseline", "write", *rules)
    assert run("check", *rules, "a.md").exit_code == 0


def test_what_is_new_is_shown_though_a_fix_changes_its_sentence(run: Run) -> None:
    rules = ("--select", "dangling-reference,missing-resolution-year")
    opening = "The Security Council,\n\nRecalling its resolution 2391 (2017),\n\n"
    _write("a.md", f"{opening}1. Recalls paragraph 19 below.\n")
    run("baseline", "write", *rules)
    _write("a.md", f"{opening}1. Recalls resolution 2391 and paragraph 19 below.\n")
    fixed = run("check", *rules, "--fix", "a.md")
    assert (fixed.exit_code, fixed.stderr) == (1, "")
    assert "1 in the baseline no more" in fixed.stdout


def test_json_counts_what_is_in_the_baseline(run: Run) -> None:
    _write("a.md", OLD)
    run("baseline", "write", *SELECT)
    report = json.loads(run("check", *SELECT, "--output-format", "json").stdout)
    assert (report["summary"]["baselined"], report["files"][0]["baselined"]) == (2, 2)
    assert report["files"][0]["findings"] == []
