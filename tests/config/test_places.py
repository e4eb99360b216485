"""The keys and values of a TOML text are found where they stand."""

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.validation.places import Path, Places
from checker.validation.toml import TomlError, read_toml

TEXT = """\
# key = "in a comment"
title = "a = b # no comment" # a comment
'quoted "key"' = 1
words = '''
[no.table]
key = 2
''' # the end
when = 1979-05-27 07:32:00
list = ["one", # [
  "two", { three = [3] }]
inner.most . deep = true
[first."second.third"]
key = "\\"]"
[[many]]
name = 'a'
[many.of]
key = 1
[[many]]
name = 'b'
empty = []
[many.of]
key = 2
"""


@pytest.mark.parametrize(
    ("path", "line", "key", "value"),
    [
        (("title",), 2, "title", '"a = b # no comment"'),
        (('quoted "key"',), 3, "'quoted \"key\"'", "1"),
        (("words",), 4, "words", "'''"),
        (("when",), 8, "when", "1979-05-27 07:32:00"),
        (("list", 0), 9, '"one"', '"one"'),
        (("list", 1), 10, '"two"', '"two"'),
        (("list", 2, "three"), 10, "three", "[3]"),
        (("list", 2, "three", 0), 10, "3", "3"),
        (("inner", "most", "deep"), 11, "inner.most . deep", "true"),
        (("first", "second.third", "key"), 13, "key", '"\\"]"'),
        (("many", 0, "name"), 15, "name", "'a'"),
        (("many", 0, "of", "key"), 17, "key", "1"),
        (("many", 1, "name"), 19, "name", "'b'"),
        (("many", 1, "of"), 21, "many.of", "many.of"),
        (("many", 1, "of", "key"), 22, "key", "2"),
        (("many", 1, "nowhere"), 18, "many", "many"),
        (("nowhere",), 1, '# key = "in a comment"', '# key = "in a comment"'),
    ],
)
def test_a_place_is_found_by_the_path_of_its_value(
    path: Path, line: int, key: str, value: str
) -> None:
    places = Places(TEXT)
    for expected, place in ((key, places.key(path)), (value, places.value(path))):
        assert (place.line, place.text[place.start : place.end]) == (line, expected)


def test_a_text_may_begin_on_a_later_line() -> None:
    _, places = read_toml("a = 1\nb = 2\n", first_line=10)
    assert (places.line(("a",)), places.line(("b",)), places.line(("c",))) == (10, 11, 10)


def test_windows_line_ends_move_nothing() -> None:
    places = Places(TEXT.replace("\n", "\r\n"))
    assert places.line(("many", 1, "of", "key")) == 22


_NAMES = st.text("abc-é\"'\\ .=#[]\u00ff\U0001f600", max_size=6)
_LEAVES = st.one_of(st.booleans(), st.integers(-9, 9), _NAMES)
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=8,
)


def _written(value: Any) -> str:  # noqa: ANN401 -- what TOML holds
    if isinstance(value, dict):
        entries = (f"{_text(key)} = {_written(each)}" for key, each in value.items())
        return f"{{ {', '.join(entries)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _paths(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401 -- as above
    if path:
        yield path, value
    if isinstance(value, list):
        value = dict(enumerate(value))
    for key, each in value.items() if isinstance(value, dict) else ():
        yield from _paths(each, (*path, key))


@given(st.dictionaries(_NAMES, _TREES, max_size=4), st.booleans())
def test_every_value_stands_where_its_place_says(data: dict[str, Any], tables: bool) -> None:  # noqa: FBT001 -- hypothesis gives it
    lines = [f"{_text(key)} = {_written(value)} # = [" for key, value in data.items()]
    if tables:
        lines = ["[[table]]", *lines, "[table.x]"]
    text = "\n".join(lines)
    places = Places(text)
    root: Path = ("table", 0) if tables else ()
    for path, value in _paths(data):
        place = places.value((*root, *path))
        written = place.text[place.start : place.end]
        assert tomllib.loads(f"v = {written}")["v"] == value


@pytest.mark.parametrize(
    ("text", "line", "marked"),
    [
        ("a = 1\nb = \n", 2, "="),
        ("a = 1\na = 2\n", 2, "2"),
        ('a = "x', 1, 'a = "x'),
        ("[" * 9, 1, "[" * 9),
        ("a = " + "[" * 5000, 1, None),
    ],
)
def test_what_is_no_toml_is_refused_with_its_place(
    text: str, line: int, marked: str | None
) -> None:
    with pytest.raises(TomlError, match="not valid TOML") as refused:
        read_toml(text)
    place = refused.value.place
    assert place.line == line
    assert marked is None or place.text[place.start : place.end] in marked
