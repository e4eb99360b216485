from inline_snapshot import snapshot

from tests.report.runs import busy, written


def test_a_run_with_a_bit_of_everything() -> None:
    assert busy("json") == snapshot("""\
{
  "version": 1,
  "files": [
    {
      "path": "drafts/talvania.md",
      "profile": "security-council/mandate",
      "stage": "final",
      "date": "2026-06-18",
      "findings": [
        {
          "rule": "dangling-reference",
          "family": "cross-references",
          "severity": "error",
          "pedantic": false,
          "message": "paragraph 72 does not exist: paragraph 5 is the last",
          "help": "did you mean paragraph 5?",
          "address": "OP 4",
          "span": {
            "start": {
              "line": 7,
              "column": 427,
              "offset": 533
            },
            "end": {
              "line": 7,
              "column": 445,
              "offset": 551
            }
          },
          "quote": "paragraph 72 below",
          "related": [
            {
              "message": "the paragraph that reports",
              "address": "OP 5",
              "span": {
                "start": {
                  "line": 9,
                  "column": 1,
                  "offset": 597
                },
                "end": {
                  "line": 9,
                  "column": 14,
                  "offset": 610
                }
              }
            }
          ],
          "fix": {
            "title": "write paragraph 5",
            "safety": "unsafe",
            "edits": [
              {
                "span": {
                  "start": {
                    "line": 7,
                    "column": 437,
                    "offset": 543
                  },
                  "end": {
                    "line": 7,
                    "column": 439,
                    "offset": 545
                  }
                },
                "text": "5"
              }
            ]
          },
          "fingerprint": "0000000000000215"
        }
      ],
      "suppressed": 2,
      "baselined": 1
    },
    {
      "path": "drafts/cut text.md",
      "profile": "security-council/mandate",
      "stage": "final",
      "date": null,
      "findings": [
        {
          "rule": "unfit-words",
          "family": "cross-references",
          "severity": "warning",
          "pedantic": false,
          "message": "these words do not fit",
          "help": null,
          "address": "OP 1",
          "span": {
            "start": {
              "line": 3,
              "column": 17,
              "offset": 39
            },
            "end": {
              "line": 7,
              "column": 7,
              "offset": 74
            }
          },
          "parts": [
            {
              "start": {
                "line": 3,
                "column": 17,
                "offset": 39
              },
              "end": {
                "line": 3,
                "column": 29,
                "offset": 51
              }
            },
            {
              "start": {
                "line": 7,
                "column": 1,
                "offset": 68
              },
              "end": {
                "line": 7,
                "column": 7,
                "offset": 74
              }
            }
          ],
          "quote": "UNSMTA shall patrol",
          "related": [],
          "fix": null,
          "fingerprint": "0000000000000027"
        }
      ],
      "suppressed": 0,
      "baselined": 0
    },
    {
      "path": "README.md",
      "profile": "security-council/mandate",
      "stage": "final",
      "date": null,
      "findings": [],
      "suppressed": 0,
      "baselined": 0
    }
  ],
  "errors": [
    {
      "path": "drafts/b.md",
      "message": "not UTF-8: byte 0xe9 at offset 312"
    }
  ],
  "summary": {
    "files": 3,
    "error": 1,
    "warning": 1,
    "info": 0,
    "fixable": 1,
    "suppressed": 2,
    "baselined": 1
  }
}
""")


def test_a_run_over_nothing() -> None:
    assert written("json") == snapshot("""\
{
  "version": 1,
  "files": [],
  "errors": [],
  "summary": {
    "files": 0,
    "error": 0,
    "warning": 0,
    "info": 0,
    "fixable": 0,
    "suppressed": 0,
    "baselined": 0
  }
}
""")
