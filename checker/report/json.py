"""The reports for programs: the contract of version 1, key by key and in this order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.findings import FileResult, Finding, FindingFix, Severity
from checker.report.jsontext import indented, json_text
from checker.source import Source, Span
from checker.totals import Totals

if TYPE_CHECKING:
    from checker.draft import Draft, Node

VERSION = 1

Entry = dict[str, object]


class JsonReporter:
    """Writes the outcome of a run as one JSON object, draft by draft."""

    def __init__(self) -> None:
        """Begin with no draft written."""
        self._opened = False

    def file(self, result: FileResult) -> str:
        """Return the entry of a draft, after the opening of the object or a comma."""
        entry = indented(_file(result), "    ")
        before = "," if self._opened else self._opening()
        return f"{before}\n    {entry}"

    def close(self, totals: Totals) -> str:
        """Return the errors, the sums, and the end of the object."""
        files = "\n  ]" if self._opened else f"{self._opening()}]"
        errors = [{"path": each.path, "message": each.message} for each in totals.errors]
        return (
            f'{files},\n  "errors": {indented(errors, "  ")},\n'
            f'  "summary": {indented(summary_entry(totals), "  ")}\n}}\n'
        )

    def _opening(self) -> str:
        self._opened = True
        return f'{{\n  "version": {VERSION},\n  "files": ['


def tree_json(draft: "Draft", profile: str) -> str:
    """Return the tree of a draft as one JSON object; no character of the source is left out."""
    body = [_node(node, draft.source) for node in draft.body]
    return json_text(
        {"version": VERSION, "path": draft.source.path, "profile": profile, "body": body}
    )


def summary_entry(totals: Totals) -> Entry:
    """Return the sums of a run as the contract writes them."""
    return {
        "files": totals.files,
        **{severity.value: totals.severities[severity] for severity in Severity},
        "fixable": totals.fixable.total(),
        "suppressed": totals.suppressed,
        "baselined": totals.baselined,
    }


def _file(result: FileResult) -> Entry:
    return {
        "path": result.path,
        "profile": result.profile,
        "stage": result.stage,
        "date": result.date.isoformat() if result.date else None,
        "findings": [finding_entry(finding, result.source) for finding in result.findings],
        "suppressed": len(result.silenced),
        "baselined": len(result.baselined),
    }


def finding_entry(finding: Finding, source: Source) -> Entry:
    """Return a finding as the contract writes it."""
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.value,
        "pedantic": finding.pedantic,
        "message": finding.message,
        "help": finding.help,
        "address": finding.address,
        "span": span_entry(finding.span, source),
        **parts_entry(finding.parts, source),
        "quote": finding.quote,
        "related": [
            {
                "message": each.message,
                "address": each.address,
                "span": span_entry(each.span, source),
            }
            for each in finding.related
        ],
        "fix": _fix(finding.fix, source),
        "fingerprint": finding.fingerprint,
    }


def _fix(fix: FindingFix | None, source: Source) -> Entry | None:
    if fix is None:
        return None
    edits = [{"span": span_entry(edit.span, source), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}


def _node(node: "Node", source: Source) -> Entry:
    return {
        "kind": node.kind.value,
        "address": node.address or None,
        "id": node.id or None,
        "label": node.label,
        "span": span_entry(node.span, source),
        **parts_entry(node.parts, source),
        "text": node.text,
        "children": [_node(child, source) for child in node.children],
    }


def parts_entry(parts: Sequence[Span], source: Source) -> Entry:
    """Return the pieces of what a page cut, and nothing for what stands in one piece."""
    return {"parts": [span_entry(part, source) for part in parts]} if len(parts) > 1 else {}


def span_entry(span: Span, source: Source) -> Entry:
    """Return a span as the contract has it: lines and columns from 1, offsets from 0."""
    return {"start": _position(span.start, source), "end": _position(span.end, source)}


def _position(offset: int, source: Source) -> Entry:
    position = source.position(offset)
    return {"line": position.line, "column": position.column, "offset": position.offset}
