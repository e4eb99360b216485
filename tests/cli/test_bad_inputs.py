"""Every input that cannot be read is named in one sentence, and the others are still checked."""

import codecs
import errno
import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.conftest import Run, page

FAULTY = "The Security Council,\n\n1. Decides on a posture;\n"
CLEAN = "The Security Council,\n\n1. Decides to patrol.\n"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.md", b"1. Decides\0\x01", "not a text: it has NUL bytes"),
        ("a.md", b"\xef\xbb\xbf1. D\xe9cide", "not UTF-8: byte 0xe9 at offset 7; save it"),
        ("a.md", "1. Décide".encode("latin-1"), "not UTF-8: byte 0xe9 at offset 4; save it"),
        ("a.docx", b"anything", "a Word document cannot be read: save it as plain text"),
        ("a.md", b"PK\x03\x04\x14", "save it as plain text, which keeps the numbers"),
        ("a.PDF", b"anything", "a PDF file cannot be read"),
        ("a.txt", b"%PDF-1.7", "a PDF file cannot be read"),
        ("a.txt", b"{\\rtf1 text}", "an RTF document cannot be read"),
        ("a.md", codecs.BOM_UTF16_LE + b"1", "damaged UTF-16 at offset"),
    ],
)
def test_what_is_no_text_is_refused_and_the_next_file_checked(
    check: Run, name: str, data: bytes, sentence: str
) -> None:
    Path(name).write_bytes(data)
    Path("b.md").write_text(FAULTY, "utf-8")
    result = check(name, "b.md")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"mandatelint: {name}: ")
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert "error[vague-posture]" in result.stdout
    assert result.stdout.endswith("1 file: 1 error, 0 warnings, 0 infos; 1 unreadable\n")


def test_a_missing_path_is_named(check: Run) -> None:
    result = check("nowhere.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "mandatelint: nowhere.md: no such file or folder\n"


def test_a_folder_without_drafts_is_named(check: Run) -> None:
    Path("empty").mkdir()
    Path("empty/picture.png").write_bytes(b"\x89PNG")
    result = check("empty")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "empty: no drafts in this folder: no file ends in .md, .markdown or .txt" in (
        result.stderr
    )


@pytest.mark.parametrize(
    ("files", "by"),
    [
        ({".gitignore": "*.md\n"}, ".gitignore"),
        ({"mandatelint.toml": 'exclude = ["*.md"]\n'}, '"exclude" in the configuration'),
        (
            {".gitignore": "a.md\n", "mandatelint.toml": 'exclude = ["b.md"]\n'},
            '.gitignore and "exclude" in the configuration',
        ),
        (
            {".gitignore": "*.md\n", "mandatelint.toml": 'exclude = ["*.md"]\n'},
            '.gitignore and "exclude" in the configuration',
        ),
    ],
    ids=["gitignore", "exclude", "one each", "both"],
)
@pytest.mark.parametrize("output_format", ["full", "concise"])
def test_a_folder_whose_drafts_are_all_left_out_is_told_by_what(
    check: Run, files: dict[str, str], by: str, output_format: str
) -> None:
    for name, text in {"a.md": FAULTY, "b.md": FAULTY, **files}.items():
        Path(name).write_text(text, "utf-8")
    result = check("--output-format", output_format)
    assert (result.exit_code, result.stdout) == (0, "0 files: nothing was checked\n")
    sentence = f"every draft in this folder is left out by {by}"
    assert result.stderr == f"mandatelint: .: info: {sentence}\n"


def test_a_folder_that_is_left_out_and_has_no_drafts_has_none(check: Run) -> None:
    Path("out/notes").mkdir(parents=True)
    Path("out/.gitignore").write_text("notes/\n", "utf-8")
    result = check("out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no drafts in this folder: no file ends in .md" in result.stderr


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["a.docx"], "; a.docx cannot be read: save it as plain text, which keeps the numbers\n"),
        (["a.PDF", "b.docx", "in/c.odt"], "; a.PDF and 2 more cannot be read: save them as plain "),
        (["a.png", ".b.docx", "ignored.docx"], " .md, .markdown or .txt\n"),
    ],
)
def test_a_folder_of_documents_is_told_to_save_them_as_text(
    check: Run, names: list[str], told: str
) -> None:
    Path("mail/in").mkdir(parents=True)
    Path("mail/.gitignore").write_text("ignored.*\n", "utf-8")
    for name in names:
        Path("mail", name).write_bytes(b"anything")
    result = check("mail")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_documents_beside_drafts_are_passed_over(check: Run) -> None:
    Path("a.docx").write_bytes(b"anything")
    Path("a.md").write_text(CLEAN, "utf-8")
    result = check(".")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_file_without_permission_is_named(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_text(CLEAN, "utf-8")

    def refuse(*_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("checker.reader.open", refuse, raising=False)
    assert "a.md: no permission to read it" in check("a.md").stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_texts_with_and_without_a_byte_order_mark_are_read(check: Run, encoding: str) -> None:
    Path("a.md").write_text(FAULTY, encoding)
    result = check("a.md", "--output-format", "concise")
    assert result.stdout.startswith("a.md:3:17: OP 1: error[vague-posture]")


@pytest.mark.parametrize("text", ["", "\n\n", "# Drafts\n\nHow we keep our drafts.\n"])
def test_a_text_that_is_no_draft_is_passed_over(check: Run, text: str) -> None:
    Path("README.md").write_text(text, "utf-8")
    Path("a.md").write_text(CLEAN, "utf-8")
    result = check(".")
    assert result.exit_code == 0
    assert result.stdout.startswith("README.md: info: no draft: ")
    assert result.stdout.endswith("2 files: no findings; 1 is no draft\n")


def test_errors_stand_in_the_json_report(check: Run) -> None:
    Path("a.md").write_bytes(b"\xff")
    result = check("a.md", "--output-format", "json")
    assert '"message": "not UTF-8: byte 0xff at offset 0; ' in result.stdout
    assert result.exit_code == 2


def test_a_scheduler_without_dask_is_misuse(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    Path("a.md").write_text(CLEAN, "utf-8")
    result = check("a.md", "--scheduler", "tcp://127.0.0.1:1")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        'mandatelint: --scheduler needs Dask: install it with pip install "mandatelint[cluster]"\n'
    )


def test_a_page_without_words_for_a_finding_is_told_as_a_fault_of_the_page(
    run: Run, tmp_path: Path
) -> None:
    sentence = '[message]\nunknown = "{phrase} opens no paragraph"\n\n'
    options = '[options]\npart = "operative"\nforbidden = ["Requests"]\n'
    text = page("vague-posture", "posture", "error")
    front = f'+++\nseverity = "error"\ncheck = "paragraph-opening"\n\n{sentence}{options}+++\n'
    folder = tmp_path / "house" / "office"
    folder.mkdir(parents=True)
    (folder / "vague-posture.md").write_text(front + text.split("+++\n", 2)[2], "utf-8")
    for name, verb in (("a.md", "Requests"), ("b.md", "Notes")):
        Path(name).write_text(f"1. {verb} restraint;\n\n2. Recalls paragraph 9 below.\n", "utf-8")
    result = run("check", "--rules", folder.parent, "--timing", "a.md", "b.md")
    assert result.exit_code == 2
    assert "a.md: not checked: " in result.stderr
    assert 'vague-posture has no message for the case "forbidden"' in result.stderr
    assert "error[dangling-reference]" in result.stdout
    assert "fault of mandatelint" not in result.stderr
    assert 'no message for the case "forbidden"' in run("rules", "test", folder.parent).stdout


LOST = "mandatelint: the folder you are in is no longer there: change to another one\n"


@pytest.fixture
def lost(run: Run) -> Run:
    """Run the program in a folder that was removed."""
    try:
        Path.cwd().rmdir()
    except OSError:
        pytest.skip("a folder that somebody is in cannot be removed here")
    return run


@pytest.mark.parametrize("command", ["check", "check -", "check a.md", "rules", "init", "tables -"])
def test_a_folder_that_was_removed_under_the_run_is_told(lost: Run, command: str) -> None:
    result = lost(*command.split(), text=FAULTY)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", LOST)


def test_what_needs_no_current_folder_works_where_it_was_removed(lost: Run, house: Path) -> None:
    (house.parent / "a.md").write_text(FAULTY, "utf-8")
    options = ("--rules", house, "--select", "office")
    for source in (("--isolated", "-"), (house.parent / "a.md",)):
        result = lost("check", *options, *source, text=FAULTY)
        assert (result.exit_code, result.stderr) == (1, "")
        assert "error[vague-posture]" in result.stdout
