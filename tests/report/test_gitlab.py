import json

import jsonschema
from inline_snapshot import snapshot

from checker.findings import FileResult
from tests.report.drafts import TEXT, dangling, finding, result, span_of
from tests.report.runs import UNREADABLE, busy, cut, faulty, hostile, written

# What GitLab asks of a code quality report.
_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def _fingerprints(*results: FileResult) -> list[str]:
    return [issue["fingerprint"] for issue in json.loads(written("gitlab", *results))]


def test_a_run_with_a_bit_of_everything() -> None:
    assert busy("gitlab") == snapshot("""\
[
  {
    "description": "OP 4: paragraph 72 does not exist: paragraph 5 is the last",
    "check_name": "dangling-reference",
    "fingerprint": "b264bf9901b888f09c1ba41c4526cd4f",
    "severity": "major",
    "location": {
      "path": "drafts/talvania.md",
      "lines": {
        "begin": 7,
        "end": 7
      }
    }
  },
  {
    "description": "OP 1: these words do not fit",
    "check_name": "unfit-words",
    "fingerprint": "1cd06688d20e4fe0689879cf5c4ea520",
    "severity": "minor",
    "location": {
      "path": "drafts/cut text.md",
      "lines": {
        "begin": 3,
        "end": 7
      }
    }
  },
  {
    "description": "not UTF-8: byte 0xe9 at offset 312",
    "check_name": "not-checked",
    "fingerprint": "6c4cba8fd5c03370dbf0e326ce01a03c",
    "severity": "critical",
    "location": {
      "path": "drafts/b.md",
      "lines": {
        "begin": 1
      }
    }
  }
]
""")


def test_a_run_over_nothing() -> None:
    assert written("gitlab") == snapshot("[]\n")


def test_every_report_has_the_form_that_gitlab_asks_for() -> None:
    for results in ((), (faulty(),), (cut(), faulty()), (result("# Notes\n"),), (hostile(),)):
        for errors in ((), (UNREADABLE,)):
            report = json.loads(written("gitlab", *results, errors=errors))
            jsonschema.validate(report, _SCHEMA)


def test_fingerprints_tell_findings_and_drafts_apart() -> None:
    two = result(TEXT, dangling(), finding(span_of("seized")))
    other = result(TEXT, dangling(), path="drafts/other.md")
    assert len(set(_fingerprints(two, other))) == 3
    assert _fingerprints(two) == _fingerprints(two)
