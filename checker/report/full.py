"""The report for a person with a printed draft: the address first, the path last."""

from collections.abc import Sequence

from checker.findings import FileResult, Finding, RelatedPlace, Severity
from checker.records import Record
from checker.report.columns import display_width, shorten, visible
from checker.report.frame import frame
from checker.report.quoting import quoted
from checker.report.style import Style
from checker.report.summary import summary, unread
from checker.report.words import address_of, looked_at, no_draft, nothing_shown, understood
from checker.totals import Totals

_EDGE = "   |"
_ENTRY = "   ="
_NARROWEST = 20
_MOST_RELATED = 4
# Of a draft with more findings than this, only the first of each rule are shown with their words.
_CROWDED = 30
_FIRST_OF_RULE = 3


class FullReporter(Record):
    """Shows each finding with its words, and the sums.

    Attributes:
        style: columns and colour.
        alone: whether one input was named, so that a clean run needs no sums.
    """

    style: Style
    alone: bool = False

    def file(self, result: FileResult) -> str:
        """Return the findings of a draft."""
        text = file_report(result, self.style, alone=self.alone)
        return f"{text}\n\n" if result.findings else f"{text}\n"

    def close(self, totals: Totals) -> str:
        """Return the sums."""
        aside = totals.suppressed or totals.baselined or totals.gone
        if unread(totals) or (self.alone and not totals.severities and not aside):
            return ""
        sums = f"{summary(totals, self.style)}\n"
        if totals.severities.total() <= _CROWDED:
            return sums
        from checker.report.statistics import rule_lines  # noqa: PLC0415 -- few find so much

        return f"{rule_lines(totals, self.style)}\n{sums}"


def file_report(result: FileResult, style: Style, *, alone: bool) -> str:
    """Return what is said of one file.

    Args:
        result: the file and its findings.
        style: columns and colour.
        alone: whether it is the only file of the run, so that its path need not introduce it.
    """
    name = visible(result.path)
    if not result.is_draft:
        return f"{name}: info: {no_draft(result)}"
    if not result.findings:
        clean = f"{style.good(nothing_shown(result))}: {looked_at(result)}"
        return f"{name}: {understood(result)}\n{clean}" if alone else f"{name}: {clean}"
    framed, listed = _shared_out(result.findings)
    blocks = [_block(finding, result, style) for finding in framed]
    lists = [_list(findings, result, style) for findings in listed]
    return "\n\n".join([*blocks, *lists, f"{name}: {understood(result)}"])


def _shared_out(
    findings: Sequence[Finding],
) -> tuple[Sequence[Finding], list[list[Finding]]]:
    """Share findings out into those shown with their words, and those listed, by rule.

    Of a few, all are shown with their words. Of many, it is the first of each rule; a finding
    would not be listed alone.
    """
    if len(findings) <= _CROWDED:
        return findings, []
    by_rule: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault((finding.severity, finding.rule), []).append(finding)
    ordered = sorted(by_rule.items(), key=lambda item: (item[0][0].rank, item[0][1]))
    listed = [each[_FIRST_OF_RULE:] for _, each in ordered if len(each) > _FIRST_OF_RULE + 1]
    left = {id(finding) for each in listed for finding in each}
    return [finding for finding in findings if id(finding) not in left], listed


def _list(findings: Sequence[Finding], result: FileResult, style: Style) -> str:
    """Return a line for each of several findings of a rule: address, message, line, column."""
    severity, rule = findings[0].severity, findings[0].rule
    kind = style.grave(f"{severity}[{rule}]", severity)
    addresses = [address_of(finding, result.source) for finding in findings]
    width = max(map(display_width, addresses))
    lines = [f"{kind}  {len(findings)} more in {visible(result.path)}"]
    for finding, address in zip(findings, addresses, strict=True):
        position = result.source.position(finding.span.start)
        space = " " * (width - display_width(address))
        cells = [
            f"{style.faint(_ENTRY)} {style.strong(address)}{space}",
            visible(finding.message),
            style.faint(f"{position.line}:{position.column}"),
        ]
        lines.append("  ".join(cells))
    return "\n".join(lines)


def _block(finding: Finding, result: FileResult, style: Style) -> str:
    edge, entry = style.faint(_EDGE), style.faint(_ENTRY)
    position = result.source.position(finding.span.start)
    address = address_of(finding, result.source)
    kind = style.grave(f"{finding.severity}[{finding.rule}]", finding.severity)
    lines = [f"{style.strong(address)}  {kind}  {style.strong(visible(finding.message))}", edge]
    columns = max(style.columns - len(_EDGE) - 1, _NARROWEST)
    for text, marks in frame(finding.excerpt, columns):
        lines.append(f"{edge} {text}".rstrip())
        if marks:
            indent = " " * (len(marks) - len(marks.lstrip()))
            lines.append(f"{edge} {indent}{style.grave(marks.lstrip(), finding.severity)}")
    if finding.help:
        lines.append(f"{entry} {style.strong('help')}: {visible(finding.help)}")
    shown = finding.related[:_MOST_RELATED]
    lines.extend(f"{entry} {_related(place, result, columns)}" for place in shown)
    if further := finding.related[_MOST_RELATED:]:
        lines.append(f"{entry} {_further(further, result, columns)}")
    lines.append(f"{entry} {visible(result.path)}:{position.line}:{position.column}")
    return "\n".join(lines)


def _related(related: RelatedPlace, result: FileResult, columns: int) -> str:
    """Return the other end of a finding: its address, what is said of it, its words."""
    message = visible(related.message)
    where = address_of(related, result.source)
    quote = quoted(related, columns - len(where) - len(message) - 8)
    return f'{where}: {message}: "{quote}"' if quote else f"{where}: {message}"


def _further(related: tuple[RelatedPlace, ...], result: FileResult, columns: int) -> str:
    """Return the addresses of further places, as many as fit on a line."""
    addresses = list(dict.fromkeys(address_of(each, result.source) for each in related))
    return shorten(f"also {', '.join(addresses)}", columns)
