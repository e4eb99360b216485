"""What the tests of the rule book share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.index import Index, build_index
from checker.parsing import parse_source
from checker.rulebook import Rule, load_folder
from checker.source import Source

PAGE = """+++
severity = "warning"
check = "forbidden-phrase"
message = "\\"{phrase}\\" has no settled meaning"
help = "name the task"

[options]
phrases = ["robust {mandate|posture}"]
+++

# vague-posture

A mandate names tasks, not a posture.

## Why

Nobody can report on a posture.

## Flagged

```draft
1. Decides that UNSMTA shall have a robust posture;
                                    ^^^^^^^^^^^^^^
```

```draft
1. Decides to give UNSMTA a robust mandate and a robust posture;
                            ^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^
```

## Accepted

```draft
1. Decides that UNSMTA shall patrol the Merrin valley;
```

```draft
1. Welcomes the robust growth of the economy of the Republic of Talvania;
```
"""


@pytest.fixture
def page() -> str:
    """A rule page without fault, named vague-posture."""
    return PAGE


@pytest.fixture
def index_of() -> Callable[[str], Index]:
    """Index a draft."""
    return lambda text: build_index(parse_source(Source(text)))


@pytest.fixture
def house(tmp_path: Path) -> Callable[..., Rule]:
    """Write a rule page into a folder of its own and load it."""

    def load(text: str, name: str = "vague-posture", family: str = "wording") -> Rule:
        path = tmp_path / "house" / family / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        rules = load_folder(tmp_path / "house")
        return next(rule for rule in rules if rule.name == name)

    return load
