# ruff: noqa: E501 -- a snapshot is as wide as what it shows
from inline_snapshot import snapshot

from tests.report.runs import busy, written


def test_a_run_with_a_bit_of_everything_in_full() -> None:
    assert busy("full") == snapshot("""\
OP 4  error[dangling-reference]  paragraph 72 does not exist: paragraph 5 is the last
   |
   | 4. Authorizes the Merrin Valley Force, within the limits of its capacities
   | ... to ensure coordination of its reporting with the reporting by the
   | Secretary-General referred to in paragraph 72 below, and to keep the ...
   |                                  ^^^^^^^^^^^^^^^^^^
   = help: did you mean paragraph 5?
   = OP 5: the paragraph that reports: "Requests the Secretary-General to ..."
   = drafts/talvania.md:7:427

drafts/talvania.md: mission mandate (as given); final (as given); dated 18 June 2026

OP 1  warning[unfit-words]  these words do not fit
   |
   | 1. Decides that UNSMTA shall patrol the Merrin valley;
   |                 ^^^^^^^^^^^^^^^^^^^
   = drafts/cut text.md:3:17

drafts/cut text.md: mission mandate (as given); final (as given); no date: past deadlines, future events and future citations not looked for

README.md: info: no draft: it has no organ line, no numbered paragraphs and no document symbol
3 files: 1 error, 1 warning, 0 infos; 1 fixable with --fix --unsafe-fixes; 2 silenced; 1 in the baseline; 2 in the baseline no more; 1 is no draft; 1 unreadable
""")


def test_a_run_over_nothing_in_full() -> None:
    assert written("full") == snapshot("0 files: nothing was checked\n")


def test_a_run_with_a_bit_of_everything_concisely() -> None:
    assert busy("concise") == snapshot("""\
drafts/talvania.md:7:427: OP 4: error[dangling-reference] paragraph 72 does not exist: paragraph 5 is the last
drafts/cut text.md:3:17: OP 1: warning[unfit-words] these words do not fit
README.md: info: no draft: it has no organ line, no numbered paragraphs and no document symbol
3 files: 1 error, 1 warning, 0 infos; 1 fixable with --fix --unsafe-fixes; 2 silenced; 1 in the baseline; 2 in the baseline no more; 1 is no draft; 1 unreadable
""")


def test_a_run_over_nothing_concisely() -> None:
    assert written("concise") == snapshot("0 files: nothing was checked\n")
