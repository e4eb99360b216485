"""What programs call refuses what the command line refuses, and understands what it understands."""

import datetime
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import checker
from checker import (
    FileError,
    UnknownRuleError,
    UnreadableError,
    check_file,
    check_files,
    check_text,
)

TEXT = "The Security Council,\n\n1. Decides to patrol.\n"

Call = Callable[..., object]


@pytest.fixture(params=[check_text, check_file, check_files])
def call(request: pytest.FixtureRequest, tmp_path: Path) -> Call:
    """Each function that lints, called with a draft in the form that it takes."""
    path = tmp_path / "a.md"
    path.write_text(TEXT, "utf-8")
    given = {check_text: TEXT, check_file: path, check_files: [path]}[request.param]
    return lambda **asked: request.param(given, **asked)


def test_the_organ_of_a_profile_may_be_left_out() -> None:
    assert check_text(TEXT, profile="mandate").profile == "security-council/mandate"


@pytest.mark.parametrize(
    ("asked", "error", "sentence"),
    [
        ({"profile": "mandat"}, ValueError, 'did you mean "security-council/mandate"?'),
        ({"profile": "nonsense"}, ValueError, "there are security-council/mandate, "),
        ({"stage": "finale"}, ValueError, 'there is no stage "finale": did you mean "final"?'),
        ({"stage": "x"}, ValueError, "there are negotiation, final"),
        ({"select": "dates"}, TypeError, '"dates" is one text: give a list of names'),
        ({"ignore": "dates"}, TypeError, '"dates" is one text'),
        ({"date": "2026-06-18"}, TypeError, "'2026-06-18' is no day: give a datetime.date"),
        ({"date": datetime.datetime(2026, 6, 18, tzinfo=datetime.UTC)}, TypeError, "is no day"),
    ],
    ids=str,
)
def test_what_is_mistaken_is_refused_before_anything_is_read(
    call: Call, asked: dict[str, Any], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error) as raised:
        call(**asked)
    assert sentence in str(raised.value)


def test_what_is_raised_and_returned_can_be_imported_from_the_package(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        check_file(tmp_path / "nowhere.md")
    with pytest.raises(UnknownRuleError):
        check_text(TEXT, select=["dats"])
    assert isinstance(next(check_files([tmp_path / "nowhere.md"])), FileError)
    assert isinstance(check_text(TEXT), checker.FileResult)


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, checker; print([name for name in sys.modules if name[:8] == 'checker.'])"
    ran = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"
