"""The reports for programs: the contract of version 1, key by key and in this order."""

import json
import re
from collections.abc import Sequence

from checker.draft import Draft, Node
from checker.findings import FileResult, Finding, FindingFix, Report, Severity
from checker.source import Source, Span

VERSION = 1
# Written as escapes, these cannot steer a terminal on which the report is looked at.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

Entry = dict[str, object]


def report_json(report: Report) -> str:
    """Return the outcome of a run as one JSON object."""
    return _written(
        {
            "version": VERSION,
            "files": [_file(result) for result in report.files],
            "errors": [{"path": each.path, "message": each.message} for each in report.errors],
            "summary": {
                "files": len(report.files),
                **{severity.value: report.count(severity) for severity in Severity},
                "fixable": report.fixable,
                "suppressed": 0,
                "baselined": 0,
            },
        }
    )


def tree_json(draft: Draft, profile: str) -> str:
    """Return the tree of a draft as one JSON object; no character of the source is left out."""
    body = [_node(node, draft.source) for node in draft.body]
    return _written(
        {"version": VERSION, "path": draft.source.path, "profile": profile, "body": body}
    )


def _written(entry: Entry) -> str:
    text = json.dumps(entry, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _file(result: FileResult) -> Entry:
    return {
        "path": result.path,
        "profile": result.profile,
        "stage": result.stage,
        "date": result.date.isoformat() if result.date else None,
        "findings": [_finding(finding, result.source) for finding in result.findings],
        "suppressed": 0,
        "baselined": 0,
    }


def _finding(finding: Finding, source: Source) -> Entry:
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.value,
        "pedantic": finding.pedantic,
        "message": finding.message,
        "help": finding.help,
        "address": finding.address,
        "span": _span(finding.span, source),
        **_parts(finding.parts, source),
        "quote": finding.quote,
        "related": [
            {
                "message": each.message,
                "address": each.address,
                "span": _span(each.span, source),
            }
            for each in finding.related
        ],
        "fix": _fix(finding.fix, source),
    }


def _fix(fix: FindingFix | None, source: Source) -> Entry | None:
    if fix is None:
        return None
    edits = [{"span": _span(edit.span, source), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}


def _node(node: Node, source: Source) -> Entry:
    return {
        "kind": node.kind.value,
        "address": node.address or None,
        "id": node.id or None,
        "label": node.label,
        "span": _span(node.span, source),
        **_parts(node.parts, source),
        "text": node.text,
        "children": [_node(child, source) for child in node.children],
    }


def _parts(parts: Sequence[Span], source: Source) -> Entry:
    """Return the pieces of what a page cut, and nothing for what stands in one piece."""
    return {"parts": [_span(part, source) for part in parts]} if len(parts) > 1 else {}


def _span(span: Span, source: Source) -> Entry:
    return {"start": _position(span.start, source), "end": _position(span.end, source)}


def _position(offset: int, source: Source) -> Entry:
    position = source.position(offset)
    return {"line": position.line, "column": position.column, "offset": position.offset}
