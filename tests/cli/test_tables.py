"""``mandatelint tables``: what it shows, what it refuses, and its exit status."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from checker.index import Index
from checker.tables import Tables, tables_of
from tests.cli.conftest import Run

DRAFT = (
    "The Security Council,\n\n1. Recalls paragraph 2 below;\n\n"
    "2. Requests UNSMTA to report by 3 May 2027 and every six months thereafter.\n"
)


@pytest.fixture
def draft(run: Run) -> None:
    """A draft in the folder of the run."""
    del run
    Path("a.md").write_text(DRAFT, "utf-8")


@pytest.mark.usefixtures("draft")
def test_the_tables_of_a_draft_are_shown(run: Run) -> None:
    result = run("tables", "a.md")
    assert (result.exit_code, result.stderr) == (0, "")
    titles = [line for line in result.stdout.splitlines() if ": " in line and "  " not in line]
    assert titles == ["References: 1", "Dates: 2", "Acronyms and terms: 1", "Citations: none"]


@pytest.mark.usefixtures("draft")
def test_only_the_tables_that_are_asked_for_are_shown(run: Run) -> None:
    report = json.loads(
        run("tables", "--format", "json", "--only", "dates,References", "a.md").stdout
    )
    assert list(report["files"][0]) == ["path", "references", "dates"]


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("option", ["--output-format", "--format"])
def test_the_format_can_be_asked_for_under_either_name(run: Run, option: str) -> None:
    rows = csv.DictReader(io.StringIO(run("tables", option, "csv", "a.md").stdout))
    assert [row["kind"] for row in rows] == ["reference", "date", "relative deadline", "acronym"]


@pytest.mark.parametrize(
    ("only", "sentence"),
    [
        ("datse", 'there is no table "datse": did you mean "dates"?'),
        ("x", 'there is no table "x": there are references, dates, acronyms, citations'),
        (",", "the name of a table is missing"),
    ],
)
def test_a_table_that_does_not_exist_is_refused(run: Run, only: str, sentence: str) -> None:
    result = run("tables", "--only", only, ".")
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr


def test_standard_input_has_the_name_that_is_given_for_it(run: Run) -> None:
    result = run("tables", "--stdin-filename", "b.md", "-", text=DRAFT)
    assert result.stdout.startswith("b.md\n")
    assert run("tables", "--stdin-filename", "b.md", "a.md").exit_code == 2


@pytest.mark.usefixtures("draft")
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(run: Run) -> None:
    Path("b.md").write_bytes(b"\xff")
    result = run("tables", "--format", "json", "b.md", "nowhere.md", "a.md")
    report = json.loads(result.stdout)
    assert result.exit_code == 2
    assert [file["path"] for file in report["files"]] == ["a.md"]
    assert [error["path"] for error in report["errors"]] == ["b.md", "nowhere.md"]
    assert result.stderr.count("\n") == 2
    assert "mandatelint: nowhere.md: no such file or folder\n" in result.stderr


@pytest.mark.usefixtures("draft")
def test_a_folder_is_searched_and_what_is_no_draft_is_passed_over(run: Run) -> None:
    Path("README.md").write_text("# Drafts\n", "utf-8")
    Path("more").mkdir()
    Path("more/c.txt").write_text(DRAFT, "utf-8")
    result = run("tables", "--only", "citations")
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if "." in line] == ["a.md", "more/c.txt"]
    assert result.stderr.startswith("mandatelint: README.md: info: no draft: ")


@pytest.mark.usefixtures("draft")
def test_a_crash_on_one_draft_does_not_keep_the_others(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(index: Index) -> Tables:
        if index.draft.source.path == "0.md":
            raise RuntimeError
        return tables_of(index)

    Path("0.md").write_text(DRAFT, "utf-8")
    monkeypatch.setattr("checker.cli.tabling.tables_of", broken)
    result = run("tables", ".")
    assert result.exit_code == 70
    assert "0.md could not be shown" in result.stderr
    assert result.stdout.startswith("a.md\n")


@pytest.mark.usefixtures("draft")
def test_an_ordinary_check_looks_for_no_relative_deadlines() -> None:
    code = (
        "import sys; from checker import check_file; check_file('a.md');"
        "print([name for name in sys.modules if 'periods' in name or 'checker.tables' in name])"
    )
    ran = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"
