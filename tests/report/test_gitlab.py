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
    "fingerprint": "76fe0a64fee3a83a10221ca070a52a7c",
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
    "fingerprint": "405c495f6db9e2c04a4279dc556ef20e",
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


def test_a_fingerprint_outlives_new_lines_and_numbers() -> None:
    later = TEXT.replace("\n\n1. ", "\n\nNoting further,\n\n1. ").replace("72", "73")
    span = span_of("paragraph 73 below", later)
    moved = finding(span, later, quote="paragraph 73 below", address="OP 5")
    assert _fingerprints(result(later, moved)) == _fingerprints(result(TEXT, dangling()))


def test_fingerprints_are_distinct_within_a_report() -> None:
    twice = result(TEXT, dangling(), dangling())
    other = result(TEXT, dangling(), path="drafts/other.md")
    assert len(set(_fingerprints(twice, other))) == 3


def test_fingerprints_tell_rules_and_words_apart() -> None:
    other_rule = finding(span_of("paragraph 72 below"), rule="wrong-direction")
    other_words = finding(span_of("seized"), quote="seized")
    assert len(set(_fingerprints(result(TEXT, dangling(), other_rule, other_words)))) == 3
