"""Fixing from the command line: files, standard input, diffs."""

import codecs
import errno
import json
import os
from pathlib import Path
from typing import NoReturn

import pytest
from inline_snapshot import snapshot

from tests.cli.conftest import Run

DRAFT = """The Security Council,

Recalling its resolution 2391 (2017),

1. Recalls paragraph 13 of resolution 2391;

2. Requests a report on the steps set out in paragraph 1 below;

3. Decides to remain actively seized of the matter.
"""
YEAR = ("resolution 2391;", "resolution 2391 (2017);")
DIRECTION = ("1 below", "1 above")
SAFE = DRAFT.replace(*YEAR)
ALL = SAFE.replace(*DIRECTION)
RULES = ("--select", "missing-resolution-year,wrong-direction")


@pytest.fixture
def draft(run: Run) -> Path:
    """A draft with a fault that is mended safely and one that is not, in the current folder."""
    assert run is not None
    path = Path("a.md")
    path.write_text(DRAFT, "utf-8")
    return path


def test_safe_fixes_are_written_and_the_rest_is_reported(run: Run, draft: Path) -> None:
    result = run("check", *RULES, "--fix", "--output-format", "concise", draft)
    assert draft.read_text("utf-8") == SAFE
    assert result.exit_code == 1
    assert result.stdout == snapshot("""\
a.md:7:46: OP 2: error[wrong-direction] paragraph 1 stands above, not below
1 file: 1 error, 0 warnings, 0 infos; 1 fixable with --fix --unsafe-fixes
fixed 1 of 2 findings in 1 file (1 more with --unsafe-fixes)
""")
    assert result.stderr == ""


def test_unsafe_fixes_are_written_on_demand(run: Run, draft: Path) -> None:
    result = run("check", *RULES, "--fix", "--unsafe-fixes", draft)
    assert draft.read_text("utf-8") == ALL
    assert result.exit_code == 0
    assert "no findings: 3 operative paragraphs" in result.stdout
    assert result.stdout.endswith("\nfixed 2 of 2 findings in 1 file\n")


def test_a_draft_without_faults_is_not_written(run: Run, draft: Path) -> None:
    draft.write_text(ALL, "utf-8")
    os.utime(draft, (1, 1))
    result = run("check", *RULES, "--fix", "--output-format", "concise", draft)
    assert (result.exit_code, result.stdout) == (0, "1 file: no findings\n")
    assert draft.stat().st_mtime == 1


def test_without_the_option_the_summary_says_what_could_be_fixed(run: Run, draft: Path) -> None:
    result = run("check", *RULES, "--output-format", "concise", draft)
    assert draft.read_text("utf-8") == DRAFT
    assert result.stdout.splitlines()[-1] == snapshot(
        "1 file: 1 error, 0 warnings, 1 info; 1 fixable with --fix (1 more with --unsafe-fixes)"
    )


def test_a_diff_shows_the_changes_and_makes_none(run: Run, draft: Path) -> None:
    result = run("check", *RULES, "--diff", draft)
    assert draft.read_text("utf-8") == DRAFT
    assert result.exit_code == 1
    assert result.stdout == snapshot("""\
--- a.md
+++ a.md
@@ -2,7 +2,7 @@
 \n\
 Recalling its resolution 2391 (2017),
 \n\
-1. Recalls paragraph 13 of resolution 2391;
+1. Recalls paragraph 13 of resolution 2391 (2017);
 \n\
 2. Requests a report on the steps set out in paragraph 1 below;
 \n\
""")
    assert result.stderr == snapshot(
        "mandatelint: would fix 1 finding in 1 file (1 more with --unsafe-fixes)\n"
    )


def test_a_diff_wins_over_a_fix(run: Run, draft: Path) -> None:
    result = run("check", *RULES, "--fix", "--unsafe-fixes", "--diff", draft)
    assert draft.read_text("utf-8") == DRAFT
    assert "+2. Requests a report on the steps set out in paragraph 1 above;" in result.stdout
    assert result.stderr == "mandatelint: would fix 2 findings in 1 file\n"


def test_a_diff_without_changes_is_no_finding(run: Run, draft: Path) -> None:
    draft.write_text(SAFE, "utf-8")
    result = run("check", *RULES, "--diff", draft)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "mandatelint: nothing would be fixed (1 more with --unsafe-fixes)\n"
    draft.write_text(ALL, "utf-8")
    assert run("check", *RULES, "--diff", draft).stderr == "mandatelint: nothing would be fixed\n"


def test_a_diff_in_colour_shows_control_characters(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft.write_text(DRAFT.replace("2391;", "2391;\x1b[2J"), "utf-8")
    assert "\x1b[2J" in run("check", *RULES, "--diff", draft).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    drawn = run("check", *RULES, "--diff", draft).stdout
    assert "\x1b[32m+1. Recalls" in drawn
    assert "\x1b[2J" not in drawn


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--unsafe-fixes"], "add --fix or --diff"),
        (["--diff", "--statistics"], "--diff shows changes and reports nothing"),
        (["--diff", "--output", "json=a.json"], "--diff shows changes and reports nothing"),
        (["--diff", "--output-format", "json"], "--diff shows changes and reports nothing"),
        (["--fix", "--scheduler", "tcp://x"], "leave out --scheduler"),
        (["--diff", "--scheduler", "tcp://x"], "leave out --scheduler"),
    ],
)
def test_options_that_do_not_go_together_are_misuse(
    run: Run, draft: Path, options: list[str], sentence: str
) -> None:
    result = run("check", *options, draft)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in " ".join(result.stderr.split())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(run: Run, draft: Path, encoding: str, line_end: str) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")

    def stored(text: str) -> bytes:
        # The last line keeps another end, so that mixed ones are tried too.
        lines = text.replace("report", "raport \U0001f54a é").split("\n")
        return mark + (line_end.join(lines[:-1]) + "\r\n").encode(encoding)

    draft.write_bytes(stored(DRAFT))
    run("check", *RULES, "--fix", draft)
    assert draft.read_bytes() == stored(SAFE)


def test_standard_input_is_fixed_to_standard_output(run: Run) -> None:
    data = codecs.BOM_UTF8 + DRAFT.replace("\n", "\r\n").encode()
    result = run("check", *RULES, "--fix", "--output-format", "concise", "-", text=data)
    assert result.stdout_bytes == codecs.BOM_UTF8 + SAFE.replace("\n", "\r\n").encode()
    assert result.exit_code == 1
    assert result.stderr == snapshot("""\
-:7:46: OP 2: error[wrong-direction] paragraph 1 stands above, not below
1 file: 1 error, 0 warnings, 0 infos; 1 fixable with --fix --unsafe-fixes
fixed 1 of 2 findings in 1 file (1 more with --unsafe-fixes)
""")


@pytest.mark.parametrize("data", [ALL.encode(), b"no draft\n", b"\xff\xfe\x00", b"caf\xe9"])
def test_standard_input_without_fixes_is_passed_on(run: Run, data: bytes) -> None:
    assert run("check", *RULES, "--fix", "-", text=data).stdout_bytes == data


def test_a_diff_of_standard_input_has_its_name(run: Run) -> None:
    result = run("check", *RULES, "--diff", "--stdin-filename", "b.md", "-", text=DRAFT)
    assert result.stdout.startswith("--- b.md\n+++ b.md\n")


def test_a_report_for_programs_stays_one(run: Run, draft: Path) -> None:
    result = run("check", *RULES, "--fix", "--output-format", "json", draft)
    [file] = json.loads(result.stdout)["files"]
    assert [finding["rule"] for finding in file["findings"]] == ["wrong-direction"]
    assert result.stderr == "fixed 1 of 2 findings in 1 file (1 more with --unsafe-fixes)\n"


def test_several_files_are_fixed_each_for_itself(run: Run, draft: Path) -> None:
    Path("b.md").write_text(DRAFT, "utf-8")
    Path("c.md").write_text(ALL, "utf-8")
    result = run("check", *RULES, "--fix", "--output-format", "concise", ".")
    assert draft.read_text("utf-8") == Path("b.md").read_text("utf-8") == SAFE
    assert result.stdout.endswith("fixed 2 of 4 findings in 2 files (2 more with --unsafe-fixes)\n")


def test_a_file_that_cannot_be_written_keeps_its_findings(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("b.md").write_text(DRAFT, "utf-8")
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == draft.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    result = run("check", *RULES, "--fix", "--output-format", "concise", ".")
    assert result.exit_code == 2
    assert result.stderr == "mandatelint: a.md: not written, and left as it was: the disk is full\n"
    assert draft.read_text("utf-8") == DRAFT
    assert Path("b.md").read_text("utf-8") == SAFE
    assert "a.md:5:39: OP 1: info[missing-resolution-year]" in result.stdout
    assert result.stdout.endswith(
        "; 1 not written\nfixed 1 of 4 findings in 1 file (2 more with --unsafe-fixes)\n"
    )
    assert sorted(path.name for path in Path().iterdir()) == ["a.md", "b.md"]


def test_an_interruption_leaves_the_draft_whole(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    result = run("check", *RULES, "--fix", draft)
    assert result.exit_code == 130
    assert draft.read_text("utf-8") == DRAFT
    assert [path.name for path in Path().iterdir()] == ["a.md"]


def test_a_refused_fix_is_told_in_a_sentence(run: Run, house: Path) -> None:
    vibe = house / "office" / "vague-vibe.md"
    wrong = vibe.read_text("utf-8").replace("forbidden-phrase", "preferred-phrase")
    wrong = wrong.replace("message =", "fix = 'write \"{preferred}\"'\nmessage =")
    vibe.write_text(wrong.replace('["vibe"]', '{ vibe = "posture" }'), "utf-8")
    text = "The Security Council,\n\n1. Decides on a vibe.\n"
    Path("a.md").write_text(text, "utf-8")
    options = ("--rules", house, "--select", "office", "--fix", "--unsafe-fixes")
    result = run("check", *options, "--output-format", "concise", "a.md")
    assert Path("a.md").read_text("utf-8") == text
    assert result.stderr == (
        "mandatelint: a.md: vague-vibe in OP 1 was not fixed: it would bring the error "
        'vague-posture in OP 1: "posture" has no settled meaning\n'
    )
    assert result.stdout.endswith("nothing was fixed\n")


def test_what_the_baseline_records_is_not_fixed(run: Run, draft: Path) -> None:
    run("baseline", "write", *RULES, draft)
    new = DRAFT.replace("3. Decides", "3. Recalls paragraph 2 below;\n\n4. Decides")
    draft.write_text(new, "utf-8")
    options = (*RULES, "--unsafe-fixes", "--output-format", "concise", draft)
    result = run("check", "--fix", *options)
    assert draft.read_text("utf-8") == new.replace("2 below", "2 above")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(
        "1 file: no new findings; 2 in the baseline\nfixed 1 of 1 finding in 1 file\n"
    )
    run("check", "--fix", "--no-baseline", *options)
    assert "2391 (2017);" in draft.read_text("utf-8")


def test_what_the_baseline_records_is_not_in_a_diff(run: Run, draft: Path) -> None:
    run("baseline", "write", *RULES, draft)
    result = run("check", "--diff", *RULES, "--unsafe-fixes", draft)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "mandatelint: nothing would be fixed\n"


def test_what_is_known_is_not_fixed_when_a_fix_changes_its_sentence(run: Run, draft: Path) -> None:
    both = DRAFT.replace("set out in paragraph 1", "of resolution 2391 and in paragraph 1")
    draft.write_text(both, "utf-8")
    run("baseline", "write", "--select", "wrong-direction", draft)
    result = run("check", "--fix", "--unsafe-fixes", *RULES, draft)
    fixed = both.replace("2391;", "2391 (2017);").replace("2391 and", "2391 (2017) and")
    assert draft.read_text("utf-8") == fixed
    assert "a fix changed the sentence of 1 finding in the baseline" in result.stderr
