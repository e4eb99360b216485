"""Every promise of docs/promises.md names a test that there is."""

import ast
import re
from pathlib import Path

_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_promise_is_kept_by_a_test(project: Path) -> None:
    page = (project / "docs" / "promises.md").read_text("utf-8")
    promises = re.split(r"^- ", page, flags=re.MULTILINE)[1:]
    assert promises
    for promise in promises:
        named = _NAMED.findall(promise)
        assert named, promise
        for path, name in named:
            tree = ast.parse((project / path).read_text("utf-8"))
            defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
            assert name in defined, f"{path} has no {name}"
