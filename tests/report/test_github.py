# ruff: noqa: E501 -- a snapshot is as wide as what it shows
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.report.drafts import TEXT, dangling, result
from tests.report.runs import busy, hostile, written


def test_a_run_with_a_bit_of_everything() -> None:
    assert busy("github") == snapshot("""\
::error file=drafts/talvania.md,line=7,endLine=7,col=427,endColumn=445,title=dangling-reference::OP 4: paragraph 72 does not exist: paragraph 5 is the last%0Adid you mean paragraph 5?
::warning file=drafts/cut text.md,line=3,endLine=7,title=unfit-words::OP 1: these words do not fit
::error file=drafts/b.md,title=not checked::not UTF-8: byte 0xe9 at offset 312
""")


def test_a_run_over_nothing() -> None:
    assert written("github") == snapshot("")


def test_no_word_of_a_draft_begins_a_command_or_ends_a_property() -> None:
    (line,) = written("github", hostile()).splitlines()
    assert line == snapshot(
        "::error file=a|b `c`%2Cd%3Ae%25<x>␛.md,line=5,endLine=5,col=24,endColumn=30,title=dangling-reference::␛[2J 100%25 ::error:: <b>&amp; | a,b [x](y) `c` @us #1 https://x �\ufffe  end: ␛[2J 100%25 ::error:: <b>&amp; | a,b [x](y) `c` @us #1 https://x �\ufffe  end%0A␛[2J 100%25 ::error:: <b>&amp; | a,b [x](y) `c` @us #1 https://x �\ufffe  end"
    )
    properties = line.split("::")[1]
    assert properties.count(",") == 5


def test_a_file_below_the_current_folder_is_named_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    inside = written("github", result(TEXT, dangling(), path=str(tmp_path / "drafts" / "a.md")))
    assert inside.startswith("::error file=drafts/a.md,")
    outside = written("github", result(TEXT, dangling(), path="/elsewhere/a.md"))
    assert outside.startswith("::error file=/elsewhere/a.md,")
