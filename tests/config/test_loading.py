"""A configuration is read as it is meant, or refused with everything that is wrong with it."""

import datetime
import json
from pathlib import Path

import pytest

from checker.cache.plain import from_plain, to_plain
from checker.config import Asked, Configuration, ConfigurationError, Configurations
from tests.config.conftest import Faults, Load

WHOLE = """\
profile = "mandate"
stage = "negotiation"
date = 2026-06-18
pedantic = true
select = ["dates", "undefined-acronym"]
ignore = ["past-deadline"]
fail-on = "warning"
accept = ["UNSMTA"]
exclude = ["archive/"]
rule-pages = ["office-rules"]
baseline = "known.json"

[severity]
dates = "info"
vague-posture = "off"

[rules.undefined-acronym]
known = ["JCC"]

[rules.resolution-year-mismatch.last_numbers]
2024 = 2768

[[overrides]]
paths = ["old/", "*.txt"]
pedantic = false
rules.undefined-acronym.known = []

[[silence]]
rule = "dangling-reference"
quote = "paragraph 41"
reason = "the annex has it"
address = "OP 8"
path = "a.md"
"""


@pytest.mark.usefixtures("office")
def test_everything_that_is_said_is_kept(load: Load) -> None:
    found = load(WHOLE)
    top, (override,), (silence,) = found.top, found.overrides, found.silences
    assert (top.profile, top.stage) == ("security-council/mandate", "negotiation")
    assert (top.date, top.pedantic, top.fail_on) == (datetime.date(2026, 6, 18), True, "warning")
    assert (top.select, top.ignore) == (("dates", "undefined-acronym"), ("past-deadline",))
    assert top.severity == {"dates": "info", "vague-posture": "off"}
    assert json.loads(top.options["resolution-year-mismatch"]) == {"last_numbers": [[2024, 2768]]}
    assert (top.lines["severity.dates"], top.lines["rules.undefined-acronym.known"]) == (14, 18)
    assert (override.paths, override.pedantic, override.stage) == (("old/", "*.txt"), False, None)
    assert (found.exclude, found.rule_pages, found.baseline) == (
        ("archive/",),
        ("office-rules",),
        "known.json",
    )
    assert (silence.rule, silence.quote, silence.reason) == (
        "dangling-reference",
        "paragraph 41",
        "the annex has it",
    )
    assert silence.place.endswith("mandatelint.toml:28")


@pytest.mark.usefixtures("office")
def test_it_can_be_kept_as_plain_data(load: Load) -> None:
    found = load(WHOLE)
    kept = json.loads(json.dumps(to_plain(found)))
    assert from_plain(Configuration, kept) == found


def test_the_table_of_a_project_is_one(load: Load, faults: Faults) -> None:
    text = '[project]\n[tool.mandatelint]\n{}\n[tool.mandatelint.severity]\ndates = "off"\n'
    found = load(text.format('stage = "final"'), "pyproject.toml")
    assert (found.top.stage, found.top.lines["severity.dates"]) == ("final", 5)
    assert faults(text.format('stag = "final"'), "pyproject.toml") == [
        (3, 'there is no key "stag": did you mean "stage"?', "stag")
    ]
    assert faults("[project]\n", "pyproject.toml")[0][1] == "there is no table [tool.mandatelint]"


@pytest.mark.parametrize(
    ("text", "line", "message", "marked"),
    [
        ("\nselct = []", 2, 'there is no key "selct": did you mean "select"?', "selct"),
        ("fail_on = 'error'", 1, 'there is no key "fail_on": did you mean "fail-on"?', "fail_on"),
        ("profile = 'mandat'", 1, 'did you mean "security-council/mandate"?', "'mandat'"),
        ("stage = 'finale'", 1, 'must be "negotiation" or "final": did you mean "final"?', None),
        ("date = 'June 2026'", 1, "date must be a day, like 2026-06-18", "'June 2026'"),
        ("date = 3", 1, "date must be a day, like 2026-06-18", "3"),
        ("pedantic = 'yes'", 1, "pedantic must be true or false", "'yes'"),
        ("select = 'dates'", 1, "select must be a list", "'dates'"),
        ("select = ['dates',\n 'date']", 2, 'did you mean "dates"?', "'date'"),
        ("ignore = [1]", 1, "ignore (in the list) must be a text", "1"),
        ("accept = ['']", 1, "the text is empty", "''"),
        ("severity = 'off'", 1, "severity must be a table", "'off'"),
        ("[severity]\nacronim = 'off'", 2, 'did you mean "acronyms"?', "acronim"),
        ("[severity]\ndates = 'eror'", 2, 'or "off": did you mean "error"?', "'eror'"),
        ("[rules.dates]\nx = 1", 1, '"dates" is a family: name one of its rules', "rules.dates"),
        ("[rules.undefined-acronyms]", 1, 'did you mean "undefined-acronym"?', None),
        ("rules.self-reference = 3", 1, "self-reference must be a table", "3"),
        ("rules.self-reference.x = 3", 1, "has no options", "rules.self-reference.x"),
        ("[rules.undefined-acronym]\nknow = []", 2, 'no option "know": did you mean', "know"),
        ("[rules.undefined-acronym]\nknown = 'A'", 2, "known must be a list", "'A'"),
        ("[rules.foreign-mission]\nmissions.A = []", 2, "at least one is needed", "missions.A"),
        ("[rules.resolution-year-mismatch]\nlast_numbers.2090 = 3", 2, "years must run on", None),
        ("[[overrides]]\nstage = 'final'", 1, 'the key "paths" is missing', "overrides"),
        ("[[overrides]]\npaths = ['a']\nexclude = []", 3, 'no key "exclude"', "exclude"),
        ("[[silence]]\nrule = 'dates'\nquote = 'x'", 2, "is a family", "'dates'"),
        ("[[silence]]\nrule = 'self-reference'", 1, 'the key "quote" is missing', "silence"),
        (
            "select = []",
            1,
            "no rule would run: name at least one",
            "[]",
        ),
        ("rule-pages = ['nowhere']", 1, "there is no such folder of rule pages", "'nowhere'"),
        ("rule-pages = 'nowhere'", 1, "rule-pages must be a list", "'nowhere'"),
        ("rule-pages = 3", 1, "rule-pages must be a list", "3"),
        ("overrides = 3", 1, "overrides must be a list", "3"),
        ("silence = [3]", 1, "silence (in the list) must be a table", "3"),
        ("exclude = ['a', '!']", 1, '"!" is no pattern as in .gitignore', "'!'"),
        ("exclude = ['[z-a]']", 1, "is no pattern", "'[z-a]'"),
        ("exclude = ['# a']", 1, "is no pattern", "'# a'"),
        ("overrides = [{paths = [' ']}]", 1, "is no pattern", "' '"),
        ("overrides = [{paths = []}]", 1, "at least one pattern is needed", "[]"),
        ("rules = 3", 1, "rules must be a table", "3"),
        ("stage = ", 1, "not valid TOML", None),
        ("stage = final", 1, 'a word stands in quotation marks: write "final"', None),
        ("pedantic = true\nstage = final # so\n", 2, 'write "final"', None),
    ],
)
def test_a_fault_is_refused_with_its_line_and_its_words(
    text: str, line: int, message: str, marked: str | None, faults: Faults
) -> None:
    ((at, said, words),) = faults(text)
    assert (at, message in said) == (line, True), said
    assert marked is None or words == marked


def test_of_folders_with_like_names_the_one_with_the_broken_page_is_marked(
    office: Path, faults: Faults
) -> None:
    page = (office / "office" / "vague-posture.md").read_text("utf-8")
    for name, text in (("rules", page), ("rules-two", page.replace("severity =", "severty ="))):
        folder = office / name / "office"
        folder.mkdir(parents=True)
        (folder / "vague-posture.md").write_text(text, "utf-8")
    ((_, _, marked),) = faults("rule-pages = ['office-rules/rules', 'office-rules/rules-two']")
    assert marked == "'office-rules/rules-two'"


def test_all_faults_are_told_at_once_in_order(faults: Faults) -> None:
    found = faults(
        "selct = []\n[rules.undefined-acronym]\nknow = []\n[severity]\ndats = 'off'\n"
        "[[overrides]]\npaths = ['a']\nstage = 'fin'\n"
    )
    assert [line for line, _, _ in found] == [1, 3, 5, 8]


def test_a_broken_house_page_is_a_fault_of_the_key(office: Path, faults: Faults) -> None:
    broken = office / "office" / "vague-posture.md"
    broken.write_text(broken.read_text("utf-8").replace("severity =", "severty ="), "utf-8")
    ((line, message, marked),) = faults("\nrule-pages = ['office-rules']")
    assert (line, marked) == (2, "'office-rules'")
    assert 'vague-posture.md:2: there is no key "severty"' in message


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"stage = '\xff'", "not UTF-8 at offset 9"), (b"stage = 'final\0'", "not valid TOML")],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "mandatelint.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigurationError, match=message):
        Configurations().of(str(tmp_path / "a.md"))


def test_a_byte_order_mark_is_no_fault(load: Load) -> None:
    assert load("\ufeffstage = 'final'").top.stage == "final"


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    for file, message in (
        (tmp_path / "nowhere.toml", "no such file"),
        (tmp_path, "cannot be read"),
    ):
        with pytest.raises(ConfigurationError, match=message):
            Configurations(Asked(file=str(file))).of(str(tmp_path / "a.md"))
