"""The report for servers that show tests: JUnit's XML, a suite for each draft."""

import re
from xml.etree import ElementTree

from checker.findings import FileError, FileResult, Finding
from checker.report.columns import visible
from checker.report.paths import from_here
from checker.report.words import address_of, looked_at, no_draft
from checker.source import Source
from checker.totals import Totals

_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mandatelint">\n'
# XML 1.0 cannot hold these, not even as references; controls are made visible before.
_ILLEGAL = re.compile("[\ud800-\udfff\ufffe\uffff]")


class JunitReporter:
    """Writes a test suite for each draft, with a failure for each finding."""

    def __init__(self) -> None:
        """Begin with no suite written."""
        self._opened = False

    def file(self, result: FileResult) -> str:
        """Return the suite of a draft."""
        path = from_here(result.path)
        suite = _suite(path, tests=max(len(result.findings), 1), failures=len(result.findings))
        for finding in result.findings:
            _failure(suite, finding, path, result.source)
        if not result.findings:
            case = _case(suite, "no findings" if result.is_draft else "no draft", path)
            said = looked_at(result) if result.is_draft else no_draft(result)
            ElementTree.SubElement(case, "system-out").text = _legal(said)
        return self._written(suite)

    def close(self, totals: Totals) -> str:
        """Return the suites of what could not be read, and the end of all suites."""
        suites = "".join(self._written(_error(error)) for error in totals.errors)
        return f"{suites}{self._opening()}</testsuites>\n"

    def _written(self, suite: ElementTree.Element) -> str:
        ElementTree.indent(suite, "  ", 1)
        return f"{self._opening()}  {ElementTree.tostring(suite, 'unicode')}\n"

    def _opening(self) -> str:
        opening = "" if self._opened else _OPENING
        self._opened = True
        return opening


def _suite(path: str, *, tests: int, failures: int = 0, errors: int = 0) -> ElementTree.Element:
    counts = {"tests": tests, "failures": failures, "errors": errors, "skipped": 0}
    attributes = {key: str(count) for key, count in counts.items()}
    return ElementTree.Element("testsuite", {"name": _legal(path), **attributes})


def _case(suite: ElementTree.Element, name: str, path: str) -> ElementTree.Element:
    attributes = {"classname": _legal(path), "name": _legal(name), "file": _legal(path)}
    return ElementTree.SubElement(suite, "testcase", attributes)


def _failure(suite: ElementTree.Element, finding: Finding, path: str, source: Source) -> None:
    position = source.position(finding.span.start)
    address = address_of(finding, source)
    case = _case(suite, f"{finding.rule}: {address} ({position.line}:{position.column})", path)
    case.set("line", str(position.line))
    attributes = {"type": finding.severity.value, "message": _legal(finding.message)}
    said = [f"{address}: {finding.message}"]
    if finding.help:
        said.append(f"help: {finding.help}")
    said += [f"{address_of(each, source)}: {each.message}" for each in finding.related]
    said.append(f"{path}:{position.line}:{position.column}")
    failure = ElementTree.SubElement(case, "failure", attributes)
    failure.text = "\n".join(map(_legal, said))


def _error(error: FileError) -> ElementTree.Element:
    path = from_here(error.path)
    suite = _suite(path, tests=1, errors=1)
    case = _case(suite, "not checked", path)
    message = _legal(error.message)
    failed = ElementTree.SubElement(case, "error", {"type": "not checked", "message": message})
    failed.text = message
    return suite


def _legal(text: str) -> str:
    """Return a text that XML can hold, with what it cannot hold made visible."""
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match.group()):04x}", visible(text))
