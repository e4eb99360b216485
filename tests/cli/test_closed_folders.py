"""What cannot be looked into is said in a sentence, and the rest of the run goes on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-c", "from checker.cli import main; main()")
DRAFT = "1. Decides on a posture.\n"
FOUND = "OP 1: error[vague-posture]"

# Root may look into everything, unless it gives that up.
_RIGHTS = "-dac_override,-dac_read_search,-fowner"
_WITHOUT_RIGHTS = ("setpriv", f"--inh-caps={_RIGHTS}", f"--bounding-set={_RIGHTS}")

Result = subprocess.CompletedProcess[str]


class Bound:
    """Runs the program as somebody whom permissions bind, with the rules of the house."""

    def __init__(self, folder: Path, house: Path, kept: Path) -> None:
        self.folder = folder
        self.house = house
        self.kept = kept

    def __call__(self, *args: str, text: str = "") -> Result:
        """Run the program with exactly these words."""
        environment = {**os.environ, "MANDATELINT_CACHE_DIR": str(self.kept)}
        for name in ("NO_COLOR", "FORCE_COLOR", "MANDATELINT_DEBUG"):
            environment.pop(name, None)
        return subprocess.run(  # noqa: S603 -- our own program
            [*_prefix(), *PROGRAM, *args],
            cwd=self.folder,
            env=environment,
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )

    def check(self, *args: str, rules: str = "") -> Result:
        """Check with the rules of the house, each finding in a line."""
        house = rules or str(self.house)
        only = ("--select", "office") if not rules else ()
        return self("check", "--rules", house, *only, "--output-format", "concise", *args)


def _prefix() -> tuple[str, ...]:
    return _WITHOUT_RIGHTS if os.geteuid() == 0 else ()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all runs keep what is slow to make."""
    return tmp_path_factory.mktemp("closed") / "kept"


@pytest.fixture
def bound(tmp_path: Path, house: Path, kept: Path) -> Iterator[Bound]:
    if sys.platform == "win32":
        pytest.skip("a folder is closed in another way here")
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may look into everything, and there is no setpriv")
        if subprocess.run([*_prefix(), "true"], check=False, capture_output=True).returncode:  # noqa: S603 -- as above
            pytest.skip("root may look into everything, and may not give that up")
    folder = tmp_path / "drafts"
    folder.mkdir()
    yield Bound(folder, house, kept)
    for each, closed, _ in os.walk(tmp_path):
        for name in closed:
            Path(each, name).chmod(0o755)


def _draft(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(DRAFT, "utf-8")


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        (0o000, "closed: no permission to look into it"),
        (0o111, "closed: no permission to look into it"),
        (0o444, "closed/b.md: no permission to read it"),
    ],
)
def test_a_closed_folder_is_told_and_the_others_are_checked(
    bound: Bound, mode: int, told: str
) -> None:
    _draft(bound.folder / "a.md")
    _draft(bound.folder / "closed" / "b.md")
    _draft(bound.folder / "z.md")
    (bound.folder / "closed").chmod(mode)
    alone = bound.check("closed")
    assert (alone.returncode, alone.stdout, alone.stderr) == (2, "", f"mandatelint: {told}\n")
    within = bound.check(".")
    assert (within.returncode, within.stderr) == (2, f"mandatelint: {told}\n")
    assert [line.split(":")[0] for line in within.stdout.splitlines() if FOUND in line] == [
        "a.md",
        "z.md",
    ]


def test_a_folder_in_a_folder_that_only_lists_is_told(bound: Bound) -> None:
    _draft(bound.folder / "closed" / "inner" / "b.md")
    (bound.folder / "closed").chmod(0o444)
    result = bound.check(".")
    told = "mandatelint: closed/inner: no permission to look into it\n"
    assert (result.returncode, result.stderr) == (2, told)


def test_a_link_into_a_closed_folder_is_told(bound: Bound) -> None:
    _draft(bound.folder / "closed" / "b.md")
    _draft(bound.folder / "open" / "a.md")
    (bound.folder / "open" / "link.md").symlink_to("../closed/b.md")
    (bound.folder / "closed").chmod(0)
    result = bound.check("open")
    assert result.returncode == 2
    assert result.stderr == "mandatelint: open/link.md: no permission to read it\n"
    assert f"open/a.md:1:17: {FOUND}" in result.stdout


def test_a_repository_in_a_closed_folder_is_none(bound: Bound) -> None:
    _draft(bound.folder / "a.md")
    (bound.folder / "closed").mkdir()
    (bound.folder / ".git").symlink_to("closed/git")
    (bound.folder / "closed").chmod(0)
    assert bound.check("a.md", ".").stderr == "mandatelint: closed: no permission to look into it\n"
    assert "this is no git repository" in bound("init").stdout


CLOSED = [
    ("", 0o000, "house"),
    ("", 0o111, "house"),
    ("", 0o444, "house/office"),
    ("office", 0o000, "house/office"),
    ("office", 0o111, "house/office"),
    ("office", 0o444, "house/office/vague-"),
]
"""Folders of rule pages, how each is closed, and where that is noticed."""


@pytest.mark.parametrize(("folder", "mode", "where"), CLOSED)
def test_a_closed_folder_of_rule_pages_is_named(
    bound: Bound, folder: str, mode: int, where: str
) -> None:
    _draft(bound.folder / "a.md")
    (bound.house / folder).chmod(mode)
    for options in ((), ("--no-cache",)):
        result = bound.check("a.md", *options, rules="../house")
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr.startswith(f"mandatelint: ../{where}")
        assert result.stderr.endswith(": cannot be read: no permission to read it\n")
    assert bound("rules", "test", "../house").stderr == result.stderr


@pytest.mark.parametrize(("folder", "mode", "where"), [CLOSED[0], CLOSED[-1]])
def test_a_closed_folder_of_a_configuration_leaves_out_its_drafts_only(
    bound: Bound, folder: str, mode: int, where: str
) -> None:
    _draft(bound.folder / "a.md")
    _draft(bound.folder / "office" / "b.md")
    configuration = bound.folder / "office" / "mandatelint.toml"
    configuration.write_text('rule-pages = ["../../house"]\n', "utf-8")
    (bound.house / folder).chmod(mode)
    result = bound("check", ".")
    assert result.returncode == 2
    assert where in result.stderr
    assert "cannot be read: no permission to read it" in result.stderr
    assert '1 | rule-pages = ["../../house"]' in result.stderr
    assert "a.md" in result.stdout


def test_a_folder_of_rule_pages_below_a_closed_one_is_not_called_missing(bound: Bound) -> None:
    _draft(bound.folder / "a.md")
    bound.house.chmod(0o000)
    result = bound.check("a.md", rules="../house/office")
    told = "mandatelint: ../house/office: cannot be read: no permission to read it\n"
    assert (result.returncode, result.stderr) == (2, told)


def test_what_is_no_page_need_not_be_readable(bound: Bound, house: Path) -> None:
    _draft(bound.folder / "a.md")
    _draft(bound.folder / "closed" / "b.md")
    (house / "office" / "notes.txt").symlink_to(bound.folder / "closed" / "b.md")
    (house / "_old").symlink_to(bound.folder / "closed" / "old")
    (bound.folder / "closed").chmod(0)
    result = bound.check("a.md")
    assert (result.returncode, result.stderr) == (1, "")
