"""A pattern that comes from the store is the one that would have been compiled."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.cache import patterns
from checker.cache.patterns import NAME, KeptPatterns, from_numbers, interpreter, to_numbers
from checker.cache.store import FOLDER_VARIABLE, Store

PATTERNS = [
    (r"(?P<number>\d{3,4})(?: \((?P<year>(?:19|20)\d\d)\))?", 0),
    (r"\bparagraphs?\b(?= ?\d)", re.IGNORECASE),
    ("^[ -~\xa0-\u02ff\u2010-\u2027\ud800]*+$", re.MULTILINE),
    (r"(?i:operative) (?>[a-z]+)(?<!the)", re.ASCII | re.DOTALL),
]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept")


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that are compiled from now on, in order."""
    found: list[str] = []
    compile_pattern = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        found.append(pattern)
        return compile_pattern(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    return found


def kept(store: Store) -> None:
    """Let a first run compile and keep the patterns."""
    first = KeptPatterns(store)
    for pattern, flags in PATTERNS:
        first.get(pattern, int(flags))
    store.close()


def same(made: re.Pattern[str], pattern: str, flags: int) -> bool:
    """Whether a pattern is the compiled one, code and names of groups included."""
    expected = re.compile(pattern, flags)
    return made == expected and made.groupindex == expected.groupindex


def test_a_kept_pattern_is_the_compiled_one(store: Store) -> None:
    kept(store)
    later = KeptPatterns(store)
    assert all(same(later.get(each, int(flags)), each, flags) for each, flags in PATTERNS)


def test_a_kept_pattern_tells_its_groups(store: Store) -> None:
    kept(store)
    found = KeptPatterns(store).get(*PATTERNS[0]).search("resolution 2514 (2020)")
    assert found is not None
    assert found.groupdict() == {"number": "2514", "year": "2020"}
    assert found.lastgroup == "year"


def test_every_pattern_of_the_program_comes_back_the_same(project: Path, tmp_path: Path) -> None:
    # In a process of its own, where nothing is compiled yet, and nothing kept.
    listed = subprocess.run(
        [sys.executable, "-m", "tests.hostile.patterns"],
        cwd=project,
        env={**os.environ, FOLDER_VARIABLE: str(tmp_path)},
        capture_output=True,
        check=True,
    )
    found = json.loads(listed.stdout)
    assert len(found) > 300
    for pattern, flags, _ in found:
        parts = to_numbers(pattern, flags)
        assert parts is not None, pattern
        names, all_flags, numbers = parts
        made = from_numbers(pattern, all_flags, names, memoryview(numbers))
        assert same(made, pattern, flags)


def test_what_is_kept_is_not_compiled_again(store: Store, compiled: list[str]) -> None:
    kept(store)
    del compiled[:]
    later = KeptPatterns(store)
    for pattern, flags in PATTERNS:
        later.get(pattern, int(flags))
    assert not compiled


def test_the_same_words_with_other_flags_are_another_pattern(store: Store) -> None:
    kept(store)
    later = KeptPatterns(store)
    assert later.get(PATTERNS[1][0], 0).search("PARAGRAPH 5") is None


@given(st.binary(max_size=200))
def test_rubbish_in_the_place_of_patterns_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, rubbish: bytes
) -> None:
    store = Store(tmp_path_factory.getbasetemp() / "rubbish")
    store.put(NAME, interpreter(), rubbish)
    made = KeptPatterns(store)
    assert all(same(made.get(each, int(flags)), each, flags) for each, flags in PATTERNS)


@pytest.mark.parametrize(
    "entry", [None, [], [["x"], 0, 0, 8], [[None], 32, 0, 3], [[None], "x", 0, 0], [0, 0, 0, 0]]
)
def test_an_odd_entry_is_as_good_as_none(store: Store, entry: object) -> None:
    pattern, flags = PATTERNS[1]
    table = json.dumps({f"{int(flags)} {pattern}": entry}).encode()
    store.put(NAME, interpreter(), len(table).to_bytes(4, "big") + table + bytes(16))
    assert same(KeptPatterns(store).get(pattern, int(flags)), pattern, flags)
    store.close()
    assert same(KeptPatterns(store).get(pattern, int(flags)), pattern, flags)


def test_another_interpreter_takes_nothing_over(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(store)
    before = interpreter()
    monkeypatch.setattr(sys, "version", "another build")
    assert store.get(NAME, before) is not None
    assert store.get(NAME, interpreter()) is None


def test_without_the_private_modules_patterns_are_compiled(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(patterns, "import_module", missing)
    kept(store)
    assert same(KeptPatterns(store).get(*PATTERNS[0]), *PATTERNS[0])


def test_what_is_no_pattern_is_refused_and_not_kept(store: Store) -> None:
    made = KeptPatterns(store)
    with pytest.raises(re.error):
        made.get("(", 0)
    store.close()
    assert store.get(NAME, interpreter()) is None


def test_too_many_patterns_leave_those_of_the_last_run(
    store: Store, monkeypatch: pytest.MonkeyPatch, compiled: list[str]
) -> None:
    kept(store)
    monkeypatch.setattr(patterns, "MOST", len(PATTERNS))
    later = KeptPatterns(store)
    later.get(*PATTERNS[0])
    later.get("a new one", 0)
    store.close()
    del compiled[:]
    last = KeptPatterns(store)
    for pattern, flags in [*PATTERNS, ("a new one", 0)]:
        last.get(pattern, int(flags))
    assert compiled == [pattern for pattern, _ in PATTERNS[1:]]
