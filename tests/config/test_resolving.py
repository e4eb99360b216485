"""Of what is said of a draft, the later word counts."""

from pathlib import Path

import pytest

from checker.config import Asked, Configurations, Layer, Resolved, chosen_rules
from checker.findings import Severity

MANDATE = "security-council/mandate"

TOP = """\
profile = "mandate"
pedantic = true
select = ["acronyms", "dates"]
ignore = ["past-deadline", "unused-acronym"]

[severity]
acronyms = "error"
undefined-acronym = "info"
dates = "off"

[rules.undefined-acronym]
known = ["ABC"]

[rules.foreign-mission.missions]
UNSMTA = ["Talvania"]

[[overrides]]
paths = ["old/"]
profile = "unknown"
ignore = ["impossible-date"]
accept = ["XYZ"]
severity.acronyms = "warning"
rules.undefined-acronym.known = ["DEF"]

[[overrides]]
paths = ["*.txt"]
profile = "rollover"
select = ["unused-acronym", "dates"]
"""


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mandatelint.toml").write_text(TOP, "utf-8")
    return tmp_path


def _resolved(draft: str, **given: object) -> Resolved:
    return Configurations(Asked(Layer(**given))).resolve(Path(draft))  # type: ignore[arg-type]


def _severity(resolved: Resolved, rule: str) -> str:
    found = resolved.rulebook.get(rule)
    assert found is not None
    assert len(set(found.severities.values())) == 1
    return found.severity.value


def _runs(resolved: Resolved, rule: str) -> bool:
    rules = chosen_rules(resolved.rulebook, resolved.settings, MANDATE)
    return rule in {each.name for each in rules}


def _option(resolved: Resolved, rule: str, option: str) -> object:
    found = resolved.rulebook.get(rule)
    assert found is not None
    return getattr(found.options, option)


@pytest.mark.usefixtures("configured")
def test_the_top_holds_for_every_draft() -> None:
    found = _resolved("a.md")
    assert found.settings.profile == MANDATE
    assert found.settings.pedantic
    assert found.fail_on == "error"
    assert _severity(found, "undefined-acronym") == "info"
    assert _severity(found, "redefined-acronym") == "error"
    assert _option(found, "undefined-acronym", "known") == ("ABC",)


@pytest.mark.usefixtures("configured")
def test_a_table_joins_that_of_the_page() -> None:
    missions = _option(_resolved("a.md"), "foreign-mission", "missions")
    assert isinstance(missions, dict)
    assert missions["UNSMTA"] == ("Talvania",)
    assert len(missions) > 50


@pytest.mark.usefixtures("configured")
def test_off_does_not_run() -> None:
    assert not _runs(_resolved("a.md"), "impossible-date")
    assert _runs(_resolved("a.md"), "undefined-acronym")


@pytest.mark.usefixtures("configured")
def test_an_override_wins_over_the_top_and_lists_add_up() -> None:
    found = _resolved("old/a.md")
    assert found.settings.profile == "unknown"
    assert _severity(found, "undefined-acronym") == "warning"
    assert _option(found, "undefined-acronym", "known") == ("DEF",)
    assert _option(found, "undefined-acronym", "accepted") == ("XYZ",)
    assert {"past-deadline", "impossible-date"} <= set(found.settings.ignore)


@pytest.mark.usefixtures("configured")
def test_of_two_overrides_the_later_one_wins() -> None:
    assert _resolved("old/a.txt").settings.profile == "security-council/rollover"


@pytest.mark.usefixtures("configured")
def test_what_is_selected_later_is_no_longer_ignored_or_off() -> None:
    found = _resolved("a.txt")
    assert _runs(found, "unused-acronym")
    assert _runs(found, "impossible-date")
    assert not _runs(found, "past-deadline")


@pytest.mark.usefixtures("configured")
def test_the_command_line_wins_over_everything() -> None:
    found = _resolved(
        "old/a.txt", profile="unknown", pedantic=False, fail_on="info", select=("past-deadline",)
    )
    assert (found.settings.profile, found.settings.pedantic, found.fail_on) == (
        "unknown",
        False,
        "info",
    )
    assert _runs(found, "past-deadline")
    assert not _runs(found, "undefined-acronym")


@pytest.mark.usefixtures("configured")
def test_what_the_command_line_ignores_is_ignored_besides() -> None:
    found = _resolved("a.md", ignore=("redefined-acronym",))
    assert not _runs(found, "redefined-acronym")
    assert not _runs(found, "unused-acronym")


@pytest.mark.usefixtures("configured")
def test_each_combination_is_put_together_once() -> None:
    configurations = Configurations()
    first = configurations.resolve("a.md")
    assert configurations.resolve("b.md") is first
    assert configurations.resolve("old/b.md") is not first


def test_without_a_configuration_the_pages_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    configurations = Configurations()
    found = configurations.resolve("a.md")
    assert found.configuration is None
    assert found.rulebook is configurations.rulebook()


def test_a_silence_is_for_the_drafts_that_it_names(configured: Path) -> None:
    (configured / "mandatelint.toml").write_text(
        '[[silence]]\nrule = "self-reference"\nquote = "a"\npath = "old/*.md"\n'
        '[[silence]]\nrule = "self-reference"\nquote = "b"\n',
        "utf-8",
    )
    assert [each.quote for each in _resolved("old/a.md").settings.silences] == ["a", "b"]
    assert [each.quote for each in _resolved("a.md").settings.silences] == ["b"]


def test_a_lowered_severity_is_lowered_still(configured: Path) -> None:
    from checker.engine import check_source  # noqa: PLC0415 -- the only test that runs a draft
    from checker.source import Source  # noqa: PLC0415 -- as above

    (configured / "mandatelint.toml").write_text(
        'severity.missing-resolution-year = "error"\n', "utf-8"
    )
    found = _resolved("a.md", select=("missing-resolution-year",))
    text = (
        "The Security Council,\n\n1. Recalls resolution 2391 and resolution 2400 (2018);\n\n"
        "2. Recalls resolution 2400.\n"
    )
    result = check_source(Source(text), found.rulebook, found.settings)
    assert [each.severity for each in result.findings] == [Severity.ERROR, Severity.INFO]
