# ruff: noqa: E501 -- a snapshot is as wide as what it shows
"""A draft with hundreds of findings can still be read, and nothing of it is lost."""

import re
import time

from inline_snapshot import snapshot

from checker.excerpts import Excerpts
from checker.findings import FileResult, Finding, Severity
from checker.report.full import FullReporter, file_report
from checker.report.style import Style
from checker.source import Span
from tests.report.drafts import draft, finding, result, totals_of

_ITEM = "{}. Decides that the words {} of this paragraph are as long as they usually are;\n\n"


def _crowd(number: int) -> FileResult:
    """A draft with a finding in each paragraph; of eleven, one is an error and ten are infos."""
    words = [f"W{paragraph}" for paragraph in range(1, number + 1)]
    text = "The Security Council,\n\n" + "".join(
        _ITEM.format(paragraph, word) for paragraph, word in enumerate(words, start=1)
    )
    excerpts = Excerpts(draft(text))
    place = 0
    found: list[Finding] = []
    for paragraph, word in enumerate(words, start=1):
        place = text.index(f"{word} ", place)
        grave = paragraph % 11 == 0
        found.append(
            finding(
                Span(place, place + len(word)),
                text,
                rule="past-deadline" if grave else "unused-acronym",
                family="dates" if grave else "acronyms",
                severity=Severity.ERROR if grave else Severity.INFO,
                message=f'"{word}" is wrong',
                help=None,
                address=f"OP {paragraph}",
                excerpt=excerpts.around(Span(place, place + len(word))),
            )
        )
    return result(text, *found)


def test_up_to_thirty_are_all_shown_with_their_words() -> None:
    shown = file_report(_crowd(30), Style(80), alone=True)
    assert (shown.count("^^"), shown.count(" more in ")) == (30, 0)


def test_of_more_the_first_of_each_rule_are_and_the_others_are_listed_by_rule() -> None:
    crowd = _crowd(60)
    shown = FullReporter(Style(80), alone=True)
    report = shown.file(crowd) + shown.close(totals_of((crowd,)))
    assert report.count("^^") == 6
    listed = report[report.index("   = drafts/talvania.md:67:") :]
    assert re.sub(r"(?m)^   = OP (4|5|6|7|8|9|[1-4]\d|5[0-7]) .*\n", "", listed) == snapshot("""\
   = drafts/talvania.md:67:28

error[past-deadline]  2 more in drafts/talvania.md

info[unused-acronym]  52 more in drafts/talvania.md
   = OP 58  "W58" is wrong  117:28
   = OP 59  "W59" is wrong  119:28
   = OP 60  "W60" is wrong  121:28

drafts/talvania.md: mission mandate (as given); final (as given); no date: past deadlines, future events and future citations not looked for

55  info   unused-acronym  acronyms
 5  error  past-deadline   dates

1 file: 5 errors, 0 warnings, 55 infos
""")


def test_none_is_lost() -> None:
    crowd = _crowd(500)
    shown = file_report(crowd, Style(80), alone=True)
    for told in crowd.findings:
        position = crowd.source.position(told.span.start)
        assert shown.count(f"{told.message}") == 1
        assert re.search(rf"\b{position.line}:{position.column}\b", shown)
    assert shown.count("\n") < 600


def test_the_last_two_of_a_rule_are_not_listed_alone() -> None:
    crowd = _crowd(44)
    shown = file_report(crowd, Style(80), alone=True)
    assert shown.count("error[past-deadline]") == 4
    assert "error[past-deadline]  1 more" not in shown


def test_the_time_grows_with_the_number_of_findings() -> None:
    def seconds(crowd: FileResult) -> float:
        times = []
        for _ in range(9):
            start = time.process_time()
            file_report(crowd, Style(80), alone=True)
            times.append(time.process_time() - start)
        return min(times)

    assert seconds(_crowd(2000)) < 12 * seconds(_crowd(500))
