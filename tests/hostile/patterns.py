"""All patterns of the program: those that it compiles, and the terminals of its grammars.

Run as a module this lists what the program compiles, as JSON, when all of it is imported and every
draft of the examples and rule pages is linted. It must run in a process of its own, for the
patterns of modules that are imported already would be missed.
"""

import gc
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from lark import Lark

_ROOT = Path(__file__).resolve().parents[2]
_STARTS = {
    "draft": ["draft"],
    "mention": ["reference", "citation", "date", "introduction", "acronym"],
}
_FUNCTIONS = (
    "compile",
    "search",
    "match",
    "fullmatch",
    "sub",
    "subn",
    "split",
    "findall",
    "finditer",
)
_DATA = ("checker.grammar", "checker.rules", "checker.__main__")


def compiled() -> dict[tuple[str, int], str]:
    """Return every pattern that the program compiles, with its flags, and who compiles it."""
    found: dict[tuple[str, int], str] = {}
    compile_ = re.compile

    def recording(function: Callable[..., Any]) -> Callable[..., Any]:
        def record(pattern: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401 -- as in re
            caller = str(sys._getframe(1).f_globals.get("__name__"))  # noqa: SLF001 -- who asks
            flags = options.get("flags", args[0] if function is compile_ and args else 0)
            if caller.startswith("checker"):
                found.setdefault(_as_text(pattern, int(flags)), caller)
            return function(pattern, *args, **options)

        return record

    for name in _FUNCTIONS:
        setattr(re, name, recording(getattr(re, name)))
    _use_everything()
    return found


def _as_text(pattern: str | bytes, flags: int) -> tuple[str, int]:
    """Return a pattern for text that takes as long as one for bytes."""
    if isinstance(pattern, bytes):
        return pattern.decode("latin-1"), flags | re.ASCII
    return pattern, flags


def _use_everything() -> None:
    """Import every module, lint every draft, and compile what waits for its first use."""
    checker = import_module("checker")
    for module in pkgutil.walk_packages(checker.__path__, "checker."):
        if not module.name.startswith(_DATA):
            import_module(module.name)
    for text in _drafts():
        checker.check_text(text, pedantic=True)
    waiting = import_module("checker.patterns").LazyPattern
    for thing in gc.get_objects():
        if isinstance(thing, waiting):
            thing.compiled()


def _drafts() -> Iterator[str]:
    for path in sorted((_ROOT / "examples").rglob("*.md")):
        yield path.read_text("utf-8")
    for path in sorted((_ROOT / "rules").rglob("*.md")):
        yield from re.findall(r"```draft[^\n]*\n(.*?)```", path.read_text("utf-8"), re.DOTALL)


def terminals() -> dict[str, re.Pattern[str]]:
    """Return the patterns of the grammars by file and name."""
    found: dict[str, re.Pattern[str]] = {}
    for path in sorted((_ROOT / "grammar").glob("*.lark")):
        grammar = Lark(
            path.read_text("utf-8"), parser="earley", lexer="dynamic", start=_STARTS[path.stem]
        )
        for terminal in grammar.terminals:
            pattern = re.compile(terminal.pattern.to_regexp())
            found[f"{path.name} {terminal.name}"] = pattern
    return found


if __name__ == "__main__":
    listed = [[pattern, flags, module] for (pattern, flags), module in compiled().items()]
    sys.stdout.write(json.dumps(listed))
