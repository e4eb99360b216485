"""What was made for one draft is gone before the next: a run over many stays as small as one."""

import gc
from pathlib import Path

from checker.config import Settings
from checker.rulebook import Rulebook, load_rulebook
from checker.rulebook.page import read_page
from checker.runs.job import Job
from checker.source import Source
from tests.hostile.growing import garbage_collector_off


def _texts(rulebook: Rulebook, project: Path) -> list[str]:
    """Return the examples of a rule book and of the project, in which every check finds work."""
    drafts = [path.read_text("utf-8") for path in (project / "examples").rglob("*.md")]
    pages = [read_page(rule.page, rule.path, rule.name) for rule in rulebook.rules]
    return drafts + [example.text for page in pages for example in (*page.flagged, *page.accepted)]


def test_checks_leave_nothing_to_the_garbage_collector(project: Path) -> None:
    rulebook = load_rulebook()
    job = Job(rulebook, Settings(pedantic=True))
    texts = _texts(rulebook, project)
    # What is loaded and compiled for the first time is another matter.
    for text in texts:
        job.check_source(Source(text))
    with garbage_collector_off():
        for text in texts:
            job.check_source(Source(text))
        assert gc.collect() == 0
