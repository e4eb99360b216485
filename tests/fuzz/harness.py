"""A fuzzer over reading, parsing and linting, driven by coverage.

    python -m tests.fuzz.harness ../shared/corpus -max_total_time=600

The arguments are those of libFuzzer: folders and files of seeds, and options. Whatever bytes come,
they are refused with a sentence or linted; any other exception ends the run and leaves the bytes
in a file "crash-...", and an input that takes far longer than its length explains in "timeout-...".
"""

import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

# Only the extra "fuzz" brings it, and it has no types.
atheris: Any = import_module("atheris")

with atheris.instrument_imports(include=["checker"]):
    from checker import check_text
    from checker.reader import UnreadableError, decode
    from tests.property.holding import hold

_LONGEST = 20_000
_SLOW = 30


def fuzz(data: bytes) -> None:
    """Read, parse and lint some bytes, and say what must hold of the outcome."""
    try:
        text = decode(data)
    except UnreadableError:
        return
    hold(check_text(text, pedantic=True))


def _seeds(folders: list[str]) -> Iterator[bytes]:
    """Yield the texts of folders, long ones in pieces, so that one change is felt."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix in {".md", ".txt"}:
                data = path.read_bytes()
                yield from (data[at : at + _LONGEST] for at in range(0, len(data), _LONGEST))


def main() -> None:
    """Lay out the seeds and hand over to libFuzzer."""
    options = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(_seeds(folders)):
            (Path(corpus) / f"seed-{number}").write_bytes(seed)
        defaults = [f"-max_len={_LONGEST}", f"-timeout={_SLOW}", "-rss_limit_mb=3000"]
        atheris.Setup([sys.argv[0], *defaults, *options, corpus], fuzz)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
