# ruff: noqa: E501 -- a snapshot is as wide as what it shows
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from checker.source import Source
from tests.report.drafts import TEXT, finding, result, span_of
from tests.report.runs import CUT, HOSTILE, UNREADABLE, busy, cut, faulty, hostile, written


@cache
def _schema() -> jsonschema.Draft4Validator:
    """The schema of SARIF 2.1.0 with errata 01, as OASIS publishes it, unchanged."""
    schema = Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8")
    return jsonschema.Draft4Validator(json.loads(schema))


def _log(report: str) -> Any:  # noqa: ANN401 -- JSON
    log = json.loads(report)
    _schema().validate(log)
    (run,) = log["runs"]
    return run


def test_a_run_with_a_bit_of_everything() -> None:
    assert busy("sarif") == snapshot("""\
{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "dangling-reference",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "paragraph 72 does not exist: paragraph 5 is the last\\ndid you mean paragraph 5?"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "drafts/talvania.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 7,
                  "startColumn": 427,
                  "endLine": 7,
                  "endColumn": 445,
                  "charOffset": 533,
                  "charLength": 18
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "OP 4",
                  "kind": "element"
                }
              ]
            }
          ],
          "relatedLocations": [
            {
              "id": 1,
              "message": {
                "text": "the paragraph that reports"
              },
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "drafts/talvania.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 9,
                  "startColumn": 1,
                  "endLine": 9,
                  "endColumn": 14,
                  "charOffset": 597,
                  "charLength": 13
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "OP 5",
                  "kind": "element"
                }
              ]
            }
          ],
          "fixes": [
            {
              "description": {
                "text": "write paragraph 5"
              },
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "drafts/talvania.md",
                    "uriBaseId": "%SRCROOT%"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 7,
                        "startColumn": 437,
                        "endLine": 7,
                        "endColumn": 439,
                        "charOffset": 543,
                        "charLength": 2
                      },
                      "insertedContent": {
                        "text": "5"
                      }
                    }
                  ]
                }
              ],
              "properties": {
                "safety": "unsafe"
              }
            }
          ],
          "partialFingerprints": {
            "mandatelint/v1": "0000000000000215"
          },
          "suppressions": [],
          "baselineState": "new"
        },
        {
          "ruleId": "dangling-reference",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "silenced"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "drafts/talvania.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 5,
                  "startColumn": 24,
                  "endLine": 5,
                  "endColumn": 30,
                  "charOffset": 98,
                  "charLength": 6
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "OP 4",
                  "kind": "element"
                }
              ]
            }
          ],
          "partialFingerprints": {
            "mandatelint/v1": "0000000000000062"
          },
          "suppressions": [
            {
              "kind": "inSource",
              "justification": "as agreed"
            }
          ],
          "baselineState": "new"
        },
        {
          "ruleId": "dangling-reference",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "silenced"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "drafts/talvania.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 5,
                  "startColumn": 24,
                  "endLine": 5,
                  "endColumn": 30,
                  "charOffset": 98,
                  "charLength": 6
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "OP 4",
                  "kind": "element"
                }
              ]
            }
          ],
          "partialFingerprints": {
            "mandatelint/v1": "0000000000000062"
          },
          "suppressions": [
            {
              "kind": "external"
            }
          ],
          "baselineState": "new"
        },
        {
          "ruleId": "dangling-reference",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "recorded"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "drafts/talvania.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 5,
                  "startColumn": 24,
                  "endLine": 5,
                  "endColumn": 30,
                  "charOffset": 98,
                  "charLength": 6
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "OP 4",
                  "kind": "element"
                }
              ]
            }
          ],
          "partialFingerprints": {
            "mandatelint/v1": "0000000000000062"
          },
          "suppressions": [
            {
              "kind": "external",
              "justification": "recorded in the baseline"
            }
          ],
          "baselineState": "unchanged"
        },
        {
          "ruleId": "unfit-words",
          "ruleIndex": 1,
          "level": "warning",
          "message": {
            "text": "these words do not fit"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "drafts/cut%20text.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 17,
                  "endLine": 7,
                  "endColumn": 7,
                  "charOffset": 39,
                  "charLength": 35
                }
              },
              "logicalLocations": [
                {
                  "fullyQualifiedName": "OP 1",
                  "kind": "element"
                }
              ],
              "annotations": [
                {
                  "startLine": 3,
                  "startColumn": 17,
                  "endLine": 3,
                  "endColumn": 29,
                  "charOffset": 39,
                  "charLength": 12
                },
                {
                  "startLine": 7,
                  "startColumn": 1,
                  "endLine": 7,
                  "endColumn": 7,
                  "charOffset": 68,
                  "charLength": 6
                }
              ]
            }
          ],
          "partialFingerprints": {
            "mandatelint/v1": "0000000000000027"
          },
          "suppressions": []
        }
      ],
      "tool": {
        "driver": {
          "name": "mandatelint",
          "semanticVersion": "0.1.0",
          "rules": [
            {
              "id": "dangling-reference",
              "shortDescription": {
                "text": "A reference points at a paragraph that is there."
              },
              "fullDescription": {
                "text": "A reader follows it."
              },
              "help": {
                "text": "A reference points at a paragraph that is there.\\nA reader follows it.",
                "markdown": "# dangling-reference\\n\\nA reference.\\n\\n## Why\\n\\nA reader\\nfollows it.\\n"
              },
              "defaultConfiguration": {
                "enabled": true,
                "level": "error"
              },
              "properties": {
                "family": "cross-references",
                "pedantic": false,
                "tags": [
                  "cross-references"
                ]
              }
            },
            {
              "id": "unfit-words"
            }
          ]
        }
      },
      "invocations": [
        {
          "executionSuccessful": false,
          "exitCode": 2,
          "toolExecutionNotifications": [
            {
              "level": "error",
              "message": {
                "text": "not UTF-8: byte 0xe9 at offset 312"
              },
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "drafts/b.md",
                      "uriBaseId": "%SRCROOT%"
                    }
                  }
                }
              ]
            }
          ]
        }
      ]
    }
  ]
}
""")


def test_a_run_over_nothing() -> None:
    assert written("sarif") == snapshot("""\
{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "columnKind": "unicodeCodePoints",
      "results": [],
      "tool": {
        "driver": {
          "name": "mandatelint",
          "semanticVersion": "0.1.0",
          "rules": []
        }
      },
      "invocations": [
        {
          "executionSuccessful": true,
          "exitCode": 0,
          "toolExecutionNotifications": []
        }
      ]
    }
  ]
}
""")


def test_every_log_fits_the_official_schema() -> None:
    for results in ((), (faulty(),), (cut(), faulty()), (result("# Notes\n"),), (hostile(),)):
        for errors in ((), (UNREADABLE,)):
            run = _log(written("sarif", *results, errors=errors, status=1))
            assert len(run["results"]) == sum(
                len((*each.findings, *each.silenced, *each.baselined)) for each in results
            )


def test_the_schema_refuses_what_is_no_log() -> None:
    log = json.loads(busy("sarif"))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not _schema().is_valid(log)


def test_a_result_names_its_rule_by_name_and_place() -> None:
    run = _log(busy("sarif"))
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == 2
    for told in run["results"]:
        assert rules[told["ruleIndex"]]["id"] == told["ruleId"]


def test_lines_and_offsets_say_the_same() -> None:
    for told, text in ((faulty(), TEXT), (cut(), CUT)):
        source = Source(text)
        for each in _log(written("sarif", told))["results"]:
            region = each["locations"][0]["physicalLocation"]["region"]
            start = source.position(region["charOffset"])
            end = source.position(region["charOffset"] + region["charLength"])
            assert (region["startLine"], region["startColumn"]) == (start.line, start.column)
            assert (region["endLine"], region["endColumn"]) == (end.line, end.column)


def test_a_finding_across_a_page_has_its_pieces() -> None:
    (told,) = _log(written("sarif", cut()))["results"]
    pieces = told["locations"][0]["annotations"]
    texts = [
        CUT[piece["charOffset"] : piece["charOffset"] + piece["charLength"]] for piece in pieces
    ]
    assert texts == ["UNSMTA shall", "patrol"]


def test_what_is_silenced_or_recorded_says_so() -> None:
    told = _log(written("sarif", faulty()))["results"]
    assert [(each["suppressions"], each["baselineState"]) for each in told] == [
        ([], "new"),
        ([{"kind": "inSource", "justification": "as agreed"}], "new"),
        ([{"kind": "external"}], "new"),
        ([{"kind": "external", "justification": "recorded in the baseline"}], "unchanged"),
    ]
    assert "baselineState" not in _log(written("sarif", cut()))["results"][0]


def test_paths_are_uris() -> None:
    paths = {
        "drafts/cut text.md": "drafts/cut%20text.md",
        "a:b%20#?.md": "a%3Ab%2520%23%3F.md",
        "é.md": "%C3%A9.md",
        "/elsewhere/a b.md": "file:///elsewhere/a%20b.md",
    }
    for path, uri in paths.items():
        told = result(TEXT, finding(span_of("seized")), path=path)
        (each,) = _log(written("sarif", told))["results"]
        location = each["locations"][0]["physicalLocation"]["artifactLocation"]
        assert location["uri"] == uri
        assert ("uriBaseId" in location) is not uri.startswith("file:")


def test_the_words_of_a_draft_make_no_link() -> None:
    (told,) = _log(written("sarif", hostile()))["results"]
    assert told["message"]["text"] == "\n".join([HOSTILE.replace("[x](y)", "\\[x\\](y)")] * 2)


@given(st.text(), st.text(min_size=1))
def test_any_words_come_back_as_they_were(message: str, address: str) -> None:
    said = finding(span_of("seized"), message=message, help=None, address=address)
    report = written("sarif", result(TEXT, said))
    (told,) = _log(report)["results"]
    assert told["message"]["text"].replace("\\[", "[").replace("\\](", "](") == message.replace(
        "\\[", "["
    ).replace("\\](", "](")
    assert told["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == address


def test_the_exit_status_says_whether_the_run_succeeded() -> None:
    for status, succeeded in ((0, True), (1, True), (2, False), (70, False)):
        (invocation,) = _log(written("sarif", status=status))["invocations"]
        assert (invocation["exitCode"], invocation["executionSuccessful"]) == (status, succeeded)
