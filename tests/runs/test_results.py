"""A kept result is given back for what it was made of, and for nothing else."""

import datetime
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.cache import identity, plugins
from checker.cache.plugins import Plugin
from checker.cache.store import Store, digest, in_use, use
from checker.config import Settings
from checker.findings import CheckCrashed, FileResult
from checker.permissions import SilenceEntry
from checker.rulebook import Rule, Rulebook, load_rulebook, loader
from checker.runs.job import Job
from tests.runs.conftest import DRAFT

TEXT = DRAFT.format(far=9)
DATA = TEXT.encode()
PAGE = (
    '+++\nseverity = "warning"\ncheck = "forbidden-phrase"\n'
    'message = "\\"{phrase}\\" is vague"\n\n[options]\nphrases = ["report as set out"]\n+++\n\n'
    "# vague-report\n\nA report has a date.\n\n## Why\n\nNobody waits for ever.\n\n## Flagged\n\n"
    "```draft\n1. Decides to report as set out;\n            ^^^^^^^^^^^^^^^^^\n```\n\n"
    "```draft\n1. Agrees to report as set out;\n            ^^^^^^^^^^^^^^^^^\n```\n\n"
    "## Accepted\n\n```draft\n1. Decides to report;\n```\n\n```draft\n1. Decides to set out;\n```\n"
)
OTHERS = [
    Settings(profile="security-council/thematic"),
    Settings(stage="negotiation"),
    Settings(date=datetime.date(2026, 6, 18)),
    Settings(pedantic=True),
    Settings(select=("dates",)),
    Settings(ignore=("dangling-reference",)),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    before = in_use()
    store = Store(tmp_path / "kept")
    use(store)
    yield store
    use(before)


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load_rulebook()


def _job(rules: Rulebook, store: Store, settings: Settings | None = None) -> Job:
    return Job(rules, settings or Settings(), store=store)


def _is_kept(job: Job, data: bytes = DATA, path: str = "a.md") -> bool:
    """Whether a job answers without checking."""
    with pytest.MonkeyPatch.context() as patch:
        checked: list[str] = []
        patch.setattr("checker.engine.check_source", lambda source, *_: checked.append(source.path))
        try:
            job.check(data, path)
        except (AttributeError, TypeError):
            # A result that was not kept is missing here.
            assert checked
        return not checked


def test_a_kept_result_is_the_result(store: Store, rules: Rulebook) -> None:
    first = _job(rules, store).check(DATA, "a.md")
    job = _job(rules, store)
    assert _is_kept(job)
    assert job.check(DATA, "a.md") == first
    assert first.findings


def test_a_kept_result_of_the_corpus_is_the_result(
    store: Store, rules: Rulebook, project: Path
) -> None:
    for path in sorted(project.glob("examples/*/*.md")):
        data = path.read_bytes()
        fresh = Job(rules, Settings()).check(data, str(path))
        assert _job(rules, store).check(data, str(path)) == fresh
        assert _is_kept(_job(rules, store), data, str(path))
        assert _job(rules, store).check(data, str(path)) == fresh


@pytest.mark.parametrize(
    ("data", "path"), [(DATA + b" ", "a.md"), (DATA.replace(b"9", b"8"), "a.md"), (DATA, "b.md")]
)
def test_another_draft_or_path_is_checked(
    store: Store, rules: Rulebook, data: bytes, path: str
) -> None:
    _job(rules, store).check(DATA, "a.md")
    assert not _is_kept(_job(rules, store), data, path)


@pytest.mark.parametrize("settings", OTHERS, ids=str)
def test_other_settings_are_checked(store: Store, rules: Rulebook, settings: Settings) -> None:
    _job(rules, store).check(DATA, "a.md")
    assert not _is_kept(_job(rules, store, settings))


def test_every_setting_is_tried() -> None:
    plain = Settings()
    changed = {
        name
        for name in Settings.record_fields
        if any(getattr(each, name) != getattr(plain, name) for each in OTHERS)
    }
    assert changed | {"silences"} == set(Settings.record_fields)


def test_silences_are_looked_at_after_what_is_kept(store: Store, rules: Rulebook) -> None:
    plain = _job(rules, store).check(DATA, "a.md")
    [told] = [each for each in plain.findings if each.rule == "dangling-reference"]
    entry = SilenceEntry(told.rule, told.quote, "it is in the other text", path="drafts/a.md")
    job = _job(rules, store, Settings(silences=(entry,)))
    assert _is_kept(job, path="a.md")
    assert told.rule in {each.rule for each in job.check(DATA, "a.md").silenced}


def test_another_option_or_severity_of_a_rule_is_checked(store: Store, rules: Rulebook) -> None:
    _job(rules, store).check(DATA, "a.md")
    for changed in (
        {"severities": dict.fromkeys(("negotiation", "final"), "info")},
        {"messages": {"": "no"}},
        {"default": "pedantic"},
    ):
        book = Rulebook([rules.rules[0].replaced(**changed), *rules.rules[1:]])
        assert not _is_kept(_job(book, store))


def test_another_house_page_is_checked(store: Store, tmp_path: Path) -> None:
    page = tmp_path / "house" / "ours" / "vague-report.md"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, "utf-8")
    folders = [page.parent.parent]
    _job(load_rulebook(folders), store).check(DATA, "a.md")
    assert _is_kept(_job(load_rulebook(folders), store))
    page.write_text(PAGE.replace('phrases = ["report', 'phrases = ["to report'), "utf-8")
    assert not _is_kept(_job(load_rulebook(folders), store))


def test_another_program_is_checked(
    store: Store, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    _job(rules, store).check(DATA, "a.md")
    monkeypatch.setattr("checker.runs.results.program", lambda: digest(b"another"))
    assert not _is_kept(_job(rules, store))


def test_another_plug_in_is_checked(
    store: Store, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for installed in ((), (Plugin("ours", "ours:checks", "ours 1"),)):
        monkeypatch.setattr("checker.runs.results.installed_plugins", lambda found=installed: found)
        assert not _is_kept(_job(rules, store))
        _job(rules, store).check(DATA, "a.md")
        assert _is_kept(_job(rules, store))
    newer = (Plugin("ours", "ours:checks", "ours 2"),)
    monkeypatch.setattr("checker.runs.results.installed_plugins", lambda: newer)
    assert not _is_kept(_job(rules, store))


def test_a_changed_file_of_a_plug_in_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "house_checks_of_a_test.py"
    module.write_text("ONE = 1\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    found = (Plugin("ours", f"{module.stem}:ONE", "ours 1"),)
    before = _identity_in_a_new_run(found)
    assert before == _identity_in_a_new_run(found)
    module.write_text("ONE = 10\n", "utf-8")
    # A run that goes on has the module that it imported.
    assert before == plugins.plugins_identity(found)
    assert before != _identity_in_a_new_run(found)


def test_a_plug_in_that_cannot_be_looked_at_counts_as_another_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "house_checks_of_a_test.py").write_text("ONE = 1\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    def closed(_: object) -> list[str]:
        raise PermissionError

    monkeypatch.setattr(plugins, "files_below", closed)
    found = (Plugin("ours", "house_checks_of_a_test:ONE", "ours 1"),)
    assert _identity_in_a_new_run(found) != _identity_in_a_new_run(found)


def _identity_in_a_new_run(found: tuple[Plugin, ...]) -> bytes:
    plugins.plugins_identity.cache_clear()
    return plugins.plugins_identity(found)


def test_rules_of_a_page_that_changes_while_it_is_read_are_not_kept(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "house" / "wording" / "vague-report.md"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, "utf-8")
    use(store)
    read = loader.load_folder
    times: list[str] = []

    def replaced(named: str) -> tuple[Rule, ...]:
        rules = read(named)
        page.write_text(PAGE.replace('"warning"', '"error"') if not times else PAGE, "utf-8")
        times.append(named)
        return rules

    monkeypatch.setattr(loader, "load_folder", replaced)
    for _ in range(2):
        load_rulebook([str(tmp_path / "house")])
        page.write_text(PAGE, "utf-8")
    assert len(times) == 2


def test_rubbish_in_the_place_of_a_result_is_not_believed(store: Store, rules: Rulebook) -> None:
    job = _job(rules, store)
    result = job.check(DATA, "a.md")
    assert store.folder is not None
    for entry in Path(store.folder).glob("*.kept"):
        entry.write_bytes(entry.read_bytes()[:-40] + b"x" * 40)
    assert not _is_kept(_job(rules, store))
    assert _job(rules, store).check(DATA, "a.md") == result


def test_a_crash_is_not_kept(
    store: Store, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crashes(*_: object) -> FileResult:
        rule = "a-rule"
        raise CheckCrashed(rule, "a.md")

    with monkeypatch.context() as patch:
        patch.setattr("checker.engine.check_source", crashes)
        with pytest.raises(CheckCrashed):
            _job(rules, store).check(DATA, "a.md")
    assert _job(rules, store).check(DATA, "a.md").findings


def test_a_link_to_nothing_beside_the_files_of_a_package_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "checks.py").write_text("ONE = 1\n", "utf-8")
    before = identity.files_below([str(tmp_path)])
    (tmp_path / ".#checks.py").symlink_to("someone@somewhere.1")
    assert set(before) < set(identity.files_below([str(tmp_path)]))


def test_a_folder_that_is_not_there_ends_the_search_for_its_file(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert identity.files_below([str(gone)]) != identity.files_below([str(tmp_path)])


def test_a_file_with_its_old_size_and_time_counts_as_changed(tmp_path: Path) -> None:
    file = tmp_path / "checks.py"
    file.write_text("ONE = 1\n", "utf-8")
    before, status = identity.files_below([str(tmp_path)]), file.stat()
    file.write_text("ONE = 2\n", "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert before != identity.files_below([str(tmp_path)])


def test_the_program_counts_with_every_file(project: Path) -> None:
    lines = identity.files_below([str(project / "checker")])
    named = {line.split(" ")[0] for line in lines}
    assert {str(path) for path in (project / "checker").rglob("*.py")} <= named
