"""A run takes what is not given on its line from the configuration of each draft."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DANGLING = "The Security Council,\n\n1. Recalls paragraph 9 below;\n\n2. Decides to patrol.\n"
CLEAN = "The Security Council,\n\n1. Decides to patrol.\n"
ONLY = 'select = ["dangling-reference"]\n'


@pytest.fixture(autouse=True)
def folder(run: Run) -> None:
    """Put every test into an empty folder."""


def _write(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("configuration", "options", "status", "severity"),
    [
        (ONLY, [], 1, "error"),
        (ONLY + 'severity.dangling-reference = "info"', [], 0, "info"),
        (ONLY + 'severity.dangling-reference = "info"', ["--fail-on", "info"], 1, "info"),
        (ONLY + 'fail-on = "info"\nseverity.cross-references = "info"', [], 1, "info"),
        (ONLY + 'fail-on = "info"', ["--fail-on", "error"], 1, "error"),
        (ONLY + 'severity.dangling-reference = "off"', [], 0, None),
        (ONLY + 'ignore = ["dangling-reference"]', [], 0, None),
        (ONLY, ["--ignore", "cross-references"], 0, None),
        ('ignore = ["dangling-reference"]', ["--select", "dangling-reference"], 1, "error"),
        ('severity.cross-references = "off"', ["--select", "dangling-reference"], 1, "error"),
    ],
)
def test_severities_and_levels_reach_output_and_exit_status(
    run: Run, configuration: str, options: list[str], status: int, severity: str | None
) -> None:
    _write({"a.md": DANGLING, "mandatelint.toml": configuration})
    result = run("check", "a.md", "--output-format", "json", *options)
    assert result.exit_code == status, result.stderr
    (file,) = json.loads(result.stdout)["files"]
    assert [each["severity"] for each in file["findings"]] == [severity] * (severity is not None)


def test_each_draft_has_its_own_level(run: Run) -> None:
    _write({"a.md": DANGLING, "mandatelint.toml": ONLY + 'severity.cross-references = "warning"'})
    assert run("check", "a.md").exit_code == 0
    _write({"strict/a.md": DANGLING, "strict/.mandatelint.toml": ONLY})
    assert run("check", ".").exit_code == 1


def test_a_broken_configuration_is_told_once_and_other_drafts_are_checked(run: Run) -> None:
    broken = 'select = ["dates"]\n\nselct = ["dates"]\n'
    _write({"a/a.md": CLEAN, "a/b.md": CLEAN, "a/mandatelint.toml": broken})
    _write({"c.md": DANGLING, "mandatelint.toml": ONLY})
    result = run("check", ".", "--output-format", "concise")
    assert result.exit_code == 2
    assert result.stderr == (
        'mandatelint: a/mandatelint.toml:3:1: there is no key "selct": did you mean "select"?\n'
        "   |\n"
        ' 3 | selct = ["dates"]\n'
        "   | ^^^^^\n"
        "mandatelint: the drafts under this configuration are left out\n"
    )
    assert "c.md:3:12: OP 1: error[dangling-reference]" in result.stdout
    assert "1 file: 1 error" in result.stdout


def test_a_broken_configuration_stands_in_the_json_report(run: Run) -> None:
    _write({"a.md": CLEAN, "mandatelint.toml": "fail-on = 1\nselct = []\n"})
    result = run("check", "a.md", "--output-format", "json")
    report = json.loads(result.stdout)
    (error,) = report["errors"]
    assert (result.exit_code, report["files"], error["path"]) == (2, [], "mandatelint.toml")
    assert error["message"].startswith('line 1: fail-on must be "error", "warning" or "info"; line')


def test_a_name_that_broken_house_pages_may_hold_is_not_refused(run: Run) -> None:
    _write({"a.md": CLEAN, "mandatelint.toml": "selct = []\n"})
    result = run("check", "a.md", "--select", "vague-posture")
    assert "there is no rule" not in result.stderr
    assert result.exit_code == 2


def test_one_configuration_can_be_named(run: Run) -> None:
    _write({"a.md": DANGLING, "mandatelint.toml": "broken", "other.toml": ONLY})
    assert run("check", "a.md", "--config", "other.toml").exit_code == 1
    assert "no such file" in run("check", "a.md", "--config", "nowhere.toml").stderr


def test_no_configuration_can_be_asked_for(run: Run) -> None:
    _write({"a.md": DANGLING, "mandatelint.toml": "broken"})
    assert run("check", "a.md", "--isolated", "--select", "dangling-reference").exit_code == 1
    result = run("check", "a.md", "--isolated", "--config", "mandatelint.toml")
    assert (result.exit_code, "give one of them" in result.stderr) == (2, True)


def test_what_is_excluded_is_left_out_of_a_folder(run: Run) -> None:
    _write({"a.md": CLEAN, "old/b.md": DANGLING, "old/deep/c.md": DANGLING, "d-old.md": DANGLING})
    _write({"mandatelint.toml": ONLY + 'exclude = ["old/", "*-old.md"]\n'})
    result = run("check", ".")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("a.md: ")
    assert ".md" not in result.stdout.removeprefix("a.md")
    assert run("check", "old").exit_code == 0


@pytest.mark.parametrize(("options", "status"), [([], 1), (["--force-exclude"], 0)])
def test_a_draft_that_is_named_is_read_unless_exclusion_is_forced(
    run: Run, options: list[str], status: int
) -> None:
    _write({"old/b.md": DANGLING, "mandatelint.toml": ONLY + 'exclude = ["old/"]\n'})
    assert run("check", "old/b.md", *options).exit_code == status
    named = ("-", "--stdin-filename", "old/x.md")
    assert run("check", *named, *options, text=DANGLING).exit_code == status


def test_pages_of_rules_are_no_drafts_of_a_folder(run: Run, office: Path) -> None:
    page = '+++\ncheck = "forbidden-phrase"\n+++\n\n' + DANGLING
    other = '+++\ntitle = "Of another tool"\n+++\n\n' + DANGLING
    shutil.copytree(office, "house")
    _write({"mandatelint.toml": ONLY + 'rule-pages = ["house"]\n', "house/README.md": DANGLING})
    _write({"a.md": CLEAN, "other/b.md": page, "c.md": other})
    result = run("check", ".", "--output-format", "concise")
    assert [line.partition(":")[0] for line in result.stdout.splitlines()[:-1]] == ["c.md"]
    assert run("check", "other/b.md").exit_code == 1
    assert run("check", "--force-exclude", "other/b.md", "house/README.md").exit_code == 0
    assert "are pages of rules, and no drafts to check" in run("check", "house").stderr
    assert "left out as a page of rules" in run("config", "show", "other/b.md").stdout


def test_standard_input_has_the_configuration_of_its_name_or_of_the_folder(run: Run) -> None:
    _write({"mandatelint.toml": 'select = ["acronyms"]', "a/mandatelint.toml": ONLY})
    assert run("check", "-", text=DANGLING).exit_code == 0
    assert run("check", "-", "--stdin-filename", "a/x.md", text=DANGLING).exit_code == 1


def test_house_pages_of_a_configuration_are_rules_like_others(run: Run, office: Path) -> None:
    text = CLEAN.replace("to patrol", "on a posture")
    configuration = f'rule-pages = ["{office.as_posix()}"]\nselect = ["vague-posture"]\n'
    _write({"a.md": text, "b/b.md": text, "mandatelint.toml": configuration})
    _write({"b/mandatelint.toml": ""})
    result = run("check", ".", "--select", "vague-posture", "--output-format", "concise")
    assert (result.exit_code, result.stdout.count("vague-posture")) == (1, 1), result.stderr
    assert 'did you mean "vague-posture"?' in run("check", ".", "--select", "vague-postur").stderr
    assert "vague-posture" in run("rules").stdout
    assert "A text names tasks." in run("explain", "vague-posture").stdout
    assert "vague-posture" not in run("rules", "--isolated").stdout


def test_a_tree_is_shown_with_the_profile_of_the_configuration(run: Run) -> None:
    _write({"a.md": CLEAN, "mandatelint.toml": 'profile = "rollover"'})
    result = run("parse", "a.md", "--output-format", "json")
    assert json.loads(result.stdout)["profile"] == "security-council/rollover"
    _write({"mandatelint.toml": "profil = 1"})
    for arguments in (["parse", "a.md"], ["rules"], ["config", "show"]):
        result = run(*arguments)
        assert (result.exit_code, 'did you mean "profile"?' in result.stderr) == (2, True)


def test_tables_leave_out_what_the_configuration_excludes_or_breaks(run: Run) -> None:
    _write({"a.md": DANGLING, "old/b.md": DANGLING, "mandatelint.toml": 'exclude = ["old/"]'})
    _write({"bad/c.md": DANGLING, "bad/d.md": DANGLING, "bad/mandatelint.toml": "selct = []"})
    result = run("tables", ".")
    assert (result.exit_code, result.stderr.count("left out")) == (2, 1)
    assert result.stdout.startswith("a.md\n")
    assert ".md" not in result.stdout.removeprefix("a.md")
    assert "b.md" in run("tables", ".", "--isolated").stdout


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["chek"], "check"),
        (["config", "shwo"], "show"),
        (["check", "--output-format", "concice"], "concise"),
        (["check", "--fail-on", "eror"], "error"),
        (["check", "--stage", "Negotation"], "negotiation"),
        (["check", "--isolate"], "--isolated"),
        (["check", "--ignore", "acronym"], "acronyms"),
    ],
)
def test_every_mistyped_name_is_answered_with_the_nearest(
    run: Run, arguments: list[str], meant: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert meant in result.stderr.casefold().partition("did you mean")[2]


@pytest.mark.parametrize(
    ("configuration", "status"), [("selct = []", 2), ('exclude = ["a.md"]', 0)]
)
def test_a_text_that_is_not_to_be_fixed_is_passed_on(
    run: Run, configuration: str, status: int
) -> None:
    _write({"mandatelint.toml": configuration})
    options = ("--fix", "--force-exclude", "--stdin-filename", "a.md")
    result = run("check", "-", *options, text=DANGLING)
    assert (result.exit_code, result.stdout) == (status, DANGLING)


def test_a_fix_is_made_under_the_configuration(run: Run) -> None:
    text = "The Security Council,\n\n1. Recalls resolution 2400 (2018);\n\n"
    text += "2. Recalls resolution 2400.\n"
    _write({"a.md": text, "mandatelint.toml": 'ignore = ["missing-resolution-year"]'})
    run("check", "a.md", "--fix")
    assert Path("a.md").read_text("utf-8") == text
    run("check", "a.md", "--fix", "--isolated")
    assert Path("a.md").read_text("utf-8") == text.replace("2400.", "2400 (2018).")
