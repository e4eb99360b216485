"""The formats of a report by name."""

from typing import TYPE_CHECKING

from checker.report.reporter import Reporter
from checker.report.style import Style

if TYPE_CHECKING:
    from checker.rulebook import Rulebook

FORMATS = (
    "full",
    "concise",
    "json",
    "json-lines",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "markdown",
    "html",
)
STATISTICS = ("full", "concise", "json")
"""The formats in which sums per rule can be given instead of findings."""
FOR_PEOPLE = ("full", "concise")
"""The formats to which a sentence can be added."""


def reporter(  # noqa: C901 -- one case for each format
    name: str, style: Style, rulebook: "Rulebook", *, alone: bool
) -> Reporter:
    """Return a new reporter; only the module of its format is loaded.

    Args:
        name: one of :data:`FORMATS`.
        style: columns and colour, for the formats that people read on a terminal.
        rulebook: the rules, for the formats that describe them.
        alone: whether one input was named.
    """
    # ruff: noqa: PLC0415 -- a run needs one format of many
    match name:
        case "full":
            from checker.report.full import FullReporter

            return FullReporter(style, alone)
        case "concise":
            from checker.report.concise import ConciseReporter

            return ConciseReporter(style)
        case "json":
            from checker.report.json import JsonReporter

            return JsonReporter()
        case "json-lines":
            from checker.report.json_lines import JsonLinesReporter

            return JsonLinesReporter()
        case "sarif":
            from checker.report.sarif import SarifReporter

            return SarifReporter(rulebook)
        case "github":
            from checker.report.github import GithubReporter

            return GithubReporter()
        case "gitlab":
            from checker.report.gitlab import GitlabReporter

            return GitlabReporter()
        case "junit":
            from checker.report.junit import JunitReporter

            return JunitReporter()
        case "markdown":
            from checker.report.markdown import MarkdownReporter

            return MarkdownReporter()
        case "html":
            from checker.report.html.reporter import HtmlReporter

            return HtmlReporter(rulebook, alone=alone)
    message = f"there is no format {name!r}"
    raise ValueError(message)


def statistics_reporter(name: str, style: Style) -> Reporter:
    """Return a new reporter of sums per rule.

    Args:
        name: one of :data:`STATISTICS`.
        style: whether to colour.
    """
    from checker.report.statistics import JsonStatisticsReporter, StatisticsReporter

    return JsonStatisticsReporter() if name == "json" else StatisticsReporter(style)
