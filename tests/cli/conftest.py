"""A house with one rule of each kind, and a way to run the program."""

from collections.abc import Callable
from pathlib import Path

import click.testing
import pytest

from checker.cli import main

Run = Callable[..., click.testing.Result]

_PAGE = """+++
severity = "{severity}"
check = "forbidden-phrase"
message = "\\"{{phrase}}\\" has no settled meaning"

[options]
phrases = ["{phrase}"]
+++

# {name}

A text names tasks.

## Why

Observed practice.

## Flagged

```draft
1. Decides on a {phrase};
                {carets}
```

```draft
1. Requests a {phrase};
              {carets}
```

## Accepted

```draft
1. Decides to patrol;
```

```draft
1. Requests a report;
```
"""


def page(name: str, phrase: str, severity: str) -> str:
    carets = "^" * len(phrase)
    return _PAGE.format(name=name, phrase=phrase, severity=severity, carets=carets)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with a page that gives errors ("posture") and one that gives warnings ("vibe")."""
    folder = tmp_path / "house" / "office"
    folder.mkdir(parents=True)
    (folder / "vague-posture.md").write_text(page("vague-posture", "posture", "error"), "utf-8")
    (folder / "vague-vibe.md").write_text(page("vague-vibe", "vibe", "warning"), "utf-8")
    return folder.parent


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in an empty folder, without colour."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("NO_COLOR", "FORCE_COLOR", "MANDATELINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def program(*args: str | Path, text: str | bytes | None = None) -> click.testing.Result:
        return click.testing.CliRunner().invoke(main, [str(each) for each in args], input=text)

    return program


@pytest.fixture
def check(run: Run, house: Path) -> Run:
    """Run the rules of the house over files."""

    def program(*args: str | Path, text: str | bytes | None = None) -> click.testing.Result:
        return run("check", "--rules", house, "--select", "office", *args, text=text)

    return program
