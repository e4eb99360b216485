"""A plain run imports what it needs and no more."""

import subprocess
import sys
from pathlib import Path

import pytest

from checker.cache.patterns import NAME, interpreter
from checker.cache.store import Store

HEAVY = {
    *("lark", "pydantic", "rich", "pathspec", "tomllib", "importlib.metadata"),
    *("importlib.resources", "multiprocessing", "concurrent.futures", "distributed", "email"),
    *("tempfile", "logging", "pickle", "interegular", "hashlib"),
    *("pathlib", "locale", "calendar", "pkgutil", "heapq", "dataclasses"),
}
ENGINE = {"checker.engine", "checker.parsing", "checker.index", "checker.checks", "checker.draft"}
# What click needs itself is not counted.
PRINT = (
    "import click, sys; before = set(sys.modules)\n"
    "from checker.cli import main\n"
    "try: main()\n"
    "except SystemExit: pass\n"
    "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
)
OTHERS = {
    *("_bisect", "_blake2", "_json", "atexit", "bisect", "gc", "json"),
    *(f"json.{part}" for part in ("decoder", "encoder", "scanner")),
}


@pytest.fixture
def modules(project: Path, tmp_path: Path) -> "Run":
    return Run(project, tmp_path)


class Run:
    """Runs the program on a draft in a cache of its own."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.project = project
        self.folder = folder
        self.draft = folder / "a.md"
        self.draft.write_bytes((project / "examples/faulty/renewal.md").read_bytes())

    def __call__(self, *options: str) -> set[str]:
        """Return the modules that a run imports besides those of click."""
        # In isolation, so that only this project is on the path.
        run = subprocess.run(  # noqa: S603 -- our own program
            [sys.executable, "-c", PRINT, "check", *options, str(self.draft)],
            cwd=self.project,
            env={"MANDATELINT_CACHE_DIR": str(self.folder / "kept"), "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        )
        return set(run.stderr.splitlines()[-1].split())


def test_a_run_with_a_kept_result_imports_next_to_nothing(modules: Run) -> None:
    modules()
    found = modules()
    ours = {name for name in found if name.partition(".")[0] == "checker"}
    assert found - ours <= OTHERS
    assert found.isdisjoint(ENGINE)
    assert len(ours) <= 60


def test_a_run_with_kept_rules_and_grammars_imports_nothing_heavy(modules: Run) -> None:
    modules()
    modules.draft.write_text(modules.draft.read_text("utf-8") + "\n", "utf-8")
    found = modules()
    assert "checker.engine" in found
    assert found.isdisjoint(HEAVY)
    ours = {name for name in found if name.partition(".")[0] == "checker"}
    assert len(found - ours) <= 12


def test_a_first_run_imports_what_makes_rules_and_grammars(modules: Run) -> None:
    found = modules()
    assert {"lark", "pydantic", "tomllib"} <= found
    assert found.isdisjoint({"rich", "pathspec", "multiprocessing", "distributed"})


def test_a_run_keeps_the_patterns_that_it_compiled(modules: Run) -> None:
    modules()
    first = Store(modules.folder / "kept").get(NAME, interpreter())
    modules.draft.write_text(modules.draft.read_text("utf-8") + "\n", "utf-8")
    modules()
    assert first is not None
    assert Store(modules.folder / "kept").get(NAME, interpreter()) == first


def test_nothing_is_kept_where_that_is_not_wanted(modules: Run) -> None:
    modules("--no-cache")
    assert not (modules.folder / "kept").exists()
