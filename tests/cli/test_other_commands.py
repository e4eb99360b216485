"""``parse``, ``rules``, ``rules test`` and ``explain``."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.checks import registry
from checker.checks.registry import Check, registered
from checker.evidence import Evidence
from checker.index import Index
from tests.cli.conftest import Run

DRAFT = "The Security Council,\n\n1. Decides:\n\n(a) to patrol;\n"


def test_parse_shows_addresses_and_opening_words(run: Run) -> None:
    Path("a.md").write_text(DRAFT, "utf-8")
    result = run("parse", "a.md")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == [
        "organ 1  The Security Council,",
        "OP 1  1. Decides:",
        "  OP 1 (a)  (a) to patrol;",
    ]


def test_parse_gives_the_tree_of_standard_input(run: Run) -> None:
    tree = json.loads(run("parse", "-", "--output-format", "json", text=DRAFT).stdout)
    assert list(tree) == ["version", "path", "profile", "body"]
    assert tree["path"] == "-"


def test_parse_names_what_it_cannot_read(run: Run) -> None:
    result = run("parse", ".")
    assert (result.exit_code, result.stderr) == (2, "mandatelint: .: a folder, not a draft\n")


def test_rules_are_listed_with_their_meaning(run: Run, house: Path) -> None:
    result = run("rules", "--rules", house)
    rows = [row.split() for row in result.stdout.splitlines() if row.startswith("vague-")]
    assert rows[0][:4] == ["vague-posture", "office", "error", "on"]
    page = house / "office" / "vague-posture.md"
    assert " ".join(rows[0][4:]) == f"A text names tasks. [page {page}]"


def test_a_rule_that_comes_with_the_program_needs_no_word_of_where_from(run: Run) -> None:
    assert "[page" not in run("rules").stdout


@pytest.mark.parametrize("columns", [80, 110])
def test_on_a_terminal_the_meaning_of_a_rule_is_wrapped_and_whole(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    whole = run("rules").stdout.split()
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = run("rules").stdout
    assert shown.split() == whole
    assert max(map(len, shown.splitlines())) <= columns


def test_a_check_of_a_plug_in_is_named(
    run: Run, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def own(_index: Index) -> Iterator[Evidence]:
        yield from ()

    monkeypatch.setattr(registry, "_CHECKS", {**registered(), "own": Check("own", own, None)})
    page = house / "office" / "vague-vibe.md"
    text = page.read_text("utf-8").replace('"forbidden-phrase"', '"own"')
    page.write_text(text[: text.index("[options]")] + text[text.index("+++\n\n#") :], "utf-8")
    (row,) = (row for row in run("rules", "--rules", house).stdout.splitlines() if "vibe" in row)
    assert row.endswith(f"[page {page}, check from {own.__module__}]")


def test_pages_that_keep_their_word_pass(run: Run, house: Path) -> None:
    result = run("rules", "test", house)
    assert (result.exit_code, result.stdout) == (0, "2 pages: 0 problems\n")


def test_a_page_whose_example_is_not_found_fails(run: Run, house: Path) -> None:
    broken = house / "office" / "vague-vibe.md"
    broken.write_text(broken.read_text("utf-8").replace("to patrol", "on vibe"), "utf-8")
    result = run("rules", "test", house)
    assert result.exit_code == 1
    assert f"{broken}:" in result.stdout
    assert result.stdout.endswith("2 pages: 1 problem\n")


def test_explain_prints_the_page_into_a_pipe(run: Run, house: Path) -> None:
    result = run("explain", "--rules", house, "vague-vibe")
    assert result.stdout.startswith("# vague-vibe\n\nA text names tasks.\n")
    assert result.stdout.endswith("Family: office. Severity: warning. By default: on.\n")


def test_explain_draws_the_page_on_a_terminal(
    run: Run, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    result = run("explain", "--rules", house, "vague-vibe")
    assert "\x1b[" in result.stdout
    assert "```" not in result.stdout


def test_explain_suggests_the_rule_that_was_meant(run: Run, house: Path) -> None:
    result = run("explain", "--rules", house, "vague-vib")
    assert result.exit_code == 2
    assert 'did you mean "vague-vibe"?' in result.stderr
