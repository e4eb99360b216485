"""``mandatelint config show`` tells what holds for a draft and where each value comes from."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = """\
stage = "final"
ignore = ["acronyms"]

[severity]
dates = "info"
past-deadline = "off"

[rules.foreign-mission.missions]
UNSMTA = ["Talvania"]

[[overrides]]
paths = ["old/"]
stage = "negotiation"
ignore = ["dates"]
"""


BOTH = "mandatelint.toml:2, mandatelint.toml:14 (for old/)"
SHOWN = f"""\
old/a.md: mandatelint.toml
profile                         detected                   default
stage                           "negotiation"              mandatelint.toml:13 (for old/)
date                            from the header            default
pedantic                        true                       command line
fail-on                         "error"                    default
select                          ["numbering"]              command line
ignore                          ["acronyms", "dates"]      {BOTH}
accept                          []                         default
severity.dates                  "info"                     mandatelint.toml:5
severity.past-deadline          "off"                      mandatelint.toml:6
rules.foreign-mission.missions  {{ UNSMTA = ["Talvania"] }}  mandatelint.toml:8
rule-pages                      []                         default
exclude                         []                         default
baseline                        none                       default
"""


@pytest.fixture(autouse=True)
def configured(run: Run) -> Run:
    Path("mandatelint.toml").write_text(TEXT, "utf-8")
    return run


def test_every_value_stands_beside_its_origin(run: Run) -> None:
    result = run("config", "show", "old/a.md", "--pedantic", "--select", "numbering")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == SHOWN.splitlines()


def test_programs_get_the_same(run: Run) -> None:
    result = run("config", "show", "old/a.md", "--output-format", "json")
    shown = json.loads(result.stdout)
    assert (shown["version"], shown["path"], shown["configuration"], shown["excluded"]) == (
        1,
        "old/a.md",
        "mandatelint.toml",
        False,
    )
    values = {each["key"]: each for each in shown["values"]}
    assert values["stage"] == {
        "key": "stage",
        "value": "negotiation",
        "origins": [
            {"kind": "override", "path": "mandatelint.toml", "line": 13, "paths": ["old/"]}
        ],
    }
    assert values["profile"]["origins"] == [{"kind": "default"}]


@pytest.mark.parametrize("options", [(), ("--isolated",)])
def test_a_baseline_that_is_used_without_being_named_is_shown(
    run: Run, options: tuple[str, ...]
) -> None:
    Path("mandatelint-baseline.json").write_text('{"version": 1, "drafts": {}}', "utf-8")
    shown = run("config", "show", *options, "a.md").stdout
    (line,) = (line.split() for line in shown.splitlines() if line.startswith("baseline"))
    assert line == ["baseline", '"mandatelint-baseline.json"', "default"]


def test_a_folder_without_a_configuration_has_none(run: Run) -> None:
    assert run("config", "show", "--isolated").stdout.startswith(".: no configuration\n")


def test_an_excluded_draft_is_said_to_be_left_out(run: Run) -> None:
    Path("mandatelint.toml").write_text('exclude = ["old/"]\n', "utf-8")
    assert "left out" in run("config", "show", "old/a.md").stdout
    assert "left out" not in run("config", "show", "a.md").stdout
